import Etiquette
import Foundation
import Testing
import Text

@testable import Composer

@Suite struct TemplateSetTests {
    private func load(own: TemporaryFolder?, language: String = "en-GB") throws -> TemplateSet {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: own?.url, language: language)
    }

    @Test(arguments: Shipped.languages.keys.sorted())
    func theShippedTemplatesAreTheseInTheOrderOfTheirNames(language: String) throws {
        let set = try load(own: nil, language: language)
        #expect(try set.templates().map(\.name) == Shipped.names)
        #expect(set.voices.map(\.rawValue) == Shipped.voices)
        #expect(set.usualVoice == .usual)
        #expect(try set.templates().allSatisfy { $0.origin == .shipped })
    }

    @Test func theLanguagesThatThereAreAreToldTheUsersOwnAmongThem() throws {
        let own = try TemporaryFolder()
        try own.write("cy/thank-you-1.txt", "Subject: S\n\nA\n")
        try own.write("gd/warm/thank-you-1.txt", "Subject: S\n\nA\n")
        try own.write("attic/notes.txt", "S")
        let known = try TemplateSet.languages(shipped: TemplateSet.shippedFolder, own: own.url)
        #expect(known == ["cy", "de-DE", "en-GB", "en-US", "gd"])
    }

    // The user's own files: what lies where it lay when there was one voice wins in every voice.

    @Test(arguments: ["", "en-GB/"], Shipped.voices)
    func aFileOfTheUsersOwnWinsOverTheShippedOneInEveryVoice(folder: String, voice: String) throws {
        let own = try TemporaryFolder()
        try own.write(folder + "thank-you-1.txt", "Subject: Mine\n\nDear {{salutation}},\n")
        let set = try load(own: own)
        let chosen = try set.choose(.thankYou, voice: Voice(rawValue: voice)).required()
        #expect(chosen.name == "thank-you-1" && chosen.voice == nil && chosen.origin == .own)
        #expect(chosen.compose(Sample.facts()).subject == "Mine")
        let next = try set.choose(.thankYou, voice: Voice(rawValue: voice), besides: ["thank-you-1"])
            .required()
        #expect(next.name == voice + "/thank-you-2" && next.origin == .shipped)
    }

    @Test func aFileOfTheUsersOwnForOneVoiceWinsInThatVoice() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-1.txt", "Subject: For all\n\nA\n")
        try own.write("en-GB/formal/thank-you-1.txt", "Subject: Formal\n\nA\n")
        let set = try load(own: own)
        let subjects = try ["formal", "plain", "warm"].map { voice in
            try set.choose(.thankYou, voice: Voice(rawValue: voice)).required().compose(Sample.facts())
                .subject
        }
        #expect(subjects == ["Formal", "For all", "For all"])
    }

    @Test func theUsersFileForTheLanguageWinsOverTheOneForAll() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-1.txt", "Subject: For all\n\nA\n")
        try own.write("en-GB/thank-you-1.txt", "Subject: For one\n\nA\n")
        try own.write("de/thank-you-1.txt", "Subject: For another\n\nA\n")
        #expect(try load(own: own)["thank-you-1"].required().compose(Sample.facts()).subject == "For one")
    }

    @Test func anAdditionalFileJoinsTheSet() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-my-own.txt", "Subject: S\n\nA\n")
        let set = try load(own: own)
        #expect(try set.templates().count == Shipped.names.count + 1)
        #expect(try set["thank-you-my-own"]?.variant == .thankYou)
    }

    // What a message remembers.

    @Test(arguments: [
        ("thank-you-1", "warm/thank-you-1"), ("warm/thank-you-1", "warm/thank-you-1"),
        ("formal/thank-you-1", "formal/thank-you-1"), ("formal/thank-you-10", nil),
        ("brisk/thank-you-1", nil),
        ("thank-you-10", nil), ("", nil), ("/", nil),
    ])
    func aNameFromTheTimeOfOneVoiceIsFoundInTheUsualOne(remembered: String, found: String?) throws {
        #expect(try load(own: nil)[remembered]?.name == found)
    }

    @Test func theWordsThatTheUserPutInThePlaceOfOthersAreFoundUnderBothNames() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-1.txt", "Subject: Mine\n\nA\n")
        let set = try load(own: own)
        #expect(try set["warm/thank-you-1"]?.name == "thank-you-1" && set["thank-you-1"]?.origin == .own)
    }

    // Voices.

    @Test func theVoiceOfTheConfigurationWordsWhereNoneIsChosen() throws {
        let shipped = TemplateSet.shippedFolder
        let set = try TemplateSet.load(
            shipped: shipped, own: nil, language: "en-GB", voice: Voice(rawValue: "formal"))
        #expect(try set.choose(.thankYou)?.name == "formal/thank-you-1")
        #expect(try set.choose(.thankYou, voice: .usual)?.name == "warm/thank-you-1")
        let known = Shipped.voices.map(Voice.init(rawValue:))
        #expect(
            throws: TemplateProblem.unknownVoice(Voice(rawValue: "loud"), known: known, language: "en-GB")
        ) {
            try TemplateSet.load(
                shipped: shipped, own: nil, language: "en-GB", voice: Voice(rawValue: "loud"))
        }
    }

    @Test func whatAVoiceOfTheUsersOwnDoesNotWordTheUsualOneWords() throws {
        let own = try TemporaryFolder()
        try own.write("en-GB/brisk/thank-you-1.txt", "Subject: Brisk\n\nA\n")
        let set = try load(own: own)
        #expect(set.voices.map(\.rawValue) == ["brisk"] + Shipped.voices)
        let brisk = Voice(rawValue: "brisk")
        #expect(try set.choose(.thankYou, voice: brisk)?.name == "brisk/thank-you-1")
        #expect(try set.choose(.thankYou, voice: brisk, besides: ["brisk/thank-you-1"]) == nil)
        #expect(try set.choose(.decisionStatus, voice: brisk)?.name == "warm/decision-status")
    }

    @Test func whatLiesBesideTheVoicesIsNone() throws {
        let own = try TemporaryFolder()
        try own.write("en-GB/words/flattery.txt", "brilliant\n")
        #expect(try load(own: own).voices.map(\.rawValue) == Shipped.voices)
        try own.write("en-GB/brisk/thank-you-1.txt", "Subject: S\n\nA\n")
        try own.write("en-GB/brisk/thnak-you-2.txt", "Subject: S\n\nA\n")
        let path = own.url.appendingPathComponent("en-GB/brisk/thnak-you-2.txt").path
        #expect(throws: TemplateProblem.unknownVariant(file: path)) { try load(own: own) }
    }

    @Test func hiddenAndOtherFilesAreLeftAlone() throws {
        let own = try TemporaryFolder()
        try own.write("README.md", "{{nonsense}}")
        try own.write(".#thank-you-1.txt", "{{nonsense}}")
        try own.write("thank-you-1.txt~", "{{nonsense}}")
        #expect(try load(own: own).templates().map(\.name) == Shipped.names)
    }

    @Test func aFolderThatDoesNotExistIsEmpty() throws {
        let own = try TemporaryFolder()
        let missing = own.url.appendingPathComponent("missing")
        let set = try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: missing, language: "en-GB")
        #expect(try set.templates().count == Shipped.names.count)
    }

    @Test func aLanguageWithoutTemplatesIsAnErrorThatNamesThoseThatThereAre() {
        #expect(throws: TemplateProblem.unknownLanguage("fr-FR", known: ["de-DE", "en-GB", "en-US"])) {
            try load(own: nil, language: "fr-FR")
        }
    }

    @Test func aLanguageNeedsEveryVariant() throws {
        let own = try TemporaryFolder()
        for variant in Variant.allCases where variant != .feedbackRequest {
            try own.write("cy/\(variant.rawValue).txt", "Subject: S\n\nA\n")
        }
        #expect(throws: TemplateProblem.noTemplates(.feedbackRequest, language: "cy")) {
            try load(own: own, language: "cy")
        }
        try own.write("cy/feedback-request.txt", "Subject: S\n\n{{interviewDate}}\n")
        let set = try load(own: own, language: "cy")
        #expect(try set["feedback-request"].required().compose(Sample.facts()).body == "2026-11-20\n")
    }

    /// No line of Swift knows of it: a folder, a file that tells of the language, and templates.
    @Test func aThirdLanguageIsAMatterOfDataAlone() throws {
        let shipped = try TemporaryFolder()
        try shipped.write(
            "gd/language.txt",
            """
            date: {weekday} {day} {month} {year}
            weekdays: Diluain, Dimàirt, Diciadain, Diardaoin, Dihaoine, Disathairne, Didòmhnaich
            months: Faoilleach, Gearran, Màrt, Giblean, Cèitean, Ògmhios, Iuchar, Lùnastal, Sultain, Dàmhair, Samhain, Dùbhlachd
            """)
        for variant in Variant.allCases {
            for voice in ["càirdeil", "foirmeil"] {
                let text =
                    "Subject: {{role}}\n\nA {{salutation}}, chòir,\n\n\(voice) {{interviewDate}}\n\n{{sender}}\n"
                try shipped.write("gd/\(voice)/\(variant.rawValue).txt", text)
            }
        }
        let set = try TemplateSet.load(shipped: shipped.url, own: nil, language: "gd")
        #expect(set.voices.map(\.rawValue) == ["càirdeil", "foirmeil"])
        #expect(set.usualVoice == Voice(rawValue: "càirdeil"))
        let formal = try set.choose(.feedbackRequest, voice: Voice(rawValue: "foirmeil")).required()
        #expect(
            formal.compose(Sample.facts()).body
                == "A Jane Okafor, chòir,\n\nfoirmeil Dihaoine 20 Samhain 2026\n\nAda Example\n")
    }

    @Test(arguments: [
        "", "../en-GB", "en/GB", "en GB", ".", "en-GB\n", "ｅｎ", String(repeating: "a", count: 36),
    ])
    func aLanguageLeadsOutOfNoFolder(language: String) {
        #expect(throws: TemplateProblem.notALanguage(language)) { try load(own: nil, language: language) }
    }
}
