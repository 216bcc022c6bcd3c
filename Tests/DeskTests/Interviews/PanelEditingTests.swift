import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct PanelEditingTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let due = at("2026-11-18T16:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
    }

    private var jane: Message.ID { recorded.messages[0] }
    private var sam: Message.ID { recorded.messages[1] }
    private var question: Message.ID { recorded.messages[2] }

    private func sit(_ panel: String..., at now: Date = at("2026-11-17T18:00:00Z")) throws {
        try running.mend(recorded, at: now) { $0.panel = try Told(panel: panel).members() }
    }

    // MARK: - Members

    @Test(arguments: [MessageState.draft, .queued, .held, .refused])
    func whoWasNotOnThePanelIsNotThanked(state: MessageState) throws {
        switch state {
        case .draft: _ = try running.desk.edit(sam, subject: "Thanks", body: nil)
        case .held: _ = try running.desk.hold([sam], at: at("2026-11-17T17:00:00Z"))
        case .refused: try running.end(sam, as: .refused, at: Self.due)
        default: break
        }
        try sit(Told.jane, at: Self.due)
        let note = try running.message(sam)
        #expect(note.state == .cancelled && note.reason == Reason(.notOnPanel, moment: Self.due))
        #expect(try running.message(jane).state == .queued)
        #expect(try running.ledger.read { try $0.messages(.queued, dueBy: Self.due) } == [jane])
    }

    @Test func whoWasNotOnThePanelIsNotThankedByARelease() throws {
        try sit(Told.jane)
        let reason = try #require(running.message(sam).reason)
        #expect(throws: DeskProblem.cannotBeWaived(sam, reason)) {
            try running.desk.release([sam], at: Self.due)
        }
    }

    @Test func whoWasForgottenIsThanked() throws {
        try sit(Told.jane, Told.sam, "Bo Lind <bo.lind@example.org>=the archive")
        let note = try #require(try running.note(to: "Bo Lind", for: recorded))
        #expect(note.state == .draft && note.due == at("2026-11-18T15:00:00Z"))
        #expect(note.body.contains("the archive"))
        let templates = try running.messages([jane, sam]).map(\.template)
        #expect(!templates.contains(note.template))
        // The question names whom one met, and is to be read again.
        let notes = try running.messages(recorded.messages).filter { $0.followUp.kind == .thankYou }
        #expect(notes.allSatisfy { $0.state == .queued })
    }

    @Test func whoIsTakenOffAndPutBackIsADraftAgain() throws {
        let before = try running.message(sam)
        try sit(Told.jane)
        try running.mend(recorded) { $0.ended = try london("2026-11-17 16:00") }
        try sit(Told.jane, Told.sam)
        let note = try running.message(sam)
        #expect(note.state == .draft && note.reason == nil && note.body == before.body)
        #expect(note.due == at("2026-11-18T16:00:00Z"))
        try running.approve([sam])
        #expect(try running.message(sam).messageID != before.messageID)
        #expect(try running.messages(of: recorded.recruitment).count == 3)
    }

    @Test func whatTheUserCalledOffStaysSo() throws {
        _ = try running.desk.cancel([sam], at: at("2026-11-17T17:00:00Z"))
        try sit(Told.jane)
        try sit(Told.jane, Told.sam)
        #expect(try running.message(sam).reason?.code == .byUser)
    }

    @Test func whoWasThankedStaysThanked() throws {
        try running.end(sam, as: .sent, at: Self.due)
        let before = try running.message(sam)
        try sit(Told.jane, at: Self.due + 60)
        try sit(Told.jane, Told.sam, at: Self.due + 120)
        #expect(try running.message(sam) == before)
        #expect(try running.desk.check().isEmpty)
    }

    @Test func anInterviewHasAPanelOfDifferentPeople() throws {
        let member = try NameAndAddress(Told.hana)
        #expect(throws: RecordProblem.noPanel) { try running.mend(recorded) { $0.panel = [] } }
        #expect(throws: RecordProblem.twiceOnPanel(member, as: member)) { try sit(Told.hana, Told.hana) }
    }

    @Test func anAddressBelongsToOneName() throws {
        let known = try running.message(jane).recipient
        #expect(throws: RecordProblem.otherName(known: known, given: "Bob Jones")) {
            try sit("Bob Jones <jane.okafor@example.org>")
        }
        #expect(try running.message(sam).state == .queued)
    }

    @Test func theAgencysContactIsThankedAndNobodyOnThePanel() throws {
        let agency = try running.add(
            Told(
                organisation: "Another Council", contact: "Ines Roy <ines.roy@agency.example>",
                viaAgency: true))
        try running.mend(agency) {
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@agency.example>")
        }
        let notes = try running.messages(of: agency.recruitment).filter { $0.followUp.kind == .thankYou }
        #expect(notes.map(\.recipient.name) == ["Ines Roy", "Lou Voss"])
        #expect(notes.map(\.state) == [.cancelled, .draft])
        #expect(try running.message(.decisionStatus, in: agency.recruitment)?.recipient.name == "Lou Voss")
    }

    // MARK: - Talking points

    @Test(arguments: ["Sam O'Brien", "sam.obrien@example.org", "SAM.OBRIEN@EXAMPLE.ORG"])
    func aTalkingPointIsMendedByNameOrAddress(member: String) throws {
        let mended = try running.mend(recorded) {
            $0.remarks = [member: Remark(talkingPoint: "the night shift")]
        }
        let note = try running.message(sam)
        #expect(mended.changed == [note])
        #expect(note.state == .draft && note.body.contains("the night shift"))
        #expect(!note.body.contains("the rota for the flood desk"))
    }

    @Test(arguments: ["Hana Lee", "hana.lee@example.org", "Sam", "sam o'brien", ""])
    func aStrangerHasNoTalkingPoint(member: String) throws {
        #expect(throws: RecordProblem.talkingPointForStranger(member)) {
            try running.mend(recorded) { $0.remarks = [member: Remark(talkingPoint: "the night shift")] }
        }
    }

    @Test func whoStaysKeepsTheTalkingPoint() throws {
        try sit("Sam O'Brien <sam.obrien@example.org>", "Jane Okafor <jane.okafor@example.org>=the archive")
        #expect(try running.message(sam).state == .queued)
        #expect(try running.message(jane).body.contains("the archive"))
    }

    // MARK: - Two interviews, one thank-you

    @Test func interviewsMovedTogetherThankNobodyTwice() throws {
        let second = try running.add(Told(ended: "2026-11-20 15:00"), at: at("2026-11-20T16:00:00Z"))
        let copy = second.messages[0]
        let moved = at("2026-11-20T16:00:00Z")
        try running.mend(recorded, at: moved) { $0.ended = try london("2026-11-19 11:00") }
        #expect(try running.message(copy).reason?.code == .duplicate)
        // Taken up again while the other had not left, it is held once that has.
        _ = try running.desk.release([copy], at: moved)
        try running.approve([copy], at: moved)
        try running.end(jane, as: .sent, at: moved + 1800)
        let due = at("2026-11-21T17:00:00Z")
        try running.judgeForSending(copy, at: due)
        let held = try running.message(copy)
        #expect(held.reason == Reason(.duplicate, moment: moved + 1800))
        #expect(throws: DeskProblem.cannotBeWaived(copy, try #require(held.reason))) {
            try running.desk.release([copy], at: due)
        }
    }

    @Test(arguments: [MessageState.sent, .unconfirmed])
    func whoWasThankedIsNotThankedForAnInterviewMovedClose(state: MessageState) throws {
        try running.end(jane, as: state, at: Self.due)
        let second = try running.add(Told(ended: "2026-11-20 15:00"), at: at("2026-11-20T16:00:00Z"))
        try running.mend(second, at: at("2026-11-20T16:00:00Z")) { $0.ended = try london("2026-11-18 11:00") }
        #expect(try running.message(second.messages[0]).reason?.code == .duplicate)
        #expect(throws: DeskProblem.alreadyDone(second.messages[0])) {
            try running.desk.release([second.messages[0]], at: at("2026-11-20T17:00:00Z"))
        }
        #expect(try running.message(jane).state == state)
    }

    @Test func interviewsMovedApartEarnAThankYouEach() throws {
        let second = try running.add(
            Told(ended: "2026-11-19 11:00", panel: [Told.jane]), at: at("2026-11-19T12:00:00Z"))
        #expect(try running.note(to: "Jane Okafor", for: second) == nil)
        try running.mend(second, at: at("2026-11-20T12:00:00Z")) { $0.ended = try london("2026-11-20 11:00") }
        #expect(try running.note(to: "Jane Okafor", for: second)?.due == at("2026-11-21T11:00:00Z"))
    }

    /// The first one is mended, and it is the second one that has no note of its own.
    @Test func theOtherInterviewEarnsItsOwnThankYou() throws {
        let second = try running.add(
            Told(ended: "2026-11-19 11:00", panel: [Told.jane]), at: at("2026-11-19T12:00:00Z"))
        let mended = try running.mend(recorded, at: at("2026-11-19T12:00:00Z")) {
            $0.ended = try london("2026-11-16 11:00")
        }
        let note = try #require(try running.note(to: "Jane Okafor", for: second))
        #expect(note.state == .draft && note.due == at("2026-11-20T11:00:00Z"))
        #expect(mended.changed.contains(note))
        #expect(try running.note(to: "Sam O'Brien", for: second) == nil)
    }

    @Test func whoMetTheUserAtTheOtherInterviewAloneIsThankedForThat() throws {
        let second = try running.add(
            Told(ended: "2026-11-18 11:00", panel: [Told.sam]), at: at("2026-11-18T12:00:00Z"))
        try sit(Told.jane, at: at("2026-11-18T12:00:00Z"))
        #expect(try running.message(sam).reason?.code == .notOnPanel)
        #expect(try running.note(to: "Sam O'Brien", for: second)?.state == .draft)
        // Put back, Sam has a note already: one is enough.
        try sit(Told.jane, Told.sam, at: at("2026-11-18T12:05:00Z"))
        #expect(try running.message(sam).state == .cancelled)
    }

    @Test func aNoteThatThankedNobodyIsNoThanksForALaterInterview() throws {
        try sit(Told.jane)
        let second = try running.add(
            Told(ended: "2026-11-18 11:00", panel: [Told.sam]), at: at("2026-11-18T12:00:00Z"))
        #expect(try running.note(to: "Sam O'Brien", for: second)?.state == .queued)
        #expect(!second.notices.contains { if case .sharesThankYou = $0 { true } else { false } })
    }
}
