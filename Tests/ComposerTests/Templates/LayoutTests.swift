import Testing

@testable import Composer

@Suite struct LayoutTests {
    @Test(arguments: [
        ("a\n\n\n\nb\n", "a\n\nb\n"), ("\n\na\n", "a\n"), ("a\nb", "a\nb\n"),
        ("a  \n\t\n b\n\n\n", "a\n\nb\n"),
        ("", ""), (" \n \n", ""), ("a\n", "a\n"),
    ])
    func paragraphsAreOneEmptyLineApartAndTheEndIsOneLF(text: String, expected: String) {
        #expect(Layout.paragraphs(text) == expected)
    }

    @Test(arguments: [("  a   b ", "a b"), ("", ""), ("a", "a")])
    func aSubjectHasSingleSpaces(text: String, expected: String) {
        #expect(Layout.line(text) == expected)
    }
}
