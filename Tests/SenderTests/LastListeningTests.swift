import Etiquette
import Fixtures
import Foundation
import Ledger
import Sender
import Synchronization
import Testing

/// The mailbox is read once more before the question goes.
@Suite struct LastListeningTests {
    private let post: Post
    private let messages: [Message.ID]

    /// A thank-you to Jane that has gone, and the question to her, which is due.
    init() throws {
        post = try Post()
        messages = try post.interview().messages
        post.now = at("2026-11-18T15:00:00Z")
        try post.send(by: ScriptedTransport())
        post.now = at("2026-12-01T15:00:00Z")
    }

    private func send(_ listen: @escaping @Sendable () -> Circumstances.Mailbox) throws -> SendReport {
        try post.sender(by: ScriptedTransport()) { $0.listenBeforeAsking = listen }.sendDue()
    }

    @Test func whatIsReadWithoutTroubleLetsTheQuestionGo() throws {
        let times = Mutex(0)
        let hands = post.hands
        let report = try send {
            times.withLock { $0 += 1 }
            return .read(hands.time.withLock { $0 })
        }
        #expect(report.sent == [messages[1]])
        #expect(times.withLock { $0 } == 1)
    }

    @Test func whatCannotBeReadKeepsItWaiting() throws {
        let until = post.now + 300
        let report = try send { .unreadable(until: until, why: "the mailbox is gone") }
        #expect(report.sent.isEmpty && report.deferred == [messages[1]])
        let message = try post.ledger.read { try $0.message(messages[1]) }
        #expect(message.state == .queued && message.nextAttempt == until)
        #expect(message.reason?.code == .mailboxUnread && message.reason?.detail == "the mailbox is gone")
        post.now = until
        let hands = post.hands
        #expect(try send { .read(hands.time.withLock { $0 }) }.sent == [messages[1]])
    }

    /// The reading of a mailbox that does not answer takes half a minute, in which the clock goes on.
    @Test(arguments: [30.0, 200, 299])
    func aQuestionThatBecomesFreeDuringAFailingReadingWaits(seconds: TimeInterval) throws {
        // Deferred before; free while the other one's reading fails.
        let other = try post.interview([Post.sam], ended: "2026-11-17 14:00", organisation: "Another Council")
        let late = other.messages[1]
        try post.ledger.write { transaction in
            try transaction.cancel(other.messages[0], because: nil)
            try transaction.postpone(late, until: post.now + seconds - 1, because: nil)
        }
        let hands = post.hands
        let report = try send {
            hands.time.withLock { time in
                time += seconds
                return .unreadable(until: time + 300, why: "nobody answers")
            }
        }
        #expect(report.sent.isEmpty)
        #expect(Set(report.deferred) == [messages[1], late])
        #expect(try post.states([messages[1], late]) == [.queued, .queued])
        #expect(try post.message(late).reason?.code == .mailboxUnread)
    }

    /// Nothing asked for the mailbox when the run began, and nothing is asked without it.
    @Test func aQuestionThatBecomesFreeInARunThatHasNotReadWaitsForTheNext() throws {
        try post.ledger.write { try $0.postpone(messages[1], until: post.now + 20, because: nil) }
        let other = try post.interview(
            [Post.ines], ended: "2026-11-30 14:00", organisation: "Another Council")
        let hands = post.hands
        let times = Mutex(0)
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(before: { hands.time.withLock { $0 += 60 } })
        ])
        func run() throws -> SendReport {
            try post.sender(by: transport) {
                $0.listenBeforeAsking = {
                    times.withLock { $0 += 1 }
                    return .read(hands.time.withLock { $0 })
                }
            }.sendDue()
        }
        #expect(try run().sent == [other.messages[0]])
        #expect(times.withLock { $0 } == 0)
        #expect(try run().sent == [messages[1]])
        #expect(times.withLock { $0 } == 1)
    }

    /// At the hand-over, too: whoever dawdles there for minutes is asked on the strength of what was read long ago.
    @Test(arguments: [(299.0, true), (301.0, false)])
    func atTheHandOverTheReadingIsFresh(seconds: TimeInterval, goes: Bool) throws {
        let hands = post.hands
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(before: { hands.time.withLock { $0 += seconds } })
        ])
        let report = try post.sender(by: transport) {
            $0.listenBeforeAsking = { .read(hands.time.withLock { $0 }) }
        }.sendDue()
        #expect(report.sent == (goes ? [messages[1]] : []))
        #expect(transport.bodies.count == (goes ? 1 : 0))
        #expect(try post.message(messages[1]).state == (goes ? .sent : .queued))
    }

    @Test func whatIsHeardThereHoldsIt() throws {
        let (ledger, question, now) = (post.ledger, messages[1], post.now)
        let report = try send {
            do {
                try ledger.write { try $0.hold(question, because: Reason(.possibleReply)) }
                return .read(now)
            } catch {
                return .unreadable(until: now, why: "\(error)")
            }
        }
        #expect(report.sent.isEmpty && report.held == [question])
    }

    @Test(arguments: ["2026-11-18T15:00:00Z", "2026-12-01T22:00:00Z"])
    func nobodyListensWhereNoQuestionIsToGo(now: String) throws {
        post.now = at(now)
        let times = Mutex(0)
        _ = try send {
            times.withLock { $0 += 1 }
            return .unread
        }
        #expect(times.withLock { $0 } == 0)
    }
}
