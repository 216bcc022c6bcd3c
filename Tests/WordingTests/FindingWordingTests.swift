import Composer
import Etiquette
import Foundation
import Testing

@testable import Wording

@Suite struct FindingWordingTests {
    private static let unsettled = Finding.What.nameUnsettled(
        NameDifference(
            person: Person(id: .init(rawValue: 1), name: "Jane Okofor", address: nil, salutation: nil),
            other: "Jane Okafor", source: .invitation))

    /// A message for one interview beside one for another, or for the same.
    private static func double(of interview: Int64) -> Finding.What {
        func person(_ id: Int64, _ address: String) -> Person {
            Person(
                id: .init(rawValue: id), name: "Jane Okafor", address: EmailAddress(recorded: address),
                salutation: nil)
        }
        let end = ZonedTime(instant: Date(timeIntervalSince1970: 1_795_186_800), zone: .gmt)
        let known = Interview(
            id: .init(rawValue: 1), recruitment: .init(rawValue: 1), ended: end, panel: [], contact: nil,
            decisionBy: nil, viaAgency: false)
        return .possibleDouble(
            PossibleDouble(
                person: person(2, "j.okafor@example.org"), interview: .init(rawValue: interview),
                other: person(1, "jane@example.org"), known: known,
                recruitment: Recruitment(
                    id: .init(rawValue: 1), organisation: "City Library", role: "Data Analyst",
                    standing: .open)))
    }

    @Test func whatMayBeOneNamesBoth() {
        #expect(
            Wording.what(Finding(Self.double(of: 2)))
                == "this may be the same meeting as interview 1 (Data Analyst at City Library, ended Fri 20 Nov 2026, 15:00 "
                + "(GMT)), for which there is a message to Jane Okafor <jane@example.org>, perhaps the same person as Jane Okafor "
                + "<j.okafor@example.org>, already")
        #expect(
            Wording.what(Finding(Self.double(of: 1)))
                == "Jane Okafor <j.okafor@example.org> and Jane Okafor <jane@example.org> may be one person, who would be "
                + "thanked twice")
    }

    /// One of each, as data.
    static let all: [Finding.What] =
        [
            .unresolvedField("role"), .placeholder("XXX"), .otherName(KnownName("Ann Bee", bearer: .person)),
            .sameWords(as: "Ann Bee", shared: 2, of: 3), .noTalkingPoint, .length(words: 1, allowed: 2...3),
            .nameUnlikeAddress, .nameForm(.capitals), .addressForm, unsettled, double(of: 1), double(of: 2),
            .forgottenBefore(Day(number: 0)), .emptySubject, .emptyBody,
            .asksAboutResult("When?"),
            .greetingMismatch(greeting: "Dear A,", expected: "B"), .notSigned(expected: "B"),
            .badCharacter(.body, line: 1, scalar: 7), .tooLong(.body, characters: 2, limit: 1),
            .misspelt("wrod"),
            .doubledWord("the"), .twoSpaces, .mixedQuotes("'"), .exclamationMark, .capitals("VERY"),
            .emoji("☺"),
            .longParagraph(words: 2, limit: 1), .wrongWeekday("Friday 1 May", day: Day(number: 0)),
            .noRole("a"),
            .noOrganisation("a"), .subjectWithoutRole("a"), .noInterviewDate(Day(number: 0)),
            .severalQuestions(2), .wrongName("A", expected: "B"), .otherRole("A B", expected: "C"),
            .smallLetter("i"), .punctuation("a ,"), .sameSentence(as: "Ann Bee"),
            .topicForm(.link, "a"),
        ]
        + [
            .missingLink, .missingAttachment, .reproach, .pleading, .flattery, .slang, .impatience,
            .secondPitch, .dispute, .otherCandidates, .cliche, .money, .slip, .grammar, .otherChannel,
            .complaint, .topicSentence, .topicPerson,
        ]
        .map { .phrase($0, "so", reason: "because") }
        + [.noThanks, .noInterest, .noQuestion, .noFeedbackWish, .noWayOut].map {
            .lacking($0, reason: "because")
        }

    @Test func everyCodeHasItsWords() {
        #expect(Set(Self.all.map(\.code)) == Set(Finding.Code.allCases))
        for what in Self.all {
            let finding = Finding(what)
            let (said, why) = (Wording.what(finding), Wording.why(finding))
            #expect(!said.contains(finding.code.rawValue) || said.contains(" "), "\(finding.code)")
            #expect(said.contains(" ") && !said.hasSuffix("."), "\(said)")
            #expect(why.contains(" ") || why == "because", "\(why)")
            #expect(!why.hasSuffix(".") && why != "it is against the advice", "\(finding.code)")
        }
    }

    private func text(_ what: Finding.What, fix: String? = nil) throws -> String {
        let place = Finding.Place(.body, line: 3, column: 5, passage: "x")
        return Wording.sentence(of: Finding(what, at: place, fix: fix), in: Message.ID(rawValue: 7)).read
    }

    @Test func aSentenceSaysWhatWhyAndWhatToDo() throws {
        #expect(
            try text(.misspelt("wrod"), fix: "word")
                == "“wrod” is not in the dictionary: readers notice mistakes; perhaps “word”.")
        #expect(
            try text(.phrase(.slang, "pls", reason: "it is a word for a chat"), fix: "please")
                == "“pls” is slang: it is a word for a chat; write “please”.")
        #expect(try text(.emoji("☺"), fix: "").hasSuffix("; take it out."))
        #expect(
            try text(.wrongWeekday("Friday 21 November", day: Day(number: 20_778)), fix: "Saturday")
                .hasSuffix(
                    "; write “Saturday”; if you mean it: [\(Remedy.approve([.init(rawValue: 7)], ignoring: "wrong-weekday"))]"
                ))
    }

    @Test(arguments: [(Finding.Part.body, "line 3, column 5"), (.subject, "subject, column 5")])
    func aPlaceIsNamed(part: Finding.Part, expected: String) {
        let finding = Finding(.twoSpaces, at: Finding.Place(part, line: 3, column: 5, passage: "  "))
        #expect(Wording.place(of: finding) == expected)
        #expect(Wording.place(of: Finding(.noTalkingPoint)) == nil)
    }

    @Test func whatIsMissingIsNamedWithItsPackage() {
        #expect(
            Wording.text(ProofLanguage.Lack.dictionary("en-GB"))
                == "spelling is not checked: install the package hunspell-en-gb.")
    }
}
