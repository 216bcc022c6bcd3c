import Etiquette
import Foundation
import Testing

@testable import Composer

/// What `templates check` finds.
@Suite struct TemplateInspectionTests {
    private static let good = """
        Subject: Thank you – {{role}} interview

        Dear {{salutation}},

        A first sentence of a note that nobody else has written thanks you for the {{role}} interview and your time.

        {{#talkingPoint}}
        We talked about {{talkingPoint}}, which I liked.

        {{/talkingPoint}}
        I would like to work at {{organisation}} because of all that I have heard of it, and for many other \
        reasons, which I could name if somebody asked me, though nobody has asked me so far, and I am glad of that as \
        well.

        Kind regards,

        {{sender}}

        """

    private func inspect(_ own: TemporaryFolder, _ language: String = "en-GB") throws -> [TemplateComplaint] {
        try TemplateInspection(shipped: TemplateSet.shippedFolder, own: own.url, language: language)
            .complaints
    }

    /// The name of the file and what was found.
    private func found(_ own: TemporaryFolder) throws -> [String] {
        try inspect(own).map { "\(URL(fileURLWithPath: $0.file).lastPathComponent) \($0.flaw)" }
    }

    @Test(arguments: Shipped.languages.keys.sorted())
    func thereIsNothingToSayOfTheShippedTemplates(language: String) throws {
        let inspection = try TemplateInspection(
            shipped: TemplateSet.shippedFolder, own: nil, language: language)
        #expect(inspection.complaints.isEmpty)
        #expect(inspection.count == Shipped.names.count)
    }

    @Test(arguments: ["thank-you-mine.txt", "en-GB/thank-you-mine.txt", "en-GB/formal/thank-you-mine.txt"])
    func aGoodTemplateOfTheUsersOwnPasses(file: String) throws {
        let own = try TemporaryFolder()
        try own.write(file, Self.good)
        #expect(try inspect(own).isEmpty)
    }

