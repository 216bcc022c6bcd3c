import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("Invitations that calendars make anew, and what the user has said meanwhile") struct MadeAnewTests {
    let running: RunningApplication
    private let recorded: Recorded

    init() throws {
        running = try RunningApplication()
        recorded = try running.invited()
    }

    private var thankYou: Message.ID { recorded.messages[0] }

    @Test("the old invitation calls nothing off that a newer one confirms; the last one does")
    func calledOff() throws {
        let other = InvitedTo(meeting: MeetingName(uid: "two@example.org", recurrence: ""))
        try running.take(other.new())
        #expect(try running.take(InvitedTo(sequence: 1).off()) == [.unchanged(recorded.interview)])
        #expect(try !running.interview(recorded.interview).isCalledOff)
        var last = other
        last.sequence = 1
        try running.take(last.off())
        #expect(try running.interview(recorded.interview).isCalledOff)
    }

    @Test(
        "a note that was stopped because the meeting was put off is a draft for its new day, and stays stopped on the same"
    )
    func stopped() throws {
        _ = try running.desk.cancel([thankYou], at: InvitedTo.before)
        try running.take(InvitedTo(sequence: 1, ended: "2026-11-20 16:00").moved())
        #expect(try running.state(thankYou) == .cancelled)
        try running.take(InvitedTo(sequence: 2, ended: "2026-11-27 16:00").moved())
        #expect(try running.state(thankYou) == .draft)
        #expect(try running.message(thankYou).due == at("2026-11-28T16:00:00Z"))
    }

    @Test(
        "the end that the user has told stands, whatever version comes of the plan", arguments: [true, false])
    func toldEnd(isTold: Bool) throws {
        if isTold {
            var changes = InterviewChanges()
            changes.ended = try london("2026-11-20 16:20")
            _ = try running.desk.edit(recorded.interview, changes, at: InvitedTo.after)
        }
        try running.take(InvitedTo(sequence: 1, ended: "2026-11-20 15:30").moved(), at: InvitedTo.after)
        let end = isTold ? "2026-11-20 16:20" : "2026-11-20 15:30"
        #expect(try running.interview(recorded.interview).ended == london(end))
        // What is put off to a day to come is.
        try running.take(InvitedTo(sequence: 2, ended: "2026-11-27 15:30").moved(), at: InvitedTo.after)
        #expect(try running.interview(recorded.interview).ended == london("2026-11-27 15:30"))
    }
}
