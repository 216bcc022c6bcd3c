import Etiquette
import Foundation
import Testing

@testable import Composer

/// letters.md: a stranger's name or a misspelt one after "Dear" blocks, with the known name as its fix; what a good
/// writer does draws nothing.
@Suite struct StyleNamesTests {
    private static let facts = Sample.facts(name: "William Okafor-Smith", sender: "Ada Example")

    private static func findings(greeting: String? = nil, signature: String? = nil) throws -> [Finding] {
        var body = try Sample.goodBody(facts)
        if let greeting { body = body.replacing("Dear William Okafor-Smith,", with: greeting) }
        if let signature { body = body.replacing("Ada Example\n", with: signature + "\n") }
        var reading = try Sample.proofreading(body: body, facts: facts)
        reading.language = try Shipped.language()
        reading.ownPeople = ["William Okafor-Smith", "Tom Ó Briain", "Acme Data Labs"]
        return try reading.findings(known: noNames)
    }

    @Test(arguments: [
        "Dear William Okafor-Smith,", "Dear William,", "Dear W. Okafor-Smith,", "Dear Mr Okafor-Smith,",
        "Dear Dr William Okafor-Smith,", "Hello William,", "Good morning William,", "Dear William and Tom,",
        "Dear Will,", "Dear Bill,", "Dear Billy,", "Hi Bill,",
    ])
    func whatAGoodWriterDoesDrawsNothing(greeting: String) throws {
        #expect(try Self.findings(greeting: greeting) == [])
    }

    /// What somebody is called need not be within their name.
    @Test(arguments: ["Dear Buddy,", "Hi Skip,", "Dear colleague,", "Dear all,"])
    func whatSomebodyMayBeCalledWarnsAtMost(greeting: String) throws {
        #expect(try Self.findings(greeting: greeting).map(\.code) == [.greetingMismatch])
    }

    @Test(arguments: ["Dear Bill Okafor-Smith,", "Dear William and Bill,"])
    func anotherFirstNameBesideTheirOwnDrawsNothing(greeting: String) throws {
        #expect(try Self.findings(greeting: greeting) == [])
    }

    @Test(arguments: [
        ("Dear Wiliam,", "Wiliam", "William"), ("Dear Willia,", "Willia", "William"),
        ("Dear William Okafur-Smith,", "Okafur", "Okafor"),
        ("Dear Mr Okafor-Smit,", "Smit", "Smith"),
        ("Dear Peter Jones,", "Peter Jones", "William Okafor-Smith"),
        ("Dear Mr Jones,", "Mr Jones", "William Okafor-Smith"),
        ("Hello Dr Peter Jones,", "Dr Peter Jones", "William Okafor-Smith"),
        ("Dear William Jones,", "William Jones", "William Okafor-Smith"),
        ("Dear Tom,", "Tom", "William Okafor-Smith"), ("Dear Ada,", "Ada", "William Okafor-Smith"),
    ])
    func aStrangersAnothersOrAMisspeltNameBlocks(greeting: String, passage: String, fix: String) throws {
        let found = try Self.findings(greeting: greeting).filter { $0.severity == .blocks }
        #expect(found.map(\.code) == [.wrongName])
        #expect(found.map(\.place?.passage) == [passage] && found.map(\.fix) == [fix])
    }

    /// What the user has said that somebody is called, and what stands between "Dear" and the comma.
    ///
    /// - Returns: the codes, with what blocks in capitals.
    private static func codes(_ name: String, called salutation: String, among panel: [String]) throws
        -> [String]
    {
        let facts = Sample.facts(name: name, salutation: salutation, sender: "Ada Example")
        var reading = try Sample.proofreading(body: Sample.goodBody(facts), facts: facts)
        reading.language = try Shipped.language()
        reading.ownPeople = panel + ["Acme Data Labs"]
        return try reading.findings(known: noNames).map {
            $0.severity == .blocks ? $0.code.rawValue.uppercased() : $0.code.rawValue
        }
    }

    private static let panel = ["Jane Okafor", "Tom Brown", "Hana Lee", "Elizabeth Ní Bhriain", "王小明"]

