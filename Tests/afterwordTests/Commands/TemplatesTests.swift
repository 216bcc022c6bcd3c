import Foundation
import Testing

@Suite struct TemplatesTests {
    private func own(_ ada: Applicant, _ name: String, _ text: String) throws {
        let path = ada.home + "/templates/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private func text(_ ada: Applicant, _ name: String) throws -> String {
        try String(contentsOfFile: ada.home + "/templates/" + name, encoding: .utf8)
    }

    // MARK: - list

    @Test func listTellsLanguageVoiceKindVariantAndWhose() throws {
        let ada = try Applicant()
        try own(ada, "thank-you-mine.txt", "Subject: S\n\nDear {{salutation}}\n")
        let listed = try ada.document("templates", "list")
        #expect(listed.items.count == 58)
        #expect(listed[0].keys == ["file", "kind", "language", "name", "origin", "variant", "voice"])
        let card = try #require(listed.items.first { $0["name"] == "formal/thank-you-card-2" })
        #expect(card["kind"] == "thank-you" && card["variant"] == "thank-you-card")
        #expect(card["language"] == "en-GB" && card["voice"] == "formal" && card["origin"] == "shipped")
        #expect(card["file"].string.hasSuffix("/en-GB/formal/thank-you-card-2.txt"))
        let mine = try #require(listed.items.first { $0["name"] == "thank-you-mine" })
        #expect(mine["voice"] == nil && mine["origin"] == "own")
        let shown = try ada.run("templates", "list", "--voice", "plain").out
        #expect(shown.contains("\nplain/thank-you-1 ") && shown.contains("your own\n"))
        #expect(!shown.contains("warm/"))
        #expect(shown.hasSuffix("\nOther languages: de-DE, en-US\n"))
    }

    @Test func listNeedsNoConfigurationAndTakesAnotherLanguage() throws {
        let ada = try Applicant()
        try FileManager.default.removeItem(atPath: ada.home + "/config.yaml")
        let british = try ada.document("templates", "list")
        let american = try ada.document("templates", "list", "--language", "en-US")
        #expect(british.items.count == 57 && american.items.map(\.["name"]) == british.items.map(\.["name"]))
    }

    @Test(arguments: [
        (
            ["--language", "fr"], 78,
            "there are no templates for the language “fr”; allowed: de-DE, en-GB, en-US."
        ),
        (["--language", "../x"], 78, "“../x” is not a language; write it like en-GB."),
        (["--voice", "loud"], 65, "there is no voice “loud”; allowed: formal, plain, warm."),
    ])
    func whatDoesNotExistIsSaidWithWhatThereIs(options: [String], status: Int32, says: String) throws {
        let run = try Applicant().run(["templates", "list"] + options)
        #expect(run.status == status && run.out.isEmpty)
        #expect(run.err.contains(says), "\(run.err)")
    }

    // MARK: - show

