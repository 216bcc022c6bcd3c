import Testing
import Text

@Suite struct TrimmingTests {
    @Test(arguments: [
        ("a -> b", "->", "a ", " b"), ("->", "->", "", ""), ("a->b->c", "->", "a", "b->c"),
        ("a-->b", "->", "a-", "b"), ("{{! x }}y", "}}", "{{! x ", "y"),
    ])
    func aTextIsPartedAtTheFirstMark(text: String, mark: String, before: String, behind: String) throws {
        let parts = try #require(mark == "->" ? text[...].parted(at: "->") : text[...].parted(at: "}}"))
        #expect(parts.before == before)
        #expect(parts.behind == behind)
    }

    @Test(arguments: ["", "-", "a - > b", ">-"])
    func withoutTheMarkItIsWhole(text: String) {
        #expect(text[...].parted(at: "->") == nil)
    }

    @Test func aMarkMayBeOfAnyLetters() {
        let parts = "Jane – HR – x"[...].parted(at: " – ")
        #expect(parts?.before == "Jane")
        #expect(parts?.behind == "HR – x")
    }
}
