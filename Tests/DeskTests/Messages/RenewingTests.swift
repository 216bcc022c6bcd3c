import Desk
import Etiquette
import Foundation
import Ledger
import Testing

@Suite("names-right: no message goes with a fact that was mended since it was worded")
struct RenewingTests {
    private let office: Office
    private let thanks: Message.ID
    private let recruitment: Recruitment.ID
    private let interview: Interview.ID
    private static let now = at("2026-11-17T18:00:00Z")

    init() throws {
        office = try Office()
        let recorded = try office.add()
        thanks = recorded.messages[0]
        recruitment = recorded.recruitment
        interview = recorded.interview
    }

    private func rename(to name: String = "Jane Okafor-Smith", address: String? = nil) throws {
        let changes = PersonChanges(
            name: name, address: try address.map { try EmailAddress($0) }, salutation: nil)
        _ = try office.desk.edit("jane.okafor@example.org", changes, at: Self.now)
    }

    private func isDraftWithTheNewName() throws -> Bool {
        let message = try office.message(thanks)
        return message.state == .draft && message.body.hasPrefix("Dear Jane Okafor-Smith,\n")
    }

    private func doubt(_ id: Message.ID) throws {
        try office.ledger.write { try $0.hold(id, because: Reason(.otherLedger, moment: Self.now)) }
    }

