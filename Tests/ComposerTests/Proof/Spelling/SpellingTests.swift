import Etiquette
import Foundation
import Testing
import Text

@testable import Composer

@Suite struct SpellingTests {
    /// A dictionary of a few words, in the character set of its file.
    private func folder(_ words: [String], set: String = "UTF-8", encoding: String.Encoding = .utf8) throws
        -> TemporaryFolder
    {
        let folder = try TemporaryFolder()
        try folder.write("xx_YY.aff", "SET \(set)\nTRY abcdefghijklmnopqrstuvwxyz\n")
        let text = "\(words.count)\n" + words.joined(separator: "\n") + "\n"
        try folder.write("xx_YY.dic", try text.data(using: encoding).required())
        return folder
    }

    private func misspelt(_ text: String, in folder: TemporaryFolder, known: [String] = []) throws -> [String]
    {
        let files = try DictionaryFiles(language: "xx-YY", in: [folder.url.path]).required()
        let spelling = Spelling(files)
        let page = TokenizedText(text)
        let right = Set(known.map { WordHash.of($0) })
        return spelling.misspelt(in: page, known: right) { _ in false }.map { page.original(page.words[$0]) }
    }

    @Test(arguments: [
        ("good day", []), ("Good GOOD", []), ("god day", ["god"]), ("Dya good", ["Dya"]),
        ("API X b2b 20th", []),
        ("ada@example.org example.org", []), ("李小龙 Анна", []), ("GitHub", []), ("GOod", ["GOod"]),
        ("well-being", []), ("well-beign", ["beign"]), ("Ada's day", []), ("Ada’s dya", ["dya"]),
    ])
    func whatTheDictionaryLacksIsMisspelt(text: String, expected: [String]) throws {
        let folder = try folder(["good", "day", "well", "well-being"])
        #expect(try misspelt(text, in: folder, known: ["ada"]) == expected)
    }

    @Test func aDictionaryMayHaveItsOwnCharacterSet() throws {
        let folder = try folder(["schön", "für"], set: "ISO8859-1", encoding: .isoLatin1)
        #expect(try misspelt("Schön für łódź", in: folder) == ["łódź"])
        let files = try DictionaryFiles(language: "xx-YY", in: [folder.url.path]).required()
        #expect(Spelling(files).suggestion(for: "schon") == "schön")
    }

    @Test func aWordIsJudgedTheSameTheSecondTime() throws {
        let folder = try folder(["good"])
        let files = try DictionaryFiles(language: "xx-YY", in: [folder.url.path]).required()
        let spelling = Spelling(files)
        for _ in 1...3 {
            #expect(spelling.misspelt(in: TokenizedText("good dya"), known: []) { _ in false } == [1])
        }
    }

    /// A process that stays reads one message after the other.
    @Test func inEachMessageSoManyWordsGetASuggestionAndNoMore() throws {
        let folder = try TemporaryFolder()
        try folder.write("en_GB.aff", "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\n")
        try folder.write("en_GB.dic", "1\ngood\n")
        var reading = try Sample.proofreading()
        reading.language = try Shipped.language("en-GB", dictionaries: [folder.url.path])
        let letters = "bcefghjkmnpqrsv"
        for message in [
            letters.map { "goo\($0)d" }, letters.map { "g\($0)ood" }, letters.map { "goo\($0)d" },
        ] {
            reading.body = message.joined(separator: " ")
            let found = try reading.findings(known: noNames).filter {
                if case .misspelt = $0.what { true } else { false }
            }
            let inBody = found.filter { $0.place?.part == .body }
            #expect(inBody.count == message.count)
            #expect(inBody.count { $0.fix == "good" } == Spelling.suggestionLimit)
        }
    }

    @Test func theFirstFolderWithBothFilesCounts() throws {
        let (half, whole) = (try TemporaryFolder(), try folder(["a"]))
        try half.write("xx_YY.aff", "")
        let files = try DictionaryFiles(language: "xx-YY", in: [half.url.path, whole.url.path]).required()
        #expect(files.words == whole.url.path + "/xx_YY.dic")
        #expect(DictionaryFiles(language: "xx-YY", in: [half.url.path]) == nil)
        #expect(DictionaryFiles.folders(path: "/a:/b").prefix(2) == ["/a", "/b"])
    }

    @Test func whatIsMissingIsTold() throws {
        let language = try Shipped.language("en-GB", dictionaries: ["/nowhere"])
        #expect(language.lack == .dictionary("en-GB"))
        var reading = try Sample.proofreading()
        reading.body = reading.body.replacing("thinking", with: "thinkign")
        reading.language = language
        #expect(try reading.findings(known: noNames) == [])
        reading.language = try Shipped.language()
        #expect(try reading.findings(known: noNames).map(\.what) == [.misspelt("thinkign")])
    }

    @Test func theUsersOwnWordsAreRight() throws {
        let folder = try TemporaryFolder()
        try folder.write("words.txt", "# mine\nKubernetes\nzlorp\n")
        let language = try Shipped.language("en-GB", ownWords: folder.url.appendingPathComponent("words.txt"))
        var reading = try Sample.proofreading()
        reading.body = reading.body.replacing(
            "Best wishes", with: "Kubernetes, kubernetes's zlorp and florp.\n\nBest wishes")
        reading.language = language
        #expect(try reading.findings(known: noNames).map(\.what) == [.misspelt("florp")])
    }

    @Test(arguments: ["en-GB", "en-US"])
    func theLanguageHasItsOwnSpelling(tag: String) throws {
        let page = TokenizedText("colour color")
        let spelling = try Shipped.language(tag).spelling.required()
        let wrong = spelling.misspelt(in: page, known: []) { _ in false }.map { page.text(page.words[$0]) }
        #expect(wrong == (tag == "en-GB" ? ["color"] : ["colour"]))
    }
}
