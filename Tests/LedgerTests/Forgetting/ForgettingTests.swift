import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite("Who is forgotten leaves what was done, and nothing else")
struct ForgettingTests {
    private let shelf: Shelf
    private let story: Story
    private let other: Story
    private let sent: Message.ID
    private let now = at("2026-12-20T12:00:00Z")

    /// Jane was thanked, has answered and is met again elsewhere; Sam's letters tell of her.
    init() throws {
        let shelf = try Shelf()
        (story, other, sent) = try shelf.write { transaction in
            let story = try Story(transaction)
            let sent = try story.sent(at: at("2026-11-18T15:00:00Z"), in: transaction)
            try transaction.see(
                SeenName("Jane Okofor", source: .ownMail, time: at("2026-11-18T15:00:00Z")), of: story.jane.id
            )
            try transaction.settleName(of: story.jane, by: .user, at: at("2026-11-18T16:00:00Z"))
            _ = try transaction.note(
                MailFact(
                    mail: MailFact.Mail(
                        key: "answer@example.org", time: at("2026-11-19T09:00:00Z"), fromName: "Jane Okafor",
                        fromAddress: "jane.okafor@example.org", subject: "Re: Thank you",
                        messageID: "answer@example.org", thread: ["1@example.org"]),
                    meaning: .reply, recruitments: [story.recruitment.id], person: story.jane.id,
                    message: sent, evidence: [], suggestions: [], sort: nil, returns: nil,
                    words: "Lovely to meet you, Jane"), at: at("2026-11-19T10:00:00Z"))
            var note = Entry(
                time: at("2026-11-20T09:00:00Z"), direction: .out, channel: .phone, person: story.sam,
                recruitment: story.recruitment.id, outcome: .logged)
            note.detail = "he says that Okafor is on leave"
            try transaction.add(note)
            let other = try Story(
                transaction, organisation: "Harbour Trust", ended: "2026-12-01 15:00")
            return (story, other, sent)
        }
        self.shelf = shelf
    }

    private func forget(_ person: Person? = nil) throws -> Forgotten {
        try shelf.write { try $0.forget((person ?? story.jane).id, besides: ["Ada Example"], at: now) }
    }

