import Etiquette
import Foundation
import Ledger
import Mail

/// One visit to the Sent folder.
struct FilingRound {
    let filing: Filing
    let mailbox: any Mailbox
    var habit: ProviderHabit?
    let clock: () -> Date
    var report = Filing.Filed()
    /// Not seen to yet.
    var rest: ArraySlice<OwedCopy> = []

    /// How long after our copy was appended one of the provider's would have come, in seconds.
    static let proof: TimeInterval = 3600

    mutating func perform(_ work: Filing.Work) throws {
        rest = work.owed[...]
        let folder = try choose(among: mailbox.folders())
        _ = try mailbox.open(folder, since: nil)
        let search = SentSearch(mailbox: mailbox)
        let looks = work.owed.map(\.look) + work.doubtful.map(\.look)
        let sightings = try search.sightings(of: looks, besides: filing.ledger.read { try $0.allNames() })
        try confirm(work.doubtful, sightings)
        if let probe = work.probe { try conclude(from: search.count(of: probe.look)) }
        while let copy = rest.first {
            try see(to: copy, sightings[copy.look.messageID], in: folder)
            rest = rest.dropFirst()
        }
    }

    func choose(among folders: [Folder]) throws -> Folder {
        if let name = filing.settings.folder {
            guard let folder = folders.first(where: { $0.name == name || $0.wireName == name }) else {
                throw MailboxProblem.noSuchFolder(name: name, words: "")
            }
            return folder
        }
        guard let folder = folders.first(where: { $0.use == .sent }) else {
            throw MailboxProblem.noSuchFolder(name: "Sent", words: "")
        }
        return folder
    }

    /// A copy of ours is made after a message is sent and never before: whatever lies there was sent.
    private mutating func confirm(
        _ doubtful: [(message: Message.ID, look: CopyLook)], _ sightings: [String: SentSearch.Sighting]
    ) throws {
        for (id, look) in doubtful {
            guard let sighting = sightings[look.messageID] else { continue }
            let isSent = try filing.ledger.write { transaction in
                guard try transaction.state(of: id) == .unconfirmed else { return false }
                let left = look.isByHand ? sighting.time ?? look.left : look.left
                try transaction.sent(id, at: left, by: .copied)
                if let name = sighting.rewritten { try transaction.addAlias(name, of: id) }
                return true
            }
            if isSent { report.confirmed.append(id) }
        }
    }

    // MARK: - Copies

    private mutating func see(
        to copy: OwedCopy, _ sighting: SentSearch.Sighting?, in folder: Folder
    ) throws {
        guard let saving = filing.settings.saving else { return }
        let now = clock()
        let step = CopyStep(for: copy, isThere: sighting != nil, saving: saving, habit: habit, at: now)
        switch step {
        case .settle(let state): try settle(copy, as: state, sighting)
        case .wait(let until):
            let next = max(until, now + filing.delay.after(failures: copy.attempts))
            try filing.ledger.write { try $0.postpone(copy, as: .owed, until: next, because: nil) }
        case .append: try append(copy, to: folder)
        }
    }

    private mutating func settle(
        _ copy: OwedCopy, as state: OwedCopy.State, _ sighting: SentSearch.Sighting?
    ) throws {
        let learns = state == .found && filing.settings.saving == .findingOut && habit != .files
        try filing.ledger.write { transaction in
            try transaction.settle(copy, as: state)
            if let name = sighting?.rewritten { try transaction.addAlias(name, of: copy.message) }
            if learns { try transaction.set(.files, of: filing.settings.route) }
        }
        if learns { habit = .files }
        switch state {
        case .found: report.found.append(copy.message)
        case .filed: report.filed.append(copy.message)
        case .owed, .appending, .left: break
        }
    }

    /// Written down first: what is found half done is looked for before it is done again.
    private mutating func append(_ copy: OwedCopy, to folder: Folder) throws {
        let now = clock()
        let (claimed, bytes) = try filing.ledger.write { transaction in
            (try transaction.claim(copy, until: now + Filing.lease), try transaction.dispatched(copy.message))
        }
        guard let claimed, let bytes else { return }
        rest[rest.startIndex] = claimed
        switch try mailbox.append(bytes, to: folder, seen: true, date: copy.look.left) {
        case .filed:
            try filed(claimed)
        case .unconfirmed:
            let next = clock() + filing.delay.after(failures: claimed.attempts)
            try filing.ledger.write {
                try $0.postpone(
                    claimed, as: .appending, until: next, because: "the mailbox did not confirm the copy")
            }
        }
    }

    private mutating func filed(_ copy: OwedCopy) throws {
        let probe = ProviderHabit.unsure(
            messageID: copy.look.messageID, looksAgain: clock() + Self.proof)
        let learns = filing.settings.saving == .findingOut && (habit == nil || habit == .files)
        try filing.ledger.write { transaction in
            try transaction.settle(copy, as: .filed)
            if learns { try transaction.set(probe, of: filing.settings.route) }
        }
        if learns { habit = probe }
        report.filed.append(copy.message)
    }

    // MARK: - What is found out

    /// One copy was ours; a second one is the provider's. Where there is none, the user has cleared the folder, and
    /// nothing is known.
    private mutating func conclude(from count: Int) throws {
        let found: ProviderHabit? = count > 1 ? .files : count == 1 ? .leaves : nil
        try filing.ledger.write { try $0.set(found, of: filing.settings.route) }
        habit = found
    }

    // MARK: - Trouble

    /// What was not seen to is tried again later; a mailbox that takes no copies gets none.
    func postponeTheRest(because problem: MailboxProblem) throws {
        let now = clock()
        try filing.ledger.write { transaction in
            for copy in rest {
                if problem == .keepsNoCopies || isUpToProvider(copy, at: now) {
                    try transaction.settle(copy, as: .left)
                } else {
                    // A refused append leaves nothing behind; one that broke off was told apart.
                    let next = now + filing.delay.after(failures: patience(copy, problem))
                    try transaction.postpone(copy, as: .owed, until: next, because: filing.words(problem))
                }
            }
        }
    }

    private func isUpToProvider(_ copy: OwedCopy, at now: Date) -> Bool {
        filing.settings.saving == .leftToProvider && now >= copy.look.left + CopyStep.enough
    }

    /// Too many refused logins get an account locked.
    private func patience(_ copy: OwedCopy, _ problem: MailboxProblem) -> Int {
        switch problem {
        case .loginRefused, .tokenRefused: max(copy.attempts, 6)
        default: copy.attempts
        }
    }
}
