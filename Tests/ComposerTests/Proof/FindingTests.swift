import Etiquette
import Foundation
import Testing

@testable import Composer

@Suite struct FindingTests {
    /// A message for one interview beside one for another, or for the same.
    private static func double(of interview: Int64) -> Finding.What {
        let jane = Person(id: .init(rawValue: 1), name: "Jane", address: nil, salutation: nil)
        let end = ZonedTime(instant: Date(timeIntervalSince1970: 0), zone: .gmt)
        let known = Interview(
            id: .init(rawValue: 1), recruitment: .init(rawValue: 1), ended: end, panel: [], contact: nil,
            decisionBy: nil, viaAgency: false)
        return .possibleDouble(
            PossibleDouble(
                person: jane, interview: .init(rawValue: interview), other: jane, known: known,
                recruitment: Recruitment(
                    id: .init(rawValue: 1), organisation: "Council", role: "Clerk", standing: .open)))
    }

    static let findings: [(Finding.What, String)] = [
        (double(of: 2), "same-meeting"), (double(of: 1), "same-person"),
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
        (.nameForm(.capitals), "name-form"), (.addressForm, "address-form"),
        (.forgottenBefore(Day(number: 0)), "forgotten-before"),
        (.emptySubject, "empty-subject"), (.emptyBody, "empty-body"),
        (.asksAboutResult("When?"), "asks-about-result"),
        (.greetingMismatch(greeting: "Dear A,", expected: "B"), "greeting-mismatch"),
        (.wrongName("A", expected: "B"), "wrong-name"),
        (.phrase(.topicSentence, "a", reason: "b"), "topic-sentence"),
        (.topicForm(.link, "a"), "topic-form"), (.sameSentence(as: "Ann Bee"), "same-sentence"),
        (.phrase(.topicPerson, "a", reason: "b"), "topic-person"), (.notSigned(expected: "B"), "not-signed"),
        (.badCharacter(.body, line: 1, scalar: 7), "bad-character"),
        (.tooLong(.body, characters: 2, limit: 1), "too-long"), (.misspelt("wrod"), "spelling"),
        (.doubledWord("the"), "doubled-word"), (.twoSpaces, "two-spaces"),
        (.mixedQuotes("'"), "mixed-quotes"),
        (.exclamationMark, "exclamation"), (.capitals("VERY"), "capitals"), (.emoji("☺"), "emoji"),
        (.longParagraph(words: 2, limit: 1), "long-paragraph"),
        (.wrongWeekday("Friday 1 May", day: Day(number: 0)), "wrong-weekday"),
        (.phrase(.missingLink, "a", reason: "b"), "missing-link"),
        (.phrase(.missingAttachment, "a", reason: "b"), "missing-attachment"),
        (.phrase(.reproach, "a", reason: "b"), "reproach"),
        (.phrase(.pleading, "a", reason: "b"), "pleading"),
        (.phrase(.flattery, "a", reason: "b"), "flattery"), (.phrase(.slang, "a", reason: "b"), "slang"),
        (.phrase(.impatience, "a", reason: "b"), "impatience"),
        (.phrase(.cliche, "a", reason: "b"), "cliche"), (.phrase(.money, "a", reason: "b"), "money"),
        (.phrase(.slip, "a", reason: "b"), "slip"), (.phrase(.grammar, "a", reason: "b"), "grammar"),
        (.phrase(.otherChannel, "a", reason: "b"), "other-channel"),
        (.phrase(.complaint, "a", reason: "b"), "complaint"), (.punctuation("a ,"), "punctuation"),
        (.smallLetter("i"), "small-letter"), (.otherRole("A B", expected: "C"), "other-role"),
        (.phrase(.secondPitch, "a", reason: "b"), "second-pitch"),
        (.phrase(.dispute, "a", reason: "b"), "dispute"),
        (.phrase(.otherCandidates, "a", reason: "b"), "other-candidates"),
        (.lacking(.noThanks, reason: "a"), "no-thanks"), (.lacking(.noInterest, reason: "a"), "no-interest"),
        (.noRole("a"), "no-role"), (.noOrganisation("a"), "no-organisation"),
        (.noInterviewDate(Day(number: 0)), "no-interview-date"),
        (.lacking(.noQuestion, reason: "a"), "no-question"),
        (.severalQuestions(2), "several-questions"),
        (.lacking(.noFeedbackWish, reason: "a"), "no-feedback-wish"),
        (.lacking(.noWayOut, reason: "a"), "no-way-out"), (.subjectWithoutRole("a"), "subject-without-role"),
    ]

    @Test(arguments: findings)
    func theCodesAreThoseThatPeopleTypeAndProgramsRead(what: Finding.What, code: String) {
        let finding = Finding(what)
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
            final == [
                .unresolvedField, .nameUnsettled, .nameForm, .addressForm, .emptySubject, .emptyBody,
                .badCharacter, .tooLong,
            ])
        #expect(final.allSatisfy { $0.severity == .blocks })
    }

    @Test func theseBlockAndTheOthersWarn() {
        let blocking = Finding.Code.allCases.filter { $0.severity == .blocks }
        #expect(
            blocking == [
                .unresolvedField, .otherName, .sameWords, .nameUnsettled, .nameForm, .addressForm,
                .sameMeeting, .samePerson,
                .forgottenBefore, .emptySubject, .emptyBody, .topicSentence, .topicForm, .sameSentence,
                .topicPerson, .wrongName, .badCharacter,
                .tooLong, .wrongWeekday, .missingLink,
                .missingAttachment,
            ])
    }
}
