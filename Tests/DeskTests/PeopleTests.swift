import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct PeopleTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let janes = "jane.okafor@example.org"
    private static let later = at("2026-11-18T16:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, Told.sam]))
    }

    private var jane: Message.ID { recorded.messages[0] }
    private var sam: Message.ID { recorded.messages[1] }
    private var question: Message.ID { recorded.messages[2] }

    private func person(_ id: Message.ID) throws -> Person { try running.message(id).recipient }
    private func letter(_ id: Message.ID) throws -> String {
        String(decoding: try #require(try running.frozen(id)), as: UTF8.self)
    }

    // MARK: - Name

    @Test(arguments: ["Jane Okafor", janes, "1"])
    func aNameIsMendedInEveryMessageToThatPerson(meant: String) throws {
        let before = try running.messages(recorded.messages)
        let mended = try running.mend(meant, name: "Jane Okafor-Smith")
        let after = try running.messages(recorded.messages)
        #expect(after.map(\.state) == [.draft, .queued, .draft])
        #expect(after[0].body.hasPrefix("Dear Jane Okafor-Smith,\n"))
        #expect(after[2].body.hasPrefix("Dear Jane Okafor-Smith,\n"))
        #expect(after[1] == before[1])
        #expect(mended.changed == [after[0], after[2]])
    }

    @Test func theMendedNameStandsInTheLetterAndNowhereTheOldOne() throws {
        try running.mend(Self.janes, name: "Jana Okafor")
        try running.approve([jane])
        #expect(try letter(jane).contains("To: Jana Okafor <jane.okafor@example.org>"))
        #expect(try !letter(jane).contains("Jane Okafor"))
    }

    @Test func aNameIsCheckedAtTheDoor() throws {
        #expect(throws: InputProblem.self) { try running.mend(Self.janes, name: "Jane\u{202E}Okafor") }
        #expect(throws: InputProblem.self) { try running.mend(Self.janes, name: " ") }
        #expect(try running.message(jane).state == .queued)
    }

    @Test func twoOnAPanelWithoutAddressHaveDifferentNames() throws {
        let cards = try running.add(
            Told(organisation: "Another Council", panel: ["Bo Lind=the archive", "Mia Roy=the index"]))
        let (bo, mia) = (try person(cards.messages[0]), try person(cards.messages[1]))
        #expect(throws: DeskProblem.nameTaken(by: mia)) {
            try running.mend("Bo Lind", name: "Mia Roy")
        }
        #expect(try person(cards.messages[0]) == bo)
    }

    @Test func whatWasSentKeepsItsNameInTheLog() throws {
        try running.end(jane, as: .sent, at: Self.later)
        let body = try running.message(jane).body
        try running.mend(Self.janes, name: "Jane Okafor-Smith", at: Self.later + 60)
        #expect(try running.message(jane).state == .sent && running.message(jane).body == body)
        #expect(try running.contacts().map(\.person.name) == ["Jane Okafor"])
    }

    @Test(arguments: [MessageState.draft, .queued, .held])
    func everyPendingMessageIsMended(state: MessageState) throws {
        if state == .draft { _ = try running.desk.edit(jane, subject: "Thank you very much", body: nil) }
        if state == .held { _ = try running.desk.hold([jane], at: at("2026-11-17T17:00:00Z")) }
        try running.mend(Self.janes, name: "Jana Okafor")
        #expect(try running.message(jane).state == .draft)
        #expect(try running.message(jane).body.hasPrefix("Dear Jana Okafor,"))
    }

    // MARK: - Salutation

    @Test func aSalutationIsSetAndTakenBack() throws {
        try running.mend(Self.janes, salutation: "Dr Okafor")
        #expect(try running.message(jane).body.hasPrefix("Dear Dr Okafor,\n"))
        #expect(try person(jane).name == "Jane Okafor")
        try running.mend(Self.janes, salutation: "")
        #expect(try running.message(jane).body.hasPrefix("Dear Jane Okafor,\n"))
        #expect(try person(jane).salutation == nil)
    }

    @Test func aSalutationOutlivesAnotherName() throws {
        try running.mend(Self.janes, salutation: "Jane")
        try running.mend(Self.janes, name: "Jane Okafor-Smith")
        #expect(try running.message(jane).body.hasPrefix("Dear Jane,\n"))
    }

    @Test func nothingIsNotMended() throws {
        for (name, address, salutation) in [
            (nil, nil, nil), ("Jane Okafor", nil, nil), (nil, Self.janes, nil), (nil, nil, ""),
        ] as [(String?, String?, String?)] {
            #expect(throws: DeskProblem.nothingToChange) {
                try running.mend(Self.janes, name: name, address: address, salutation: salutation)
            }
        }
    }

    // MARK: - Address

    @Test func anAddressIsOnePerson() throws {
        let sam = try person(sam)
        #expect(throws: DeskProblem.addressTaken(by: sam)) {
            try running.mend(Self.janes, address: "SAM.OBRIEN@example.org")
        }
        #expect(try person(jane).address?.text == Self.janes)
    }

    @Test func aPersonKeepsTheAddressInAnotherSpelling() throws {
        try running.mend(Self.janes, address: "Jane.Okafor@example.org")
        #expect(try person(jane).address?.text == "Jane.Okafor@example.org")
    }

    @Test func whatAServerRefusedGoesToTheMendedAddressAsAnotherMessage() throws {
        try running.end(jane, as: .refused, at: Self.later)
        let before = try running.message(jane)
        try running.mend("Jane Okafor", address: "j.okafor@example.org", at: Self.later + 60)
        #expect(try running.message(jane).state == .draft)
        try running.approve([jane], at: Self.later + 120)
        let after = try running.message(jane)
        #expect(after.state == .queued && after.body == before.body)
        #expect(after.messageID != nil && after.messageID != before.messageID)
        #expect(try letter(jane).contains("<j.okafor@example.org>"))
        #expect(try !letter(jane).contains(Self.janes))
    }

    @Test(arguments: [MessageState.sent, .unconfirmed])
    func whatLeftTheHouseIsNotMended(state: MessageState) throws {
        try running.end(jane, as: state, at: Self.later)
        let before = try running.message(jane)
        try running.mend("Jane Okafor", address: "j.okafor@example.org", at: Self.later + 60)
        let after = try running.message(jane)
        #expect(after.state == before.state && after.messageID == before.messageID)
        #expect(after.body == before.body && after.revision == before.revision)
    }

    // MARK: - From card to email

    private func addCards(approving: Bool = true) throws -> Recorded {
        try running.add(
            Told(organisation: "Another Council", panel: ["Bo Lind=the archive"]), approving: approving)
    }

    @Test(arguments: [MessageState.draft, .queued, .held])
    func aCardTurnsIntoAnEmailOnceAnAddressIsKnown(state: MessageState) throws {
        let card = try addCards(approving: state != .draft).messages[0]
        if state == .held { _ = try running.desk.hold([card], at: at("2026-11-17T17:00:00Z")) }
        #expect(try running.message(card).channel == .post)
        let mended = try running.mend("Bo Lind", address: "bo.lind@example.org")
        let email = try running.message(card)
        #expect(email.channel == .email && email.state == .draft && email.body.contains("the archive"))
        #expect(!email.body.contains("card"))
        #expect(mended.changed.contains(email))
        try running.approve([card])
        #expect(try letter(card).contains("To: Bo Lind <bo.lind@example.org>"))
    }

    @Test func theUsersOwnWordsServeInAnEmailAsWell() throws {
        let card = try addCards().messages[0]
        _ = try running.desk.edit(card, subject: nil, body: "Dear Bo Lind,\n\nThanks.\n\nAda Example\n")
        try running.mend("Bo Lind", name: "Bo Lindh", address: "bo.lindh@example.org")
        let email = try running.message(card)
        #expect(email.channel == .email && email.template == nil)
        #expect(email.body == "Dear Bo Lindh,\n\nThanks.\n\nAda Example\n")
    }

    @Test func aPostedCardStaysOne() throws {
        let card = try addCards().messages[0]
        _ = try running.desk.log(
            Desk.Said(
                person: "Bo Lind", channel: .post, direction: .out, recruitment: nil, message: nil,
                answering: false, time: Self.later, note: nil), at: Self.later)
        let before = try running.message(card)
        try running.mend("Bo Lind", address: "bo.lind@example.org", at: Self.later + 60)
        let after = try running.message(card)
        #expect(after.channel == .post && after.state == .sent && after.body == before.body)
    }

    @Test func theMissingQuestionIsDraftedOnceSomebodyCanBeAsked() throws {
        let cards = try addCards()
        #expect(try running.message(.decisionStatus, in: cards.recruitment) == nil)
        let mended = try running.mend("Bo Lind", address: "bo.lind@example.org")
        let asked = try #require(try running.message(.decisionStatus, in: cards.recruitment))
        #expect(asked.state == .draft && asked.recipient.name == "Bo Lind")
        #expect(asked.due == at("2026-12-01T15:00:00Z"))
        #expect(mended.changed.contains(asked))
    }

    @Test(arguments: [Desk.Word.rejected, .offered, .withdrew])
    func nothingIsAskedWhereTheRecruitmentHasEnded(word: Desk.Word) throws {
        let cards = try addCards()
        _ = try running.desk.hear(word, in: cards.recruitment, from: nil, at: at("2026-11-17T17:00:00Z"))
        try running.mend("Bo Lind", address: "bo.lind@example.org")
        #expect(try running.message(.decisionStatus, in: cards.recruitment) == nil)
    }

    @Test func anAddressThatNobodyReadsIsNotAsked() throws {
        let cards = try addCards()
        try running.mend("Bo Lind", address: "no-reply@example.org")
        #expect(try running.message(.decisionStatus, in: cards.recruitment) == nil)
    }

    // MARK: - Words of the user's own

    /// What the words say, what is mended, and what they say then.
    static let renamings: [(old: String, name: String?, salutation: String?, new: String)] = [
        ("Dear Jane Okafor,\nThanks.", "Jana Okafor", nil, "Dear Jana Okafor,\nThanks."),
        // A name within its own correction.
        ("Dear Jane Okafor,\nThanks.", "Jane Okafor-Smith", nil, "Dear Jane Okafor-Smith,\nThanks."),
        ("Dear Jane Okafor-Smith,\nThanks.", "Jane Okafor-Smith", nil, "Dear Jane Okafor-Smith,\nThanks."),
        ("Dear Jane Okafor,\nThanks.", nil, "Dr Okafor", "Dear Dr Okafor,\nThanks."),
        ("Dear Jane Okafor,\nThanks.", nil, "Jane Okafor MBE", "Dear Jane Okafor MBE,\nThanks."),
        ("Dear Jane Okafor,\nThanks, Jane Okafor.", nil, "Jane", "Dear Jane,\nThanks, Jane Okafor."),
        (
            "Dear Jane Okafor,\nJane Okafor's desk.", "Jana Okafor", nil,
            "Dear Jana Okafor,\nJana Okafor's desk."
        ),
        // Part of a longer word, or of another's name.
        ("Dear Jane Okafor,\nMary-Jane Okafors.", "Jana Oka", nil, "Dear Jana Oka,\nMary-Jane Okafors."),
        (
            "Dear Jane Okafor,\nMaryJane Okafor-Smith.", "Jane Okafor-Smith", nil,
            "Dear Jane Okafor-Smith,\nMaryJane Okafor-Smith."
        ),
        ("Hello!\nThanks.", "Jana Okafor", nil, "Hello!\nThanks."),
    ]

    @Test(arguments: renamings)
    func wordsOfTheUsersOwnGetTheMendedName(
        renaming: (old: String, name: String?, salutation: String?, new: String)
    ) throws {
        _ = try running.desk.edit(jane, subject: nil, body: renaming.old)
        try running.mend(Self.janes, name: renaming.name, salutation: renaming.salutation)
        let note = try running.message(jane)
        #expect(note.body == renaming.new + "\n")
        #expect(note.state == .draft && note.template == nil)
    }

    @Test func aShortSalutationIsMendedInTheGreetingAlone() throws {
        try running.mend("Sam O'Brien", salutation: "Sam")
        _ = try running.desk.edit(
            sam, subject: nil, body: "Dear Sam,\nThe same Sample of Sam Marsh.\nAda Example\n")
        try running.mend("Sam O'Brien", salutation: "Samantha")
        #expect(
            try running.message(sam).body
                == "Dear Samantha,\nThe same Sample of Sam Marsh.\nAda Example\n")
    }

    @Test func aPersonWhomNobodyKnowsIsNotMended() throws {
        #expect(throws: DeskProblem.nothingCalled(.person, "Nobody Known")) {
            try running.mend("Nobody Known", name: "Somebody Known")
        }
    }
}

