import Etiquette
import Testing

@testable import Ledger

@Suite struct NamesTests {
    private let shelf: Shelf
    private let story: Story

    init() throws {
        let shelf = try Shelf()
        story = try shelf.write { books in
            let story = try Story(books)
            _ = try books.addRecruitment(organisation: "Umbrella", role: "Planner")
            _ = try books.addRecruitment(organisation: "Umbrella", role: "Analyst")
            _ = try books.addPerson(name: "Jane Okafor Bell", address: nil, in: story.recruitment.id)
            return story
        }
        self.shelf = shelf
    }

    @Test(arguments: [
        ("Jane Okafor", ["Jane Okafor", "Jane Okafor Bell"]), ("Example Council", ["Example Council"]),
        ("Umbrella", ["Umbrella"]), ("Sam O", ["Sam O'Brien"]), ("Jane", []), ("jane okafor", []),
        ("Okafor", []),
    ])
    func namesAreKeptUnderTheirFirstTwoWords(key: String, names: [String]) throws {
        #expect(try shelf.read { try $0.names(under: key) }.map(\.text).sorted() == names)
    }

    @Test func everyNameIsFoundUnderItsKeyAndKnowsWhoseItIs() throws {
        try shelf.read { books in
            for name in try books.people().map(\.name) {
                let key = try #require(Words.key(of: name))
                #expect(try books.names(under: key).contains(KnownName(name, bearer: .person)))
            }
            #expect(try books.names(under: "Umbrella") == [KnownName("Umbrella", bearer: .organisation)])
        }
    }

    @Test func aMendedNameMovesToItsNewKey() throws {
        try shelf.write { books in
            try books.update(Person(id: story.sam.id, name: "Samira Bell", address: nil, salutation: nil))
            try books.rename(story.recruitment.id, organisation: "Sample Borough", role: "Data Analyst")
        }
        try shelf.read { books throws in
            for key in ["Sam O", "Example Council"] { #expect(try books.names(under: key).isEmpty) }
            for key in ["Samira Bell", "Sample Borough"] { #expect(try books.names(under: key).count == 1) }
        }
    }

    @Test func aRecruitmentsOwnNamesAreItsOrganisationAndItsPeople() throws {
        let own = try shelf.read { try $0.ownNames(of: story.recruitment.id) }
        #expect(Set(own) == ["Example Council", "Jane Okafor", "Sam O'Brien", "Hana Lee"])
    }
}
