import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("Interviews that are called off") struct CallingOffTests {
    let office: Office

    init() throws { office = try Office() }

    private func callOff(sequence: Int = 1, at now: Date = InvitedTo.before) throws -> Taken {
        try office.take(InvitedTo(sequence: sequence).off(), at: now)[0]
    }

    @Test(
        "what has not gone is cancelled with the reason, nothing is deleted, and a second time changes nothing"
    )
    func withdrawn() throws {
        let recorded = try office.invited()
        guard case .calledOff(let id, let mended, let gone) = try callOff() else {
            Issue.record("not called off")
            return
        }
        #expect(id == recorded.interview)
        #expect(mended.changed.map(\.reason?.code) == [.calledOff, .calledOff])
        #expect(mended.changed.allSatisfy { $0.state == .cancelled })
        #expect(gone.isEmpty)
        #expect(try office.interview(id).isCalledOff)
        #expect(try callOff() == .unchanged(id))
        #expect(try office.codes(at: InvitedTo.after) == ["nothing"])
    }

    @Test("what was sent stays sent, and is told of")
    func afterSent() throws {
        let recorded = try office.invited()
        try office.tell(recorded)
        try office.end(recorded.messages[0], as: .sent, at: at("2026-11-21T15:00:00Z"))
        guard case .calledOff(_, _, let gone) = try callOff(at: at("2026-11-22T12:00:00Z")) else {
            Issue.record("not called off")
            return
        }
        #expect(gone.map(\.id) == [recorded.messages[0]])
        #expect(try office.messages(recorded.messages).map(\.state) == [.sent, .cancelled])
    }

    @Test("what is in doubt stays so, and does not go again as it is")
    func inDoubt() throws {
        let recorded = try office.invited()
        try office.tell(recorded)
        let thanks = recorded.messages[0]
        try office.end(thanks, as: .unconfirmed, at: at("2026-11-21T15:00:00Z"))
        _ = try callOff(at: at("2026-11-22T12:00:00Z"))
        #expect(try office.state(thanks) == .unconfirmed)
        #expect(try office.ledger.read { try $0.isOutdated(thanks) })
    }

    @Test("it can't be released: nobody is thanked for what did not take place")
    func released() throws {
        let recorded = try office.invited()
        _ = try callOff()
        let message = try office.message(recorded.messages[0])
        #expect(throws: DeskProblem.cannotBeWaived(message.id, try #require(message.reason))) {
            try office.desk.release([message.id], at: InvitedTo.after)
        }
    }

    @Test("the question follows the interview that is left")
    func theOtherStays() throws {
        let first = try office.add(Told(ended: "2026-11-10 15:00", contact: Told.hana))
        let question = try #require(try office.message(.decisionStatus, in: first.recruitment))
        _ = try office.invited()
        #expect(try office.message(question.id).due == at("2026-12-04T15:00:00Z"))
        _ = try callOff()
        let after = try office.message(question.id)
        #expect(after.state == .draft)
        #expect(after.due == question.due)
        #expect(after.body == question.body)
        #expect(try office.note(to: "Jane Okafor", for: first)?.state == .queued)
        try office.approve([question.id])
        #expect(try office.state(question.id) == .queued)
    }

    @Test("a note that was shared with it comes to the interview that is left")
    func sharedNote() throws {
        _ = try office.invited()
        let second = try office.invited(
            InvitedTo(
                meeting: MeetingName(uid: "two@example.org", recurrence: ""), ended: "2026-11-21 15:00"))
        #expect(try office.note(to: "Jane Okafor", for: second) == nil)
        _ = try callOff()
        #expect(try office.note(to: "Jane Okafor", for: second)?.state == .draft)
    }

    @Test("a newer invitation brings it back, with its messages")
    func broughtBack() throws {
        let recorded = try office.invited()
        _ = try callOff()
        guard case .moved = try office.take(InvitedTo(sequence: 2, ended: "2026-11-24 11:00").moved())[0]
        else {
            Issue.record("not moved")
            return
        }
        #expect(try !office.interview(recorded.interview).isCalledOff)
        let messages = try office.messages(recorded.messages)
        #expect(messages.map(\.state) == [.draft, .draft])
        #expect(messages.map(\.due) == [at("2026-11-25T11:00:00Z"), at("2026-12-08T11:00:00Z")])
    }

    @Test("told of again by hand, or by an invitation of its own, it takes place after all")
    func toldAgain() throws {
        let recorded = try office.invited()
        _ = try callOff()
        let other = InvitedTo(meeting: MeetingName(uid: "two@example.org", recurrence: ""))
        let again = try office.invited(other)
        #expect(again.interview == recorded.interview)
        #expect(try !office.interview(recorded.interview).isCalledOff)
        #expect(try office.messages(recorded.messages).map(\.state) == [.draft, .draft])
    }

    @Test("what was never recorded can't be called off")
    func unknown() throws {
        #expect(try callOff() == .unknown)
        #expect(try office.desk.invited(to: InvitedTo.meeting) == nil)
    }
}
