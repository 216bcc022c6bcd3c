import Composer
import Etiquette
import Foundation
import Ledger

extension Desk {
    /// Records interviews and drafts their messages, all or none.
    ///
    /// - Parameters:
    ///   - approving: the user's answer was given in advance: every draft that nothing blocks is queued.
    ///   - isPlanned: some of them may be still to come; their messages stay drafts, to be approved once they are over.
    ///   - restoring: one that was deleted as a mistake is put back, since somebody tells it anew; from a file it stays
    ///     deleted.
    ///   - now: the moment; an interview that has not ended by then is refused where none is planned.
    package func record(
        _ records: [InterviewRecord], approving: Bool, isPlanned: Bool = false, restoring: Bool = true,
        at now: Date
    ) throws -> [Recorded] {
        if !isPlanned, let early = records.first(where: { $0.ended.instant > now }) {
            throw RecordProblem.inFuture(early.ended, now: now)
        }
        try checkVoices(records.map(\.voice))
        try checkForUser(in: records)
        return try ledger.write { transaction in
            try record(
                records.map { ($0, approving && $0.ended.instant <= now) }, restoring: restoring,
                in: transaction, at: now)
        }
    }

    /// - Throws: `RecordProblem.yourself` where the user is to be written to.
    func checkForUser(in records: [InterviewRecord]) throws {
        guard let own = sender.address?.mailbox else { return }
        for who in records.flatMap({ $0.panel.map(\.who) + [$0.contact].compactMap(\.self) })
        where who.address?.mailbox == own {
            throw RecordProblem.yourself(who)
        }
    }

    /// The same within a transaction, of interviews that may be planned, each with whether it is approved.
    ///
    /// - Parameter people: who was met, where the transaction records more than this.
    func record(
        _ records: [(record: InterviewRecord, approving: Bool)], restoring: Bool = false,
        in transaction: LedgerTransaction, near people: NearbyPeople? = nil, at now: Date
    ) throws -> [Recorded] {
        // All facts first: a note may not hold a name that a later line of the same file brings.
        let entered = try records.map {
            try Entered(
                $0.record, approving: $0.approving, restoring: restoring, at: self, in: transaction, now: now)
        }
        for new in entered where !new.existing { people?.take(new.interview) }
        let drafting = try drafting(in: transaction, near: people)
        return try entered.apart(atMost: 64).flatMap { try record($0, drafting: drafting, at: now) }
    }

    /// Records interviews whose messages don't hang on each other: all are drafted, then those that the user has
    /// approved are read together.
    private func record(_ entered: ArraySlice<Entered>, drafting: Drafting, at now: Date) throws -> [Recorded]
    {
        drafting.forget()
        let drafted = try entered.map { try draft($0, drafting: drafting, at: now) }
        let approved = zip(entered, drafted).flatMap { $0.approving ? $1.fresh : [] }
        let findings = Dictionary(
            uniqueKeysWithValues: zip(approved, try approve(approved, drafting: drafting, at: now)))
        return zip(entered, drafted).map { entered, drafted in
            var recorded = drafted.recorded
            guard entered.approving, !entered.existing || recorded.isRestored else { return recorded }
            recorded.findings = drafted.fresh.reduce(into: [:]) { found, id in
                if let here = findings[id], !here.isEmpty { found[id] = here }
            }
            return recorded
        }
    }

    private func draft(_ entered: Entered, drafting: Drafting, at now: Date) throws -> Drafting.Result {
        if entered.isDeleted ? !entered.staysDeleted : entered.existing && entered.interview.isCalledOff {
            return try restored(entered, drafting: drafting, at: now)
        }
        guard !entered.existing else {
            let known = try existing(entered, in: drafting.transaction)
            return Drafting.Result(recorded: known, fresh: [])
        }
        if entered.isResaid {
            for message in try drafting.transaction.messages(of: entered.recruitment.id) {
                try drafting.renew(message.id, at: now)
            }
        }
        var drafted = try drafting.draft(for: entered.interview, at: now)
        if entered.isRevoiced, entered.recruitment.voice != nil,
            let notice = try drafting.revoice(drafting.recruitment(entered.recruitment.id))
        {
            drafted.recorded.notices.append(notice)
        }
        for former in entered.rejected {
            let request = try drafting.transaction.message(for: .feedbackRequest(former.id))
            guard let request, request.state.isPending else { continue }
            try reconsider(request.id, in: drafting.transaction, at: now)
            drafted.recorded.notices.append(.invitedAgain(former, request: request.id))
        }
        return drafted
    }

