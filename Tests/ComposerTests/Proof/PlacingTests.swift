import Testing
import Text

@testable import Composer

@Suite struct PlacingTests {
    @Test(arguments: [
        ("one two", 1..<2, 1, 5, "two"), ("é\n\nà b", 2..<3, 3, 3, "b"), ("“Jane”", 0..<1, 1, 2, "Jane"),
    ])
    func aPlaceIsCountedInCharacters(text: String, words: Range<Int>, line: Int, column: Int, passage: String)
    {
        let place = TokenizedText(text).place(.body, words: words)
        #expect(place == Finding.Place(.body, line: line, column: column, passage: passage))
    }
}
