import Synchronization
import Testing

@testable import Application

@Suite struct StopSignalTests {
    /// How often somebody heard it.
    private final class MailboxReader: Sendable {
        let heard = Atomic(0)
    }

    @Test func whoeverIsToldHearsIt() throws {
        let (stopSignal, mailboxReader) = (try #require(StopSignal()), MailboxReader())
        stopSignal.tell { mailboxReader.heard.add(1, ordering: .relaxed) }
        #expect(mailboxReader.heard.load(ordering: .relaxed) == 0)
        stopSignal.ring()
        stopSignal.ring()
        #expect(mailboxReader.heard.load(ordering: .relaxed) == 1)
    }

    @Test func whoeverComesLateHearsItAtOnce() throws {
        let (stopSignal, mailboxReader) = (try #require(StopSignal()), MailboxReader())
        stopSignal.ring()
        stopSignal.tell { mailboxReader.heard.add(1, ordering: .relaxed) }
        #expect(mailboxReader.heard.load(ordering: .relaxed) == 1)
    }

    @Test func onlyTheLastOneToldHearsIt() throws {
        let (stopSignal, first, second) = (try #require(StopSignal()), MailboxReader(), MailboxReader())
        stopSignal.tell { first.heard.add(1, ordering: .relaxed) }
        stopSignal.tell { second.heard.add(1, ordering: .relaxed) }
        stopSignal.ring()
        #expect(first.heard.load(ordering: .relaxed) == 0)
        #expect(second.heard.load(ordering: .relaxed) == 1)
    }
}
