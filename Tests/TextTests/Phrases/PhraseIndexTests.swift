import Testing

@testable import Text

@Suite("One matcher: phrases are found as whole words, in running text and in tokenised text")
struct PhraseIndexTests {
    @Test("words count whole, in any case, over line breaks and other apostrophes")
    func matching() {
        let index = PhraseIndex([("a", ["couldn't be delivered"]), ("b", ["is full"])])
        #expect(index.matches(in: NormalText("It COULDN\u{2019}T\n be  delivered"))["a"] != nil)
        #expect(index.matches(in: NormalText("This fuller account"))["b"] == nil)
        #expect(index.matches(in: NormalText("is fullness"))["b"] == nil)
        #expect(index.matches(in: NormalText("this full"))["b"] == nil)
        #expect(index.matches(in: NormalText("it is full."))["b"]?.offset == 3)
        #expect(index.matches(in: NormalText("is full"))["b"]?.offset == 0)
        // What begins with no letter may stand right behind one.
        #expect(PhraseIndex([("c", ["(full)"])]).matches(in: NormalText("box(full)"))["c"]?.offset == 3)
    }

    /// The words of the longest pattern at each word of a text, with their label.
    private func found(_ text: String, by lines: [String]) -> [String] {
        let patterns = lines.flatMap { line in PhrasePattern.all(in: line[...]).map { (line, $0) } }
        let index = PhraseIndex(patterns, ends: .spaces)
        let page = TokenizedText(text)
        return page.words.compactMap { word in
            index.longest(at: word.folded.lowerBound, in: page.folded).map { "\($0.label): \($0.words)" }
        }
    }

    @Test(arguments: [
        ("checking in", "just Checking  in.", ["checking in: 2"]), ("checking in", "checking. In", []),
        ("checking in", "checking inn", []), ("a|b c", "b c and a", ["a|b c: 2"]),
        ("(very) glad", "very glad", ["(very) glad: 2", "(very) glad: 1"]),
        ("urgent*", "urgently urge", ["urgent*: 1"]), ("so … that", "so very that", ["so … that: 3"]),
        ("so urgent* now", "so urgently now", ["so urgent* now: 3"]), ("u", "u, u.", ["u: 1", "u: 1"]),
        ("u", "us", []), ("… that", "is that", []), ("é", "É!", ["é: 1"]),
        ("well-known", "well known", ["well-known: 2"]),
    ])
    func aPatternIsFoundWordByWord(pattern: String, text: String, expected: [String]) {
        #expect(found(text, by: [pattern]) == expected)
    }

    @Test func theLongestIsMeantAndAWholeWordBeforeABeginning() {
        #expect(found("looking forward to", by: ["looking", "looking forward"]) == ["looking forward: 2"])
        #expect(found("hopefully", by: ["hope*", "hopefully"]) == ["hopefully: 1"])
    }

    @Test func whatIsNotMeantIsPassedBy() {
        let index = PhraseIndex(
            [(1, "a b"), (2, "a")].flatMap { label, line in
                PhrasePattern.all(in: line[...]).map { (label, $0) }
            }, ends: .spaces)
        let page = TokenizedText("a b")
        #expect(index.longest(at: 0, in: page.folded)?.label == 1)
        #expect(index.longest(at: 0, in: page.folded) { $0 == 2 }?.label == 2)
        #expect(index.longest(at: 0, in: page.folded) { $0 == 3 } == nil)
    }

    @Test(arguments: ["", "…*", "*", "ab*", "!!", "a|b-c d", "()"])
    func whatHasAnotherFormIsNoPattern(line: String) {
        #expect(PhrasePattern.all(in: line[...]).isEmpty)
    }
}
