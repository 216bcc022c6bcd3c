import Etiquette
import Testing

@testable import Mail

@Suite struct FrozenAddressTests {
    private func read(_ value: String) throws -> [String] {
        try AddressReader.correspondents(in: Array(value.utf8)).map { "\($0.name)|\($0.address)" }
    }

    @Test(arguments: [
        ("jane@example.org", ["|jane@example.org"]), ("<jane@example.org>", ["|jane@example.org"]),
        ("Jane Okafor <jane@example.org>", ["Jane Okafor|jane@example.org"]),
        (#""Meer, Johannes" <j@example.org>"#, ["Meer, Johannes|j@example.org"]),
        (#""Jane \"JJ\" \\ O" <j@example.org>"#, [#"Jane "JJ" \ O|j@example.org"#]),
        ("=?utf-8?q?Jos=C3=A9_?= =?utf-8?q?P?= <j@example.org>", ["José P|j@example.org"]),
        (#""<x@example.org>" <j@example.org>"#, ["<x@example.org>|j@example.org"]),
        ("a@example.org, B <b@example.org>", ["|a@example.org", "B|b@example.org"]),
    ])
    func namesAndAddressesAreRead(value: String, expected: [String]) throws {
        #expect(try read(value) == expected)
    }

    @Test(arguments: [
        "", " ", "Jane", "Jane <jane>", "friends: a@example.org;", "a@example.org (Jane)", "<a@example.org",
        #""Jane <a@example.org>"#, "Jane <a@example.org> <b@example.org>", "a@example.org,",
        ", a@example.org",
        "Jane <a@example.org>>", "a@example.org b@example.org", "Jane <a@exa\u{0}mple.org>",
    ])
    func anythingElseIsRefused(value: String) {
        #expect(throws: LetterProblem.unreadableAddress) { try read(value) }
    }
}
