import Testing

@testable import Composer

@Suite struct LetterPartsTests {
    @Test(arguments: [
        ("Dear Jane,\n\nOne. Two.\n\nKind regards,\n\nAda\n", "Dear Jane,", "One. Two."),
        ("Dear Jane,\nOne.\nTwo.\nAda\n", "Dear Jane,", "One. Two."),
        ("Dear Jane:\n\nOne.\n\nWith best wishes,\nAda", "Dear Jane:", "One."),
        ("One. Two.\n", "", "One. Two."),
        ("Dear Jane,\n\nOne.\n\nBob\n", "Dear Jane,", "One. Bob"),
        ("Dear Jane,\n", "Dear Jane,", ""), ("", "", ""), ("\n\n", "", ""),
    ])
    func greetingAndSignatureAreTakenOff(body: String, greeting: String, text: String) {
        let letter = LetterParts(body, sender: "Ada")
        #expect(letter.greeting == greeting)
        #expect(letter.text == text)
    }
}
