import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite struct ContactLogTests {
    private let shelf: Shelf
    private let story: Story
    private let other: Story

    /// Five contacts: jane 18th email, sam 19th phone, hana 20th no channel, jane 21st social elsewhere, jane no
    /// recruitment 22nd.
    init() throws {
        let shelf = try Shelf()
        (story, other) = try shelf.write { transaction in
            let story = try Story(transaction)
            let other = try Story(transaction, organisation: "Überwald Trust", ended: "2026-11-19 10:00")
            func add(_ day: Int, _ channel: Channel?, _ person: Person, _ recruitment: Recruitment?) throws {
                try transaction.add(
                    Entry(
                        time: at("2026-11-\(day)T09:00:00Z"), direction: .in, channel: channel,
                        person: person,
                        recruitment: recruitment?.id, outcome: .logged, detail: "\(day)"))
            }
            try add(20, nil, story.hana, story.recruitment)
            try add(18, .email, story.jane, story.recruitment)
            try add(19, .phone, story.sam, story.recruitment)
            try add(21, .social, story.jane, other.recruitment)
            try add(22, .inPerson, story.jane, nil)
            return (story, other)
        }
        self.shelf = shelf
    }

    private func days(_ change: (inout ContactFilter) -> Void) throws -> [String?] {
        var filter = ContactFilter()
        change(&filter)
        return try shelf.read { try $0.contacts(filter) }.map(\.detail)
    }

    @Test func withoutAFilterAllAreThereOldestFirst() throws {
        #expect(try days { _ in } == ["18", "19", "20", "21", "22"])
    }

    @Test(arguments: [
        ("example", ["18", "19", "20"]), ("ÜBERWALD", ["21"]), ("COUNCIL", ["18", "19", "20"]),
        ("nobody", []),
    ])
    func anOrganisationIsFoundByAPartOfItsName(text: String, expected: [String]) throws {
        #expect(try days { $0.organisation = text } == expected)
    }

    @Test func peopleAreAnyOfThoseNamed() throws {
        #expect(try days { $0.people = [story.sam.id, story.hana.id] } == ["19", "20"])
        #expect(try days { $0.people = [] } == [])
    }

    @Test(arguments: [
        ("jane", ["18", "21", "22"]), ("SAM.OBRIEN@", ["19"]), ("nobody", []),
    ])
    func aPersonIsFoundByAPartOfNameOrAddress(text: String, expected: [String]) throws {
        #expect(try days { $0.person = text } == expected)
    }

    /// Few are looked for one by one, many by going through the log.
    @Test func manyOrganisationsAreFoundLikeFew() throws {
        var filter = ContactFilter()
        filter.organisation = "council"
        let few = try shelf.read { try $0.condition(filter) }
        let many = ContactCondition(filter, of: nil)
        #expect(few.sql != many.sql)
        for condition in [few, many] {
            let found = try shelf.read { transaction in
                try transaction.rows(
                    "SELECT detail FROM contact WHERE \(condition.sql) ORDER BY detail", condition.arguments
                ).map { $0[0] as String }
            }
            #expect(found == ["18", "19", "20"])
        }
    }

    @Test func sinceIsIncludedAndUntilIsNot() throws {
        #expect(try days { $0.since = at("2026-11-20T09:00:00Z") } == ["20", "21", "22"])
        #expect(try days { $0.until = at("2026-11-20T09:00:00Z") } == ["18", "19"])
        #expect(
            try days {
                $0.since = at("2026-11-19T09:00:00Z")
                $0.until = at("2026-11-21T09:00:00Z")
            } == ["19", "20"])
    }

    @Test func channelAndRecruitmentRestrict() throws {
        #expect(try days { $0.channel = .phone } == ["19"])
        #expect(try days { $0.recruitment = other.recruitment.id } == ["21"])
    }

    @Test func allRestrictionsHoldTogether() throws {
        #expect(
            try days {
                $0.people = [story.jane.id]
                $0.organisation = "council"
                $0.channel = .email
                $0.since = at("2026-11-18T00:00:00Z")
            } == ["18"])
    }

    @Test func theNameOfThatDayIsKeptInTheLog() throws {
        try shelf.write {
            try $0.update(
                Person(id: story.sam.id, name: "Samantha O'Brien", address: nil, salutation: "Dr O'Brien"))
        }
        var filter = ContactFilter()
        filter.people = [story.sam.id]
        let contact = try #require(try shelf.read { try $0.contacts(filter) }.first)
        #expect(contact.person.name == "Sam O'Brien")
        #expect(contact.person.address?.text == "sam.obrien@example.org")
    }

    @Test func theLastThingHeardIsTheLastSaidThatStands() throws {
        func hear(_ outcome: Contact.Outcome, _ time: String, undoes: Contact.ID? = nil) throws -> Contact.ID
        {
            try shelf.write {
                try $0.add(
                    Entry(
                        time: at(time), direction: .in, channel: nil, person: story.hana,
                        recruitment: story.recruitment.id, outcome: outcome, undoes: undoes))
            }
        }
        func last() throws -> Contact.ID? {
            try shelf.read { try $0.lastHeard(in: story.recruitment.id)?.id }
        }
        #expect(try last() == nil)
        let reply = try hear(.replied, "2026-11-23T09:00:00Z")
        let rejected = try hear(.rejected, "2026-11-24T09:00:00Z")
        #expect(try last() == rejected)
        let undoing = try hear(.undone, "2026-11-24T10:00:00Z", undoes: rejected)
        #expect(try last() == reply)
        #expect(try shelf.read { try $0.contact(undoing).detail } == String(rejected.rawValue))
    }

    @Test func aSentMessageAndItsContactAreOneTransaction() throws {
        let moment = at("2026-11-18T15:00:00Z")
        let id = try shelf.write { try story.sent(at: moment, in: $0) }
        var filter = ContactFilter()
        filter.since = moment
        filter.until = moment + 1
        let contact = try #require(try shelf.read { try $0.contacts(filter) }.first)
        #expect(contact.message == id && contact.outcome == .sent && contact.direction == .out)
        #expect(contact.channel == .email && contact.kind == .thankYou && contact.subject == "Thank you")
        #expect(contact.messageID == "\(id.rawValue)@example.org" && contact.detail == "250 2.0.0 Ok")
        #expect(contact.person == story.jane && contact.recruitment == story.recruitment && !contact.agency)
        #expect(try shelf.read { try $0.message(id).state } == .sent)
    }

    @Test func aMessageHasOneContactOfOurs() throws {
        let id = try shelf.write { try story.sent(at: at("2026-11-18T15:00:00Z"), in: $0) }
        #expect(throws: LedgerProblem.self) {
            try shelf.write {
                try $0.add(
                    Entry(
                        time: at("2026-11-19T15:00:00Z"), direction: .out, channel: .email,
                        person: story.jane,
                        recruitment: story.recruitment.id, outcome: .logged, message: id))
            }
        }
    }

    @Test func anUnknownNumberIsSaidToBeUnknown() throws {
        #expect(throws: LedgerProblem.noSuch(.contact, number: 99)) {
            try shelf.read { try $0.contact(Identifier(rawValue: 99)) }
        }
    }
}
