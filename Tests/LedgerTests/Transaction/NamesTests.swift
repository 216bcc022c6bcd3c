import Etiquette
import Testing
import Text

@testable import Ledger

@Suite struct NamesTests {
    private let shelf: Shelf
    private let story: Story

    init() throws {
        let shelf = try Shelf()
        story = try shelf.write { transaction in
            let story = try Story(transaction)
            _ = try transaction.addRecruitment(organisation: "Umbrella", role: "Planner")
            _ = try transaction.addRecruitment(organisation: "Umbrella", role: "Analyst")
            _ = try transaction.addPerson(name: "Jane Okafor Bell", address: nil, in: story.recruitment.id)
            return story
        }
        self.shelf = shelf
    }

    private func names(under key: String) throws -> [KnownName] {
        try shelf.read { try $0.names(under: [key]).map(\.name) }
    }

    @Test(arguments: [
        ("Jane Okafor", ["Jane Okafor", "Jane Okafor Bell"]), ("Example Council", ["Example Council"]),
        ("Umbrella", ["Umbrella"]), ("Sam O", ["Sam O'Brien"]), ("Jane", []), ("jane okafor", []),
        ("Okafor", []),
    ])
    func namesAreKeptUnderTheirFirstTwoWords(key: String, names: [String]) throws {
        #expect(try self.names(under: key).map(\.text).sorted() == names)
    }

    @Test func everyNameIsFoundUnderItsKeyAndKnowsWhoseItIs() throws {
        for name in try shelf.read({ try $0.people().map(\.name) }) {
            let key = try #require(Words.key(of: name))
            #expect(try names(under: key).contains(KnownName(name, bearer: .person)))
        }
        #expect(try names(under: "Umbrella") == [KnownName("Umbrella", bearer: .organisation)])
    }

    @Test(arguments: [0, 1, 31, 32, 33, 65])
    func manyKeysAreAskedForAtOnceAndEachNameComesWithItsOwn(strangers: Int) throws {
        let keys = (0..<strangers).map { "Nobody \($0)" } + ["Umbrella", "Sam O"]
        let found = try shelf.read { try $0.names(under: keys) }
        #expect(found.map(\.key).sorted() == ["Sam O", "Umbrella"])
        #expect(found.map(\.name.text).sorted() == ["Sam O'Brien", "Umbrella"])
    }

    @Test func aMendedNameMovesToItsNewKey() throws {
        try shelf.write { transaction in
            try transaction.update(
                Person(id: story.sam.id, name: "Samira Bell", address: nil, salutation: nil))
            try transaction.rename(story.recruitment.id, organisation: "Sample Borough", role: "Data Analyst")
        }
        for key in ["Sam O", "Example Council"] { #expect(try names(under: key).isEmpty) }
        for key in ["Samira Bell", "Sample Borough"] { #expect(try names(under: key).count == 1) }
    }

    @Test func aRecruitmentsOwnNamesAreItsOrganisationAndItsPeople() throws {
        let own = try shelf.read { try $0.ownNames(of: story.recruitment.id) }
        #expect(Set(own) == ["Example Council", "Jane Okafor", "Sam O'Brien", "Hana Lee"])
    }
}