    /// What is left of her in the file, its journal and its neighbours.
    private func traces(_ words: [String] = ["okafor", "Okafor", "Okofor", "Jane"]) throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: shelf.folder.path)
        return try files.flatMap { file in
            let bytes = try Data(contentsOf: shelf.folder.appendingPathComponent(file))
            return words.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(file): \($0)" }
        }
    }

    @Test func nothingOfThemIsInAnyFile() throws {
        #expect(try !traces().isEmpty)
        _ = try forget()
        try shelf.ledger.finishForgetting()
        #expect(try traces() == [])
        #expect(try shelf.ledger.complaints() == [])
    }

    @Test func theSkeletonOfWhatWasDoneStays() throws {
        let before = try shelf.read { try $0.contacts().first { $0.outcome == .sent } }
        let forgotten = try forget()
        #expect(forgotten.person.name == "Jane Okafor")
        #expect(forgotten.messages == [sent])
        #expect(forgotten.recruitments.map(\.organisation) == ["Example Council", "Harbour Trust"])
        let after = try shelf.read { try $0.contacts().first { $0.outcome == .sent } }
        #expect(after?.time == before?.time)
        #expect(after?.channel == .email && after?.kind == .thankYou && after?.message == sent)
        #expect(after?.recruitment == before?.recruitment)
        #expect(after?.messageID == before?.messageID)
        #expect(after?.person.name == "forgotten person \(story.jane.id.rawValue)")
        #expect(after?.person.address == nil && after?.subject == nil && after?.detail == nil)
        #expect(try shelf.read { try $0.state(of: sent) } == .sent)
        #expect(try shelf.read { try $0.sentWithoutContact() } == [])
        let attempt = try shelf.read { try $0.attempts(of: sent).first }
        #expect(attempt?.code == 250 && attempt?.outcome == .sent && attempt?.reply == nil)
    }

    @Test func theOthersOfThePanelStay() throws {
        _ = try forget()
        let interview = try shelf.read { try $0.interview(story.interview.id) }
        #expect(
            interview.panel.map(\.person.name) == [
                "forgotten person \(story.jane.id.rawValue)", "Sam O'Brien",
            ])
        #expect(interview.panel.map(\.talkingPoint) == [nil, nil])
        #expect(interview.thanked.map(\.person.name) == ["Sam O'Brien"])
        #expect(interview.contact?.name == "Hana Lee")
    }

    @Test(
        "what waits is called off, whatever it waits for",
        arguments: [
            MessageState.draft, .queued, .held, .refused, .bounced, .cancelled,
        ])
    func waiting(state: MessageState) throws {
        let waiting = try shelf.write { transaction in
            let id = try other.draft(to: other.jane, in: transaction)
            try transaction.bring(id, to: state)
            return id
        }
        let forgotten = try forget()
        #expect(forgotten.cancelled == (state == .cancelled ? [] : [waiting]))
        #expect(try shelf.read { try $0.state(of: waiting) } == .cancelled)
        #expect(throws: LedgerProblem.self) {
            try shelf.write { try $0.redraft(waiting, subject: "s", body: "b", template: nil) }
        }
    }

    @Test("what is on its way keeps them", arguments: [MessageState.handedOver, .unconfirmed])
    func underWay(state: MessageState) throws {
        let id = try shelf.write { transaction in
            let id = try other.draft(to: other.jane, in: transaction)
            try transaction.bring(id, to: state)
            return id
        }
        let before = try Data(contentsOf: URL(filePath: shelf.path))
        #expect(throws: LedgerProblem.self) { try forget() }
        #expect(try shelf.read { try $0.messageUnderWay(to: story.jane.id)?.id } == id)
        #expect(try Data(contentsOf: URL(filePath: shelf.path)) == before)
    }

    @Test(
        "a letter to somebody else that tells of them loses its words",
        arguments: [
            ("Dear Sam, as Jane Okafor said, the portal is open.", true),
            ("Dear Sam, as Jane said, the portal is open.", true),
            ("Dear Sam, as Dr Okafor's plan has it.", true),
            ("Dear Sam, write to JANE.OKAFOR@example.org.", true),
            ("Dear Sam, as\nJane\nOkafor said.", true),
            ("Dear Sam, the Okaforian portal is open.", false),
            ("Dear Sam, thank you. Yours, Ada Example", false),
        ])
    func otherLetters(body: String, goes: Bool) throws {
        let id = try shelf.write { transaction in
            let id = try story.draft(to: story.sam, in: transaction)
            try transaction.redraft(id, subject: "Thank you", body: body, template: nil)
            try transaction.bring(id, to: .sent)
            return id
        }
        let forgotten = try forget()
        #expect(forgotten.lettersSent == (goes ? [id] : []))
        let message = try shelf.read { try $0.message(id) }
        #expect(message.body == (goes ? "" : body))
        #expect(message.subject == "Thank you" && message.state == .sent)
        #expect(message.recipient.address?.text == "sam.obrien@example.org")
        #expect(try shelf.read { try $0.dispatched(id) } == (goes ? [] : [0x42]))
        #expect(
            try shelf.read { try $0.owedCopies(sentAfter: .distantPast).map(\.message).contains(id) } == !goes
        )
    }

    @Test("elsewhere a first name alone is nobody's")
    func elsewhere() throws {
        let id = try shelf.write { transaction in
            let recruitment = try transaction.addRecruitment(organisation: "Mill", role: "Clerk")
            let kim = try transaction.addPerson(
                name: "Kim Sand", address: EmailAddress("kim@example.com"), in: recruitment.id)
            let interview = try transaction.addInterview(
                of: recruitment.id, ended: london("2026-12-02 10:00"),
                panel: [PanelMember(person: kim, talkingPoint: "Jane Eyre")], contact: nil, decisionBy: nil,
                viaAgency: false)
            return try transaction.addDraft(
                of: FollowUp(
                    identity: .thankYou(interview.id, kim.id), recruitment: recruitment.id, recipient: kim.id),
                channel: .email, due: now, subject: "Thank you", body: "Dear Kim, Jane Eyre it is.",
                template: nil)
        }
        let forgotten = try forget()
        #expect(forgotten.lettersWaiting == [] && forgotten.lettersSent == [])
        #expect(try shelf.read { try $0.message(id).body } == "Dear Kim, Jane Eyre it is.")
    }

    @Test func aNoteOnSomebodyElseThatTellsOfThemGoes() throws {
        _ = try forget()
        let note = try shelf.read { try $0.contacts().first { $0.person.id == story.sam.id } }
        #expect(note?.detail == nil && note?.channel == .phone && note?.person.name == "Sam O'Brien")
    }

    @Test func nobodyIsForgottenTwice() throws {
        _ = try forget()
        #expect(throws: LedgerProblem.self) { try forget() }
        #expect(try shelf.read { try $0.forgotten(story.jane.id) } == now)
        #expect(try shelf.read { try $0.forgotten(story.sam.id) } == nil)
    }

    @Test func theirAddressIsKnownAgainAndNoOther() throws {
        _ = try forget()
        func known(_ address: String) throws -> Date? {
            let address = try EmailAddress(address)
            return try shelf.read { try $0.forgotten(at: address) }
        }
        #expect(try known("Jane.Okafor@Example.org") == now)
        #expect(try known("sam.obrien@example.org") == nil)
    }

    @Test func inTurnEverybodyCanBeForgotten() throws {
        for person in [story.jane, story.sam, story.hana] { _ = try forget(person) }
        try shelf.ledger.finishForgetting()
        let left = try traces(["Jane", "Sam O", "Brien", "Hana", "lee@"])
        #expect(left == [], "\(left)")
        #expect(try shelf.ledger.complaints() == [])
    }
}

extension ForgettingTests {
    @Test("what the user wrote to others about them goes", arguments: ["talkingPoint", "ownSentence"])
    func othersTopics(column: String) throws {
        try shelf.write { transaction in
            try transaction.run(
                "UPDATE panelMember SET \(column) = 'I liked what Jane Okafor said' WHERE person = ?",
                [story.sam.id.rawValue])
        }
        _ = try forget()
        let left = try shelf.read {
            try $0.rows("SELECT \(column) FROM panelMember WHERE \(column) IS NOT NULL").map {
                $0[0] as String
            }
        }
        #expect(!left.contains { $0.contains("Jane") })
    }

    @Test(
        "a letter elsewhere tells of them, in whatever case it writes their name",
        arguments: [
            ("Émile Durand", "as ÉMILE DURAND said"), ("Émile Ångé", "as ÉMILE ÅNGÉ said"),
            ("Иван Петров", "сказал ИВАН ПЕТРОВ"), ("Иван Петров", "сказал иван петров"),
            ("Li Wu", "as LI WU said"), ("A_a B%b", "as a_a b%b said"),
        ])
    func elsewhereInAnyCase(name: String, words: String) throws {
        let (person, id) = try shelf.write { transaction in
            let person = try transaction.addPerson(name: name, address: nil, in: story.recruitment.id)
            let id = try other.draft(to: other.sam, in: transaction)
            try transaction.redraft(id, subject: "Thank you", body: "Dear Sam, \(words).", template: nil)
            return (person, id)
        }
        #expect(try forget(person).lettersWaiting == [id])
    }
}
