import Etiquette
import Testing

@testable import Composer

@Suite struct FactsTests {
    static let fields: [(TemplateField, String)] = [
        (.salutation, "Jane Okafor"), (.recipient, "Jane Okafor"), (.role, "Data Engineer"),
        (.organisation, "Acme Data Labs"), (.interviewDate, "Friday 20 November"),
        (.talkingPoint, "the open-data portal"), (.sender, "Ada Example"),
    ]

    @Test(arguments: fields)
    func everyFieldHasItsFact(field: TemplateField, value: String) throws {
        #expect(try Sample.facts().value(of: field, language: Shipped.set().language) == value)
    }

    @Test func everyFieldIsInTheTable() {
        #expect(Set(Self.fields.map(\.0)) == Set(TemplateField.allCases))
    }

    @Test func aSalutationThatWasSetStandsInsteadOfTheName() throws {
        let facts = Sample.facts(salutation: "Dr Okafor")
        #expect(try facts.value(of: .salutation, language: Shipped.set().language) == "Dr Okafor")
        #expect(try facts.value(of: .recipient, language: Shipped.set().language) == "Jane Okafor")
    }

    @Test func anEmptyTextIsNoValue() throws {
        let facts = Sample.facts(name: "", role: "", organisation: "", talkingPoint: "", sender: "")
        let known = try TemplateField.allCases.filter {
            try facts.value(of: $0, language: Shipped.set().language) != nil
        }
        #expect(known == [.interviewDate])
    }

    @Test(arguments: [
        ("the open-data portal.", "the open-data portal"),
        ("the open-data portal", "the open-data portal"),
        ("the office in the U.S.", "the office in the U.S."),
        ("version 2.0", "version 2.0"),
        ("...", "..."),
    ])
    func aTalkingPointLosesTheFullStopThatWouldEndTheSentence(typed: String, written: String) throws {
        #expect(
            try Sample.facts(talkingPoint: typed).value(of: .talkingPoint, language: Shipped.set().language)
                == written)
    }
}