    @Test func everyBrokenTemplateIsNamedWithItsLineAndTheOthersAreStillRead() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-a.txt", "Subject: S\n\nDear {{who}},\n")
        try own.write("thank-you-b.txt", "S\n")
        try own.write("notes.txt", "S\n")
        try own.write("en-GB/language.txt", "months: A\n")
        let complaints = try inspect(own)
        #expect(
            complaints.map { URL(fileURLWithPath: $0.file).lastPathComponent } == [
                "language.txt", "notes.txt", "thank-you-a.txt", "thank-you-b.txt",
            ])
        #expect(complaints.map(\.line) == [1, nil, 3, nil])
        #expect(complaints.allSatisfy { $0.isBroken })
    }

    @Test(arguments: [
        ("Dear {{salutation}},", "Dear colleague,", "lacks([Composer.TemplateField.salutation])"),
        ("{{organisation}}", "your place", "lacks([Composer.TemplateField.organisation])"),
        ("{{sender}}", "Ada", "lacks([Composer.TemplateField.sender])"),
        ("{{talkingPoint}}, which", "a thing, which", "lacks([Composer.TemplateField.talkingPoint])"),
        (
            "because of all that I have heard of it, and for many other reasons, which I could name if somebody asked me, though nobody has asked me so far,",
            "",
            "length(words: "
        ),
        (
            "We talked", String(repeating: "We talked and ", count: 20) + "we talked",
            "length(words: "
        ),
        ("I am glad of that as well.", "am I glad of that?", "asks("),
        (
            "A first sentence of a note that nobody else has written thanks you for the {{role}} interview and your time.",
            "Thank you for your time at the interview for the {{role}} role. So be it, and more of it.",
            "sameOpening("
        ),
    ])
    func whatAThankYouMustAndMustNotHaveIsLookedAt(old: String, new: String, says: String) throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-mine.txt", Self.good.replacing(old, with: new))
        let found = try found(own)
        #expect(found.count == 1 && found[0].contains(says), "\(found)")
    }

    @Test(arguments: [
        ("Can you tell me whether a decision has been made?", "I wonder.", 0),
        ("Can you tell me", "Has it? Can you tell me", 2),
    ])
    func aDecisionStatusMessageAsksOneQuestion(old: String, new: String, count: Int) throws {
        let own = try TemporaryFolder()
        let plain = try Shipped.Name(language: "en-GB", voice: "plain", file: "decision-status").source()
        try own.write("en-GB/plain/decision-status.txt", plain.replacing(old, with: new))
        #expect(try inspect(own).map(\.flaw) == [.questions(count)])
    }

    /// The user's copy takes the place of what it is a copy of; another file of the same words is a twin.
    @Test func aCopyDoesNotOpenLikeWhatItReplaces() throws {
        let own = try TemporaryFolder()
        let text = try Shipped.Name(language: "en-GB", voice: "warm", file: "thank-you-1").source()
        try own.write("en-GB/warm/thank-you-1.txt", text)
        #expect(try inspect(own).isEmpty)
        try own.write("en-GB/formal/thank-you-10.txt", text)
        #expect(try inspect(own).count == 1)
    }

    @Test func aTemplateWhereNothingReadsItIsNamed() throws {
        let own = try TemporaryFolder()
        try own.write("formal/thank-you-mine.txt", Self.good)
        #expect(try inspect(own).map(\.flaw) == [.unread])
    }

    /// What every other command would refuse, all of it at once.
    @Test func aLanguageThatIsNotCompleteIsSaidToBe() throws {
        let own = try TemporaryFolder()
        try own.write("cy/language.txt", "date: {day}\n")
        #expect(try TemplateSet.languages(shipped: TemplateSet.shippedFolder, own: own.url).contains("cy"))
        let found = try inspect(own, "cy")
        #expect(found.contains { if case .broken(.badLanguage) = $0.flaw { true } else { false } })
        for variant in Variant.allCases {
            #expect(
                found.contains { $0.flaw == .broken(.noTemplates(variant, language: "cy")) && $0.isBroken })
        }
    }

    @Test func aFolderOfTemplatesThatTellsNothingOfItsLanguageIsNamed() throws {
        let own = try TemporaryFolder()
        try own.write("cy/thank-you-1.txt", Self.good)
        let flaws = try inspect(own, "cy").map(\.flaw)
        #expect(flaws.contains(.untold))
        #expect(!flaws.contains(.broken(.noTemplates(.thankYou, language: "cy"))))
        #expect(flaws.contains(.broken(.noTemplates(.feedbackRequest, language: "cy"))))
    }

    @Test func everyListOfWordsThatCannotBeReadIsNamed() throws {
        let own = try TemporaryFolder()
        try own.write("words/slang.txt", "For: letters\n")
        try own.write("en-GB/words/cliche.txt", "@things\n")
        try own.write("en-GB/words/jokes.txt", "a\n")
        let complaints = try inspect(own)
        #expect(
            complaints.map { URL(fileURLWithPath: $0.file).lastPathComponent } == [
                "cliche.txt", "jokes.txt", "slang.txt",
            ])
        #expect(complaints.filter { !$0.isBroken } == [])
    }

    @Test func aVoiceThatIsSetAndNotThereIsNamed() throws {
        let inspection = try TemplateInspection(
            shipped: TemplateSet.shippedFolder, own: nil, language: "de-DE", voice: Voice(rawValue: "formal"))
        #expect(
            inspection.complaints.map(\.flaw) == [
                .broken(
                    .unknownVoice(
                        Voice(rawValue: "formal"), known: [Voice(rawValue: "warm")], language: "de-DE"))
            ])
    }

    @Test func aLanguageThatDoesNotExistIsAnError() throws {
        #expect(throws: TemplateProblem.unknownLanguage("fr", known: ["de-DE", "en-GB", "en-US"])) {
            try inspect(TemporaryFolder(), "fr")
        }
    }
}
