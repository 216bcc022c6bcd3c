import Foundation
import Testing

@testable import Composer

@Suite struct TemplateSetTests {
    private func load(own: TemporaryFolder?, language: String = "en-GB") throws -> TemplateSet {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: own?.url, language: language)
    }

    @Test func theShippedTemplatesAreTheseInTheOrderOfTheirNames() throws {
        #expect(try load(own: nil).templates.map(\.name) == Shipped.names)
    }

    @Test(arguments: ["", "en-GB/"])
    func aFileOfTheUsersOwnWinsOverTheShippedOne(folder: String) throws {
        let own = try TemporaryFolder()
        try own.write(folder + "thank-you-1.txt", "Subject: Mine\n\nDear {{salutation}},\n")
        let set = try load(own: own)
        #expect(set.templates.map(\.name) == Shipped.names)
        #expect(try set["thank-you-1"].required().compose(Sample.facts()).subject == "Mine")
        #expect(try set["thank-you-2"].required().compose(Sample.facts()).subject != "Mine")
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
        #expect(set.templates.count == Shipped.names.count + 1)
        #expect(set["thank-you-my-own"]?.variant == .thankYou)
    }

    @Test func hiddenAndOtherFilesAreLeftAlone() throws {
        let own = try TemporaryFolder()
        try own.write("README.md", "{{nonsense}}")
        try own.write(".#thank-you-1.txt", "{{nonsense}}")
        try own.write("thank-you-1.txt~", "{{nonsense}}")
        #expect(try load(own: own).templates.map(\.name) == Shipped.names)
    }

    @Test func aFolderThatDoesNotExistIsEmpty() throws {
        let own = try TemporaryFolder()
        let missing = own.url.appendingPathComponent("missing")
        let set = try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: missing, language: "en-GB")
        #expect(set.templates.count == Shipped.names.count)
    }

    @Test func aLanguageWithoutTemplatesIsAnError() {
        #expect(throws: TemplateProblem.noTemplates(.thankYou, language: "de-DE")) {
            try load(own: nil, language: "de-DE")
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

    @Test(arguments: [
        "", "../en-GB", "en/GB", "en GB", ".", "en-GB\n", "ｅｎ", String(repeating: "a", count: 36),
    ])
    func aLanguageLeadsOutOfNoFolder(language: String) {
        #expect(throws: TemplateProblem.notALanguage(language)) { try load(own: nil, language: language) }
    }

    // Which template words the next message.

    @Test func theFirstUnusedTemplateByNameIsChosen() throws {
        let set = try load(own: nil)
        #expect(set.choose(.thankYou)?.name == "thank-you-1")
        #expect(set.choose(.thankYou, usedInPanel: ["thank-you-1", "thank-you-3"])?.name == "thank-you-2")
    }

    @Test func eachMemberOfAPanelGetsAnotherTemplateUntilNoneIsLeft() throws {
        let set = try load(own: nil)
        var used: Set<String> = []
        var chosen: [String?] = []
        for _ in 1...9 {
            let name = set.choose(.thankYou, usedInPanel: used)?.name
            chosen.append(name)
            if let name { used.insert(name) }
        }
        #expect(chosen == (1...8).map { "thank-you-\($0)" } + [nil])
    }

    @Test func theNinthMemberGetsATemplateOfTheUsersOwn() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-my-own.txt", "Subject: S\n\nA\n")
        let used = Set((1...8).map { "thank-you-\($0)" })
        #expect(try load(own: own).choose(.thankYou, usedInPanel: used)?.name == "thank-you-my-own")
    }

    @Test func somebodyThankedBeforeGetsOtherWords() throws {
        let set = try load(own: nil)
        #expect(set.choose(.thankYou, usedForPerson: ["thank-you-1"])?.name == "thank-you-2")
        #expect(
            set.choose(.thankYou, usedInPanel: ["thank-you-2"], usedForPerson: ["thank-you-1"])?.name
                == "thank-you-3")
    }

    @Test func whereTheRestWasUsedForThatPersonNoneIsLeft() throws {
        let panel = Set((1...4).map { "thank-you-\($0)" })
        let person = Set((5...8).map { "thank-you-\($0)" })
        #expect(try load(own: nil).choose(.thankYou, usedInPanel: panel, usedForPerson: person) == nil)
    }

    @Test func cardsOfOnePanelHaveDifferentWordsToo() throws {
        let set = try load(own: nil)
        var used: Set<String> = ["thank-you-1"]
        for expected in ["thank-you-card-1", "thank-you-card-2", "thank-you-card-3"] {
            #expect(set.choose(.thankYouCard, usedInPanel: used)?.name == expected)
            used.insert(expected)
        }
        #expect(set.choose(.thankYouCard, usedInPanel: used) == nil)
    }

    @Test(arguments: [Variant.decisionStatus, .feedbackRequest])
    func whatExistsOnceInARecruitmentMayBeWordedTheSameInAnother(variant: Variant) throws {
        let set = try load(own: nil)
        #expect(set.choose(variant, usedForPerson: [variant.rawValue])?.name == variant.rawValue)
        let own = try TemporaryFolder()
        try own.write("\(variant.rawValue)-other.txt", "Subject: S\n\nA\n")
        let more = try load(own: own)
        #expect(more.choose(variant, usedForPerson: [variant.rawValue])?.name == "\(variant.rawValue)-other")
    }
}
