import Dispatch
import Etiquette
import Foundation
import Ledger
import Mail

/// One delivery of what is due, on the thread that asked for it: the only one that touches the ledger.
final class SendingRun {
    let sender: Sender
    let dispatcher: Dispatcher
    var report = SendReport()

    /// Everything that was due when the run began, in the order of the due times, and what was not looked at yet.
    var due: [Message.ID] = []
    var windows: ArraySlice<ArraySlice<Message.ID>> = []
    /// Held from before the mark is read until the last outcome is on record.
    private(set) var turn: Turn?
    /// How many messages the account may still send.
    var room: Ceilings.Room?
    /// Whether what may have come by mail is known.
    var mailbox = Circumstances.Mailbox.unasked
    private var connect: Sender.Connect?
    let connections = DispatchGroup()
    private var opened = 0

    /// Handed out, and not made into bytes yet.
    var unprepared: [OutboundMessage] = []
    /// Outcomes that the ledger does not have yet.
    var unrecorded: [DeliveryOutcome] = []
    /// When this run changed something that could matter to a later message to the same person.
    var changes: [Person.ID: Int] = [:]
    var lastChange = 0
    let groupCommit: GroupCommit
    /// How the ledger was when this run last looked, and how often somebody else had changed it by then.
    private var version: LedgerTransaction.Version?
    private(set) var foreignChanges = 0
    /// Since when the server has been down, and how often before.
    var failures = 0
    var isDownUntil: Date?
    /// When the newest note to each panel left in this run.
    var panels: [Interview.ID: Date] = [:]

    init(_ sender: Sender, _ dispatcher: Dispatcher) {
        self.sender = sender
        self.dispatcher = dispatcher
        groupCommit = GroupCommit(sender.ledger)
    }

    func perform() throws -> SendReport {
        if dispatcher.ending == nil { try prepare() }
        serve()
        connections.wait()
        try settle()
        try turn?.end()
        report.sort(by: due)
        return report
    }

    /// The ledger is whole and the one that sent last; then clock, recovery, and the list of what is due in one
    /// transaction.
    private func prepare() throws {
        let turn = try sender.ledger.takeTurn()
        self.turn = turn
        try sender.ledger.examine()
        try Headroom.require(Headroom.run)
        let now = sender.clock()
        try write { transaction in
            try ClockCheck.refuseClockBehind(in: transaction, at: now)
            report.unconfirmed += try InterruptedSending.settle(in: transaction, at: now)
            report.held = try transaction.messages(.held, dueBy: now)
            due = try transaction.messages(.queued, dueBy: now)
            failures = try transaction.failures(of: sender.settings.server)
            dispatcher.know(try refusals(in: transaction, at: now))
            let ceilings = sender.settings.ceilings
            guard ceilings != Ceilings(), !due.isEmpty else { return }
            room = ceilings.room(after: try transaction.departures(since: now - 86_400), at: now)
        }
        try listenBeforeAsking(at: now)
        try lookForCopies(turn, at: now)
        windows = due.windows[...]
        // With nothing due nothing is written: the ledger stays as it is, byte for byte.
        if !due.isEmpty { try turn.begin() }
    }

    /// Of the day before, by earlier runs: a server that means the account does so in the next run, too.
    private func refusals(in transaction: LedgerTransaction, at now: Date) throws -> [(
        recipient: Person.ID, refusal: Refusal
    )] {
        guard !due.isEmpty else { return [] }
        return try transaction.refusals(since: now - 86_400).map { refused in
            (
                refused.recipient,
                Refusal(code: refused.code, words: String(refused.reply.drop { $0 != " " }.dropFirst()))
            )
        }
    }

    /// Does what the connections want until there is nothing more to do.
    private func serve() {
        while true {
            let idle = DispatchTime.now()
            let work = dispatcher.take()
            groupCommit.rest(since: idle)
            serve(work)
            if work.isOver { return }
        }
    }

    /// All of it, even where one part fails: connections wait for answers, and outcomes to be recorded.
    func serve(_ work: Work) {
        if work.wantsConnection { endingOnFailure { try open() } }
        endingOnFailure { try commit(work.writes) }
        // Last: meanwhile the connections talk.
        if work.wantsMore { endingOnFailure { try handOut() } }
        prepareBeside()
    }

    func endingOnFailure(_ body: () throws -> Void) {
        do { try body() } catch { dispatcher.end(.failed(error)) }
    }

    private func open() throws {
        let connect = try self.connect ?? sender.prepareConnecting()
        self.connect = connect
        connections.enter()
        do throws(SenderProblem) {
            try Connection(number: opened + 1, dispatcher: dispatcher, connect: connect, clock: sender.clock)
                .begin { [connections] in connections.leave() }
            opened += 1
        } catch {
            connections.leave()
            // Those that are there do what there is to do.
            if !dispatcher.goesOnWithoutTheLast() { throw error }
        }
    }

    /// Makes beside all this what was handed out: most of it leaves within the second. Only once a connection has its
    /// thread, which is needed more; without a thread for it each connection makes its own.
    private func prepareBeside() {
        guard opened > 0, !unprepared.isEmpty else { return }
        let outboundMessages = unprepared
        unprepared = []
        Worker.start(
            { [clock = sender.clock] in
                for outboundMessage in outboundMessages { _ = try? outboundMessage.dispatch(at: clock()) }
            }, in: connections)
    }

    /// After the last connection has left: what is not recorded yet, and what was not tried.
    private func settle() throws {
        try recordTheRest()
        guard case .stop(let stop)? = dispatcher.ending else { return }
        report.stop = stop
        if case .asked = stop { return }
        try lookThroughTheRest()
    }
}

// MARK: - The ledger

extension SendingRun {
    /// One transaction. Whatever somebody else has changed since the last one is noticed.
    func write<Value>(_ body: (LedgerTransaction) throws -> Value) throws -> Value {
        try sender.ledger.write { transaction in try noticing(transaction) { try body(transaction) } }
    }

    /// Within a transaction that writes: nobody else does as long as it is open.
    func noticing<Value>(_ transaction: LedgerTransaction, _ body: () throws -> Value) throws -> Value {
        let before = try notice(transaction)
        defer { version = before.grown(in: transaction) }
        return try body()
    }

    func read<Value>(_ body: (LedgerTransaction) throws -> Value) throws -> Value {
        try sender.ledger.read { transaction in
            version = try notice(transaction)
            return try body(transaction)
        }
    }

    private func notice(_ transaction: LedgerTransaction) throws -> LedgerTransaction.Version {
        let now = try transaction.version()
        if version != now { foreignChanges += 1 }
        return now
    }
}
