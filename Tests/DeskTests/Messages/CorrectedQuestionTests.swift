import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// The question about the decision, and what an end called off, after a correction.
@Suite struct CorrectedQuestionTests {
    private let office: Office
    private let recorded: Recorded
    private static let own = "Dear Hana Lee,\n\nHas a decision been made?\n\nAda Example\n"
    private static let later = at("2026-11-18T10:00:00Z")

    init() throws {
        office = try Office()
        recorded = try office.add(Told(contact: Told.hana))
    }

    private var note: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[1] }

    private func name(_ contact: String) throws {
        try office.mend(recorded) { $0.contact = try NameAndAddress(contact) }
    }

    // MARK: - Whom it asks

    @Test func theNewContactIsAsked() throws {
        let before = try office.message(question)
        try name("Lou Voss <lou.voss@example.org>")
        let after = try office.message(question)
        #expect(after.id == before.id && after.recipient.name == "Lou Voss" && after.state == .draft)
        #expect(after.body.hasPrefix("Dear Lou Voss,") && !after.body.contains("Hana"))
        try office.approve([question])
        let letter = String(decoding: try #require(try office.frozen(question)), as: UTF8.self)
        #expect(letter.contains("lou.voss@example.org") && !letter.contains("hana.lee"))
    }

    @Test func aNamesakeIsSomebodyElse() throws {
        try name("Hana Lee <hana.lee@example.com>")
        #expect(try office.message(question).state == .draft)
        #expect(try office.message(question).recipient.address?.text == "hana.lee@example.com")
    }

    @Test func theContactNamedLastStays() throws {
        try office.add(
            Told(ended: "2026-11-26 11:00", panel: [Told.sam], contact: "Bo Lind <bo.lind@example.org>"))
        let before = try office.message(question)
        try name("Lou Voss <lou.voss@example.org>")
        #expect(try office.message(question) == before)
    }

    @Test func aLaterInterviewWithoutContactAsksTheOneOfTheFirst() throws {
        try office.add(Told(ended: "2026-11-26 11:00", panel: [Told.sam]))
        #expect(try office.message(question).recipient.name == "Hana Lee")
        try name("Lou Voss <lou.voss@example.org>")
        #expect(try office.message(question).recipient.name == "Lou Voss")
    }

    @Test func nobodyReadsWhatANoReplyAddressGets() throws {
        try name("Recruitment Team <no-reply@example.org>")
        #expect(try office.message(question).recipient.name == "Jane Okafor")
        #expect(try office.message(question).state == .draft)
    }

    @Test(arguments: [MessageState.sent, .unconfirmed])
    func nobodyElseIsAskedOnceItLeft(state: MessageState) throws {
        try office.end(question, as: state, at: at("2026-12-01T16:00:00Z"))
        let before = try office.message(question)
        try office.mend(recorded, at: at("2026-12-02T10:00:00Z")) {
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
        }
        #expect(try office.message(question) == before)
    }

    @Test func whereNobodyCouldBeAskedTheContactIs() throws {
        let cards = try office.add(Told(organisation: "Another Council", panel: ["Bo Lind=the archive"]))
        #expect(try office.message(.decisionStatus, in: cards.recruitment) == nil)
        try office.mend(cards) { $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>") }
        let asked = try #require(try office.message(.decisionStatus, in: cards.recruitment))
        #expect(asked.recipient.name == "Lou Voss" && asked.due == at("2026-12-01T15:00:00Z"))
    }

    // MARK: - When

    @Test(arguments: [
        ("2026-12-04", "2026-12-08T08:00:00Z"), ("2026-11-20", "2026-12-01T15:00:00Z"),
        ("2026-12-24", "2026-12-28T08:00:00Z"),
    ])
    func aPromisedDayMovesTheQuestionAlone(day: String, due: String) throws {
        let thanks = try office.message(note)
        try office.mend(recorded) { $0.decisionBy = try Day.parse(day) }
        #expect(try office.message(question).due == at(due))
        #expect(try office.message(question).state == .queued)
        #expect(try office.message(note) == thanks)
    }

    @Test func nobodyPromisesADayBeforeTheInterview() throws {
        let day = try Day.parse("2026-11-16")
        let ended = try Day.parse("2026-11-17")
        #expect(throws: RecordProblem.decisionBeforeInterview(day, ended: ended)) {
            try office.mend(recorded) { $0.decisionBy = day }
        }
    }

    @Test func whatOnlyTheThankYouSpeaksOfLeavesTheQuestionApproved() throws {
        let before = try office.message(question)
        try office.mend(recorded) { $0.talkingPoints = [(member: "Jane Okafor", text: "the archive")] }
        #expect(try office.message(question) == before)
    }

    @Test func theQuestionSpeaksOfTheLastInterview() throws {
        let second = try office.add(Told(ended: "2026-11-26 11:00"))
        try office.mend(second, at: at("2026-11-27T10:00:00Z")) { $0.ended = try london("2026-11-13 11:00") }
        let asked = try office.message(question)
        #expect(asked.body.contains("17 November") && asked.due == at("2026-12-01T15:00:00Z"))
    }

    // MARK: - Words of the user's own

    @Test func theUsersOwnQuestionIsKept() throws {
        _ = try office.desk.edit(question, subject: nil, body: Self.own)
        try office.approve([question])
        let before = try office.message(question)
        try office.mend(recorded) { $0.talkingPoints = [(member: "Jane Okafor", text: "the archive")] }
        #expect(try office.message(question) == before)
        try office.mend(recorded) { $0.ended = try london("2026-11-16 15:00") }
        let after = try office.message(question)
        #expect(after.state == .draft && after.body == Self.own && after.due == at("2026-11-30T15:00:00Z"))
    }

    @Test func theUsersOwnQuestionGreetsWhomItGoesTo() throws {
        _ = try office.desk.edit(question, subject: nil, body: Self.own)
        try name("Lou Voss <lou.voss@example.org>")
        let after = try office.message(question)
        #expect(after.state == .draft && after.template == nil)
        #expect(after.body == "Dear Lou Voss,\n\nHas a decision been made?\n\nAda Example\n")
    }

    // MARK: - After an end

    @Test func afterARejectionTheThankYouAndTheRequestFollow() throws {
        _ = try office.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.later)
        try office.mend(recorded, at: Self.later + 60) { $0.role = "Senior Data Analyst" }
        let request = try #require(try office.message(.feedbackRequest, in: recorded.recruitment))
        #expect(request.state == .draft && request.body.contains("Senior Data Analyst"))
        #expect(try office.message(note).state == .draft)
        #expect(try office.message(question).reason?.code == .ended)
    }

    @Test(arguments: [Desk.Word.offered, .withdrew, .rejected])
    func nothingIsDraftedThatTheEndRulesOut(word: Desk.Word) throws {
        let cards = try office.add(Told(organisation: "Another Council", panel: ["Bo Lind=the archive"]))
        _ = try office.desk.hear(word, in: cards.recruitment, from: nil, at: Self.later)
        try office.mend(cards, at: Self.later + 60) {
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
            $0.panel = try Told.members("Bo Lind=the archive", Told.sam)
        }
        #expect(try office.message(.decisionStatus, in: cards.recruitment) == nil)
        let thanks = try #require(try office.note(to: "Sam O'Brien", for: cards))
        #expect(thanks.state == (word == .rejected ? .draft : .cancelled))
        // Taken back, both wait for the user.
        let undone = try office.desk.unhear(in: cards.recruitment, at: Self.later + 120)
        let asked = try #require(try office.message(.decisionStatus, in: cards.recruitment))
        #expect(asked.state == .draft && asked.recipient.name == "Lou Voss" && undone.changed.contains(asked))
        #expect(try office.message(thanks.id).state == .draft)
    }

    @Test func anEndTakenBackAsksTheContactOfToday() throws {
        _ = try office.desk.hear(.rejected, in: recorded.recruitment, from: nil, at: Self.later)
        try office.mend(recorded, at: Self.later + 60) {
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
            $0.ended = try london("2026-11-16 15:00")
        }
        _ = try office.desk.unhear(in: recorded.recruitment, at: Self.later + 120)
        let asked = try office.message(question)
        #expect(asked.state == .draft && asked.body.hasPrefix("Dear Lou Voss,"))
        #expect(asked.body.contains("16 November") && asked.due == at("2026-11-30T15:00:00Z"))
    }

    // MARK: - Taken up again

    @Test func whatIsTakenUpAgainHasTheFactsOfToday() throws {
        _ = try office.desk.cancel([note, question], at: Self.later)
        try office.mend("Jane Okafor", name: "Jane Okafor-Smith", at: Self.later)
        try office.mend(recorded, at: Self.later) {
            $0.role = "Senior Data Analyst"
            $0.ended = try london("2026-11-17 12:30")
            $0.contact = try NameAndAddress("Lou Voss <lou.voss@example.org>")
        }
        #expect(try office.messages([note, question]).map(\.state) == [.cancelled, .cancelled])
        let (thanks, asked) = try {
            let released = try office.desk.release([note, question], at: Self.later)
            return (released[0], released[1])
        }()
        #expect(thanks.state == .draft && thanks.body.hasPrefix("Dear Jane Okafor-Smith,\n"))
        #expect(thanks.subject.contains("Senior") && thanks.due == at("2026-11-18T12:30:00Z"))
        #expect(asked.state == .draft && asked.body.hasPrefix("Dear Lou Voss,"))
        #expect(asked.subject.contains("Senior") && asked.due == at("2026-12-01T12:30:00Z"))
    }
}
