import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("Interviews that are called off") struct CallingOffTests {
    let running: RunningApplication

    init() throws { running = try RunningApplication() }

    private func callOff(sequence: Int = 1, at now: Date = InvitedTo.before) throws -> Taken {
        try running.take(InvitedTo(sequence: sequence).off(), at: now)[0]
    }

    @Test(
        "what has not gone is cancelled with the reason, nothing is deleted, and a second time changes nothing"
    )
    func withdrawn() throws {
        let recorded = try running.invited()
        guard case .calledOff(let id, let mended, let gone) = try callOff() else {
            Issue.record("not called off")
            return
        }
        #expect(id == recorded.interview)
        #expect(mended.changed.map(\.reason?.code) == [.calledOff, .calledOff])
        #expect(mended.changed.allSatisfy { $0.state == .cancelled })
        #expect(gone.isEmpty)
        #expect(try running.interview(id).isCalledOff)
        #expect(try callOff() == .unchanged(id))
        #expect(try running.codes(at: InvitedTo.after) == ["nothing"])
    }

    @Test("what was sent stays sent, and is told of")
    func afterSent() throws {
        let recorded = try running.invited()
        try running.tell(recorded)
        try running.end(recorded.messages[0], as: .sent, at: at("2026-11-21T15:00:00Z"))
        guard case .calledOff(_, _, let gone) = try callOff(at: at("2026-11-22T12:00:00Z")) else {
            Issue.record("not called off")
            return
        }
        #expect(gone.map(\.id) == [recorded.messages[0]])
        #expect(try running.messages(recorded.messages).map(\.state) == [.sent, .cancelled])
    }

    @Test("what is in doubt stays so, and does not go again as it is")
    func inDoubt() throws {
        let recorded = try running.invited()
        try running.tell(recorded)
        let thanks = recorded.messages[0]
        try running.end(thanks, as: .unconfirmed, at: at("2026-11-21T15:00:00Z"))
        _ = try callOff(at: at("2026-11-22T12:00:00Z"))
        #expect(try running.state(thanks) == .unconfirmed)
        #expect(try running.ledger.read { try $0.isOutdated(thanks) })
    }

    @Test("it can't be released: nobody is thanked for what did not take place")
    func released() throws {
        let recorded = try running.invited()
        _ = try callOff()
        let message = try running.message(recorded.messages[0])
        #expect(throws: DeskProblem.cannotBeWaived(message.id, try #require(message.reason))) {
            try running.desk.release([message.id], at: InvitedTo.after)
        }
    }

    @Test("the question follows the interview that is left")
    func theOtherStays() throws {
        let first = try running.add(Told(ended: "2026-11-10 15:00", contact: Told.hana))
        let question = try #require(try running.message(.decisionStatus, in: first.recruitment))
        _ = try running.invited()
        #expect(try running.message(question.id).due == at("2026-12-04T15:00:00Z"))
        _ = try callOff()
        let after = try running.message(question.id)
        #expect(after.state == .draft)
        #expect(after.due == question.due)
        #expect(after.body == question.body)
        #expect(try running.note(to: "Jane Okafor", for: first)?.state == .queued)
        try running.approve([question.id])
        #expect(try running.state(question.id) == .queued)
    }

    @Test("a note that was shared with it comes to the interview that is left")
    func sharedNote() throws {
        _ = try running.invited()
        let second = try running.invited(
            InvitedTo(
                meeting: MeetingName(uid: "two@example.org", recurrence: ""), ended: "2026-11-21 15:00"))
        #expect(try running.note(to: "Jane Okafor", for: second) == nil)
        _ = try callOff()
        #expect(try running.note(to: "Jane Okafor", for: second)?.state == .draft)
    }

    @Test("a newer invitation brings it back, with its messages")
    func broughtBack() throws {
        let recorded = try running.invited()
        _ = try callOff()
        guard case .moved = try running.take(InvitedTo(sequence: 2, ended: "2026-11-24 11:00").moved())[0]
        else {
            Issue.record("not moved")
            return
        }
        #expect(try !running.interview(recorded.interview).isCalledOff)
        let messages = try running.messages(recorded.messages)
        #expect(messages.map(\.state) == [.draft, .draft])
        #expect(messages.map(\.due) == [at("2026-11-25T11:00:00Z"), at("2026-12-08T11:00:00Z")])
    }

    @Test("told of again by hand, or by an invitation of its own, it takes place after all")
    func toldAgain() throws {
        let recorded = try running.invited()
        _ = try callOff()
        let other = InvitedTo(meeting: MeetingName(uid: "two@example.org", recurrence: ""))
        let again = try running.invited(other)
        #expect(again.interview == recorded.interview)
        #expect(try !running.interview(recorded.interview).isCalledOff)
        #expect(try running.messages(recorded.messages).map(\.state) == [.draft, .draft])
    }

    @Test("what was never recorded can't be called off")
    func unknown() throws {
        #expect(try callOff() == .unknown)
        #expect(try running.desk.invited(to: InvitedTo.meeting) == nil)
    }

    @Test("nobody is asked for feedback on an interview that did not take place", arguments: [true, false])
    func noFeedback(isCalledOffFirst: Bool) throws {
        let recorded = try running.add()
        let cancel = {
            _ = try self.running.desk.cancelInterview(recorded.interview, at: at("2026-11-18T16:00:00Z"))
        }
        if isCalledOffFirst { try cancel() }
        _ = try running.desk.hear(
            .rejected, in: recorded.recruitment, from: nil, at: at("2026-11-18T16:00:00Z"))
        if !isCalledOffFirst { try cancel() }
        let request = try running.message(.feedbackRequest, in: recorded.recruitment)
        #expect(request == nil || request?.reason?.code == .calledOff)
    }

    @Test("what was called off and is told again is on record as it is told, and said to be")
    func toldByHandAgain() throws {
        let recorded = try running.add()
        _ = try running.desk.cancelInterview(recorded.interview, at: at("2026-11-18T16:00:00Z"))
        let again = try running.add()
        #expect(again.existing && again.isRestored && again.notices.contains(.takenUp(recorded.interview)))
        #expect(try again.messages.map(running.state) == [.queued, .queued])
    }
}
