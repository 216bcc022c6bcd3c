import Etiquette
import Testing

@testable import Composer

@Suite struct FindingTests {
    static let findings: [(Finding, String)] = [
        (.unresolvedField("role"), "unresolved-field"), (.placeholder("XXX"), "unresolved-field"),
        (.otherName(KnownName("Ann Bee", bearer: .person)), "other-name"),
        (.sameWords(as: "Ann Bee", shared: 2, of: 3), "same-words"), (.noTalkingPoint, "no-talking-point"),
        (.length(words: 1, allowed: 2...3), "length"), (.nameUnlikeAddress, "name-unlike-address"),
        (
            .nameUnsettled(
                NameDifference(
                    person: Person(
                        id: Person.ID(rawValue: 1), name: "Ann Bee", address: nil, salutation: nil),
                    other: "Anne Bee", source: .ownMail)), "name-unsettled"
        ),
        (.emptySubject, "empty-subject"), (.emptyBody, "empty-body"),
        (.asksAboutResult("When?"), "asks-about-result"),
        (.greetingMismatch(greeting: "Dear A,", expected: "B"), "greeting-mismatch"),
        (.notSigned(expected: "B"), "not-signed"),
        (.badCharacter(.body, line: 1, scalar: 7), "bad-character"),
        (.tooLong(.body, characters: 2, limit: 1), "too-long"),
    ]

    @Test(arguments: findings)
    func theCodesAreThoseThatPeopleTypeAndProgramsRead(finding: Finding, code: String) {
        #expect(finding.code.rawValue == code)
        #expect(finding.severity == finding.code.severity)
        #expect(finding.canBeIgnored == finding.code.canBeIgnored)
    }

    @Test func everyCodeIsInTheTable() {
        #expect(Set(Self.findings.map(\.0.code)) == Set(Finding.Code.allCases))
    }

    @Test func whatNoReaderCouldTakeForIntendedCannotBeIgnored() {
        let final = Finding.Code.allCases.filter { !$0.canBeIgnored }
        #expect(
            final == [.unresolvedField, .nameUnsettled, .emptySubject, .emptyBody, .badCharacter, .tooLong])
        #expect(final.allSatisfy { $0.severity == .blocks })
    }

    @Test func theseBlockAndTheOthersWarn() {
        let blocking = Finding.Code.allCases.filter { $0.severity == .blocks }
        #expect(
            blocking == [
                .unresolvedField, .otherName, .sameWords, .nameUnsettled, .emptySubject, .emptyBody,
                .badCharacter, .tooLong,
            ])
    }
}