    @Test func showHasTheTextAndWhatItsFieldsStandFor() throws {
        let ada = try Applicant()
        let shown = try ada.run("templates", "show", "plain/decision-status", "--language", "en-US").out
        #expect(shown.hasPrefix("plain/decision-status (en-US), question about the decision, shipped\n"))
        #expect(shown.contains("\n  Subject: {{jobTitle}} – interview on {{interviewDate}}\n"))
        #expect(shown.contains("\n  {{interviewDate}}  the day of the interview"))
        #expect(!shown.contains("talkingPoint"), "no field of a question about the decision")
        let document = try ada.document("templates", "show", "thank-you-1")
        #expect(
            document.keys == [
                "fields", "file", "kind", "language", "name", "origin", "text", "variant", "voice",
            ])
        #expect(document["name"] == "warm/thank-you-1")
        #expect(document["text"].string.hasPrefix("Subject: Thank you – {{role}} interview\n\nDear "))
        let date = try #require(document["fields"].items.first { $0["name"] == "interviewDate" })
        #expect(date["used"] == .bool(false) && !date["meaning"].string.isEmpty)
    }

    @Test(arguments: ["show", "copy"])
    func aNameThatNoTemplateHasIsAnError(command: String) throws {
        let run = try Applicant().run("templates", command, "warm/thank-you-99")
        #expect(run.status == 65 && run.out.isEmpty)
        #expect(
            run.err == "afterword: there is no template “warm/thank-you-99”; see: afterword templates list\n")
    }

    // MARK: - copy

    @Test func aCopyIsTheShippedTextAndSaysWhereItIs() throws {
        let ada = try Applicant()
        let path = ada.home + "/templates/en-GB/formal/thank-you-1.txt"
        let run = try ada.run("templates", "copy", "formal/thank-you-1")
        #expect(run.status == 0 && run.out == "copied: \(path)\n")
        #expect(try text(ada, "en-GB/formal/thank-you-1.txt").hasPrefix("Subject: Thank you"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try ada.document("templates", "show", "formal/thank-you-1")["origin"] == "own")
        #expect(try ada.run("templates", "copy", "formal/thank-you-1").out == "already there: \(path)\n")
    }

    @Test func aCopyThatWasChangedIsNeverOverwrittenUnasked() throws {
        let ada = try Applicant()
        try own(ada, "en-GB/warm/thank-you-1.txt", "mine")
        let kept = try ada.run("templates", "copy", "warm/thank-you-1", "warm/thank-you-2", "--json")
        #expect(kept.status == 1)
        #expect(try kept.json().items.map(\.["outcome"]) == ["kept", "copied"])
        #expect(try text(ada, "en-GB/warm/thank-you-1.txt") == "mine")
        let replaced = try ada.run("templates", "copy", "warm/thank-you-1", "--replace")
        #expect(replaced.status == 0 && replaced.out.hasPrefix("replaced: "))
        #expect(try text(ada, "en-GB/warm/thank-you-1.txt").hasPrefix("Subject: "))
        #expect(try text(ada, "en-GB/warm/thank-you-1.txt~") == "mine")
        #expect(try ada.run("templates", "check").status == 0, "the former file is no template")
    }

    @Test func everyFormerTextStaysUnderANameOfItsOwn() throws {
        let ada = try Applicant()
        for (words, former) in [("first", "~"), ("second", "~2"), ("third", "~3")] {
            try own(ada, "en-GB/warm/thank-you-1.txt", words)
            let run = try ada.run("templates", "copy", "warm/thank-you-1", "--replace")
            #expect(run.out.hasSuffix("/warm/thank-you-1.txt\(former)\n"), "\(run)")
        }
        #expect(try text(ada, "en-GB/warm/thank-you-1.txt~") == "first")
        #expect(try text(ada, "en-GB/warm/thank-you-1.txt~2") == "second")
        #expect(try text(ada, "en-GB/warm/thank-you-1.txt~3") == "third")
        #expect(try ada.run("templates", "check").status == 0, "none of them is a template")
    }

    @Test func allOfAVoiceAreCopied() throws {
        let ada = try Applicant()
        let copies = try ada.document("templates", "copy", "--all", "--voice", "plain", "--language", "en-US")
        #expect(copies.items.count == 19 && copies.items.allSatisfy { $0["outcome"] == "copied" })
        let files = try FileManager.default.contentsOfDirectory(atPath: ada.home + "/templates/en-US/plain")
        #expect(files.count == 19)
    }

    @Test(arguments: [[], ["warm/thank-you-1", "--all"], ["warm/thank-you-1", "--voice", "warm"]])
    func copyIsToldEitherNamesOrAll(_ arguments: [String]) throws {
        #expect(try Applicant().run(["templates", "copy"] + arguments).status == 64)
    }

    @Test func aFolderThatCannotBeWrittenIsSaid() throws {
        let ada = try Applicant()
        try ada.scratch.file("home/templates", "", mode: 0o600)
        let run = try ada.run("templates", "copy", "warm/thank-you-1")
        #expect(run.status == 78 && run.err.contains("/templates is not a folder"), "\(run.err)")
    }

    // MARK: - check

    @Test func checkSaysThatAllIsWell() throws {
        let run = try Applicant().run("templates", "check")
        #expect(run.status == 0)
        #expect(run.out == "133 templates for de-DE, en-GB, en-US: nothing is wrong with them.\n")
        #expect(try Applicant().document("templates", "check") == [])
    }

    @Test func checkCollectsEverythingAndNamesFileAndLine() throws {
        let ada = try Applicant()
        try own(ada, "thank-you-a.txt", "Subject: S\n\nDear {{who}},\n")
        try own(ada, "en-GB/plain/thank-you-b.txt", "Subject: S\n\nDear {{salutation}},\n\nHow did I do?\n")
        let run = try ada.run("templates", "check", "--json")
        #expect(run.status == 78)
        let found = try run.json()
        #expect(found[0].keys == ["broken", "code", "file", "line", "text"])
        #expect(
            found.items.map(\.["code"]).filter { $0 == "broken" }.count == 1, "once, though it serves both")
        let broken = try #require(found.items.first { $0["code"] == "broken" })
        #expect(
            broken["line"] == 3
                && broken["text"].string.contains("thank-you-a.txt:3: there is no field {{who}}"))
        let others = found.items.filter { $0["file"].string.hasSuffix("thank-you-b.txt") }.map(
            \.["code"].string)
        #expect(Set(others) == ["missing-field", "length", "asks-about-result"])
        try FileManager.default.removeItem(atPath: ada.home + "/templates/thank-you-a.txt")
        let mended = try ada.run("templates", "check")
        #expect(mended.status == 1 && mended.out.contains("a thank-you should ask nothing: “How did I do?”"))
    }
}
