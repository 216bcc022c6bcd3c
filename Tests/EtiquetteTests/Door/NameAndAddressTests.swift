import Testing

@testable import Etiquette

@Suite("Somebody is named, with an address or without")
struct NameAndAddressTests {
    @Test(
        "reads name and address",
        arguments: [
            ("Jane Okafor <jane.okafor@example.org>", "Jane Okafor", "jane.okafor@example.org"),
            ("  Jane Okafor   <jane.okafor@example.org>  ", "Jane Okafor", "jane.okafor@example.org"),
            ("Jane Okafor<jane@EXAMPLE.org>", "Jane Okafor", "jane@example.org"),
            ("\"Okafor, Jane\" <jane@example.org>", "Okafor, Jane", "jane@example.org"),
            ("\"Jane \\\"JJ\\\" Okafor\" <jane@example.org>", "Jane \"JJ\" Okafor", "jane@example.org"),
            ("\"Back\\\\slash\" <b@example.org>", "Back\\slash", "b@example.org"),
            ("\"<Jane>\" <jane@example.org>", "<Jane>", "jane@example.org"),
            ("\"jane@work\" <jane@example.org>", "jane@work", "jane@example.org"),
            ("Seán Ó Briain <sean@example.org>", "Seán Ó Briain", "sean@example.org"),
            ("Miles O'Brien <miles@example.org>", "Miles O'Brien", "miles@example.org"),
            ("山田 太郎 <taro@example.org>", "山田 太郎", "taro@example.org"),
            ("Dr. Jane Okafor (née Obi) <jane@example.org>", "Dr. Jane Okafor (née Obi)", "jane@example.org"),
            ("Jane Okafor <jane@bücher.example>", "Jane Okafor", "jane@xn--bcher-kva.example"),
            ("Okafor, Jane <jane@example.org>", "Okafor, Jane", "jane@example.org"),
        ])
    func nameAndAddress(written: String, name: String, address: String) throws {
        let read = try NameAndAddress(written)
        #expect(read.name == name)
        #expect(read.address?.text == address)
    }

    @Test(
        "reads a name without an address: a card will be posted",
        arguments: [
            ("Jane Okafor", "Jane Okafor"), ("\"Okafor, Jane\"", "Okafor, Jane"), (" Suharto ", "Suharto"),
            ("محمد علي", "محمد علي"), ("\u{3000}山田\u{3000}太郎\u{3000}", "山田\u{3000}太郎"),
        ])
    func nameAlone(written: String, name: String) throws {
        #expect(try NameAndAddress(written) == NameAndAddress(name: name, address: nil))
    }

    @Test(
        "never guesses a name, and takes one person only",
        arguments: [
            "jane@example.org", "<jane@example.org>", " <jane@example.org>", "jane@example.org (Jane Okafor)",
            "Jane <jane@example.org>, Bob <bob@example.org>", "Jane <jane@example.org> junk", "Jane <",
            "Jane >",
            "Jane <jane@example.org", "Jane jane@example.org>", "Jane <<jane@example.org>>",
            "jane@work <jane@example.org>", "\"Jane <jane@example.org>", "\"Jane\" Okafor <jane@example.org>",
            "\"Jane\\\" <jane@example.org>",
        ])
    func refused(written: String) {
        #expect(throws: InputProblem.notNameAndAddress(written)) { try NameAndAddress(written) }
    }

    @Test("says which part is wrong")
    func partWrong() {
        #expect(throws: InputProblem.empty(.name)) { try NameAndAddress("") }
        #expect(throws: InputProblem.empty(.name)) { try NameAndAddress("\"\" <jane@example.org>") }
        #expect(throws: InputProblem.empty(.name)) {
            try NameAndAddress(name: " ", address: "jane@example.org")
        }
        #expect(throws: InputProblem.notAnAddress("", .noAt)) { try NameAndAddress("Jane <>") }
        #expect(throws: InputProblem.notAnAddress("", .noAt)) {
            try NameAndAddress(name: "Jane", address: "")
        }
        #expect(throws: InputProblem.notAnAddress("jane", .noAt)) { try NameAndAddress("Jane <jane>") }
        #expect(throws: InputProblem.notAnAddress(" j@example.org", .localPart(" "))) {
            try NameAndAddress("Jane < j@example.org>")
        }
        #expect(throws: InputProblem.forbiddenCharacter(.name, value: "Jane\nBcc: x", scalar: 10)) {
            try NameAndAddress(name: "Jane\nBcc: x", address: "jane@example.org")
        }
        #expect(throws: InputProblem.forbiddenCharacter(.name, value: "Ja\r\nne", scalar: 13)) {
            try NameAndAddress("Ja\r\nne <jane@example.org>")
        }
    }

    @Test(
        "somebody is meant by the address in any case, or by the exact name",
        arguments: [
            ("Jane Okafor", true), ("jane@example.org", true), ("JANE@EXAMPLE.ORG", true),
            ("jane okafor", false),
            ("Jane", false), ("jan@example.org", false), ("", false),
        ])
    func meant(text: String, isMeant: Bool) throws {
        #expect(try NameAndAddress("Jane Okafor <jane@example.org>").isMeant(by: text) == isMeant)
        #expect(try NameAndAddress("Jane Okafor").isMeant(by: text) == (text == "Jane Okafor"))
    }
}
