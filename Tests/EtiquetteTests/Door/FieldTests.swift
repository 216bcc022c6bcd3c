import Testing

@testable import Etiquette

@Suite("A field takes what belongs in it, as it was written")
struct FieldTests {
    @Test("two spellings that nobody can tell apart are one name (Unicode NFC)")
    func composed() throws {
        let admitted = try Field.name.admit("Jose\u{301} A\u{30A}kesson")
        #expect(Array(admitted.utf8) == Array("José Åkesson".utf8))
    }

    @Test(
        "keeps names as the person writes them (rule names-right)",
        arguments: [
            "Jane Okafor", "Seán Ó Briain", "Miles O’Brien", "Ludwig van Beethoven", "محمد بن سلمان",
            "שרה כהן",
            "प्रियंका चोपड़ा", "สมชาย ใจดี", "山田 太郎", "葛󠄀城 ユキ", "김지우", "Nguyễn Văn Anh", "Ольга Іваненко",
            "Ελένη Παπαδοπούλου", "Þóra Björnsdóttir", "Kaʻiulani", "Gal·la Placídia", "नूर جہاں", "தமிழ்ச்செல்வி",
            "N\u{303}ame with marks", "José María", "Jean-Luc d’Aubigné", "Sammy Davis, Jr.", "Zoë 😀",
        ])
    func admitted(text: String) throws {
        #expect(try Field.name.admit(text) == text)
    }

    @Test(
        "trims blanks of any width at both ends and none between",
        arguments: [
            ("  Jane  Okafor\t", "Jane  Okafor"), ("\u{A0}Jane\u{A0}", "Jane"), ("\u{3000}山田\u{3000}", "山田"),
            ("\u{2003}Jane\u{2009}", "Jane"),
        ])
    func trimmed(text: String, admitted: String) throws {
        #expect(try Field.role.admit(text) == admitted)
    }

    @Test("refuses nothing at all", arguments: ["", " ", "\t", "\u{A0}", "\u{3000}\u{2003}"])
    func empty(text: String) {
        for field in Field.allCases {
            #expect(throws: InputProblem.empty(field)) { try field.admit(text) }
        }
    }

    @Test(
        "refuses control, direction-changing, zero-width, blank and line-separating characters",
        arguments: [
            0x00, 0x07, 0x09, 0x0A, 0x0B, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160,
            0x17B4,
            0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C,
            0x202D,
            0x202E, 0x2060, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206F, 0x2800, 0x3164, 0xE000, 0xFEFF,
            0xFFA0,
            0xFFF9, 0xFFFE, 0xE0001, 0xE0041, 0x10FFFF,
        ] as [UInt32])
    func forbidden(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text = "Jane\(Character(scalar))Okafor"
        let takesLines: Set<Field> = value == 0x0A || value == 0x0D ? [.talkingPoint, .ownSentence] : []
        for field in Field.allCases where !takesLines.contains(field) {
            #expect(throws: InputProblem.forbiddenCharacter(field, value: text, scalar: value)) {
                try field.admit(text)
            }
        }
    }

    @Test(
        "takes what was told of a conversation on several lines", arguments: ["\n", "\r\n", "\r", " \n\n "])
    func lines(lineBreak: String) throws {
        for field in [Field.talkingPoint, .ownSentence] {
            #expect(
                try field.admit("the rota" + lineBreak + "the nights" + lineBreak) == "the rota\nthe nights")
        }
    }

    @Test(
        "refuses a line break at the end too, where trimming could hide it",
        arguments: ["\n", "\r\n", "\u{2028}"])
    func lineBreakAtEnd(lineBreak: String) {
        #expect(throws: InputProblem.self) { try Field.subject.admit("Thank you" + lineBreak) }
        #expect(throws: InputProblem.self) { try Field.subject.admit(lineBreak + "Thank you") }
    }

    @Test(
        "counts characters as people do: 200, and 500 for a talking point, a sentence or a note",
        arguments: Field.allCases, ["y", "é", "e\u{301}", "山", "👩🏽"])
    func limit(field: Field, character: String) throws {
        let isLong = [.talkingPoint, .ownSentence, .note].contains(field)
        #expect(field.limit == (isLong ? 500 : 200))
        let longest = String(repeating: character, count: field.limit)
        #expect(try field.admit(" \(longest) ") == longest)
        #expect(throws: InputProblem.tooLong(field, value: longest + character, limit: field.limit)) {
            try field.admit(longest + character)
        }
    }

    @Test("is not fooled by thousands of marks on one character")
    func hiddenMarks() {
        let text = "e" + String(repeating: "\u{301}", count: 5000)
        #expect(throws: InputProblem.tooLong(.name, value: text, limit: 200)) { try Field.name.admit(text) }
    }
}
