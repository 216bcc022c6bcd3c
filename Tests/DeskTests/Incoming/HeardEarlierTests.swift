import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("what was heard some time ago, and a withdrawal that nobody knows of") struct HeardEarlierTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let now = at("2026-11-23T12:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(contact: Told.hana))
    }

    private func hear(_ word: Desk.Word, at moment: Date?) throws -> Desk.Heard {
        try running.desk.hear(word, in: recorded.recruitment, from: nil, heard: moment, at: Self.now)
    }

    @Test func itStandsAtItsTime() throws {
        let moment = at("2026-11-19T09:30:00Z")
        #expect(try hear(.replied(courtesy: false), at: moment).contact.time == moment)
        #expect(try hear(.replied(courtesy: false), at: moment).existing)
        let question = try running.message(.decisionStatus, in: recorded.recruitment)
        #expect(question?.state == .held)
    }

    @Test func nothingIsHeardFromTheFutureOrBeforeTheInterview() throws {
        #expect(throws: DeskProblem.inFuture(Self.now + 1, now: Self.now)) {
            try hear(.rejected, at: Self.now + 1)
        }
        let (early, ended) = (at("2026-11-17T14:59:00Z"), try london("2026-11-17 15:00"))
        #expect(throws: DeskProblem.beforeInterview(early, ended: ended)) {
            try hear(.rejected, at: early)
        }
        #expect(try running.contacts().isEmpty)
    }

    @Test func whoHasToldNobodySaysSo() throws {
        let heard = try hear(.withdrewUntold, at: nil)
        #expect(heard.contact.outcome == .withdrew && heard.contact.detail == Contact.toldNobody)
        #expect(try running.standing(recorded.recruitment) == .withdrawn)
        #expect(try running.messages(recorded.messages).allSatisfy { $0.state == .cancelled })
        #expect(try !hear(.withdrew, at: nil).existing, "now they know")
    }
}
