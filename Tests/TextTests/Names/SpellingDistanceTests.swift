import Testing

@testable import Text

@Suite struct SpellingDistanceTests {
    @Test(arguments: [
        ("abc", "abc", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "acb", 1), ("abc", "abd", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
    ])
    func slipsAreCounted(left: String, right: String, slips: Int) {
        #expect(SpellingDistance.slips(Array(left), Array(right)) == slips)
    }
}
