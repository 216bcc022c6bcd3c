import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// One does not ask where one has not thanked: the question is held then, and freed once that is settled.
@Suite struct FreeingTests {
    private let office: Office
    private let recorded: Recorded
    private static let due = at("2026-12-01T15:00:00Z")

    init() throws {
        office = try Office()
        recorded = try office.add()
    }

    private var note: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    /// The thank-you in a state in which it waits for the user, and the question held for that.
    private func hold(note state: MessageState) throws {
        switch state {
        case .draft: _ = try office.desk.edit(note, subject: "Thank you very much", body: nil)
        case .refused: try office.end(note, as: .refused, at: at("2026-11-18T15:00:00Z"))
        default: try office.judgeForSending(note, at: Self.due)
        }
        #expect(try office.state(note) == state)
        try office.judgeForSending(question, at: Self.due)
        #expect(try office.message(question).reason == Reason(.notThanked))
    }

    private func log() throws -> Desk.Heard {
        try office.desk.log(
            Desk.Said(
                person: "Jane Okafor", channel: .inPerson, direction: .out, recruitment: nil, message: nil,
                answering: false, time: Self.due, note: nil), at: Self.due)
    }

    private func settle(by step: DeskProblem.Step) throws {
        switch step {
        case .approve: try office.approve([note], at: Self.due)
        case .release: _ = try office.desk.release([note], at: Self.due)
        case .cancel: _ = try office.desk.cancel([note], at: Self.due)
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
        #expect(try office.state(question) == .queued)
        #expect(try office.message(question).reason == nil)
        #expect(try office.verdict(on: question, at: Self.due) == .send)
    }

    /// A note approved within its window is queued, and no longer in the way.
    @Test func anApprovalFreesTheQuestion() throws {
        _ = try office.desk.edit(note, subject: "Thank you very much", body: nil)
        let soon = at("2026-11-18T16:00:00Z")
        try office.ledger.write { try $0.hold(question, because: Reason(.notThanked)) }
        try office.approve([note], at: soon)
        #expect(try office.messages([note, question]).map(\.state) == [.queued, .queued])
    }

    /// A note approved too late is held at once, and so the question stays.
    @Test func anApprovalThatIsTooLateFreesNothing() throws {
        try hold(note: .draft)
        try settle(by: .approve)
        #expect(try office.message(note).reason?.code == .late)
        #expect(try office.message(question).reason?.code == .notThanked)
    }

    @Test(arguments: [DeskProblem.Step.hold, .edit])
    func whatSettlesNothingFreesNothing(step: DeskProblem.Step) throws {
        try hold(note: .draft)
        if step == .hold { _ = try office.desk.hold([note], at: Self.due) }
        if step == .edit { _ = try office.desk.edit(note, subject: "Thanks once more", body: nil) }
        #expect(try office.message(question).reason?.code == .notThanked)
    }

    @Test func anotherThankYouOfTheSamePersonHoldsOn() throws {
        let second = try office.add(Told(ended: "2026-11-20 10:00"), approving: false)
        try office.approve([question], at: at("2026-11-20T12:00:00Z"))
        let due = at("2026-12-04T10:00:00Z")
        try office.judgeForSending(question, at: due)
        #expect(try office.message(question).reason?.code == .notThanked)
        _ = try office.desk.cancel([note], at: due)
        #expect(try office.message(question).reason?.code == .notThanked)
        _ = try office.desk.cancel([second.messages[0]], at: due)
        #expect(try office.state(question) == .queued)
    }

    @Test func notFreedWhileAnotherReasonHolds() throws {
        try hold(note: .held)
        let late = at("2027-01-15T10:00:00Z")
        _ = try office.desk.cancel([note], at: late)
        #expect(try office.message(question).reason?.code == .late)
    }

    @Test func notFreedWhileAnAnswerStands() throws {
        try hold(note: .held)
        _ = try office.desk.hear(.replied(courtesy: false), in: recorded.recruitment, from: nil, at: Self.due)
        _ = try office.desk.cancel([note], at: Self.due)
        #expect(try office.message(question).reason?.code == .replied)
    }

    @Test func whatTheUserHeldIsNotFreed() throws {
        try office.judgeForSending(note, at: Self.due)
        _ = try office.desk.hold([question], at: Self.due)
        _ = try office.desk.cancel([note], at: Self.due)
        #expect(try office.message(question).reason?.code == .byUser)
    }

    @Test func theNoteOfSomebodyElseHoldsNothing() throws {
        let other = try office.add(
            Told(organisation: "Another Council", panel: [Told.jane, Told.sam], contact: Told.hana),
            approving: false)
        // Two meetings, though they ended at one moment.
        _ = try office.desk.approve([other.messages[2]], ignoring: ["same-meeting"], at: Self.due)
        try office.judgeForSending(other.messages[2], at: Self.due)
        #expect(try office.state(other.messages[2]) == .queued)
    }

    @Test func whoWasNotOnThePanelNeedNoThanks() throws {
        try hold(note: .held)
        try office.mend(recorded, at: Self.due) {
            $0.panel = try Told.members(Told.sam)
            $0.contact = try NameAndAddress("Jane Okafor <jane.okafor@example.org>")
        }
        #expect(try office.message(note).reason?.code == .notOnPanel)
        #expect(try office.state(question) == .queued)
    }

    /// The thank-you was settled while the question had been called off.
    @Test func anEndTakenBackFreesTheQuestion() throws {
        try hold(note: .held)
        _ = try office.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.due)
        _ = try office.desk.cancel([note], at: Self.due)
        _ = try office.desk.unhear(in: recorded.recruitment, at: Self.due + 60)
        #expect(try office.state(question) == .queued)
    }

    @Test func anEndTakenBackHoldsTheQuestionWhereNothingIsSettled() throws {
        try hold(note: .held)
        _ = try office.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.due)
        _ = try office.desk.unhear(in: recorded.recruitment, at: Self.due + 60)
        #expect(try office.message(question).reason?.code == .notThanked)
    }
}
