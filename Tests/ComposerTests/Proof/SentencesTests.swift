import Etiquette
import Foundation
import Testing
import Text

@testable import Composer

/// A page of sentences with planted mistakes and one without, each set into a letter of which nothing else is said.
@Suite struct SentencesTests {
    struct Planted: Sendable, CustomTestStringConvertible {
        let kind: FollowUp.Kind
        let codes: Set<String>
        let sentence: String

        var testDescription: String { sentence }
    }

    /// Reads lines of columns with tabs between them: kind, codes where there are any, sentence.
    static func samples(_ name: String) throws -> [Planted] {
        let url = TestFiles.folder.appendingPathComponent("Proof/Sentences/\(name).txt")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let columns = line.split(separator: "\t")
                let kind = try FollowUp.Kind(rawValue: String(columns[0])).required()
                let codes = columns.count > 2 ? columns[1].split(separator: " ").map(String.init) : []
                return Planted(kind: kind, codes: Set(codes), sentence: String(columns[columns.count - 1]))
            }
    }

    /// A letter of a kind with the sentence as a paragraph of its own.
    static func findings(in sample: Planted, language: String = "en-GB") throws -> [Finding] {
        let template: [FollowUp.Kind: String] = [
            .thankYou: "thank-you-1", .decisionStatus: "decision-status",
            .feedbackRequest: "feedback-request",
        ]
        let facts =
            language == "de-DE"
            ? Sample.facts(role: "Archivar", organisation: "Lindenhof", talkingPoint: "den Dienstplan")
            : Sample.facts()
        let draft = try Shipped.set(language)[template[sample.kind].required()].required().compose(facts)
        var paragraphs = draft.body.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        paragraphs.insert(sample.sentence, at: paragraphs.count - 2)
        var reading = Proofreading(
            kind: sample.kind, subject: draft.subject, body: paragraphs.joined(separator: "\n\n") + "\n",
            facts: facts)
        reading.language = try Shipped.language(language)
        reading.due = Sample.day.adding(days: sample.kind == .thankYou ? 1 : 14)
        return try reading.findings(
            known: NameIndex([
                KnownName("Globex", bearer: .organisation),
                KnownName("Umbrella Trust", bearer: .organisation),
                KnownName("Hana Lee", bearer: .person),
            ]))
    }

    @Test(arguments: try samples("planted") + samples("held-out-planted"))
    func aPlantedMistakeIsFoundAndNothingElse(sample: Planted) throws {
        let found = try Self.findings(in: sample)
        #expect(Set(found.map(\.code.rawValue)) == sample.codes)
        let placed = found.filter { sample.codes.contains($0.code.rawValue) }.compactMap(\.place)
        #expect(placed.allSatisfy { sample.sentence.contains($0.passage) })
        #expect(!placed.isEmpty || sample.codes == ["length"])
    }

    @Test(arguments: try samples("clean") + samples("held-out-clean"))
    func nothingIsSaidOfASentenceWithoutMistakes(sample: Planted) throws {
        #expect(try Self.findings(in: sample) == [])
    }

    /// Code, severity, column, passage and fix of every finding, as people and programs get them.
    @Test func everyPlantedMistakeHasItsPlaceAndItsFix() throws {
        let found = try (Self.samples("planted") + Self.samples("held-out-planted")).flatMap { sample in
            try Self.findings(in: sample).map { finding in
                let place = finding.place.map { "\($0.column) “\($0.passage)”" } ?? "-"
                let severity = finding.severity == .blocks ? "error" : "warning"
                return
                    "\(finding.code.rawValue) \(severity) \(place) \(finding.fix.map { "→ “\($0)”" } ?? "-")"
            }
        }
        let golden = TestFiles.folder.appendingPathComponent("Proof/Sentences/planted.expected")
        let expected = try String(contentsOf: golden, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(found.count == expected.count, "\(found.joined(separator: "\n"))")
        for (found, expected) in zip(found, expected) { #expect(found == expected) }
    }

    /// Words of many jobs, as a list that was written before the file of known words was looked at.
    @Test(arguments: Shipped.languages.keys.sorted())
    func theWordsOfTodaysWorkAreKnown(language: String) throws {
        let url = TestFiles.folder.appendingPathComponent("Proof/Sentences/words-of-work.txt")
        let words = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
        #expect(words.count >= 150)
        let known = try Shipped.language(language)
        let spelling = try known.spelling.required()
        let unknown = words.filter { word in
            !spelling.misspelt(
                in: TokenizedText("the \(word) of it"), known: known.knownWords, isKnown: { _ in false }
            ).isEmpty
        }
        #expect(unknown == [])
    }

    /// Pages that were written apart from the lists: of their mistakes no more than one in eight may go by, and a clean
    /// sentence draws a warning at most, and that seldom.
    @Test(arguments: ["third", "fourth", "fifth", "sixth", "seventh"])
    func onAPageWrittenApartFromTheListsNearlyEveryMistakeIsFound(page: String) throws {
        let planted = try Self.samples("\(page)-planted")
        let missed = try planted.filter { try Self.findings(in: $0).isEmpty }
        #expect(missed.count * 8 <= planted.count, "\(missed.map(\.sentence))")
        let clean = try Self.samples("\(page)-clean")
        let blamed = try clean.map { (try Self.findings(in: $0), $0.sentence) }.filter { !$0.0.isEmpty }
        #expect(planted.count >= 100 && clean.count >= 60)
        #expect(blamed.count * 20 <= clean.count, "\(blamed)")
        #expect(!blamed.contains { $0.0.contains { $0.severity == .blocks } }, "\(blamed)")
    }

    @Test func onAGermanPageTheMistakesAreFoundAndNothingIsSaidOfWhatIsRight() throws {
        let missed = try Self.samples("german-planted").filter {
            try Self.findings(in: $0, language: "de-DE").isEmpty
        }
        #expect(missed.map(\.sentence) == [])
        let blamed = try Self.samples("german-clean").flatMap { try Self.findings(in: $0, language: "de-DE") }
        #expect(blamed == [])
    }

    @Test func thePagesHoldAHundredSentencesEachAndEveryClass() throws {
        let planted = try Self.samples("planted")
        #expect(planted.count >= 100)
        #expect(try Self.samples("clean").count >= 100)
        let codes = planted.reduce(into: Set<String>()) { $0.formUnion($1.codes) }
        let wholeMessage: Set<Finding.Code> = [
            .sameWords, .noTalkingPoint, .nameUnlikeAddress, .nameUnsettled, .nameForm, .addressForm,
            .sameMeeting,
            .samePerson, .forgottenBefore, .topicSentence, .topicForm, .sameSentence, .topicPerson,
            .emptySubject, .emptyBody,
            .greetingMismatch,
            .notSigned, .badCharacter, .tooLong,
            .noThanks, .noInterest, .noRole,
            .noOrganisation, .noInterviewDate, .noQuestion, .noFeedbackWish, .noWayOut, .subjectWithoutRole,
        ]
        #expect(codes == Set(Set(Finding.Code.allCases).subtracting(wholeMessage).map(\.rawValue)))
    }
}
