import Etiquette
import Testing

@testable import Composer

@Suite struct GreetingTests {
    private static let people = ["Jane Okafor", "Tom Ó Briain", "Jane Okafor Smith", "Acme Data Labs"]

    private func others(_ body: String, to name: String = "Jane Okafor", salutation: String? = nil)
        -> [String]
    {
        Greeting(of: body).others(among: Self.people, facts: Sample.facts(name: name, salutation: salutation))
            .map(\.text)
    }

    @Test(arguments: [
        "Dear Tom Ó Briain,\n\nThank you.\n", "Dear Tom Ó Briain\n", "\n\nHello Tom Ó Briain!\n",
        "Tom Ó Briain:",
        "Dear Tom O\u{301} Briain,",
    ])
    func somebodyElseOfThisRecruitmentIsGreeted(body: String) {
        #expect(others(body) == ["Tom Ó Briain"])
    }

    @Test(arguments: [
        "Dear Jane Okafor,\n\nTom Ó Briain showed me round.\n", "Dear Jane Okafor and Tom Ó Briain,",
        "Dear Tom,", "",
        "Dear Acme Data Labs,", "Dear colleague of Tom,\n\nTom Ó Briain was there.",
        "It was good of you to introduce me to Tom Ó Briain in the interview on Friday.\n",
    ])
    func whoeverElseIsNamedThere(body: String) {
        #expect(others(body).isEmpty)
    }

    @Test func aNameWithinANameIsTheLongerOne() {
        #expect(others("Dear Jane Okafor Smith,") == ["Jane Okafor Smith"])
        #expect(others("Dear Jane Okafor Smith,", to: "Jane Okafor Smith").isEmpty)
        #expect(others("Dear Jane Okafor,", to: "Jane Okafor Smith") == ["Jane Okafor"])
    }

    @Test func theSalutationIsTheRecipientsOwnName() {
        #expect(others("Dear Jane Okafor,", to: "Chief Okafor", salutation: "Jane Okafor").isEmpty)
    }

    @Test func itBlocksTheMessageAndNamesThePerson() throws {
        let body = try Sample.goodBody().replacing("Dear Jane Okafor", with: "Dear Hana Lee")
        var proofreading = try Sample.proofreading(body: body)
        proofreading.ownPeople = ["Jane Okafor", "Hana Lee", "Acme Data Labs"]
        let found = try proofreading.findings(known: NameIndex([KnownName("Hana Lee", bearer: .person)]))
        #expect(found.first?.what == .otherName(KnownName("Hana Lee", bearer: .person)))
        #expect(found.filter { $0.severity == .blocks }.count == 1)
    }
}