    @Test("what another ledger may have sent stays held with today's name, until it is released")
    func otherLedger() throws {
        try doubt(thanks)
        try rename()
        let message = try office.message(thanks)
        #expect(message.state == .held && message.reason?.code == .otherLedger)
        _ = try office.desk.release([thanks], at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("a question that another ledger may have asked is not queued by a later interview")
    func otherLedgersQuestion() throws {
        let question = try #require(try office.message(.decisionStatus, in: recruitment))
        try doubt(question.id)
        try office.add(Told(ended: "2026-11-19 15:00", panel: [Told.sam]))
        let message = try office.message(question.id)
        #expect(message.state == .held && message.reason?.code == .otherLedger)
        #expect(message.due > question.due && message.body != question.body)
    }

    @Test("an ending that is undone brings back a draft with today's name, not the approved one")
    func undone() throws {
        _ = try office.desk.hear(.offered, in: recruitment, from: nil, at: Self.now)
        try rename()
        _ = try office.desk.unhear(in: recruitment, at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("and so it does with another role and organisation")
    func undoneAfterRenaming() throws {
        _ = try office.desk.hear(.offered, in: recruitment, from: nil, at: Self.now)
        var changes = InterviewChanges()
        changes.organisation = "York Library"
        _ = try office.desk.edit(interview, changes, at: Self.now)
        _ = try office.desk.unhear(in: recruitment, at: Self.now)
        let message = try office.message(thanks)
        #expect(message.state == .draft)
        #expect(message.body.contains("York Library") && !message.body.contains("Example Council"))
    }

    @Test("a doubtful delivery that did not happen goes again only after it was approved anew")
    func unconfirmed() throws {
        try office.end(thanks, as: .unconfirmed, at: Self.now)
        try rename()
        _ = try office.desk.resolve(thanks, delivered: false, at: Self.now)
        _ = try office.desk.release([thanks], at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("what did arrive is on record with the name and address that it left with")
    func leftAsItWas() throws {
        try office.end(thanks, as: .unconfirmed, at: Self.now)
        try rename(address: "jane.smith@example.org")
        _ = try office.desk.resolve(thanks, delivered: true, at: Self.now)
        let contact = try #require(try office.contacts().first)
        #expect(contact.person.address?.text == "jane.okafor@example.org")
        #expect(contact.person.name == "Jane Okafor")
        #expect(try office.message(thanks).recipient.name == "Jane Okafor")
    }

    @Test("a cancelled message that is released has today's name")
    func released() throws {
        _ = try office.desk.cancel([thanks], at: Self.now)
        try rename()
        _ = try office.desk.release([thanks], at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("a held message that nobody mended keeps its approval")
    func unchanged() throws {
        let before = try office.frozen(thanks)
        _ = try office.desk.hold([thanks], at: Self.now)
        _ = try office.desk.release([thanks], at: Self.now)
        #expect(try office.state(thanks) == .queued)
        #expect(try office.frozen(thanks) == before)
    }

    @Test(
        "the user's own words get the new name once, as a whole word",
        arguments: [
            (
                "Dear Jane Okafor,\n\nThank you, Jane Okafor.\n",
                "Dear Jane Okafor-Smith,\n\nThank you, Jane Okafor-Smith.\n"
            ),
            (
                "Dear Jane Okafor,\n\nJane Okaforsen was kind.\n",
                "Dear Jane Okafor-Smith,\n\nJane Okaforsen was kind.\n"
            ),
            ("Dear Jane,\n\nThank you.\n", "Dear Jane,\n\nThank you.\n"),
        ])
    func ownWords(before: String, after: String) throws {
        _ = try office.desk.edit(thanks, subject: nil, body: before)
        try rename()
        #expect(try office.message(thanks).body == after)
    }

    @Test("a salutation is mended in the greeting alone")
    func salutation() throws {
        let person = "jane.okafor@example.org"
        _ = try office.desk.edit(
            person, PersonChanges(name: nil, address: nil, salutation: "An"), at: Self.now)
        _ = try office.desk.edit(thanks, subject: nil, body: "Dear An,\n\nAn Analyst learns. An end.\n")
        _ = try office.desk.edit(
            person, PersonChanges(name: nil, address: nil, salutation: "Dr Okafor"), at: Self.now)
        #expect(try office.message(thanks).body == "Dear Dr Okafor,\n\nAn Analyst learns. An end.\n")
    }

    @Test("the user's own words get the new employer, and are read and approved once more")
    func ownWordsAboutTheEmployer() throws {
        _ = try office.desk.edit(thanks, subject: nil, body: "Dear Jane Okafor,\n\nI like Example Council.\n")
        _ = try office.desk.approve([thanks], ignoring: [], at: Self.now)
        var changes = InterviewChanges()
        changes.organisation = "York Library"
        _ = try office.desk.edit(interview, changes, at: Self.now)
        #expect(try office.message(thanks).body == "Dear Jane Okafor,\n\nI like York Library.\n")
        #expect(try office.state(thanks) == .draft)
    }

    @Test("own words about the decision stay where nothing that they speak of was mended")
    func ownQuestion() throws {
        let question = try #require(try office.message(.decisionStatus, in: recruitment)).id
        let body = "Dear Jane Okafor,\n\nHas a decision been made?\n\nAda Example\n"
        _ = try office.desk.edit(question, subject: nil, body: body)
        _ = try office.desk.approve([question], ignoring: [], at: Self.now)
        var changes = InterviewChanges()
        changes.talkingPoints = [(member: "Jane Okafor", text: "the tea")]
        _ = try office.desk.edit(interview, changes, at: Self.now)
        #expect(try office.message(question).body == body)
        #expect(try office.state(question) == .queued)
    }
}

@Suite("thank-each: corrections leave nobody out and thank nobody twice")
struct ThankYousTests {
    private let office: Office
    private static let now = at("2026-11-19T18:00:00Z")
    private static let bob = "Bob Marsh <bob.marsh@example.org>=the flood maps"

    init() throws { office = try Office() }

    private func notes(to name: String, in recruitment: Recruitment.ID) throws -> [Message] {
        try office.messages(of: recruitment).filter {
            $0.followUp.kind == .thankYou && $0.recipient.name == name
        }
    }

    private func edit(_ id: Interview.ID, panel: [String]) throws {
        var changes = InterviewChanges()
        changes.panel = try panel.map { text in
            try InterviewRecord.Member(
                who: NameAndAddress(String(text.prefix { $0 != "=" })), talkingPoint: nil)
        }
        _ = try office.desk.edit(id, changes, at: Self.now)
    }

    @Test("who shared a note with an interview that they were not at is thanked for the other one")
    func takenOffOneOfTwo() throws {
        let first = try office.add(Told(panel: [Told.jane, Self.bob]))
        let second = try office.add(Told(ended: "2026-11-18 17:00", panel: [Self.bob]))
        try edit(first.interview, panel: [Told.jane])
        let pending = try notes(to: "Bob Marsh", in: first.recruitment).filter { $0.state.isPending }
        #expect(pending.map(\.followUp.interview) == [second.interview])
    }

    @Test("a note that a correction called off is not shared")
    func addedLater() throws {
        let first = try office.add(Told(panel: [Told.jane, Self.bob]))
        try edit(first.interview, panel: [Told.jane])
        let second = try office.add(Told(ended: "2026-11-18 17:00", panel: [Self.bob]))
        #expect(try office.message(second.messages[0]).followUp.interview == second.interview)
    }

    @Test("interviews that are moved within 48 hours of each other share one note")
    func movedTogether() throws {
        let first = try office.add(Told(ended: "2026-11-10 15:00", panel: [Self.bob]))
        let second = try office.add(Told(ended: "2026-11-17 15:00", panel: [Self.bob]))
        #expect(try notes(to: "Bob Marsh", in: first.recruitment).count == 2)
        var changes = InterviewChanges()
        changes.ended = try london("2026-11-11 15:00")
        _ = try office.desk.edit(second.interview, changes, at: Self.now)
        let states = try notes(to: "Bob Marsh", in: first.recruitment).filter { $0.state.isPending }
        #expect(states.map(\.followUp.interview) == [first.interview])
    }

    @Test("interviews that are moved apart get a note each")
    func movedApart() throws {
        let first = try office.add(Told(ended: "2026-11-16 15:00", panel: [Self.bob]))
        let second = try office.add(Told(ended: "2026-11-17 15:00", panel: [Self.bob]))
        var changes = InterviewChanges()
        changes.ended = try london("2026-11-10 15:00")
        _ = try office.desk.edit(first.interview, changes, at: Self.now)
        let interviews = try notes(to: "Bob Marsh", in: first.recruitment).filter { $0.state != .cancelled }
        #expect(Set(interviews.compactMap(\.followUp.interview)) == [first.interview, second.interview])
    }
}

@Suite("feedback and two-weeks: whoever spoke is heard, whoever brought the news is asked")
struct BringerTests {
    private let office: Office
    private let recruitment: Recruitment.ID
    private static let now = at("2026-11-20T12:00:00Z")

    init() throws {
        office = try Office()
        recruitment = try office.add().recruitment
    }

    @Test("a second rejection, by somebody else, asks that person")
    func bringer() throws {
        _ = try office.desk.hear(.rejected, in: recruitment, from: nil, at: Self.now)
        _ = try office.desk.unhear(in: recruitment, at: Self.now)
        _ = try office.desk.hear(
            .rejected, in: recruitment, from: "HR Team <people@example.org>", at: Self.now + 86_400)
        let request = try #require(try office.message(.feedbackRequest, in: recruitment))
        #expect(request.recipient.name == "HR Team")
        #expect(request.body.hasPrefix("Dear HR Team,"))
        #expect(request.due == at("2026-11-23T08:00:00Z"))
    }

    @Test("somebody from another recruitment brought no news of this one")
    func stranger() throws {
        let other = try office.add(Told(organisation: "York Library", panel: [Told.sam]))
        let sam = try office.message(other.messages[0]).recipient
        #expect(throws: DeskProblem.notInRecruitment(sam, recruitment)) {
            try office.desk.hear(.rejected, in: recruitment, from: String(sam.id.rawValue), at: Self.now)
        }
    }

    @Test("an answer by somebody who only ever wrote is a reply all the same")
    func heardFromAWriter() throws {
        _ = try office.desk.hear(
            .replied(courtesy: false), in: recruitment, from: "HR Team <people@example.org>", at: Self.now)
        _ = try office.desk.unhear(in: recruitment, at: Self.now)
        let said = Desk.Said(
            person: "people@example.org", channel: .email, direction: .in, recruitment: nil, message: nil,
            answering: false, time: Self.now, note: nil)
        _ = try office.desk.log(said, at: Self.now)
        #expect(try office.message(.decisionStatus, in: recruitment)?.reason?.code == .replied)
    }

    @Test("a call serves no message")
    func call() throws {
        let question = try #require(try office.message(.decisionStatus, in: recruitment)).id
        let said = Desk.Said(
            person: "jane.okafor@example.org", channel: .phone, direction: .out, recruitment: nil,
            message: question, answering: false, time: Self.now, note: nil)
        #expect(throws: DeskProblem.thanksNobody(.phone)) { try office.desk.log(said, at: Self.now) }
    }
}
