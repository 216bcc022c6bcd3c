import Etiquette
import Testing

@testable import Composer

@Suite struct FactsTests {
    static let fields: [(TemplateField, String)] = [
        (.salutation, "Jane Okafor"), (.recipient, "Jane Okafor"), (.role, "Data Engineer"),
        (.organisation, "Acme Data Labs"), (.interviewDate, "Friday 20 November 2026"),
        (.talkingPoint, "the open-data portal"), (.sender, "Ada Example"),
    ]

    @Test(arguments: fields)
    func everyFieldHasItsFact(field: TemplateField, value: String) {
        #expect(Sample.facts().value(of: field, language: "en-GB") == value)
    }

    @Test func everyFieldIsInTheTable() {
        #expect(Set(Self.fields.map(\.0)) == Set(TemplateField.allCases))
    }

    @Test func aSalutationThatWasSetStandsInsteadOfTheName() {
        let facts = Sample.facts(salutation: "Dr Okafor")
        #expect(facts.value(of: .salutation, language: "en-GB") == "Dr Okafor")
        #expect(facts.value(of: .recipient, language: "en-GB") == "Jane Okafor")
    }

    @Test func anEmptyTextIsNoValue() {
        let facts = Sample.facts(name: "", role: "", organisation: "", talkingPoint: "", sender: "")
        let known = TemplateField.allCases.filter { facts.value(of: $0, language: "en-GB") != nil }
        #expect(known == [.interviewDate])
    }

    @Test(arguments: [
        ("the open-data portal.", "the open-data portal"),
        ("the open-data portal", "the open-data portal"),
        ("the office in the U.S.", "the office in the U.S."),
        ("version 2.0", "version 2.0"),
        ("...", "..."),
    ])
    func aTalkingPointLosesTheFullStopThatWouldEndTheSentence(typed: String, written: String) {
        #expect(Sample.facts(talkingPoint: typed).value(of: .talkingPoint, language: "en-GB") == written)
    }
}
