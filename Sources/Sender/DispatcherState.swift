import Etiquette
import Foundation
import Mail

/// What waits at the dispatcher.
struct DispatcherState: Sendable {
    /// How many there may be; fewer once the server has turned one away.
    private var connections: Int
    /// Messages that nobody has taken yet, in the order of their due times.
    var ready: [OutboundMessage] = []
    /// No further messages come.
    var isComplete = false
    private(set) var ending: Ending?
    private var askedToEnd: Date?

    /// Who is being written to, and over which connection: two messages to one person never race.
    private var underWay: [Person.ID: Int] = [:]
    /// Who was written to, or may have been: a second message to one of them waits a day.
    private var written: Set<Person.ID> = []
    /// What has been taken and has not come as far as the body.
    private var onTheWay: Set<Message.ID> = []
    /// The server has asked for a body, and nothing has gone wrong with a connection since. Without that a second
    /// connection could be a second login that fails.
    private var isProven = false
    /// The connections that have been asked for a body.
    private var proven: Set<Int> = []
    /// Beside a connection that works, these were not let in.
    private var turnedAway: Set<Int> = []
    /// Where one was turned away: the connections up to this one were opened when nobody knew yet.
    private var lastUnknowing: Int?
    private var doubts = 0
    /// Refusals that may be about the account, since the server last took something: whose message was refused so.
    private var unclear: [String: Person.ID] = [:]

    var writes = PendingWrites()

    private var opened = 0
    /// Those that have asked for a message at least once.
    private var arrived: Set<Int> = []
    private var idle = 0
    private var gone = 0
    private var isRung = false
    /// Of a transaction that is open and may be shared: how many requests it has.
    private var shared: Int?

    init(connections: Int) { self.connections = max(1, connections) }
}

// MARK: - Handing out

extension DispatcherState {
    enum Choice: Sendable {
        case go(OutboundMessage)
        case wait, leave
    }

    /// What a connection that has nothing to do does next.
    ///
    /// - Parameter connection: its number.
    mutating func choose(for connection: Int) -> Choice {
        arrived.insert(connection)
        guard ending == nil, !turnedAway.contains(connection) else { return leave() }
        if letsIn, let index = ready.firstIndex(where: { isFree($0.recipient) }) {
            let outboundMessage = ready.remove(at: index)
            underWay[outboundMessage.recipient] = connection
            onTheWay.insert(outboundMessage.id)
            return .go(outboundMessage)
        }
        // Only now: as a rule the first one is free, and looking at all of them takes longer than everything else here.
        // Until then they count as waiting, and the next window may be fetched one message later.
        ready.removeAll { written.contains($0.recipient) }
        guard !(isComplete && ready.isEmpty) else { return leave() }
        idle += 1
        return .wait
    }

    /// Whether a further delivery may begin.
    private var letsIn: Bool { isProven || onTheWay.isEmpty }

    /// Whether nobody writes to a person, nor has in this run.
    private func isFree(_ recipient: Person.ID) -> Bool {
        underWay[recipient] == nil && !written.contains(recipient)
    }

    private mutating func leave() -> Choice {
        gone += 1
        return .leave
    }

    mutating func wasAsked(for outboundMessage: OutboundMessage) {
        onTheWay.remove(outboundMessage.id)
        isProven = true
        if let connection = underWay[outboundMessage.recipient] { proven.insert(connection) }
    }

    /// The first ending counts.
    mutating func end(_ ending: Ending, at moment: Date?) {
        if case .stop(.asked) = ending { askedToEnd = askedToEnd ?? moment }
        self.ending = self.ending ?? ending
    }

    /// Whether a conversation is worth waiting for: before the body is given not once the run is over, afterwards
    /// until the grace is over, too.
    func goesOn(handedOver: Bool, at now: Date) -> Bool {
        guard handedOver else { return ending == nil }
        return askedToEnd.map { now < $0 + Dispatcher.grace } ?? true
    }
}

// MARK: - Outcomes

extension DispatcherState {
    mutating func finish(_ outcome: DeliveryOutcome) {
        let connection = underWay.removeValue(forKey: outcome.outboundMessage.recipient)
        onTheWay.remove(outcome.outboundMessage.id)
        if let connection, isTurnedAway(connection, with: outcome) {
            // That says nothing of the message, which never came up: whoever works takes it, or a fresh connection.
            return ready.insert(outcome.outboundMessage, at: 0)
        }
        let outcome = isRefusedAlike(outcome) ? outcome.stopping(because: .refusedAlike) : outcome
        writes.outcomes.append(outcome)
        conclude(from: outcome)
    }

    /// What was refused before this run, and has not been followed by anything that was taken.
    mutating func know(_ refusals: [(recipient: Person.ID, refusal: Refusal)]) {
        for (recipient, refusal) in refusals where refusal.subject == .unclear {
            unclear[refusal.sameness] = recipient
        }
    }

    /// Whether a message to somebody else was refused in the same words, and they are not about a recipient.
    private mutating func isRefusedAlike(_ outcome: DeliveryOutcome) -> Bool {
        guard case .refused(let reply) = outcome.delivery else { return false }
        let (refusal, recipient) = (Refusal(reply), outcome.outboundMessage.recipient)
        guard refusal.subject == .unclear else { return false }
        let known = unclear[refusal.sameness]
        unclear[refusal.sameness] = known ?? recipient
        return known.map { $0 != recipient } ?? false
    }

