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
    ])
    func whatAGoodWriterDoesDrawsNothing(greeting: String) throws {
        #expect(try Self.findings(greeting: greeting) == [])
    }

    /// What somebody is called need not be within their name.
    @Test(arguments: ["Dear Will,", "Dear Bill,", "Dear Billy,", "Hi Bill,", "Dear colleague,", "Dear all,"])
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