    private func existing(_ entered: Entered, in transaction: LedgerTransaction) throws -> Recorded {
        let interview = entered.interview
        let messages = try transaction.messages(of: interview)
        return Recorded(
            recruitment: interview.recruitment, interview: interview.id, existing: true,
            messages: messages.map(\.id), notices: entered.isDeleted ? [.staysDeleted(interview.id)] : [])
    }

    /// What was deleted as a mistake, or called off, is on record again, as it is told now.
    private func restored(_ entered: Entered, drafting: Drafting, at now: Date) throws -> Drafting.Result {
        let (interview, transaction) = (entered.interview, drafting.transaction)
        if entered.isDeleted { try transaction.note(.restored, of: interview.id, at: now) }
        let mended = try mend(
            interview, of: entered.recruitment, as: entered.record.completed(from: entered.recruitment),
            isCalledOff: false, in: transaction, at: now)
        drafting.forget()
        let messages = try transaction.messages(of: transaction.interview(interview.id))
        return Drafting.Result(
            recorded: Recorded(
                recruitment: interview.recruitment, interview: interview.id, existing: true,
                messages: messages.map(\.id),
                notices: [entered.isDeleted ? .restored(interview.id) : .takenUp(interview.id)]
                    + mended.notices),
            fresh: messages.filter { $0.state == .draft }.map(\.id))
    }
}

/// An interview written into the ledger, or found there.
private struct Entered {
    let record: InterviewRecord
    let recruitment: Recruitment
    let interview: Interview
    let existing: Bool
    let approving: Bool
    /// It was found as one that was deleted as a mistake.
    let isDeleted: Bool
    let staysDeleted: Bool
    /// It brought another voice to a recruitment that has messages already.
    let isRevoiced: Bool
    /// It told how role and organisation are said, in a recruitment that has messages already.
    let isResaid: Bool
    /// It opens another recruitment for a job that they had turned the user down for.
    let rejected: [Recruitment]

    init(
        _ record: InterviewRecord, approving: Bool, restoring: Bool, at desk: Desk,
        in transaction: LedgerTransaction, now: Date
    ) throws {
        (self.record, self.approving) = (record, approving)
        let namesakes = try transaction.recruitments(organisation: record.organisation, role: record.role)
        for namesake in namesakes {
            guard let known = try transaction.interview(of: namesake.id, ended: record.ended.instant) else {
                continue
            }
            isDeleted = try transaction.isDeleted(known.id)
            staysDeleted = isDeleted && !restoring
            if !isDeleted,
                let difference = try record.difference(
                    from: known, of: namesake, hasSeen: transaction.hasSeen, stood: transaction.stood)
            {
                throw RecordProblem.differs(known.id, what: difference)
            }
            recruitment = namesake
            interview = known
            existing = true
            (isRevoiced, isResaid, rejected) = (false, false, [])
            return
        }
        let recruitment = try Self.recruitment(of: record, among: namesakes, in: transaction)
        self.recruitment = recruitment
        let former = namesakes.first { $0.id == recruitment.id }
        rejected = former == nil ? namesakes.filter { $0.standing == .rejected } : []
        isRevoiced = former.map { $0.voice != recruitment.voice } ?? false
        isResaid =
            former.map {
                $0.roleShort != recruitment.roleShort || $0.organisationAs != recruitment.organisationAs
            } ?? false
        interview = try transaction.addInterview(
            of: recruitment.id, ended: record.ended,
            panel: desk.panel(of: record, in: recruitment.id, transaction, at: now),
            contact: desk.contact(of: record, in: recruitment.id, transaction, at: now),
            decisionBy: record.decisionBy, viaAgency: record.viaAgency,
            contactTalkingPoint: record.contactRemark.talkingPoint,
            contactOwnSentence: record.contactRemark.ownSentence, medium: record.medium)
        existing = false
        (isDeleted, staysDeleted) = (false, false)
        if record.ended.instant > now { try transaction.note(.planned, of: interview.id, at: now) }
    }

