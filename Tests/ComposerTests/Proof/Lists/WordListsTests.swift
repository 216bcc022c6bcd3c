import Foundation
import Testing

@testable import Composer

@Suite struct WordListsTests {
    private func findings(_ sentence: String, _ language: ProofLanguage) throws -> [Finding] {
        var reading = try Sample.proofreading()
        reading.body = reading.body.replacing("Best wishes", with: sentence + "\n\nBest wishes")
        reading.language = language
        return try reading.findings(known: noNames)
    }

    private func language(_ tag: String = "en-GB", own: URL) throws -> ProofLanguage {
        try Shipped.language(tag, own: own, dictionaries: [])
    }

    @Test func everyShippedListSaysWhy() throws {
        let folder = TemplateSet.shippedFolder.appendingPathComponent("en/words")
        for (name, url) in try TemplateFolder(folder).files() {
            let code = try Finding.Code(rawValue: String(name.prefix { $0 != "." })).required()
            let list = try WordList(code: code, text: TemplateFile.text(of: url), file: name)
            #expect(!list.phrases.isEmpty, "\(name)")
            guard code.listing != .informs else { continue }
            #expect(list.phrases.allSatisfy { !$0.reason.isEmpty }, "\(name)")
        }
    }

    @Test func aListOfTheUsersOwnTakesThePlaceOfTheShippedOne() throws {
        let own = try TemporaryFolder()
        try own.write("words/slang.txt", "Because: we never say so here\nsplendid\n")
        let found = try findings("It was splendid, guys.", try language(own: own.url))
        #expect(found.map(\.what) == [.phrase(.slang, "splendid", reason: "we never say so here")])
    }

    @Test func aListMayBeSeveralFiles() throws {
        let own = try TemporaryFolder()
        try own.write("words/slang.txt", "splendid\n")
        try own.write("words/slang.of-the-sea.txt", "shipshape\n")
        let found = try findings("It was splendid, all shipshape.", try language(own: own.url))
        #expect(found.compactMap(\.place?.passage) == ["splendid", "shipshape"])
    }

    @Test func aLanguageBuildsOnItsBase() throws {
        let own = try TemporaryFolder()
        try own.write("en/words/slang.txt", "splendid\n")
        try own.write("en-GB/words/slang.txt", "smashing\n")
        let british = try findings("It was splendid, smashing.", try language(own: own.url))
        #expect(british.compactMap(\.place?.passage) == ["smashing"])
        let american = try findings("It was splendid, smashing.", try language("en-US", own: own.url))
        #expect(american.compactMap(\.place?.passage) == ["splendid"])
    }

    @Test func aThirdLanguageIsAMatterOfData() throws {
        let own = try TemporaryFolder()
        try own.write("fr/words/flattery.txt", "Because: c'est trop\nvous êtes formidable*\n")
        let found = try findings("Vous êtes formidables.", try language("fr", own: own.url))
        #expect(found.map(\.what) == [.phrase(.flattery, "Vous êtes formidables", reason: "c'est trop")])
    }

    @Test func aLanguageWithoutListsIsReadWithoutThem() throws {
        let own = try TemporaryFolder()
        let found = try findings("Awesome, the the end!", try language("xx", own: own.url))
        #expect(found.map(\.code) == [.doubledWord, .exclamation])
    }

    @Test func aListOfAnUnknownNameIsRefused() throws {
        let own = try TemporaryFolder()
        try own.write("words/jokes.txt", "knock knock\n")
        let file = own.url.appendingPathComponent("words/jokes.txt").path
        #expect(throws: WordListProblem.unknownList(file: file)) { try language(own: own.url) }
    }

    @Test func aNameInTheFactsIsNoSlang() throws {
        let facts = Sample.facts(organisation: "Awesome Ltd")
        var reading = try Sample.proofreading(facts: facts)
        reading.language = try Shipped.language()
        #expect(try reading.findings(known: noNames) == [])
    }
}
