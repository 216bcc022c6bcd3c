import Etiquette
import Testing

@Suite("names-right: what only marks a gap is refused at the door")
struct GapTests {
    private static let said: [Field] = [
        .name, .organisation, .role, .salutation, .talkingPoint, .ownSentence, .roleShort, .organisationAs,
    ]

    @Test(
        "placeholders stand in no field of a letter",
        arguments: [
            "…", "...", "-", "–", "?", "???", "!", ".", "WHAT", "what", "TBC", "tbc", "TBD", "tba", "N/A",
            "n/a", "n.a.",
            "unknown", "Unknown", "to be confirmed", "XXX", "xxxx", "[name]", "[your name]", "<company>",
            "{{name}}",
            "{{role}}", "{{ anything }}", "«name»", "____", "Name", "your name", "lorem ipsum", "null",
            "not applicable",
            "[TBC]", "(tbc)", "NAME", "[insert role here]",
        ])
    func everywhere(text: String) {
        for field in Self.said {
            #expect(throws: InputProblem.gap(field, value: text)) { try field.admit(text) }
        }
    }

    @Test(
        "what stands for one thing is refused where that is asked for",
        arguments: [
            (Field.name, "Who"), (.name, "first name"), (.name, "somebody"), (.name, "Jane …"),
            (.name, "Jane [surname]"), (.salutation, "Jane..."), (.salutation, "WHO"),
            (.organisation, "Company"),
            (.organisation, "ORGANISATION"), (.organisation, "City Libr…"), (.role, "Job title"),
            (.role, "Data …"),
            (.roleShort, "ROLE"), (.talkingPoint, "TOPIC"), (.talkingPoint, "our conversation about …"),
            (.talkingPoint, "about..."), (.talkingPoint, "talking point"), (.ownSentence, "SENTENCE"),
            (.talkingPoint, "NAME"), (.organisationAs, "employer"),
        ])
    func whereAsked(field: Field, text: String) {
        #expect(throws: InputProblem.gap(field, value: text)) { try field.admit(text) }
    }

    @Test(
        "people, firms and topics that are called so are let in",
        arguments: [
            (Field.name, "Jane Okafor"), (.name, "Na Li"), (.name, "Jennifer Null"), (.name, "Nan"),
            (.name, "Nil Karaibrahimgil"),
            (.name, "王小明"), (.name, "J."), (.name, "Guy Whatmore"), (.organisation, "WHO"),
            (.organisation, "3"),
            (.organisation, "Which?"), (.organisation, "Unknown Worlds"), (.organisation, "XXXLutz"),
            (.organisation, "N26"),
            (.organisation, "Company of Heroes"), (.role, "Name Authority Librarian"),
            (.role, "C++ Developer"),
            (.role, "Roles and Permissions Lead"), (.talkingPoint, "the role"),
            (.talkingPoint, "what the archive keeps"),
            (.talkingPoint, "time"), (.talkingPoint, "the open-data portal…"),
            (.talkingPoint, "who pays for it"),
            (.ownSentence, "I still wonder what it was about, and would love to hear more..."),
            (.note, "TBC"), (.subject, "..."),
            (.organisationAs, "the company"), (.salutation, "Professor Okafor"), (.salutation, "all"),
        ])
    func realOnes(field: Field, text: String) throws {
        #expect(try field.admit(text) == text)
    }

    @Test("a character that was lost on the way is refused everywhere", arguments: Field.allCases)
    func lost(field: Field) {
        #expect(throws: InputProblem.lostCharacter(field, value: "J\u{FFFD}ne Okafor")) {
            try field.admit("J\u{FFFD}ne Okafor")
        }
    }

    @Test(
        "nobody signs as an example has it",
        arguments: [
            ("Your name", true), ("[your name]", true), ("{{sender}}", true), ("…", true), ("TBC", true),
            ("N/A", true),
            ("Ada Example", false), ("Null", false), ("12345", false), ("Nina A", false),
        ])
    func signed(name: String, isGap: Bool) {
        #expect(Gap.isUnsigned(name) == isGap)
    }

    @Test("what was let in once stays readable", arguments: ["…", "TBC", "J\u{FFFD}ne"])
    func known(text: String) throws {
        #expect(try Field.talkingPoint.admit(text, isKnown: true) == text)
    }
}
