import Testing

@testable import PageServer

@Suite("RequestTarget: path and query, read strictly")
struct RequestTargetTests {
    @Test(
        "a path becomes its segments",
        arguments: [
            ("/", []), ("/queue", ["queue"]), ("/queue/", ["queue"]),
            ("/messages/3/edit", ["messages", "3", "edit"]),
            ("/people/Tom%20%C3%93%20Briain", ["people", "Tom Ó Briain"]), ("/a%2Fb", ["a/b"]),
            ("/a+b", ["a+b"]),
            ("/audit?person=1", ["audit"]),
        ])
    func path(text: String, segments: [String]) {
        #expect(RequestTarget(text)?.path == segments)
    }

    @Test(
        "what no browser of ours asks for is refused",
        arguments: [
            "", "*", "queue", "http://localhost/", "//", "//evil.example/", "/a//b", "/..", "/a/../b", "/.",
            "/%2e%2e/x",
            "/%", "/%4", "/%zz", "/%00", "/%ff", "/#a", "/?a=%", "/?%ff=1", "/?a=%00",
        ])
    func malformed(text: String) {
        #expect(RequestTarget(text) == nil)
    }

    @Test("a query is a form")
    func query() {
        let query = RequestTarget("/audit?person=Tom+%C3%93&empty=&bare&person=2")?.query
        #expect(query?.all("person") == ["Tom Ó", "2"])
        #expect(query?["empty"] == "")
        #expect(query?["bare"] == "")
    }
}
