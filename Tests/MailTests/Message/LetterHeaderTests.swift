import Testing

@testable import Mail

/// What `Letter.frozen()` wrote is read, and added to, among its bytes.
@Suite struct LetterHeaderTests {
    private static let letter = """
        From: Ada Example <ada@example.org>\r\n\
        Subject: =?utf-8?q?Thank_you_?=\r\n =?utf-8?q?=E2=80=93_Analyst?=\r\n\
        To: =?utf-8?q?Jane?=\r\n\t<jane@example.net>\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\
        \r\n\
        Dear Jane,\r\n
        """

    private func header(_ text: String) throws -> LetterHeader { try LetterHeader(of: Array(text.utf8)) }

    @Test(
        arguments: [
            ("Subject", "=?utf-8?q?Thank_you_?= =?utf-8?q?=E2=80=93_Analyst?="),
            ("SUBJECT", "=?utf-8?q?Thank_you_?= =?utf-8?q?=E2=80=93_Analyst?="),
            ("to", "=?utf-8?q?Jane?= <jane@example.net>"), ("mime-version", "1.0"),
        ])
    func aFieldIsUnfoldedAndFoundInAnyCase(name: String, value: String) throws {
        let found = try header(Self.letter).value(of: name.lowercased())
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == value)
    }

    @Test(arguments: ["Sub", "Subject:", "Subjects", "Bcc", "", "Dear Jane,"])
    func whatIsNotThereIsNotFound(name: String) throws {
        #expect(try header(Self.letter).value(of: name.lowercased()) == nil)
    }

    @Test func addedFieldsStandBeforeThoseOfTheContent() throws {
        let message = try header(Self.letter).message(adding: Array("Date: today\r\n".utf8))
        #expect(
            String(decoding: message, as: UTF8.self)
                == Self.letter.replacing("Content-Type", with: "Date: today\r\nContent-Type"))
    }

    @Test func withoutContentFieldsTheyStandLast() throws {
        let message = try header("To: a@b.org\r\n\r\nHello\r\n").message(
            adding: Array("Date: today\r\n".utf8))
        #expect(String(decoding: message, as: UTF8.self) == "To: a@b.org\r\nDate: today\r\n\r\nHello\r\n")
    }

    @Test func anotherSubjectTakesThePlaceOfTheFoldedOne() throws {
        let message = try header(Self.letter).message(adding: [], subject: Array("Subject: Re: x\r\n".utf8))
        let expected = Self.letter.replacing(
            "Subject: =?utf-8?q?Thank_you_?=\r\n =?utf-8?q?=E2=80=93_Analyst?=\r\n",
            with: "Subject: Re: x\r\n")
        #expect(String(decoding: message, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        "", "\r\n", "\r\nTo: a@b.org\r\n\r\n", "To: a@b.org", "To: a@b.org\r\n", "To: a@b.org\r\n\r",
        "To: a@b.org\n\nHello\n", "To a@b.org\r\n\r\n", ": a@b.org\r\n\r\n", " To: a@b.org\r\n\r\n",
        "T o: a@b.org\r\n\r\n", "To\u{0}: a@b.org\r\n\r\n", "To: a@b.org\r\nto: c@d.org\r\n\r\n", "A",
    ])
    func whatIsDamagedIsNoMessage(text: String) {
        // A header of no fields is one; a letter without To and From is refused by its reader.
        guard text != "\r\n", !text.hasPrefix("\r\n") else {
            #expect(throws: LetterProblem.self) { try FrozenLetter(Array(text.utf8)) }
            return
        }
        #expect(throws: LetterProblem.notAMessage) { try header(text) }
    }

    @Test func aLetterCutOffInItsHeaderIsRefused() throws {
        let bytes = try Letters.letter(to: "Meer, Johannes van der").frozen()
        let end = try LetterHeader(of: bytes).end
        for count in 0..<end {
            #expect(throws: LetterProblem.self) { try FrozenLetter(Array(bytes[..<count])) }
        }
        #expect(try FrozenLetter(Array(bytes[..<end])).body == "")
    }
}
