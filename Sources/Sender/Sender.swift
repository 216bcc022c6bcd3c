import Etiquette
import Foundation
import Ledger
import Mail

/// The one way out: what is due is judged again, handed over, and recorded.
public final class Sender {
    private let ledger: Ledger
    private let judge: Judge
    private let connect: () throws -> any Transport
    /// From and envelope sender, always.
    private let address: EmailAddress
    private let ceilings: Ceilings
    let clock: () -> Date
    private let lock: SenderLock

    var report = SendReport()
    /// An acceptance that the server has given and the ledger does not have yet: it shares the commit of the next
    /// hand-over, or gets its own where that is long in coming.
    var unrecorded: (id: Message.ID, attempt: Attempt)?
    /// Who was written to in this run: a second message to one of them waits a day.
    var written: Set<Person.ID> = []
    var doubtsInARow = 0

    /// Takes the right to send; it ends with this object.
    ///
    /// - Parameter connect: asked for the way out once something is due: it may have to fetch a password.
    public init(
        ledger: Ledger, settings: EtiquetteSettings, address: EmailAddress, ceilings: Ceilings = Ceilings(),
        lock: consuming SenderLock, clock: @escaping () -> Date, connect: @escaping () throws -> any Transport
    ) {
        self.ledger = ledger
        self.judge = Judge(settings: settings)
        self.connect = connect
        self.address = address
        self.ceilings = ceilings
        self.lock = lock
        self.clock = clock
    }

    /// Delivers what is due now, once.
    public func sendDue() throws -> SendReport {
        report = SendReport()
        written = []
        doubtsInARow = 0
        let due = try withinCeilings(prepare())
        guard !due.isEmpty else { return report }
        let transport = try connect()
        transport.onProgress = { [weak self] in self?.recordAcceptanceMeanwhile() }
        defer { transport.close() }
        do {
            var rest = due[...]
            while report.stop == nil, let next = rest.popFirst() {
                guard !written.contains(next.recipient) else { continue }
                try deliver(next, before: rest, over: transport)
            }
        } catch {
            try recordAcceptance()
            throw error
        }
        try recordAcceptance()
        return report
    }

    /// How long an acceptance waits for the next hand-over to share its commit, in seconds.
    static let patience: TimeInterval = 0.5

    /// While the server dawdles over the next message. A failure shows at the next write, which tries again.
    private func recordAcceptanceMeanwhile() {
        guard let accepted = unrecorded?.attempt.ended, clock() >= accepted + Self.patience else { return }
        try? recordAcceptance()
    }

    /// Records an acceptance that still waits for a shared commit.
    private func recordAcceptance() throws {
        guard unrecorded != nil else { return }
        try write { _ in }
    }

    /// One transaction, in which an acceptance that waited is recorded too.
    func write<Value>(_ body: (Books) throws -> Value) throws -> Value {
        let accepted = unrecorded
        let value = try ledger.write { books in
            if let accepted { try books.sent(accepted.id, accepted.attempt) }
            return try body(books)
        }
        // Only now: a transaction that failed has recorded nothing.
        unrecorded = nil
        return value
    }

    /// A message that etiquette lets go, with what the envelope needs.
    struct Due {
        let id: Message.ID
        let recipient: Person.ID
        let address: EmailAddress
    }

    /// The ledger is whole and the one that sent last; then clock, recovery, and a first judgement of everything due
    /// in one transaction.
    private func prepare() throws -> [Due] {
        try ledger.examine()
        let now = clock()
        let due: [Due] = try write { books in
            if let newest = try books.newestContact(), newest > now + 300 {
                throw SenderProblem.clockBehind(newest: newest, now: now)
            }
            try recover(in: books, at: now)
            report.held = try books.messages(.held, dueBy: now)
            return try books.messages(.queued, dueBy: now).compactMap { id in
                let message = try books.message(id)
                switch judge.verdict(in: try books.circumstances(of: message), at: now) {
                case .send:
                    // A card is posted by the user; here it is only held when it is late.
                    guard message.channel == .email else { return nil }
                    return message.recipient.address.map {
                        Due(id: id, recipient: message.recipient.id, address: $0)
                    }
                case .wait: return nil
                case .hold(let reason):
                    try books.hold(id, because: reason)
                    report.held.append(id)
                    return nil
                }
            }
        }
        // With nothing due nothing is written: the ledger stays as it is, byte for byte.
        if !due.isEmpty { try ledger.beginSending() }
        return due
    }

    /// As many as the account may send now; the rest waits for its turn.
    private func withinCeilings(_ due: [Due]) throws -> [Due] {
        let now = clock()
        let left = try ledger.read { try $0.departures(since: now - 86_400) }
        guard let room = ceilings.room(after: left, at: now), due.count > room.count else { return due }
        try postpone(due[room.count...], until: room.next, because: "your own limit of \(room.limit)")
        return Array(due.prefix(room.count))
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

    private func deliver(_ due: Due, before rest: ArraySlice<Due>, over transport: any Transport) throws {
        var started = clock()
        let envelope = Envelope(sender: address, recipient: due.address)
        let delivery = transport.deliver(envelope) {
            started = clock()
            return try write { books in
                try HandOver(message: due.id, judge: judge, envelope: envelope).perform(
                    in: books, at: started)
            }.bytes
        }
        try record(delivery, of: due, started: started, before: rest)
    }
}
