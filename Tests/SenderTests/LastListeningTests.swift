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

    private func send(_ listen: @escaping @Sendable () -> String?) throws -> SendReport {
        try post.sender(by: ScriptedTransport()) { $0.listenBeforeAsking = listen }.sendDue()
    }

    @Test func whatIsReadWithoutTroubleLetsTheQuestionGo() throws {
        let times = Mutex(0)
        let report = try send {
            times.withLock { $0 += 1 }
            return nil
        }
        #expect(report.sent == [messages[1]])
        #expect(times.withLock { $0 } == 1)
    }

    @Test func whatCannotBeReadKeepsItWaiting() throws {
        let report = try send { "the mailbox is gone" }
        #expect(report.sent.isEmpty && report.deferred == [messages[1]])
        let message = try post.ledger.read { try $0.message(messages[1]) }
        #expect(message.state == .queued && message.nextAttempt == post.now + 300)
        #expect(message.reason?.code == .mailboxUnread && message.reason?.detail == "the mailbox is gone")
        post.now += 300
        #expect(try send { nil }.sent == [messages[1]])
    }

    @Test func whatIsHeardThereHoldsIt() throws {
        let (ledger, question) = (post.ledger, messages[1])
        let report = try send {
            do {
                try ledger.write { try $0.hold(question, because: Reason(.possibleReply)) }
                return nil
            } catch {
                return "\(error)"
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
            return nil
        }
        #expect(times.withLock { $0 } == 0)
    }
}
