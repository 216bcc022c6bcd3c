import Testing

@testable import Text

@Suite("One format of phrase files") struct PhraseFileTests {
    private let file = PhraseFile(
        """
        # a remark
        before

        [first]
          one two\t
        # [second]
        a | b | | c
        [second]
        one
        """)

    @Test func aLineHasItsNumberAndItsSection() {
        #expect(file.lines.map(\.number) == [2, 5, 7, 9])
        #expect(file.lines.map(\.section) == ["", "first", "first", "second"])
        #expect(file["first"] == ["one two", "a | b | | c"])
        #expect(file["third"] == [])
    }

    @Test func aTableHasColumns() { #expect(file.lines[2].columns == ["a", "b", "", "c"]) }
}