    @Test(arguments: [
        ("Jane Okafor", "Jane"), ("Jane Okafor", "Dr Okafor"), ("Jane Okafor", "Ms J. Okafor"),
        ("Jane Okafor", "Professor"), ("Tom Brown", "Mr Brown"), ("Tom Brown", "Thomas"),
        ("Elizabeth Ní Bhriain", "Liz"), ("Elizabeth Ní Bhriain", "Beth"),
        ("Elizabeth Ní Bhriain", "Dr Ní Bhriain"), ("Hana Lee", "Hana and team"), ("王小明", "Xiaoming"),
        ("Katarzyna Nowak", "Kasia"), ("Muhammad Iqbal", "Mo"), ("Alexandra Reid", "Sandy"),
    ])
    func whatSomebodyIsCalledDrawsNothing(name: String, salutation: String) throws {
        #expect(try Self.codes(name, called: salutation, among: Self.panel) == [])
    }

    /// letters.md, rule `names-right`: no word of it is one of the recipient's own.
    @Test(arguments: [
        ("Jane Okafor", "Petra"), ("Jane Okafor", "Ms Okonkwo"), ("Tom Brown", "Dr Smith"),
        ("Tom Brown", "y"), ("Hana Lee", "Mrs Ashworth"),
    ])
    func aStrangersNameWarns(name: String, salutation: String) throws {
        #expect(try Self.codes(name, called: salutation, among: Self.panel) == ["greeting-mismatch"])
    }

    @Test(arguments: [
        ("Tom Brown", "Jane"), ("Jane Okafor", "Dr Brown"), ("Jane Okafor", "Jane Brown"),
        ("Hana Lee", "Tom"), ("Jane Okafor", "Ms Lee"), ("Tom Brown", "Elizabeth"),
        ("Hana Lee", "Mr Tom Brown"), ("Tom Brown", "Ada"),
    ])
    func somebodyElsesOfThePanelBlocks(name: String, salutation: String) throws {
        let codes = try Self.codes(name, called: salutation, among: Self.panel)
        #expect(codes == ["WRONG-NAME"] || codes == ["OTHER-NAME"])
    }

    @Test(arguments: [
        "Dear Jane", "Dr Jane Okafor <jane@example.org>", "jane@example.org", "Jane2", "jane", "JANE",
        "Ms OKAFOR", "0044 20 7946 0000",
    ])
    func whatIsNoWayToGreetBlocks(salutation: String) throws {
        #expect(try Self.codes("Jane Okafor", called: salutation, among: Self.panel) == ["WRONG-NAME"])
    }

    /// Names of others within the letter, as the recruitment has them.
    @Test(arguments: [
        ("I talked to tom brown as well.", "tom brown"), ("I talked to TOM BROWN as well.", "TOM BROWN"),
        ("I talked to Tom Brwon as well.", "Tom Brwon"), ("Hana Lee and Hanna Lee agreed.", "Hanna Lee"),
    ])
    func aNameInTheLetterThatIsNearlySomebodysBlocks(sentence: String, passage: String) throws {
        let found = try Self.mentions(sentence).filter { $0.code == .wrongName }
        #expect(found.map(\.place?.passage) == [passage] && found.allSatisfy { $0.severity == .blocks })
    }

    @Test(arguments: [
        "Tom Brown's rota is a good one.", "I talked to Tom Brown and Hana Lee.", "I talked to Tom.",
        "Mr Brown and Ms Lee showed me round.",
    ])
    func aNameInTheLetterAsItIsDrawsNothing(sentence: String) throws {
        #expect(try Self.mentions(sentence) == [])
    }

    private static func mentions(_ sentence: String) throws -> [Finding] {
        let facts = Sample.facts(name: "Jane Okafor")
        let body = try Sample.goodBody(facts).replacing(
            "\n\nBest wishes", with: "\n\n\(sentence)\n\nBest wishes")
        var reading = try Sample.proofreading(body: body, facts: facts)
        reading.language = try Shipped.language()
        reading.ownPeople = Self.panel + ["Acme Data Labs"]
        return try reading.findings(known: noNames)
    }

    @Test(arguments: ["Ada", "A. Example", "Ada Example"])
    func asItIsSignedOtherwiseBlocksNothing(signature: String) throws {
        #expect(try Self.findings(signature: signature).filter { $0.severity == .blocks } == [])
    }

    @Test(arguments: [
        ("Ada Exampel", "Exampel", "Example"), ("Peter Jones", "Peter Jones", "Ada Example"),
        ("Tom", "Tom", "Ada Example"), ("William", "William", "Ada Example"),
    ])
    func theSignatureOfSomebodyElseBlocks(signature: String, passage: String, fix: String) throws {
        let found = try Self.findings(signature: signature).filter { $0.severity == .blocks }
        #expect(found.map(\.code) == [.wrongName])
        #expect(found.map(\.place?.passage) == [passage] && found.map(\.fix) == [fix])
    }
}
