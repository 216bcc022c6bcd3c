import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct OutlookTests {
    private let office: Office
    private let recorded: Recorded

    init() throws {
        office = try Office()
        recorded = try office.add()
    }

    private var note: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    private func outlook(_ id: Message.ID, at now: String) throws -> Outlook {
        try office.desk.outlook(for: [id], at: at(now))[0]
    }

    // MARK: - The queue

    @Test func whatIsDueFirstComesFirst() throws {
        let later = try office.add(Told(organisation: "Another Council", ended: "2026-11-19 10:00"))
        let earlier = try office.add(Told(organisation: "Third Council", ended: "2026-11-16 10:00"))
        let queue = try office.desk.queue(all: false, at: at("2026-11-19T12:00:00Z"))
        let expected =
            [earlier.messages[0], note, later.messages[0]]
            + [earlier.messages[1], question, later.messages[1]]
        #expect(queue.map(\.message.id) == expected)
        #expect(queue.map(\.recruitment.organisation).prefix(2) == ["Third Council", "Example Council"])
    }

    @Test(arguments: MessageState.allCases.filter { $0 != .bounced })
    func whatIsOverIsShownOnRequest(state: MessageState) throws {
        let now = at("2026-11-18T15:00:00Z")
        switch state {
        case .draft: _ = try office.desk.edit(note, subject: "Thank you very much", body: nil)
        case .held: _ = try office.desk.hold([note], at: now)
        case .cancelled: _ = try office.desk.cancel([note], at: now)
        case .queued: break
        default: try office.end(note, as: state, at: now)
        }
        #expect(try office.state(note) == state)
        let isOver = state == .sent || state == .cancelled
        #expect(try office.desk.queue(all: false, at: now).contains { $0.message.id == note } == !isOver)
        #expect(try office.desk.queue(all: true, at: now).map(\.message.id) == [note, question])
    }

    // MARK: - What a message waits for

    @Test(arguments: [
        // Until it is due; the reason's moment and the next try are one.
        ("2026-11-17T18:00:00Z", Reason.Code.early, "2026-11-18T15:00:00Z"),
        // Due at three, the house closed at seven.
        ("2026-11-18T21:00:00Z", .closedHours, "2026-11-19T08:00:00Z"),
    ])
    func aNoteWaitsUntilItMayGo(now: String, code: Reason.Code, until: String) throws {
        let outlook = try outlook(note, at: now)
        #expect(outlook.reason == Reason(code, moment: at(until)) && outlook.nextAttempt == at(until))
        #expect(outlook.message.due == at("2026-11-18T15:00:00Z"))
    }

    @Test func aQuestionWaitsForTheQuietTimeToEnd() throws {
        let outlook = try outlook(question, at: "2026-11-20T10:00:00Z")
        #expect(outlook.reason?.code == .quietTime && outlook.nextAttempt == at("2026-12-01T15:00:00Z"))
    }

    @Test func theEndOfAWaitLiesInOpeningHours() throws {
        // Another email to Jane went the evening before: a day later it is seven, and the house is closed.
        let other = try office.add(Told(organisation: "Another Council", ended: "2026-11-16 18:59"))
        try office.end(other.messages[0], as: .sent, at: at("2026-11-17T19:00:00Z"))
        let outlook = try outlook(note, at: "2026-11-18T16:00:00Z")
        #expect(outlook.reason?.code == .dayBetween)
        #expect(outlook.nextAttempt == at("2026-11-19T08:00:00Z"))
    }

    @Test func theQuestionWaitsForAWorkingDay() throws {
        let saturday = try office.add(
            Told(organisation: "Another Council", ended: "2026-11-20 18:30", panel: [Told.sam]))
        #expect(
            try outlook(saturday.messages[0], at: "2026-11-21T12:00:00Z").nextAttempt
                == at("2026-11-21T18:30:00Z"))
        #expect(
            try outlook(saturday.messages[1], at: "2026-12-05T12:00:00Z").nextAttempt
                == at("2026-12-07T08:00:00Z"))
    }

    @Test func aDeferredMessageIsTriedWhenTheServerAllows() throws {
        let now = at("2026-11-18T16:00:00Z")
        try office.ledger.write { try $0.postpone(note, until: now + 240, because: "451 later") }
        let outlook = try outlook(note, at: "2026-11-18T16:00:00Z")
        #expect(outlook.reason == Reason(.deferred, moment: now + 240, detail: "451 later"))
        #expect(outlook.nextAttempt == now + 240 && outlook.message.due == at("2026-11-18T15:00:00Z"))
    }

    @Test func whatMayGoIsTriedAtOnce() throws {
        let outlook = try outlook(note, at: "2026-11-18T16:00:00Z")
        #expect(outlook.verdict == .send && outlook.reason == nil)
        #expect(outlook.nextAttempt == at("2026-11-18T15:00:00Z"))
    }

    @Test func whatWillBeHeldSaysWhy() throws {
        let outlook = try outlook(note, at: "2026-11-21T10:00:00Z")
        #expect(outlook.reason == Reason(.late, moment: at("2026-11-20T15:00:00Z")))
        #expect(outlook.nextAttempt == nil)
        #expect(outlook.message.state == .queued)
    }

    @Test(arguments: [MessageState.draft, .held, .sent, .unconfirmed, .refused])
    func onlyWhatIsQueuedIsTried(state: MessageState) throws {
        let now = at("2026-11-18T15:00:00Z")
        switch state {
        case .draft: _ = try office.desk.edit(note, subject: "Thank you very much", body: nil)
        case .held: _ = try office.desk.hold([note], at: now)
        default: try office.end(note, as: state, at: now)
        }
        let outlook = try outlook(note, at: "2026-11-18T16:00:00Z")
        #expect(outlook.verdict == nil && outlook.nextAttempt == nil)
        #expect(outlook.reason == outlook.message.reason)
        #expect(outlook.attempts.count == ([.draft, .held].contains(state) ? 0 : 1))
    }

    // MARK: - The thread

    @Test func theQuestionAnswersAThankYouThatWasSent() throws {
        #expect(try outlook(question, at: "2026-11-18T14:00:00Z").threadSubject == nil)
        let moment = at("2026-11-18T15:00:00Z")
        try office.ledger.write { books in
            let subject = try books.message(note).subject
            try books.handOver(note, dispatched: [0x42], subject: subject, at: moment)
            try books.sent(
                note, Attempt(started: moment, ended: moment + 1, outcome: .sent, code: 250, reply: "ok"))
        }
        #expect(
            try outlook(question, at: "2026-11-18T16:00:00Z").threadSubject
                == "Re: Thank you – Data Analyst interview")
        #expect(try outlook(note, at: "2026-11-18T16:00:00Z").threadSubject == nil)
    }

    @Test(arguments: [MessageState.unconfirmed, .refused])
    func nothingAnswersWhatMayNotHaveArrived(state: MessageState) throws {
        try office.end(note, as: state, at: at("2026-11-18T15:00:00Z"))
        #expect(try outlook(question, at: "2026-11-18T16:00:00Z").threadSubject == nil)
    }

    @Test func nothingIsAnsweredToSomebodyElse() throws {
        try office.mend(recorded) { $0.contact = try NameAndAddress(Told.hana) }
        try office.end(note, as: .sent, at: at("2026-11-18T15:00:00Z"))
        #expect(try outlook(question, at: "2026-11-18T16:00:00Z").threadSubject == nil)
    }

    @Test func whatWentInAThreadSaysUnderWhichSubject() throws {
        let moment = at("2026-12-01T15:00:00Z")
        try office.ledger.write {
            try $0.handOver(question, dispatched: [0x42], subject: "Re: Thanks", at: moment)
        }
        #expect(try outlook(question, at: "2026-12-01T16:00:00Z").threadSubject == "Re: Thanks")
    }

    // MARK: - Drafts

    @Test(arguments: [
        ("2026-11-20T15:00:00Z", nil), ("2026-11-20T15:00:01Z", Reason.Code.late),
    ])
    func aDraftTellsWhatApprovalWouldMeet(now: String, code: Reason.Code?) throws {
        #expect(try outlook(note, at: now).prospect == nil, "it is queued")
        _ = try office.desk.edit(note, subject: "Thank you very much", body: nil)
        let outlook = try outlook(note, at: now)
        #expect(outlook.prospect?.code == code && outlook.reason == nil && outlook.verdict == nil)
        _ = try office.desk.approve([note], ignoring: [], at: at(now))
        #expect(try office.message(note).reason?.code == code)
    }
}