@Suite("A page of people") struct PeoplePageTests {
    private let running: RunningApplication

    /// Two of them bear one name.
    init() throws {
        running = try RunningApplication()
        for (number, name) in ["Bo Lind", "Ann Ash", "Bo Lind", "Émile Roy", "Cy Dee"].enumerated() {
            try running.add(
                Told(organisation: "Firm \(number)", panel: ["\(name) <p\(number)@example.org>=the plan"]))
        }
    }

    @Test("page after page gives everybody once, by name", arguments: [1, 2, 3, 5, 6])
    func pages(limit: Int) throws {
        var names: [String] = []
        var last: Person.ID?
        repeat {
            let page = try running.desk.peoplePage(containing: nil, after: last, limit: limit)
            names += page.people.map(\.person.name)
            last = page.next
        } while last != nil
        #expect(names == ["Ann Ash", "Bo Lind", "Bo Lind", "Cy Dee", "Émile Roy"])
    }

    @Test(
        "a part of a name or an address is enough, whatever its case",
        arguments: [("bo", 2), ("LIND", 2), ("E\u{301}MILE", 1), ("p4@", 1), ("%", 0), ("", 5)])
    func search(text: String, count: Int) throws {
        let page = try running.desk.peoplePage(containing: text.isEmpty ? nil : text, after: nil, limit: 9)
        #expect(page.people.count == count && page.next == nil)
    }
}
