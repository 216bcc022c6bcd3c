import Etiquette
import Foundation
import Mail
import Testing

@Suite struct LetterTests {
    static let longLine = String(repeating: "so long ", count: 12)

    static let bodies = [
        ("plain", "Hello Jane\n", "7bit"),
        ("seventy-eight", String(repeating: "x", count: 78) + "\n", "7bit"),
        ("seventy-nine", String(repeating: "x", count: 79) + "\n", "quoted-printable"),
        ("accents", "Thank you, José, for the café.\n", "quoted-printable"),
        ("dots", ".\n..\n.hidden\n", "7bit"),
        ("signature", "Hello\n\n-- \nAda\n", "7bit"),
        ("tab and trailing space", "a\tb \n\n\nc é \n", "quoted-printable"),
        ("From", "From here on\n>From there é\n", "quoted-printable"),
        ("equals", "1 + 1 = 2 =\né=C3\n", "quoted-printable"),
        ("Greek", "Αγαπητέ κύριε Παπαδόπουλε,\n\nευχαριστώ\n", "base64"),
        ("Chinese", "欧阳娜娜女士，\n\n谢谢您的时间。\n", "base64"),
        ("long", longLine + "\n", "quoted-printable"),
    ]

    @Test func aBodyArrivesAsItWasWritten() throws {
        let messages = try Self.bodies.map { try Letters.letter(body: $0.1).frozen() }
        for ((name, body, encoding), read) in zip(Self.bodies, try IndependentReader.read(messages)) {
            #expect(read.body == body, "\(name)")
            #expect(read.transferEncoding == encoding, "\(name)")
            #expect(read.contentType == "text/plain", "\(name)")
            #expect(read.charset == "utf-8", "\(name)")
            #expect(read.defects == [], "\(name)")
        }
    }

    @Test(arguments: bodies)
    func aBodyIsReadBackByUs(name: String, body: String, encoding: String) throws {
        let bytes = try Letters.letter(body: body).frozen()
        #expect(WireForm.fault(in: bytes) == nil)
        #expect(try FrozenLetter(bytes).body == body)
    }

    @Test func aBodyWithoutFinalLineBreakGetsOne() throws {
        let bytes = try Letters.letter(body: "Hello").frozen()
        #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\r\n\r\nHello\r\n"))
    }

    @Test func linesOfABodyKeepToSeventyEight() throws {
        let body = "é" + Self.longLine + "\n" + String(repeating: "漢", count: 300) + "\n"
        let text = String(decoding: try Letters.letter(body: body).frozen(), as: UTF8.self)
        for line in text.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78)
        }
    }

    @Test func theHeadersAreTheNecessaryOnesAndNoDate() throws {
        let read = try #require(try IndependentReader.read([try Letters.letter().frozen()]).first)
        let expected: Set = [
            "from", "to", "subject", "message-id", "mime-version", "content-type",
            "content-transfer-encoding",
        ]
        #expect(Set(read.headers.map { $0.lowercased() }) == expected)
        #expect(read.headers.count == expected.count)
        #expect(read.messageID == "<0123456789abcdef@example.org>")
        #expect(read.fromName == "Ada Example")
        #expect(read.fromAddress == "ada@example.org")
        #expect(read.subject == "Thank you – Data Analyst interview")
    }

    @Test func freezingTwiceGivesTheSameBytes() throws {
        #expect(try Letters.letter().frozen() == Letters.letter().frozen())
    }

    /// Rule `thank-each`: whatever stands in a name, there is one recipient.
    @Test(arguments: [
        "a@example.com, b", "\"x\" <a@example.com>", "a: b, c;", "Jane <jane@example.com>, Bob",
    ])
    func aNameCannotAddARecipient(name: String) throws {
        let read = try #require(try IndependentReader.read([try Letters.letter(to: name).frozen()]).first)
        #expect(read.toCount == 1)
        #expect(read.toAddress == "jane.okafor@example.net")
        #expect(read.toName == name)
    }

    @Test(arguments: ["\r\nBcc: eve@example.com", "\n", "\r", "\0", "\u{85}", "\u{7F}", "\t"])
    func aControlCharacterInAHeaderIsRefused(text: String) throws {
        let scalar = try #require(text.unicodeScalars.first).value
        #expect(throws: LetterProblem.controlCharacter(.subject, scalar: scalar)) {
            try Letters.letter(subject: "Thank you" + text).frozen()
        }
        #expect(throws: LetterProblem.controlCharacter(.recipientName, scalar: scalar)) {
            try Letters.letter(to: "Jane" + text).frozen()
        }
    }

    @Test(arguments: ["\r\n", "\r", "\0", "\u{1B}"])
    func aControlCharacterInABodyIsRefused(text: String) throws {
        let scalar = try #require(text.unicodeScalars.first).value
        #expect(throws: LetterProblem.controlCharacter(.body, scalar: scalar)) {
            try Letters.letter(body: "Hello" + text).frozen()
        }
    }

    @Test func aMissingPartIsRefused() throws {
        #expect(throws: LetterProblem.empty(.subject)) { try Letters.letter(subject: "").frozen() }
        #expect(throws: LetterProblem.empty(.body)) { try Letters.letter(body: "").frozen() }
    }
}
