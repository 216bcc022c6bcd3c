import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct MessageStatusTests {
    private let running: RunningApplication
    private let recorded: Recorded

    init() throws {
        running = try RunningApplication()
        recorded = try running.add()
    }

    private var note: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    private func messageStatus(_ id: Message.ID, at now: String) throws -> MessageStatus {
        try running.desk.messageStatus(for: [id], at: at(now))[0]
    }

    // MARK: - The queue

    @Test func whatIsDueFirstComesFirst() throws {
        let later = try running.add(Told(organisation: "Another Council", ended: "2026-11-19 10:00"))
        let earlier = try running.add(Told(organisation: "Third Council", ended: "2026-11-16 10:00"))
        let queue = try running.desk.queue(all: false, at: at("2026-11-19T12:00:00Z"))
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
        case .draft: _ = try running.desk.edit(note, subject: "Thank you very much", body: nil)
        case .held: _ = try running.desk.hold([note], at: now)
        case .cancelled: _ = try running.desk.cancel([note], at: now)
        case .queued: break
        default: try running.end(note, as: state, at: now)
        }
        #expect(try running.state(note) == state)
        let isOver = state == .sent || state == .cancelled
        #expect(try running.desk.queue(all: false, at: now).contains { $0.message.id == note } == !isOver)
        #expect(try running.desk.queue(all: true, at: now).map(\.message.id) == [note, question])
    }

    // MARK: - What a message waits for

    @Test(arguments: [
        // Until it is due; the reason's moment and the next try are one.
        ("2026-11-17T18:00:00Z", Reason.Code.early, "2026-11-18T15:00:00Z"),
        // Due at three, the house closed at seven.
        ("2026-11-18T21:00:00Z", .closedHours, "2026-11-19T08:00:00Z"),
    ])
    func aNoteWaitsUntilItMayGo(now: String, code: Reason.Code, until: String) throws {
        let messageStatus = try messageStatus(note, at: now)
        #expect(
            messageStatus.reason == Reason(code, moment: at(until)) && messageStatus.nextAttempt == at(until))
        #expect(messageStatus.message.due == at("2026-11-18T15:00:00Z"))
    }

    @Test func aQuestionWaitsForTheQuietTimeToEnd() throws {
        let messageStatus = try messageStatus(question, at: "2026-11-20T10:00:00Z")
        #expect(
            messageStatus.reason?.code == .quietTime
                && messageStatus.nextAttempt == at("2026-12-01T15:00:00Z"))
    }

    @Test func theEndOfAWaitLiesInOpeningHours() throws {
        // Another email to Jane went the evening before: a day later it is seven, and the house is closed.
        let other = try running.add(Told(organisation: "Another Council", ended: "2026-11-16 18:59"))
        try running.end(other.messages[0], as: .sent, at: at("2026-11-17T19:00:00Z"))
        let messageStatus = try messageStatus(note, at: "2026-11-18T16:00:00Z")
        #expect(messageStatus.reason?.code == .dayBetween)
        #expect(messageStatus.nextAttempt == at("2026-11-19T08:00:00Z"))
    }

    @Test func theQuestionWaitsForAWorkingDay() throws {
        let saturday = try running.add(
            Told(organisation: "Another Council", ended: "2026-11-20 18:30", panel: [Told.sam]))
        #expect(
            try messageStatus(saturday.messages[0], at: "2026-11-21T12:00:00Z").nextAttempt
                == at("2026-11-21T18:30:00Z"))
        try running.end(saturday.messages[0], as: .sent, at: at("2026-11-21T18:30:00Z"))
        #expect(
            try messageStatus(saturday.messages[1], at: "2026-12-05T12:00:00Z").nextAttempt
                == at("2026-12-07T08:00:00Z"))
    }

    @Test func aDeferredMessageIsTriedWhenTheServerAllows() throws {
        let now = at("2026-11-18T16:00:00Z")
        try running.ledger.write { try $0.postpone(note, until: now + 240, because: "451 later") }
        let messageStatus = try messageStatus(note, at: "2026-11-18T16:00:00Z")
        #expect(messageStatus.reason == Reason(.deferred, moment: now + 240, detail: "451 later"))
        #expect(
            messageStatus.nextAttempt == now + 240 && messageStatus.message.due == at("2026-11-18T15:00:00Z"))
    }

    @Test func whatMayGoIsTriedAtOnce() throws {
        let messageStatus = try messageStatus(note, at: "2026-11-18T16:00:00Z")
        #expect(messageStatus.verdict == .send && messageStatus.reason == nil)
        #expect(messageStatus.nextAttempt == at("2026-11-18T15:00:00Z"))
    }

    @Test func whatWillBeHeldSaysWhy() throws {
        let messageStatus = try messageStatus(note, at: "2026-11-21T10:00:00Z")
        #expect(messageStatus.reason == Reason(.late, moment: at("2026-11-20T15:00:00Z")))
        #expect(messageStatus.nextAttempt == nil)
        #expect(messageStatus.message.state == .queued)
    }

    @Test(arguments: [MessageState.draft, .held, .sent, .unconfirmed, .refused])
    func onlyWhatIsQueuedIsTried(state: MessageState) throws {
        let now = at("2026-11-18T15:00:00Z")
        switch state {
        case .draft: _ = try running.desk.edit(note, subject: "Thank you very much", body: nil)
        case .held: _ = try running.desk.hold([note], at: now)
        default: try running.end(note, as: state, at: now)
        }
        let messageStatus = try messageStatus(note, at: "2026-11-18T16:00:00Z")
        #expect(messageStatus.verdict == nil && messageStatus.nextAttempt == nil)
        #expect(messageStatus.reason == messageStatus.message.reason)
        #expect(messageStatus.attempts.count == ([.draft, .held].contains(state) ? 0 : 1))
    }

    // MARK: - The thread

    @Test func theQuestionAnswersAThankYouThatWasSent() throws {
        #expect(try messageStatus(question, at: "2026-11-18T14:00:00Z").threadSubject == nil)
        let moment = at("2026-11-18T15:00:00Z")
        try running.ledger.write { transaction in
            let subject = try transaction.message(note).subject
            try transaction.handOver(note, dispatched: [0x42], subject: subject, at: moment)
            try transaction.sent(
                note, Attempt(started: moment, ended: moment + 1, outcome: .sent, code: 250, reply: "ok"))
        }
        #expect(
            try messageStatus(question, at: "2026-11-18T16:00:00Z").threadSubject
                == "Re: Thank you – Data Analyst interview")
        #expect(try messageStatus(note, at: "2026-11-18T16:00:00Z").threadSubject == nil)
    }

    @Test(arguments: [MessageState.unconfirmed, .refused])
    func nothingAnswersWhatMayNotHaveArrived(state: MessageState) throws {
        try running.end(note, as: state, at: at("2026-11-18T15:00:00Z"))
        #expect(try messageStatus(question, at: "2026-11-18T16:00:00Z").threadSubject == nil)
    }

    @Test func nothingIsAnsweredToSomebodyElse() throws {
        try running.mend(recorded) { $0.contact = try NameAndAddress(Told.hana) }
        try running.end(note, as: .sent, at: at("2026-11-18T15:00:00Z"))
        #expect(try messageStatus(question, at: "2026-11-18T16:00:00Z").threadSubject == nil)
    }

    @Test func whatWentInAThreadSaysUnderWhichSubject() throws {
        let moment = at("2026-12-01T15:00:00Z")
        try running.ledger.write {
            try $0.handOver(question, dispatched: [0x42], subject: "Re: Thanks", at: moment)
        }
        #expect(try messageStatus(question, at: "2026-12-01T16:00:00Z").threadSubject == "Re: Thanks")
    }

    // MARK: - Drafts

    @Test(arguments: [
        ("2026-11-20T15:00:00Z", nil), ("2026-11-20T15:00:01Z", Reason.Code.late),
    ])
    func aDraftTellsWhatApprovalWouldMeet(now: String, code: Reason.Code?) throws {
        #expect(try messageStatus(note, at: now).prospect == nil, "it is queued")
        _ = try running.desk.edit(note, subject: "Thank you very much", body: nil)
        let messageStatus = try messageStatus(note, at: now)
        #expect(
            messageStatus.prospect?.code == code && messageStatus.reason == nil
                && messageStatus.verdict == nil)
        _ = try running.desk.approve([note], ignoring: [], at: at(now))
        #expect(try running.message(note).reason?.code == code)
    }
}
