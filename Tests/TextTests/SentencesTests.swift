import Testing

@testable import Text

@Suite struct SentencesTests {
    @Test(arguments: [
        ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
        ("Version 2.0 of it.", ["Version 2.0 of it."]),
        ("One…\nTwo", ["One…", "Two"]), ("謝謝。 再見。", ["謝謝。", "再見。"]), ("", []), ("  .  ", ["."]),
    ])
    func sentencesEndWithTheirMarks(text: String, sentences: [String]) {
        #expect(Sentences.of(text, in: .letter).map(String.init) == sentences)
    }

    @Test(arguments: [
        ("One two. Three four", ["One two.", "Three four"]), ("Wait!Now? Yes", ["Wait!", "Now?", "Yes"]),
        ("until 5. January", ["until 5. January"]),
        ("J. Okafor is away. Bye", ["J. Okafor is away.", "Bye"]),
        ("broken\nline here. Next", ["broken\nline here.", "Next"]), ("one\n\ntwo", ["one", "two"]),
        ("at 10.30 there", ["at 10.30 there"]), ("見ます。次", ["見ます。", "次"]), ("Größe. So", ["Größe.", "So"]),
        ("(see below). So", ["(see below).", "So"]), ("well... So", ["well... So"]), ("", []), (" \n ", []),
    ])
    func inMailAFullStopEndsASentenceBehindAWordOnly(text: String, sentences: [String]) {
        #expect(Sentences.of(text, in: .mail).map(String.init) == sentences)
    }
}
