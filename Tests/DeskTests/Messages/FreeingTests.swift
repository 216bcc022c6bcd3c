import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// One does not ask where one has not thanked: the question is held then, and freed once that is settled.
@Suite struct FreeingTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let due = at("2026-12-01T15:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add()
    }

    private var note: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    /// The thank-you in a state in which it waits for the user, and the question held for that.
    private func hold(note state: MessageState) throws {
        switch state {
        case .draft: _ = try running.desk.edit(note, subject: "Thank you very much", body: nil)
        case .refused: try running.end(note, as: .refused, at: at("2026-11-18T15:00:00Z"))
        default: try running.judgeForSending(note, at: Self.due)
        }
        #expect(try running.state(note) == state)
        try running.judgeForSending(question, at: Self.due)
        #expect(try running.message(question).reason == Reason(.notThanked))
    }

    /// Where one sends by hand no run holds what is late.
    @Test func aThankYouThatNobodySentInTimeHoldsTheQuestionUntilItIsReleased() throws {
        #expect(try running.state(note) == .queued)
        #expect(try running.verdict(on: question, at: Self.due) == .hold(Reason(.notThanked)))
        _ = try running.desk.release([note], at: Self.due)
        #expect(try running.verdict(on: question, at: Self.due) == .send)
    }

    private func log() throws -> Desk.Heard {
        try running.desk.log(
            Desk.Said(
                person: "Jane Okafor", channel: .inPerson, direction: .out, recruitment: nil, message: nil,
                answering: false, time: Self.due, note: nil), at: Self.due)
    }

    private func settle(by step: DeskProblem.Step) throws {
        switch step {
        case .approve: try running.approve([note], at: Self.due)
        case .release: _ = try running.desk.release([note], at: Self.due)
        case .cancel: _ = try running.desk.cancel([note], at: Self.due)
        case .log: _ = try log()
        case .edit, .hold, .resolve: Issue.record("settles nothing")
        }
    }

    @Test(arguments: [
        (MessageState.held, DeskProblem.Step.release), (.held, .cancel), (.held, .log), (.draft, .cancel),
        (.draft, .log), (.refused, .cancel), (.refused, .log),
    ])
    func settlingTheThankYouFreesTheQuestion(state: MessageState, step: DeskProblem.Step) throws {
        try hold(note: state)
        try settle(by: step)
        #expect(try running.state(question) == .queued)
        #expect(try running.message(question).reason == nil)
        #expect(try running.verdict(on: question, at: Self.due) == .send)
    }

    /// Nobody is asked while it is open whether they were thanked.
    @Test(arguments: [true, false])
    func aThankYouInDoubtHoldsTheQuestionUntilTheUserSaysWhatBecameOfIt(isDelivered: Bool) throws {
        try running.end(note, as: .unconfirmed, at: at("2026-11-18T15:00:00Z"))
        try running.judgeForSending(question, at: Self.due)
        #expect(try running.message(question).reason == Reason(.notThanked, detail: "unconfirmed"))
        _ = try running.desk.resolve(note, delivered: isDelivered, at: Self.due)
        let reason = try running.message(question).reason
        #expect(reason == (isDelivered ? nil : Reason(.notThanked)))
        _ = try running.desk.release([question], at: Self.due)
        #expect(try running.verdict(on: question, at: Self.due) == .send)
    }

    /// A note approved within its window is queued, and no longer in the way.
    @Test func anApprovalFreesTheQuestion() throws {
        _ = try running.desk.edit(note, subject: "Thank you very much", body: nil)
        let soon = at("2026-11-18T16:00:00Z")
        try running.ledger.write { try $0.hold(question, because: Reason(.notThanked)) }
        try running.approve([note], at: soon)
        #expect(try running.messages([note, question]).map(\.state) == [.queued, .queued])
    }

    /// A note approved too late is held at once, and so the question stays.
    @Test func anApprovalThatIsTooLateFreesNothing() throws {
        try hold(note: .draft)
        try settle(by: .approve)
        #expect(try running.message(note).reason?.code == .late)
        #expect(try running.message(question).reason?.code == .notThanked)
    }

    @Test(arguments: [DeskProblem.Step.hold, .edit])
    func whatSettlesNothingFreesNothing(step: DeskProblem.Step) throws {
        try hold(note: .draft)
        if step == .hold { _ = try running.desk.hold([note], at: Self.due) }
        if step == .edit { _ = try running.desk.edit(note, subject: "Thanks once more", body: nil) }
        #expect(try running.message(question).reason?.code == .notThanked)
    }

    @Test func anotherThankYouOfTheSamePersonHoldsOn() throws {
        let second = try running.add(Told(ended: "2026-11-20 10:00"), approving: false)
        try running.approve([question], at: at("2026-11-20T12:00:00Z"))
        let due = at("2026-12-04T10:00:00Z")
        try running.judgeForSending(question, at: due)
        #expect(try running.message(question).reason?.code == .notThanked)
        _ = try running.desk.cancel([note], at: due)
        #expect(try running.message(question).reason?.code == .notThanked)
        _ = try running.desk.cancel([second.messages[0]], at: due)
        #expect(try running.state(question) == .queued)
    }

    @Test func notFreedWhileAnotherReasonHolds() throws {
        try hold(note: .held)
        let late = at("2027-01-15T10:00:00Z")
        _ = try running.desk.cancel([note], at: late)
        #expect(try running.message(question).reason?.code == .late)
    }

    @Test func notFreedWhileAnAnswerStands() throws {
        try hold(note: .held)
        _ = try running.desk.hear(
            .replied(courtesy: false), in: recorded.recruitment, from: nil, at: Self.due)
        _ = try running.desk.cancel([note], at: Self.due)
        #expect(try running.message(question).reason?.code == .replied)
    }

    @Test func whatTheUserHeldIsNotFreed() throws {
        try running.judgeForSending(note, at: Self.due)
        _ = try running.desk.hold([question], at: Self.due)
        _ = try running.desk.cancel([note], at: Self.due)
        #expect(try running.message(question).reason?.code == .byUser)
    }

    @Test func theNoteOfSomebodyElseHoldsNothing() throws {
        let other = try running.add(
            Told(
                organisation: "Another Council", ended: "2026-11-17 12:00", panel: [Told.jane, Told.sam],
                contact: Told.hana), approving: false)
        try running.approve([other.messages[2]])
        try running.judgeForSending(other.messages[2], at: Self.due)
        #expect(try running.state(other.messages[2]) == .queued)
    }

    @Test func whoWasNotOnThePanelNeedNoThanks() throws {
        try hold(note: .held)
        try running.mend(recorded, at: Self.due) {
            $0.panel = try Told.members(Told.sam)
            $0.contact = try NameAndAddress("Jane Okafor <jane.okafor@example.org>")
        }
        #expect(try running.message(note).reason?.code == .notOnPanel)
        // It is held no more; whom one met has changed in it, so that it is to be read again.
        #expect(try running.state(question) == .draft)
    }

    /// The thank-you was settled while the question had been called off.
    @Test func anEndTakenBackFreesTheQuestion() throws {
        try hold(note: .held)
        _ = try running.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.due)
        _ = try running.desk.cancel([note], at: Self.due)
        _ = try running.desk.unhear(in: recorded.recruitment, at: Self.due + 60)
        #expect(try running.state(question) == .queued)
    }

    @Test func anEndTakenBackHoldsTheQuestionWhereNothingIsSettled() throws {
        try hold(note: .held)
        _ = try running.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.due)
        _ = try running.desk.unhear(in: recorded.recruitment, at: Self.due + 60)
        #expect(try running.message(question).reason?.code == .notThanked)
    }
}