    /// Whether a connection was not let in though another one had worked: many servers allow an account few at a time,
    /// and take the next one when those have left. From then on there are no more than had worked; one that is opened
    /// afresh and not let in either means that the server is down.
    private mutating func isTurnedAway(_ connection: Int, with outcome: DeliveryOutcome) -> Bool {
        guard case .deferred(.server, _, let fault) = outcome.delivery, fault.kind != .brokenOff,
            fault.kind != .limitReached, !outcome.wasAsked, !proven.isEmpty, !proven.contains(connection),
            lastUnknowing.map({ connection <= $0 }) ?? true
        else { return false }
        turnedAway.insert(connection)
        lastUnknowing = lastUnknowing ?? opened
        connections = min(connections, proven.count)
        return true
    }

    /// What an outcome means for everything that comes after it.
    private mutating func conclude(from outcome: DeliveryOutcome) {
        switch outcome.delivery {
        case .accepted:
            doubts = 0
            unclear = [:]
            isProven = true
            written.insert(outcome.outboundMessage.recipient)
        case .refused: break
        case .deferred(_, _, let fault) where fault.kind == .brokenOff: isProven = false
        case .deferred(.message, let reply, _): if reply == nil { isProven = false }
        case .deferred(.server, let reply, let fault): end(.stop(.server(reply, fault)), at: nil)
        case .stopped(let cause, let reply): end(.stop(.mend(cause, reply)), at: nil)
        case .unconfirmed(let fault, let reply):
            written.insert(outcome.outboundMessage.recipient)
            isProven = false
            doubts += 1
            // One lost answer is an accident; after two every further message would only be another doubt.
            if doubts > 1 { end(.stop(.server(reply, fault)), at: nil) }
        case .notHandedOver(let error):
            isProven = false
            let isOfThisMessage = error is HandOver.Withdrawn || error is Ended || error is EnvelopeFault
            if !isOfThisMessage { end(.failed(error), at: nil) }
        }
    }
}

// MARK: - The run's side

struct Work: Sendable {
    var writes = PendingWrites()
    /// There is room for further messages.
    var wantsMore = false
    /// There is more to do than connections to do it.
    var wantsConnection = false
    /// Everything is done, or will not be.
    var isOver = false
}

extension DispatcherState {
    private var wantsMore: Bool { ending == nil && !isComplete && ready.count < 2 * connections }

    private var wantsConnection: Bool {
        // Where nobody is left, one is opened whatever is proven: nobody else would take what came back.
        guard ending == nil, idle == 0, opened - gone < connections, isProven || opened == gone else {
            return false
        }
        let waiting = Set(ready.map(\.recipient)).filter(isFree)
        // One that was opened takes a message as soon as it is there.
        return waiting.count > opened - arrived.count
    }

    /// No further request will come.
    private var isQuiet: Bool {
        underWay.isEmpty
            && (ending != nil || isComplete && ready.allSatisfy { written.contains($0.recipient) })
    }

    private var hasWork: Bool { !writes.isEmpty || wantsMore || wantsConnection || isQuiet }

    /// How many connections have something to do.
    private var busy: Int { opened - idle - gone }

    /// A connection is on its way to a request, and there is nothing else to do.
    ///
    /// - Parameter requests: how many are in the transaction already.
    private func isWorthSharing(with requests: Int) -> Bool {
        requests < busy && !wantsMore && !wantsConnection && ending == nil
    }

    /// Whether the run is to be woken, which is once for whatever it finds then.
    mutating func ring() -> Bool {
        let isAwaited =
            if let shared { !writes.isEmpty || !isWorthSharing(with: shared) } else { hasWork }
        guard !isRung, isAwaited else { return false }
        isRung = true
        return true
    }

    /// How many connections are to look again; nil work is found in a moment.
    mutating func release() -> Int {
        guard idle > 0 else { return 0 }
        let isSomethingToDo =
            ending != nil || isComplete && ready.isEmpty
            || letsIn && ready.contains { underWay[$0.recipient] == nil }
        guard isSomethingToDo else { return 0 }
        defer { idle = 0 }
        return idle
    }

    /// Everything that waits; nil for nothing.
    mutating func take() -> Work? {
        isRung = false
        guard hasWork else { return nil }
        let work = Work(
            writes: takeWrites(), wantsMore: wantsMore, wantsConnection: wantsConnection, isOver: isQuiet)
        if work.wantsConnection { opened += 1 }
        return work
    }

    /// The connection that was wanted last could not be begun. From then on there are no more than there were.
    ///
    /// - Returns: whether another one is there to do what there is to do.
    mutating func goesOnWithoutTheLast() -> Bool {
        opened -= 1
        let others = opened - gone
        connections = max(1, others)
        return others > 0
    }

    private mutating func takeWrites() -> PendingWrites {
        defer { writes = PendingWrites() }
        return writes
    }

    enum Sharing: Sendable {
        case writes(PendingWrites)
        /// A connection is on its way to a request.
        case others
        case nobody
    }

    /// What came for a transaction that is open. Others wait for the ledger as long as it is: only a connection on its way
    /// to a request, and only for so long, is worth that.
    ///
    /// - Parameters:
    ///   - requests: how many it has already.
    ///   - isTimeUp: whether it is to end now.
    mutating func share(with requests: Int, isTimeUp: Bool) -> Sharing {
        isRung = false
        shared = nil
        if !writes.isEmpty { return .writes(takeWrites()) }
        guard !isTimeUp, isWorthSharing(with: requests) else { return .nobody }
        shared = requests
        return .others
    }
}
