import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// The question about the decision, and what an end called off, after a correction.
@Suite struct CorrectedQuestionTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let own = "Dear Hana Lee,\n\nHas a decision been made?\n\nAda Example\n"
    private static let later = at("2026-11-18T10:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(contact: Told.hana))
    }

    private var note: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    private func name(_ contact: String) throws {
        try running.mend(recorded) { $0.contact = try NameAndAddress(contact) }
    }

    // MARK: - Whom it asks

    @Test func theNewContactIsAsked() throws {
        let before = try running.message(question)
        try name("Lou Voss <lou.voss@example.org>")
        let after = try running.message(question)
        #expect(after.id == before.id && after.recipient.name == "Lou Voss" && after.state == .draft)
        #expect(after.body.hasPrefix("Dear Lou Voss,") && !after.body.contains("Hana"))
        try running.approve([question])
        let letter = String(decoding: try #require(try running.frozen(question)), as: UTF8.self)
        #expect(letter.contains("lou.voss@example.org") && !letter.contains("hana.lee"))
    }

    @Test func aNamesakeIsSomebodyElse() throws {
        try name("Hana Lee <hana.lee@example.com>")
        #expect(try running.message(question).state == .draft)
        #expect(try running.message(question).recipient.address?.text == "hana.lee@example.com")
    }

    @Test func theContactNamedLastStays() throws {
        try running.add(
            Told(ended: "2026-11-26 11:00", panel: [Told.sam], contact: "Bo Lind <bo.lind@example.org>"))
        let before = try running.message(question)
        try name("Lou Voss <lou.voss@example.org>")
        #expect(try running.message(question) == before)
    }

    @Test func aLaterInterviewWithoutContactAsksTheOneOfTheFirst() throws {
        try running.add(Told(ended: "2026-11-26 11:00", panel: [Told.sam]))
        #expect(try running.message(question).recipient.name == "Hana Lee")
        try name("Lou Voss <lou.voss@example.org>")
        #expect(try running.message(question).recipient.name == "Lou Voss")
    }

    @Test func nobodyReadsWhatANoReplyAddressGets() throws {
        try name("Recruitment Team <no-reply@example.org>")
        #expect(try running.message(question).recipient.name == "Jane Okafor")
        #expect(try running.message(question).state == .draft)
    }

    @Test(arguments: [MessageState.sent, .unconfirmed])
    func nobodyElseIsAskedOnceItLeft(state: MessageState) throws {
        try running.end(question, as: state, at: at("2026-12-01T16:00:00Z"))
        let before = try running.message(question)
        try running.mend(recorded, at: at("2026-12-02T10:00:00Z")) {
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
        }
        #expect(try running.message(question) == before)
    }

    @Test func whereNobodyCouldBeAskedTheContactIs() throws {
        let cards = try running.add(Told(organisation: "Another Council", panel: ["Bo Lind=the archive"]))
        #expect(try running.message(.decisionStatus, in: cards.recruitment) == nil)
        try running.mend(cards) { $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>") }
        let asked = try #require(try running.message(.decisionStatus, in: cards.recruitment))
        #expect(asked.recipient.name == "Lou Voss" && asked.due == at("2026-12-01T15:00:00Z"))
    }

    // MARK: - When

    @Test(arguments: [
        ("2026-12-04", "2026-12-08T08:00:00Z"), ("2026-11-20", "2026-12-01T15:00:00Z"),
        ("2026-12-24", "2026-12-28T08:00:00Z"),
    ])
    func aPromisedDayMovesTheQuestionAlone(day: String, due: String) throws {
        let thanks = try running.message(note)
        try running.mend(recorded) { $0.decisionBy = try Day.parse(day) }
        #expect(try running.message(question).due == at(due))
        #expect(try running.message(question).state == .queued)
        #expect(try running.message(note) == thanks)
    }

    @Test func nobodyPromisesADayBeforeTheInterview() throws {
        let day = try Day.parse("2026-11-16")
        let ended = try Day.parse("2026-11-17")
        #expect(throws: RecordProblem.decisionBeforeInterview(day, ended: ended)) {
            try running.mend(recorded) { $0.decisionBy = day }
        }
    }

    @Test func whatOnlyTheThankYouSpeaksOfLeavesTheQuestionApproved() throws {
        let before = try running.message(question)
        try running.mend(recorded) { $0.remarks = ["Jane Okafor": Remark(talkingPoint: "the archive")] }
        #expect(try running.message(question) == before)
    }

    @Test func theQuestionSpeaksOfTheLastInterview() throws {
        let second = try running.add(Told(ended: "2026-11-26 11:00"))
        try running.mend(second, at: at("2026-11-27T10:00:00Z")) { $0.ended = try london("2026-11-13 11:00") }
        let asked = try running.message(question)
        #expect(asked.body.contains("17 November") && asked.due == at("2026-12-01T15:00:00Z"))
    }

    // MARK: - Words of the user's own

    @Test func theUsersOwnQuestionIsKept() throws {
        _ = try running.desk.edit(question, subject: nil, body: Self.own)
        try running.approve([question])
        let before = try running.message(question)
        try running.mend(recorded) { $0.remarks = ["Jane Okafor": Remark(talkingPoint: "the archive")] }
        #expect(try running.message(question) == before)
        try running.mend(recorded) { $0.ended = try london("2026-11-16 15:00") }
        let after = try running.message(question)
        #expect(after.state == .draft && after.body == Self.own && after.due == at("2026-11-30T15:00:00Z"))
    }

    @Test func theUsersOwnQuestionGreetsWhomItGoesTo() throws {
        _ = try running.desk.edit(question, subject: nil, body: Self.own)
        try name("Lou Voss <lou.voss@example.org>")
        let after = try running.message(question)
        #expect(after.state == .draft && after.template == nil)
        #expect(after.body == "Dear Lou Voss,\n\nHas a decision been made?\n\nAda Example\n")
    }

    // MARK: - After an end

    @Test func afterARejectionTheThankYouAndTheRequestFollow() throws {
        _ = try running.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.later)
        try running.mend(recorded, at: Self.later + 60) { $0.role = "Senior Data Analyst" }
        let request = try #require(try running.message(.feedbackRequest, in: recorded.recruitment))
        #expect(request.state == .draft && request.body.contains("Senior Data Analyst"))
        #expect(try running.message(note).state == .draft)
        #expect(try running.message(question).reason?.code == .ended)
    }

    @Test(arguments: [Desk.Word.offered, .withdrew, .rejected])
    func nothingIsDraftedThatTheEndRulesOut(word: Desk.Word) throws {
        let cards = try running.add(Told(organisation: "Another Council", panel: ["Bo Lind=the archive"]))
        _ = try running.desk.hear(word, in: cards.recruitment, from: nil, at: Self.later)
        try running.mend(cards, at: Self.later + 60) {
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
            $0.panel = try Told.members("Bo Lind=the archive", Told.sam)
        }
        #expect(try running.message(.decisionStatus, in: cards.recruitment) == nil)
        let thanks = try #require(try running.note(to: "Sam O'Brien", for: cards))
        #expect(thanks.state == (word == .rejected ? .draft : .cancelled))
        // Taken back, both wait for the user.
        let undone = try running.desk.unhear(in: cards.recruitment, at: Self.later + 120)
        let asked = try #require(try running.message(.decisionStatus, in: cards.recruitment))
        #expect(asked.state == .draft && asked.recipient.name == "Lou Voss" && undone.changed.contains(asked))
        #expect(try running.message(thanks.id).state == .draft)
    }

    @Test func anEndTakenBackAsksTheContactOfToday() throws {
        _ = try running.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.later)
        try running.mend(recorded, at: Self.later + 60) {
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
            $0.ended = try london("2026-11-16 15:00")
        }
        _ = try running.desk.unhear(in: recorded.recruitment, at: Self.later + 120)
        let asked = try running.message(question)
        #expect(asked.state == .draft && asked.body.hasPrefix("Dear Lou Voss,"))
        #expect(asked.body.contains("16 November") && asked.due == at("2026-11-30T15:00:00Z"))
    }

    // MARK: - Taken up again

    @Test func whatIsTakenUpAgainHasTheFactsOfToday() throws {
        _ = try running.desk.cancel([note, question], at: Self.later)
        try running.mend("Jane Okafor", name: "Jane Okafor-Smith", at: Self.later)
        try running.mend(recorded, at: Self.later) {
            $0.role = "Senior Data Analyst"
            $0.ended = try london("2026-11-17 12:30")
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
        }
        #expect(try running.messages([note, question]).map(\.state) == [.cancelled, .cancelled])
        let (thanks, asked) = try {
            let released = try running.desk.release([note, question], at: Self.later)
            return (released[0], released[1])
        }()
        #expect(thanks.state == .draft && thanks.body.hasPrefix("Dear Jane Okafor-Smith,\n"))
        #expect(thanks.subject.contains("Senior") && thanks.due == at("2026-11-18T12:30:00Z"))
        #expect(asked.state == .draft && asked.body.hasPrefix("Dear Lou Voss,"))
        #expect(asked.subject.contains("Senior") && asked.due == at("2026-12-01T12:30:00Z"))
    }
}
