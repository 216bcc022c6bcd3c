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
        #expect(try codes().first == .untold)
        #expect(try !hear(.withdrew, at: nil).existing, "now they know")
        #expect(try codes() == [.nothing])
    }

    private func codes() throws -> [Advice.Code] { try running.desk.advise(at: Self.now).map(\.code) }

    @Test("who withdrew is reminded to tell them until they were in touch, or it is taken back")
    func theReminderEnds() throws {
        try hear(.withdrewUntold, at: nil)
        #expect(try hear(.withdrewUntold, at: nil).existing)
        #expect(try codes().first == .untold)
        _ = try running.desk.unhear(in: recorded.recruitment, at: Self.now)
        #expect(try !codes().contains(.untold))
        try hear(.withdrewUntold, at: nil)
        let call = Desk.Said(
            person: String(try running.desk.people()[0].id.rawValue), channel: .phone, direction: .out,
            recruitment: recorded.recruitment, message: nil, answering: false, time: Self.now, note: nil)
        _ = try running.desk.log(call, at: Self.now)
        #expect(try !codes().contains(.untold))
    }
}
