import Testing

@testable import Composer

@Suite struct LetterTests {
    @Test(arguments: [
        ("Dear Jane,\n\nOne. Two.\n\nKind regards,\n\nAda\n", "Dear Jane,", "One. Two."),
        ("Dear Jane,\nOne.\nTwo.\nAda\n", "Dear Jane,", "One. Two."),
        ("Dear Jane:\n\nOne.\n\nWith best wishes,\nAda", "Dear Jane:", "One."),
        ("One. Two.\n", "", "One. Two."),
        ("Dear Jane,\n\nOne.\n\nBob\n", "Dear Jane,", "One. Bob"),
        ("Dear Jane,\n", "Dear Jane,", ""), ("", "", ""), ("\n\n", "", ""),
    ])
    func greetingAndSignatureAreTakenOff(body: String, greeting: String, text: String) {
        let letter = Letter(body, sender: "Ada")
        #expect(letter.greeting == greeting)
        #expect(letter.text == text)
    }

    @Test(arguments: [
        ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
        ("Version 2.0 of it.", ["Version 2.0 of it."]),
        ("One…\nTwo", ["One…", "Two"]), ("謝謝。 再見。", ["謝謝。", "再見。"]), ("", []), ("  .  ", ["."]),
    ])
    func sentencesEndWithTheirMarks(text: String, sentences: [String]) {
        #expect(Sentences.split(text).map(String.init) == sentences)
    }
}
