import Page
import Testing

@testable import PageServer

@Suite("Forms: as browsers send them, and not otherwise")
struct FormTests {
    @Test(
        "fields come in their order, decoded, with ends of lines as LF",
        arguments: [
            ("", []), ("a=b", ["a=b"]), ("a=b&a=c", ["a=b", "a=c"]), ("a=", ["a="]), ("a", ["a="]),
            ("say=Dear+Jane%2C%0D%0A%0D%0AThank+you%26", ["say=Dear Jane,\n\nThank you&"]),
            ("a=b=c", ["a=b=c"]),
            ("a=%0D", ["a=\n"]), ("a=%0A%0D%0A", ["a=\n\n"]), ("name=%F0%9F%99%82%C3%A9", ["name=🙂é"]),
        ])
    func encoded(text: String, fields: [String]) {
        #expect(URLEncodedForm.fields(Array(text.utf8))?.map { "\($0.name)=\($0.value)" } == fields)
    }

    @Test(
        "what is not coded as it should be is refused",
        arguments: ["a=%", "a=%1", "a=%gg", "%=a", "a=%00", "a=%ff", "a=%C3%28"])
    func malformed(text: String) {
        #expect(URLEncodedForm.fields(Array(text.utf8)) == nil)
    }

    @Test("more fields than any form of ours has are refused")
    func tooMany() {
        let most = URLEncodedForm.mostFields
        let text = Array(repeating: "a=b", count: most).joined(separator: "&")
        #expect(URLEncodedForm.fields(Array(text.utf8))?.count == most)
        #expect(URLEncodedForm.fields(Array((text + "&a=b").utf8)) == nil)
    }

    private static let type = "multipart/form-data; boundary=----x"

    private static func part(_ disposition: String, _ content: String, more: String = "") -> String {
        "------x\r\nContent-Disposition: form-data; \(disposition)\r\n\(more)\r\n\(content)\r\n"
    }

    private static let end = "------x--\r\n"

    private func read(_ text: String, _ type: String = FormTests.type) -> FormFields? {
        MultipartForm.fields(Array(text.utf8), contentType: type)
    }

    @Test("fields and files are told apart")
    func parts() {
        let text =
            Self.part("name=\"form-token\"", "5e") + Self.part("name=\"say\"", "one\r\ntwo")
            + Self.part(
                "name=\"file\"; filename=\"in \\\"vite%22.ics\"", "BEGIN",
                more: "Content-Type: text/calendar\r\n"
            ).replacing("\\\"", with: "")
            + Self.part(
                "name=\"none\"; filename=\"\"", "", more: "Content-Type: application/octet-stream\r\n")
            + Self.end
        let form = read(text)
        #expect(form?["form-token"] == "5e")
        #expect(form?["say"] == "one\ntwo")
        #expect(
            form?.uploads == ["file": FormFields.Upload(name: "in vite\".ics", bytes: Array("BEGIN".utf8))])
    }

    @Test("a file comes byte for byte, whatever it holds")
    func bytes() {
        let content: [UInt8] = [0, 255, 13, 10, 13, 10, 45, 45] + Array("\r\n------".utf8) + [13]
        let head = Array("------x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n".utf8)
        let form = MultipartForm.fields(
            head + content + Array("\r\n".utf8) + Array(Self.end.utf8), contentType: Self.type)
        #expect(form?.uploads["f"]?.bytes == content)
    }

    @Test("an empty form is one")
    func empty() {
        #expect(read("------x--\r\n") == FormFields())
        #expect(read("------x--") == FormFields())
    }

    @Test(
        "a form that no browser writes is refused",
        arguments: [
            "", "------x", "x" + part("name=\"a\"", "1") + end, part("name=\"a\"", "1"),
            part("name=\"a\"", "1") + "------y--",
            part("name=\"a\"", "1") + end + "more", part("filename=\"a\"", "1") + end,
            part("name=\"a", "1") + end,
            part("name=\"a\"; name=\"b\"", "1") + end, part("name", "1") + end,
            part("name=\"f\"; filename=\"a\"", "1") + part("name=\"f\"; filename=\"b\"", "2") + end,
            part("name=\"a\"", "\u{0}") + end, "------x\r\n\r\nno head\r\n" + end,
            "------x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" + end,
            "------x\r\nContent-Disposition form-data\r\n\r\n1\r\n" + end,
            part("name=\"a\"", "1", more: "Content-Disposition: form-data; name=\"b\"\r\n") + end,
            part("name=\"" + String(repeating: "a", count: 5000) + "\"", "1") + end,
        ])
    func malformedParts(text: String) {
        #expect(read(text) == nil)
    }

    @Test(
        "without a boundary nothing is read",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
            "multipart/mixed; boundary=----x", "multipart/form-data; boundary=----x; boundary=----x",
            "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
        ])
    func boundary(type: String) {
        #expect(read(Self.part("name=\"a\"", "1") + Self.end, type) == nil)
        #expect(
            read(Self.part("name=\"a\"", "1") + Self.end, "Multipart/Form-Data; Boundary=\"----x\"") != nil)
    }
}
