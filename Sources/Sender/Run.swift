import Dispatch
import Etiquette
import Foundation
import Ledger
import Mail

/// One delivery of what is due, on the thread that asked for it: the only one that touches the ledger.
final class Run {
    let sender: Sender
    let counter: Counter
    var report = SendReport()

    /// Everything that was due when the run began, in the order of the due times, and what was not looked at yet.
    private var due: [Message.ID] = []
    private var windows: ArraySlice<ArraySlice<Message.ID>> = []
    /// How many messages the account may still send.
    private var room: Ceilings.Room?
    private var connect: Sender.Connect?
    private let connections = DispatchGroup()
    private var opened = 0

    /// Outcomes that the ledger does not have yet.
    var unrecorded: [Outcome] = []
    /// When this run changed something that could matter to a later message to the same person.
    var changes: [Person.ID: Int] = [:]
    var lastChange = 0
    /// How long the last commit took, in seconds: what it is worth to keep a transaction open for others to share.
    var lastCommit: TimeInterval = 0
    /// However slow the disk is, in seconds: other programs wait for the ledger meanwhile.
    var longestSharing: TimeInterval = 0.05
    /// When this run last left the ledger alone for a while.
    var rested = DispatchTime.now()
    /// When a hand-over was granted last, and whether the one after that was asked for before a commit could have ended.
    var granted: DispatchTime?
    var isBrisk = false
    /// How the ledger was when this run last looked, and how often somebody else had changed it by then.
    private var version: Books.Version?
    private(set) var foreignChanges = 0
    /// Since when the server has been down, and how often before.
    var failures = 0
    var isDownUntil: Date?
    /// When the newest note to each panel left in this run.
    private var panels: [Interview.ID: Date] = [:]

    init(_ sender: Sender, _ counter: Counter) {
        self.sender = sender
        self.counter = counter
    }

    func perform() throws -> SendReport {
        if counter.ending == nil { try prepare() }
        serve()
        connections.wait()
        try settle()
        report.sort(by: due)
        return report
    }

    /// The ledger is whole and the one that sent last; then clock, recovery, and the list of what is due in one
    /// transaction.
    private func prepare() throws {
        try sender.ledger.examine()
        let now = sender.clock()
        try write { books in
            if let newest = try books.newestContact(), newest > now + 300 {
                throw SenderProblem.clockBehind(newest: newest, now: now)
            }
            try recover(in: books, at: now)
            report.held = try books.messages(.held, dueBy: now)
            due = try books.messages(.queued, dueBy: now)
            failures = try books.failures(of: sender.settings.server)
            let ceilings = sender.settings.ceilings
            guard ceilings != Ceilings(), !due.isEmpty else { return }
            room = ceilings.room(after: try books.departures(since: now - 86_400), at: now)
        }
        try listenBeforeAsking(at: now)
        windows = due.windows[...]
        // With nothing due nothing is written: the ledger stays as it is, byte for byte.
        if !due.isEmpty { try sender.ledger.beginSending() }
    }

    /// What an earlier process handed over and did not live to record is doubtful: never sent again by itself.
    private func recover(in books: Books, at now: Date) throws {
        for message in try books.messages(in: [.handedOver]) {
            let started = try books.attempts(of: message.id).last?.started ?? now
            try books.unconfirmed(
                message.id,
                Attempt(
                    started: started, ended: now, outcome: .unconfirmed, code: nil,
                    reply: "the program ended before the server's answer was known"))
            report.unconfirmed.append(message.id)
        }
    }

    /// Does what the connections want until there is nothing more to do.
    private func serve() {
        while true {
            let idle = DispatchTime.now()
            let work = counter.take()
            if idle + 2 * Ledger.look < .now() { rested = .now() }
            serve(work)
            if work.isOver { return }
        }
    }

    /// All of it, even where one part fails: connections wait for answers, and outcomes to be recorded.
    func serve(_ work: Work) {
        if work.wantsConnection { endingOnFailure { try open() } }
        endingOnFailure { try commit(work.papers) }
        // Last: meanwhile the connections talk.
        if work.wantsMore { endingOnFailure { try handOut() } }
        endingOnFailure { try commitAhead() }
    }

    private func endingOnFailure(_ body: () throws -> Void) {
        do { try body() } catch { counter.end(.failed(error)) }
    }

    private func open() throws {
        let connect = try self.connect ?? sender.prepareConnecting()
        self.connect = connect
        connections.enter()
        opened += 1
        Connection(number: opened, counter: counter, connect: connect, clock: sender.clock)
            .begin { [connections] in connections.leave() }
    }

    /// After the last connection has left: what is not recorded yet, and what was not tried.
    private func settle() throws {
        try recordTheRest()
        switch counter.ending {
        case .failed(let error): throw error
        case .asked: report.stop = .asked
        case .mend(let cause, let reply):
            report.stop = .mend(cause, reply)
            try lookThroughTheRest(postponing: false)
        case .server(let reply, let fault):
            report.stop = .server(reply, fault)
            try lookThroughTheRest(postponing: true)
        case nil: break
        }
    }
}

// MARK: - The ledger

