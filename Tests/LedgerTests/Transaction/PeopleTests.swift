import Etiquette
import Fixtures
import Testing
import Text

@testable import Ledger

@Suite struct PeopleTests {
    private let shelf: Shelf
    private let story: Story

    init() throws {
        let shelf = try Shelf()
        story = try shelf.write { try Story($0) }
        self.shelf = shelf
    }

    @Test(arguments: ["jane.okafor@example.org", "JANE.OKAFOR@example.org", "Jane.Okafor@EXAMPLE.ORG"])
    func anAddressIsComparedWithoutCase(address: String) throws {
        #expect(try shelf.read { try $0.person(at: EmailAddress(address)) } == story.jane)
    }

    @Test func anAddressBelongsToOnePerson() {
        #expect(throws: LedgerProblem.self) {
            try shelf.write {
                try $0.addPerson(
                    name: "Another", address: EmailAddress("Jane.Okafor@example.org"),
                    in: story.recruitment.id)
            }
        }
    }

    @Test func withoutAnAddressTheNameCountsWithinTheRecruitment() throws {
        let other = try shelf.write {
            try $0.addRecruitment(organisation: "Another Council", role: "Planner")
        }
        let bo = try shelf.write { try $0.addPerson(name: "Bo Lind", address: nil, in: story.recruitment.id) }
        _ = try shelf.write { try $0.addPerson(name: "Bo Lind", address: nil, in: other.id) }
        #expect(throws: LedgerProblem.self) {
            try shelf.write { try $0.addPerson(name: "Bo Lind", address: nil, in: story.recruitment.id) }
        }
        #expect(try shelf.read { try $0.person(named: "Bo Lind", in: story.recruitment.id) } == bo)
        #expect(try shelf.read { try $0.person(named: "bo lind", in: story.recruitment.id) } == nil)
        #expect(try shelf.read { try $0.people(named: "Bo Lind").count } == 2)
    }

    @Test(arguments: [
        ("o'brien", ["Sam O'Brien"]), ("EXAMPLE.ORG", ["Jane Okafor", "Sam O'Brien", "Hana Lee"]), ("%", []),
    ])
    func aPartOfNameOrAddressFindsPeople(text: String, names: [String]) throws {
        #expect(try shelf.read { try $0.people(containing: text) }.map(\.name) == names)
    }

    /// Sam's apostrophe may be left out by whoever looks for him.
    @Test(arguments: [
        ("okafor", ["Jane Okafor"]), ("zzz", []), ("lee hana", ["Hana Lee"]),
        ("obri", ["Sam O'Brien"]), ("jane zzz", []), ("王", []), ("o'brien", ["Sam O'Brien"]),
        ("brien", ["Sam O'Brien"]),
    ])
    func whoCanNotBeMeantIsLeftOut(text: String, names: [String]) throws {
        let query = try #require(NameQuery(text))
        #expect(try shelf.read { try $0.people(writtenAs: query.writings) }.map(\.name) == names)
    }

    @Test(arguments: [
        ("moller", "Anna Möller"), ("moeller", "Anna Möller"), ("oeyst", "Øystein Dahl"),
        ("dahl o", "Øystein Dahl"),
        ("aesa", "Æsa Þórsdóttir"), ("torsdottir", "Æsa Þórsdóttir"), ("thors", "Æsa Þórsdóttir"),
        ("djuc van", "Nguyễn Văn Đức"), ("duc", "Nguyễn Văn Đức"), ("aangstroem", "Søren Ångström"),
        ("davila", "Ñusta D’Ávila"), ("n", "Ñusta D’Ávila"), ("strauss", "Max Strauß"), ("li", "Łukasz Lis"),
        ("lukasz", "Łukasz Lis"), ("ijsbrand", "Ĳsbrand Vos"), ("ms", "ẍ M̃sé"), ("wei", "李 Wei"),
        ("Mül", "Ida Müller"),
        ("mul", "Ida Müller"), ("yu", "Lǚ Ü"), ("ss", "ßa"),
    ])
    func whoMayBeMeantIsFoundByPlainLetters(text: String, name: String) throws {
        let query = try #require(NameQuery(text))
        #expect(query.fit([name]) != nil)
        let found = try shelf.write { transaction in
            _ = try transaction.addPerson(name: name, address: nil, in: story.recruitment.id)
            return try transaction.people(writtenAs: query.writings)
        }
        #expect(found.map(\.name).contains(name))
    }

    @Test func salutationAndNameAreKeptAsWritten() throws {
        let mended = Person(
            id: story.jane.id, name: "Jané  d’Okafor", address: story.jane.address,
            salutation: "Professor Okafor")
        try shelf.write { try $0.update(mended) }
        #expect(try shelf.read { try $0.person(story.jane.id) } == mended)
    }

    @Test func whoStandsForAnAgencyIsKnownFromInterviews() throws {
        try shelf.write {
            _ = try $0.addInterview(
                of: story.recruitment.id, ended: london("2026-11-18 10:00"), panel: [], contact: story.sam,
                decisionBy: nil, viaAgency: true)
        }
        #expect(try shelf.read { try $0.isAgency(story.sam.id) })
        #expect(try shelf.read { try $0.isAgency(story.hana.id) } == false)
    }
}