    /// The open one, in the voice that was told last, or a new one.
    private static func recruitment(
        of record: InterviewRecord, among namesakes: [Recruitment], in transaction: LedgerTransaction
    ) throws -> Recruitment {
        guard let open = namesakes.first(where: { $0.standing == .open }) else {
            return try transaction.addRecruitment(
                organisation: record.organisation, role: record.role, voice: record.voice,
                roleShort: record.saying.role, organisationAs: record.saying.organisation)
        }
        if let voice = record.voice, voice != open.voice { try transaction.set(voice, of: open.id) }
        let saying = record.saying.amending(open)
        try transaction.set(roleShort: saying.role, organisationAs: saying.organisation, of: open.id)
        return try transaction.recruitment(open.id)
    }
}

extension InterviewRecord {
    /// What is told of the recruitment as a whole stays where nothing is told of it now.
    fileprivate func completed(from recruitment: Recruitment) throws -> InterviewRecord {
        try InterviewRecord(
            organisation: organisation, role: role, ended: ended, panel: panel, contact: contact,
            decisionBy: decisionBy, viaAgency: viaAgency, voice: voice ?? recruitment.voice,
            contactRemark: contactRemark, saying: saying.amending(recruitment), medium: medium, isKnown: true)
    }
}

extension [Entered] {
    /// Cut into runs, in their order, in which each recruitment occurs once: what an interview brings is decided before
    /// the next one of its recruitment is drafted. What is known already, and may be mended by what is told, stands alone.
    fileprivate func apart(atMost count: Int) -> [ArraySlice<Entered>] {
        var runs: [ArraySlice<Entered>] = []
        var recruitments: Set<Recruitment.ID> = []
        for (index, one) in enumerated() {
            if let run = runs.last, run.count < count, !one.existing, !run.contains(where: \.existing),
                recruitments.insert(one.recruitment.id).inserted
            {
                runs[runs.count - 1] = self[run.startIndex...index]
            } else {
                runs.append(self[index...index])
                recruitments = [one.recruitment.id]
            }
        }
        return runs
    }
}

extension InterviewRecord {
    /// In what a known interview differs from what is told now; what is not told is no difference.
    ///
    /// - Parameters:
    ///   - hasSeen: whether a person's name was met in another spelling before.
    ///   - stood: whether a person stands for whoever had an address, and was forgotten.
    func difference(
        from known: Interview, of recruitment: Recruitment, hasSeen: (String, Person.ID) throws -> Bool,
        stood: (Person, EmailAddress) throws -> Bool = { _, _ in false }
    ) rethrows -> RecordProblem.Difference? {
        func same(_ told: NameAndAddress, _ person: Person) throws -> Bool {
            if let address = told.address, try stood(person, address) { return true }
            guard told.address?.key == person.address?.key else { return false }
            return try told.name == person.name || told.address != nil && hasSeen(told.name, person.id)
        }
        guard panel.count == known.panel.count else { return .panel }
        let hasForgotten = known.panel.contains(where: \.person.isForgotten)
        for member in panel {
            guard let there = try known.panel.first(where: { try same(member.who, $0.person) }) else {
                return .panel
            }
            guard !there.person.isForgotten else { continue }
            // What told of somebody who was forgotten went with them.
            func differs(_ told: String?, _ kept: String?) -> Bool {
                told != nil && told != kept && !(kept == nil && hasForgotten)
            }
            if differs(member.remark.talkingPoint, there.talkingPoint) { return .talkingPoint }
            if differs(member.remark.ownSentence, there.ownSentence) { return .ownSentence }
            if let told = member.remark.greeting, told != there.person.salutation ?? "" { return .greeting }
        }
        if let contact {
            guard let there = known.contact, try same(contact, there) else { return .contact }
        }
        if let told = contactRemark.talkingPoint, told != known.contactTalkingPoint { return .talkingPoint }
        if let told = contactRemark.ownSentence, told != known.contactOwnSentence { return .ownSentence }
        if let decisionBy, decisionBy != known.decisionBy { return .decisionBy }
        if let voice, voice != recruitment.voice { return .voice }
        if saying.amending(recruitment) != .init().amending(recruitment) { return .saying }
        if let medium, medium != known.medium { return .medium }
        return viaAgency == known.viaAgency ? nil : .viaAgency
    }
}
