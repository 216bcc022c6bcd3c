import Testing

@testable import Text

@Suite struct TokenizedTextTests {
    private func words(_ text: String) -> [String] {
        let page = TokenizedText(text)
        return page.words.map { page.text($0) }
    }

    @Test(arguments: [
        ("Dear Jane Okafor,", ["dear", "jane", "okafor"]),
        ("I don't, O'Brien’s", ["i", "don't", "o'brien's"]),
        ("the teams' rota", ["the", "teams", "rota"]), ("open-data", ["open", "data"]),
        ("'quoted'", ["quoted"]),
        ("ÉCOLE Łódź", ["école", "łódź"]), ("", []), ("… –", []), ("20th", ["20th"]),
        ("李小龙 at", ["李小龙", "at"]),
        ("a\u{A0}b", ["a", "b"]),
    ])
    func aWordHasLettersDigitsAndInnerApostrophes(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    private func traits(_ text: String) -> [TokenizedText.Traits] { TokenizedText(text).words.map(\.traits) }

    @Test(arguments: [
        ("One two. Three", [true, false, true]), ("One? Two", [true, true]),
        ("One, two\nthree", [true, false, false]),
        ("One\n\ntwo", [true, true]), ("version 2.0 of", [true, false, false, false]),
        ("“One.” Two", [true, true]),
    ])
    func aSentenceBeginsBehindAMarkAndASpace(text: String, starts: [Bool]) {
        #expect(traits(text).map { $0.contains(.startsSentence) } == starts)
    }

    @Test(arguments: [
        ("a b\nc", [true, false, false]), ("a\n\nb\n \nc", [true, true, true]), ("\n\na", [true]),
    ])
    func anEmptyLineBeginsAParagraph(text: String, starts: [Bool]) {
        #expect(traits(text).map { $0.contains(.startsParagraph) } == starts)
    }

    @Test(arguments: [
        ("a b", true), ("a, b", false), ("a\nb", true), ("a\n\nb", false), ("a-b", false), ("a  b", true),
        ("a (b", false), ("a. b", false),
    ])
    func nothingButSpaceStandsBetweenTwoWords(text: String, follows: Bool) {
        #expect(traits(text)[1].contains(.followsSpace) == follows)
    }

    @Test(arguments: [
        ("see example.org/a for", [false, true, true, true, false]), ("ada@example.org", [true, true, true]),
        ("https://x", [true, true]), ("e.g. this", [false, false, false]), ("a_b", [true, true]),
        ("one.Two", [false, false]), ("and/or", [false, false]),
    ])
    func addressesAndPathsAreNoProse(text: String, isCode: [Bool]) {
        #expect(traits(text).map { $0.contains(.isCode) } == isCode)
    }

    @Test(arguments: [
        ("a  b", "  "), ("a   b", "   "), ("a b", nil), ("a  ", nil), ("a  \nb", nil), ("a\n  b", nil),
        ("  a", nil),
        ("a. \u{20}b", "  "),
    ])
    func twoSpacesStandBetweenWordsOfALine(text: String, expected: String?) {
        let page = TokenizedText(text)
        let found = page.marks.filter { $0.kind == .spaces }.map {
            String(decoding: page.bytes[$0.range], as: UTF8.self)
        }
        #expect(found == [expected].compactMap(\.self))
    }

    @Test(arguments: [
        ("good 😊 day", ["😊"]), ("❤️!", ["❤️"]), ("yes :-)", [":-)"]), ("yes ;)", [";)"]), ("I <3 it", ["<3"]),
        ("note: (a)", []), ("© 2026 ™", []), ("1:) 2", []), ("👩‍🔬", ["👩", "🔬"]),
    ])
    func picturesAndFacesAreNoted(text: String, expected: [String]) {
        let page = TokenizedText(text)
        let found = page.marks.filter { $0.kind == .emoji }.map {
            String(decoding: page.bytes[$0.range], as: UTF8.self)
        }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("the Acme data labs, and Acme Data Labs", "Acme Data Labs", [1..<4, 5..<8]),
        ("Acme", "Acme Data", []),
        ("acme-data", "Acme Data", [0..<2]), ("a b", "", []), ("Okafor's", "Okafor", []),
    ])
    func wordsAreFoundInARowWhateverTheirCase(text: String, name: String, expected: [Range<Int>]) {
        #expect(TokenizedText(text).occurrences(of: TokenizedText(name)) == expected)
    }
}
