import Etiquette
import Testing

@testable import Composer

@Suite struct FactsTests {
    static let fields: [(TemplateField, String)] = [
        (.salutation, "Jane Okafor"), (.opening, "Jane Okafor"), (.recipient, "Jane Okafor"),
        (.role, "Data Engineer"),
        (.organisation, "Acme Data Labs"), (.interviewDate, "Friday 20 November"),
        (.talkingPoint, "the open-data portal"), (.sender, "Ada Example"),
        (.employer, "Acme Data Labs"), (.earlierDate, "Friday 6 November"), (.jobTitle, "Data Engineer"),
        (.decisionDate, "Friday 27 November"), (.metBefore, "metBefore"), (.met, "Tom Reed"),
        (.ownSentence, "I'd take my turn."), (.again, "again"), (.inPerson, "inPerson"),
        (.broughtNews, "broughtNews"),
    ]

    private static var told: Facts {
        var facts = Sample.facts()
        (facts.earlierDay, facts.met) = (Day(number: Sample.day.number - 14), ["Tom Reed"])
        (facts.ownSentence, facts.isSecondMeeting) = ("I'd take my turn.", true)
        (facts.medium, facts.hasBroughtNews) = (.inPerson, true)
        (facts.wasMetBefore, facts.promisedDay) = (true, Day(number: Sample.day.number + 7))
        return facts
    }

    @Test(arguments: fields)
    func everyFieldHasItsFact(field: TemplateField, value: String) throws {
        #expect(try Self.told.value(of: field, language: Shipped.set().language) == value)
    }

    @Test func everyFieldIsInTheTable() {
        #expect(Set(Self.fields.map(\.0)) == Set(TemplateField.allCases).subtracting([.video, .telephone]))
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