extension Run {
    /// One transaction. Whatever somebody else has changed since the last one is noticed.
    func write<Value>(_ body: (Books) throws -> Value) throws -> Value {
        try sender.ledger.write { books in
            let before = try notice(books)
            // Nobody else writes as long as this transaction is open.
            defer { version = before.grown(in: books) }
            return try body(books)
        }
    }

    func read<Value>(_ body: (Books) throws -> Value) throws -> Value {
        try sender.ledger.read { books in
            version = try notice(books)
            return try body(books)
        }
    }

    private func notice(_ books: Books) throws -> Books.Version {
        let now = try books.version()
        if version != now { foreignChanges += 1 }
        return now
    }
}

// MARK: - Handing out

extension Run {
    /// Puts the next window on the counter.
    private func handOut() throws {
        let now = sender.clock()
        var errands: [Errand] = []
        while errands.isEmpty, let window = windows.popFirst() {
            errands = try withinCeilings(spread(try sift(window, at: now), at: now), at: now)
        }
        counter.put(errands, isLast: windows.isEmpty)
        // Made beside all this: most leave within the second.
        DispatchQueue.global().async(group: connections) { [errands, clock = sender.clock] in
            for errand in errands { _ = try? errand.dispatch(at: clock()) }
        }
    }

    /// The messages of a window that etiquette lets go; what it holds is held.
    private func sift(_ window: ArraySlice<Message.ID>, at now: Date) throws -> [Errand] {
        let (errands, holds) = try read { try sift(window, in: $0, at: now) }
        guard !holds.isEmpty else { return errands }
        // A held thank-you holds the question to the same person: what was read before is read again.
        return try write { books in
            var ids = Array(window)
            while true {
                let (errands, holds) = try sift(ids[...], in: books, at: now)
                guard !holds.isEmpty else { return errands }
                for (id, reason) in holds { try books.hold(id, because: reason) }
                report.held += holds.map(\.id)
                let held = Set(holds.map(\.id))
                ids.removeAll { held.contains($0) }
            }
        }
    }

    private func sift(
        _ window: ArraySlice<Message.ID>, in books: Books, at now: Date
    ) throws -> (errands: [Errand], holds: [(id: Message.ID, reason: Reason)]) {
        let reading = Errand.Reading(foreignChanges: foreignChanges, ownChanges: lastChange)
        var errands: [Errand] = []
        var holds: [(id: Message.ID, reason: Reason)] = []
        for outgoing in try books.outgoing(window) where outgoing.message.state == .queued {
            switch sender.handOver.judge.verdict(in: outgoing.circumstances, at: now) {
            case .hold(let reason): holds.append((outgoing.message.id, reason))
            case .wait: break
            case .send:
                if let envelope = envelope(of: outgoing) {
                    errands.append(Errand(outgoing, envelope, reading))
                }
            }
        }
        return (errands, holds)
    }

    /// Nil for a card: it is posted by the user, and here only held when it is late.
    private func envelope(of outgoing: Outgoing) -> Envelope? {
        guard outgoing.message.channel == .email else { return nil }
        return outgoing.message.recipient.address.map {
            Envelope(sender: sender.settings.address, recipient: $0)
        }
    }

    /// One note of each panel, unless another of it has just left; the rest waits for a later run.
    private func spread(_ errands: [Errand], at now: Date) -> [Errand] {
        errands.filter { isSpread($0.outgoing, at: now) }
    }

    /// Whether the last note to the same panel is long enough ago.
    private func isSpread(_ outgoing: Outgoing, at now: Date) -> Bool {
        guard sender.settings.spread > 0, let interview = outgoing.message.followUp.interview else {
            return true
        }
        let last = [outgoing.lastOfPanel, panels[interview]].compactMap(\.self).max()
        guard last.map({ now >= $0 + sender.settings.spread }) ?? true else { return false }
        panels[interview] = now
        return true
    }

    /// As many as the account may send; the rest waits for its turn.
    private func withinCeilings(_ errands: [Errand], at now: Date) throws -> [Errand] {
        guard let left = room, errands.count > left.count else {
            room?.count -= errands.count
            return errands
        }
        room?.count = 0
        try write { books in
            try postpone(
                errands.dropFirst(left.count), until: left.next, because: "your own limit of \(left.limit)",
                in: books)
        }
        return Array(errands.prefix(left.count))
    }

    private func postpone(
        _ errands: some Sequence<Errand>, until next: Date, because detail: String?, in books: Books
    ) throws {
        for errand in errands where try books.state(of: errand.id) == .queued {
            try books.postpone(errand.id, until: next, because: detail)
            report.deferred.append(errand.id)
        }
    }

    /// What was not tried: late messages are held all the same, and a server that is down defers all.
    private func lookThroughTheRest(postponing: Bool) throws {
        let now = sender.clock()
        for window in due.windows {
            let rest = try sift(window, at: now)
            guard postponing, !rest.isEmpty else { continue }
            try write { books in
                let next = try standBack(in: books, at: now)
                try postpone(rest, until: next, because: words(of: report.stop), in: books)
            }
        }
    }

    private func words(of stop: SendReport.Stop?) -> String? {
        guard case .server(let reply, let fault)? = stop else { return nil }
        return reply?.words ?? fault.words
    }
}
