import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite("names-right: no message goes with a fact that was mended since it was worded")
struct RenewingTests {
    private let running: RunningApplication
    private let thanks: Message.ID
    private let recruitment: Recruitment.ID
    private let interview: Interview.ID
    private static let now = at("2026-11-17T18:00:00Z")

    init() throws {
        running = try RunningApplication()
        let recorded = try running.add()
        thanks = recorded.messages[0]
        recruitment = recorded.recruitment
        interview = recorded.interview
    }

    private func rename(to name: String = "Jane Okafor-Smith", address: String? = nil) throws {
        let changes = PersonChanges(
            name: name, address: try address.map { try EmailAddress($0) }, salutation: nil)
        _ = try running.desk.edit("jane.okafor@example.org", changes, at: Self.now)
    }

    private func isDraftWithTheNewName() throws -> Bool {
        let message = try running.message(thanks)
        return message.state == .draft && message.body.hasPrefix("Dear Jane Okafor-Smith,\n")
    }

    private func doubt(_ id: Message.ID) throws {
        try running.ledger.write { try $0.hold(id, because: Reason(.otherLedger, moment: Self.now)) }
    }

    @Test("what another ledger may have sent stays held with today's name, until it is released")
    func otherLedger() throws {
        try doubt(thanks)
        try rename()
        let message = try running.message(thanks)
        #expect(message.state == .held && message.reason?.code == .otherLedger)
        _ = try running.desk.release([thanks], at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("what the user has put right by hand already is not put right once more")
    func alreadyMended() throws {
        _ = try running.desk.edit(
            thanks, subject: nil,
            body:
                "Dear Mary Jane Okafor,\n\nThank you for the talk about the Senior Data Analyst role, a role of a Data Analyst.\n"
        )
        try rename(to: "Mary Jane Okafor")
        var changes = InterviewChanges()
        changes.role = "Senior Data Analyst"
        _ = try running.desk.edit(interview, changes, at: Self.now)
        #expect(
            try running.message(thanks).body
                == "Dear Mary Jane Okafor,\n\nThank you for the talk about the Senior Data Analyst role, a role of a Senior Data Analyst.\n"
        )
    }

    @Test("a question that another ledger may have asked is not queued by a later interview")
    func otherLedgersQuestion() throws {
        let question = try #require(try running.message(.decisionStatus, in: recruitment))
        try doubt(question.id)
        try running.add(Told(ended: "2026-11-19 15:00", panel: [Told.sam]))
        let message = try running.message(question.id)
        #expect(message.state == .held && message.reason?.code == .otherLedger)
        #expect(message.due > question.due && message.body != question.body)
    }

    /// Stopped by the user, and in a ledger that was adopted afterwards.
    private func stopThenAdopt() throws {
        _ = try running.desk.hold([thanks], at: Self.now)
        try running.ledger.write { transaction in
            let held = try transaction.holdEverything(at: Self.now + 60)
            try transaction.record(
                .olderCopy, generation: 1, held: held, seed: [UInt8](repeating: 0xAD, count: 16),
                at: Self.now + 60)
        }
        #expect(try running.message(thanks).reason?.code == .byUser)
    }

    @Test("released, what the user had stopped is held for what another ledger may have done")
    func stoppedBeforeAdoption() throws {
        try stopThenAdopt()
        for expected in [MessageState.held, .queued] {
            let released = try running.desk.release([thanks], at: Self.now + 120)[0]
            #expect(released.state == expected)
            #expect(expected == .queued || released.reason == Reason(.otherLedger, moment: Self.now + 60))
        }
        // Stopped once more, it is in no doubt any more.
        _ = try running.desk.hold([thanks], at: Self.now + 180)
        #expect(try running.desk.release([thanks], at: Self.now + 240)[0].state == .queued)
    }

    @Test("nor do other words settle what another ledger may have sent", arguments: ["edit", "rename"])
    func rewordedBeforeRelease(deed: String) throws {
        try stopThenAdopt()
        if deed == "edit" {
            _ = try running.desk.edit(thanks, subject: "Many thanks", body: nil)
        } else {
            try rename()
        }
        let message = try running.message(thanks)
        #expect(message.state == .held && message.reason?.code == .otherLedger)
        #expect(try running.desk.release([thanks], at: Self.now + 120)[0].state == .draft)
    }

    @Test("an ending that is undone brings back a draft with today's name, not the approved one")
    func undone() throws {
        _ = try running.desk.hear(.offered, in: recruitment, from: nil, at: Self.now)
        try rename()
        _ = try running.desk.unhear(in: recruitment, at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("and so it does with another role and organisation")
    func undoneAfterRenaming() throws {
        _ = try running.desk.hear(.offered, in: recruitment, from: nil, at: Self.now)
        var changes = InterviewChanges()
        changes.organisation = "York Library"
        _ = try running.desk.edit(interview, changes, at: Self.now)
        _ = try running.desk.unhear(in: recruitment, at: Self.now)
        let message = try running.message(thanks)
        #expect(message.state == .draft)
        #expect(message.body.contains("York Library") && !message.body.contains("Example Council"))
    }

    @Test("a doubtful delivery that did not happen goes again only after it was approved anew")
    func unconfirmed() throws {
        try running.end(thanks, as: .unconfirmed, at: Self.now)
        try rename()
        _ = try running.desk.resolve(thanks, delivered: false, at: Self.now)
        _ = try running.desk.release([thanks], at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("what did arrive is on record with the name and address that it left with")
    func leftAsItWas() throws {
        try running.end(thanks, as: .unconfirmed, at: Self.now)
        try rename(address: "jane.smith@example.org")
        _ = try running.desk.resolve(thanks, delivered: true, at: Self.now)
        let contact = try #require(try running.contacts().first)
        #expect(contact.person.address?.text == "jane.okafor@example.org")
        #expect(contact.person.name == "Jane Okafor")
        #expect(try running.message(thanks).recipient.name == "Jane Okafor")
    }

    @Test("a cancelled message that is released has today's name")
    func released() throws {
        _ = try running.desk.cancel([thanks], at: Self.now)
        try rename()
        _ = try running.desk.release([thanks], at: Self.now)
        #expect(try isDraftWithTheNewName())
    }

    @Test("a held message that nobody mended keeps its approval")
    func unchanged() throws {
        let before = try running.frozen(thanks)
        _ = try running.desk.hold([thanks], at: Self.now)
        _ = try running.desk.release([thanks], at: Self.now)
        #expect(try running.state(thanks) == .queued)
        #expect(try running.frozen(thanks) == before)
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
        _ = try running.desk.edit(thanks, subject: nil, body: before)
        try rename()
        #expect(try running.message(thanks).body == after)
    }

    @Test("a salutation is mended in the greeting alone")
    func salutation() throws {
        let person = "jane.okafor@example.org"
        _ = try running.desk.edit(
            person, PersonChanges(name: nil, address: nil, salutation: "An"), at: Self.now)
        _ = try running.desk.edit(thanks, subject: nil, body: "Dear An,\n\nAn Analyst learns. An end.\n")
        _ = try running.desk.edit(
            person, PersonChanges(name: nil, address: nil, salutation: "Dr Okafor"), at: Self.now)
        #expect(try running.message(thanks).body == "Dear Dr Okafor,\n\nAn Analyst learns. An end.\n")
    }

    @Test("the user's own words get the new employer, and are read and approved once more")
    func ownWordsAboutTheEmployer() throws {
        _ = try running.desk.edit(
            thanks, subject: nil, body: "Dear Jane Okafor,\n\nI like Example Council.\n")
        _ = try running.desk.approve([thanks], ignoring: [], at: Self.now)
        var changes = InterviewChanges()
        changes.organisation = "York Library"
        _ = try running.desk.edit(interview, changes, at: Self.now)
        #expect(try running.message(thanks).body == "Dear Jane Okafor,\n\nI like York Library.\n")
        #expect(try running.state(thanks) == .draft)
    }

    @Test("own words about the decision stay where nothing that they speak of was mended")
    func ownQuestion() throws {
        let question = try #require(try running.message(.decisionStatus, in: recruitment)).id
        let body = "Dear Jane Okafor,\n\nHas a decision been made?\n\nAda Example\n"
        _ = try running.desk.edit(question, subject: nil, body: body)
        _ = try running.desk.approve([question], ignoring: [], at: Self.now)
        var changes = InterviewChanges()
        changes.remarks = ["Jane Okafor": Remark(talkingPoint: "the tea")]
        _ = try running.desk.edit(interview, changes, at: Self.now)
        #expect(try running.message(question).body == body)
        #expect(try running.state(question) == .queued)
    }
}
