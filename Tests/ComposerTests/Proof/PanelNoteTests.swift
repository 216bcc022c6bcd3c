import Testing

@testable import Composer

@Suite struct PanelNoteTests {
    private func note(_ template: String, _ facts: Facts) throws -> PanelNote {
        PanelNote(body: try Shipped.set()[template].required().compose(facts).body, facts: facts)
    }

    private static let jane = Sample.facts()
    private static let hana = Sample.facts(name: "Hana Lee", talkingPoint: "how the team runs on-call")

    @Test func oneTemplateForTwoMembersIsTheSameWords() throws {
        #expect(try note("thank-you-3", Self.jane).hasWords(of: note("thank-you-3", Self.hana)))
    }

    @Test func aTalkingPointMoreOrLessChangesNothing() throws {
        let without = Sample.facts(name: "Hana Lee", talkingPoint: nil)
        #expect(try note("thank-you-3", Self.jane).hasWords(of: note("thank-you-3", without)))
    }

    @Test func twoTemplatesAreNotTheSameWords() throws {
        #expect(try !note("thank-you-3", Self.jane).hasWords(of: note("thank-you-4", Self.jane)))
    }

    @Test(arguments: [
        ("A b c. D e f. G h i. J k l.", "A b c. D e f. M n o. P q r.", false),
        ("A b c. D e f. G h i. J k l.", "A b c. D e f. G h i. P q r.", true),
        ("A b c. D e f.", "A b c. D e f. G h i. J k l.", true),
        ("A b c. D e f.", "a B C! D e, f.", true),
        ("A b c.", "D e f.", false), ("", "", false), ("A b c.", "", false),
    ])
    func moreThanHalfOfTheShorterNoteIsTheSameWords(first: String, second: String, isSame: Bool) {
        let notes = [first, second].map {
            PanelNote(body: "Dear Jane Okafor,\n\n\($0)\n\nKind regards,\n\nAda Example\n", facts: Self.jane)
        }
        #expect(notes[0].hasWords(of: notes[1]) == isSame)
        #expect(notes[1].hasWords(of: notes[0]) == isSame)
    }

    @Test func namesAndTalkingPointsInsideASentenceMakeNoDifference() {
        let first = PanelNote(
            body: "Thank you, Jane Okafor, for the open-data portal talk.\n", facts: Self.jane)
        let second = PanelNote(
            body: "Thank you, Hana Lee, for how the team runs on-call talk.\n", facts: Self.hana)
        #expect(first.sentences == second.sentences)
    }
}
