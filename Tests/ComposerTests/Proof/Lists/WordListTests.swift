import Etiquette
import Testing
import Text

@testable import Composer

@Suite struct WordListTests {
    private func list(_ text: String, _ code: Finding.Code = .slang) throws -> WordList {
        try WordList(code: code, text: text, file: "slang.txt")
    }

    /// The passages that a list finds in a text.
    private func found(_ text: String, by list: String, kind: FollowUp.Kind = .thankYou) throws -> [String] {
        let page = TokenizedText(text)
        return ListedPhrases([try self.list(list)]).matches(in: page, kind: kind)
            .map { page.place(.body, words: $0.words).passage }
    }

    @Test(arguments: [
        ("checking in", "I am just checking in.", ["checking in"]),
        ("checking in", "Checking In", ["Checking In"]),
        ("checking in", "checking. In", []), ("checking in", "checking\nin", ["checking\nin"]),
        ("checking in", "checking\n\nin", []), ("a|b c", "a c, b c, c", ["a c", "b c"]),
        ("(very) glad", "very glad, glad", ["very glad", "glad"]),
        ("urgent*", "urgently, urge", ["urgently"]),
        ("your urgent* call", "your urgently call", ["your urgently call"]),
        ("so … that", "so glad that", ["so glad that"]),
        ("i'm", "I’m", ["I’m"]), ("a b\na b c", "a b c", ["a b c"]), ("a b\nb c", "a b c", ["b c"]),
        ("well-known", "well-known", ["well-known"]),
    ])
    func aPhraseIsFoundAsItIsDescribed(list: String, text: String, expected: [String]) throws {
        #expect(try found(text, by: list) == expected)
    }

    @Test func aPhraseHasTheReasonAboveItAndItsFix() throws {
        let read = try list("# a comment\n\nBecause: first\nhey\nBecause: second\npls -> please\n")
        #expect(read.phrases.map(\.reason) == ["first", "second"])
        #expect(read.phrases.map(\.fix) == [nil, "please"])
        #expect(read.reason == "second")
    }

    @Test func aPhraseIsMeantForItsKindsAlone() throws {
        let text = "hey\nFor: decision-status, feedback-request\nyo\n"
        #expect(try found("hey yo", by: text) == ["hey"])
        #expect(try found("hey yo", by: text, kind: .decisionStatus) == ["hey", "yo"])
    }

    @Test(arguments: [("ok\n\n…*\n", 3), ("*", 1), ("ab*", 1), ("!!", 1), ("a|b-c d", 1)])
    func whatIsNoPhraseIsRefusedWithItsLine(text: String, line: Int) {
        #expect(throws: WordListProblem.noPhrase(file: "slang.txt", line: line)) { try list(text) }
    }

    @Test func anUnknownKindIsRefusedWithItsLine() {
        #expect(throws: WordListProblem.unknownKind(file: "slang.txt", line: 2)) {
            try list("a\nFor: thank-yous\n")
        }
    }
}
