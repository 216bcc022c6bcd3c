import Foundation
import Testing

@testable import afterword

/// What was found in a message, as the editor shows it, and what the user answers.
@Suite struct EditFindingsTests {
    /// An editor that writes one text after the other, and keeps what it was shown.
    private func editor(_ ada: Applicant, writing texts: [String]) throws -> [String: String] {
        for (index, text) in texts.enumerated() { try ada.scratch.file("text-\(index + 1)", text) }
        let path = ada.scratch.path
        return try ada.editor(
            "n=$(($(cat '\(path)/count' 2>/dev/null || echo 0) + 1)); echo $n > '\(path)/count'\n"
                + "cp \"$1\" '\(path)'/shown-$n; if [ -e '\(path)'/text-$n ]; then cat '\(path)'/text-$n > \"$1\"; fi"
        )
    }

    private func shown(_ ada: Applicant, _ time: Int) throws -> String {
        try String(contentsOfFile: ada.scratch.path + "/shown-\(time)", encoding: .utf8)
    }

    private static func text(_ line: String, header: String = "") throws -> String {
        "Subject: Thank you – Data Analyst interview\n\(header)\nDear Jane Okafor,\n\n\(line)\n\nAda Example\n"
    }

    private static let placeholder =
        "Thank you for your time, [NAME], and for the talk about the open-data portal."
    private static let long =
        "Thank you for your time, and for the talk about the open-data portal, which I go back to.\n\n"
        + String(repeating: "The work is what I am looking for, in each of its parts. ", count: 3)
        + "I would like to do it as a Data Analyst, and at City Library in particular."

    @Test func theEditorComesBackWithWhatWasFoundUntilItIsSettled() throws {
        let ada = try Applicant.withMessages()
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "a\n",
            environment: editor(ada, writing: [Self.text(Self.placeholder), Self.text(Self.long)]))
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("✗ unresolved-field: “[NAME]” looks like a placeholder"))
        #expect(try !shown(ada, 1).contains("#"))
        #expect(try shown(ada, 2).contains("# ✗ unresolved-field: “[NAME]”"))
        #expect(try shown(ada, 2).contains(Self.placeholder))
        let body = try ada.run("show", "1", "--json").json()["body"].string
        #expect(body.contains("The work is what") && !body.contains("#"))
        #expect(try String(contentsOfFile: ada.scratch.path + "/count", encoding: .utf8) == "2\n")
    }

    @Test(arguments: ["l\n", "\u{4}"])
    func whoLeavesItHasADraftWithWhatWasFound(typed: String) throws {
        let ada = try Applicant.withMessages()
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: typed, environment: editor(ada, writing: [Self.text(Self.placeholder)]))
        #expect(run.status == 1, "\(run)")
        #expect(try ada.state(1) == "draft")
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("[NAME]"))
    }

    @Test func whatIsSetAsideIsNotAskedAboutAgain() throws {
        let ada = try Applicant.withMessages()
        let short = try Self.text("Thank you for the talk about the open-data portal.")
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "i\n", environment: editor(ada, writing: [short]))
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("! length: it has "))
        #expect(
            try !ada.runAtTerminal(["edit", "1"], environment: editor(ada, writing: [short])).out.contains(
                "[Enter = e]"))
    }

    @Test func whatMayNotBeSetAsideIsAskedAboutAgain() throws {
        let ada = try Applicant.withMessages()
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "i\nl\n",
            environment: editor(ada, writing: [Self.text("[NAME], thank you for the open-data portal.")]))
        #expect(run.status == 1, "\(run)")
        #expect(run.out.contains("This can't be ignored; it has to be corrected."))
        #expect(run.out.components(separatedBy: "l = leave it as it is [Enter = e]").count == 3)
    }

    @Test func whatBlocksIsSetAsideByItsNameOnly() throws {
        let ada = try Applicant.withMessages()
        let promise = "Thank you for the talk. I have attached the plan of the open-data portal."
        let asked = try ada.runAtTerminal(
            ["edit", "1"], typed: "i\nl\n", environment: editor(ada, writing: [Self.text(promise)]))
        #expect(asked.status == 1, "\(asked)")
        #expect(asked.out.contains("This can't be ignored that way; correct it, or if you mean it, "))
        #expect(asked.out.contains("Ignore: missing-attachment"))
        let named = try Self.text(promise, header: "Ignore: missing-attachment\n")
        let run = try ada.run("edit", "1", environment: editor(ada, writing: [named, named]))
        #expect(run.status == 0, "\(run)")
    }

    @Test func aTextThatCannotBeTakenComesBackAsItWasWritten() throws {
        let ada = try Applicant.withMessages()
        let wrong = try Self.text(Self.long, header: "Ignore: nonsense\n")
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "a\n", environment: editor(ada, writing: [wrong, Self.text(Self.long)]))
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("“nonsense” can't be ignored; allowed: "))
        #expect(try shown(ada, 2) == wrong)
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("The work is what"))
    }

    @Test func aTextThatIsLeftIsKeptInItsFile() throws {
        let ada = try Applicant.withMessages()
        let before = ada.ledger
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "l\n", environment: editor(ada, writing: ["an hour of work\n"]))
        #expect(run.status == 65, "\(run)")
        let path = try #require(run.out.firstMatch(of: /Note: your text is kept in\s+(\S+)\s/)?.1)
        #expect(try String(contentsOfFile: String(path), encoding: .utf8) == "an hour of work\n")
        #expect(ada.ledger == before)
    }

    @Test func aLineBelowTheSubjectSetsAsideWithoutATerminal() throws {
        let ada = try Applicant.withMessages()
        let short = try Self.text("Thank you for the open-data portal.", header: "Ignore: length\n")
        let run = try ada.run("edit", "1", environment: editor(ada, writing: [short]))
        #expect(run.status == 0 && !run.out.contains("words; "), "\(run)")
        let body = try ada.run("show", "1", "--json").json()["body"].string
        #expect(body.hasPrefix("Dear Jane Okafor,\n") && !body.contains("Ignore"))
    }

    @Test func aLineOfTheBodyMayBeginLikeAComment() throws {
        let ada = try Applicant.withMessages()
        let text = try Self.text("# 1 of my reasons to thank you for the open-data portal.")
        _ = try ada.run("edit", "1", environment: editor(ada, writing: [text]))
        _ = try ada.run("edit", "1", environment: editor(ada, writing: []))
        #expect(try shown(ada, 2).contains(EditorText.scissors), "it is too short, which is said")
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("\n# 1 of my reasons"))
    }

    @Test func wordsThatCannotBeTakenAreKeptInTheirFile() throws {
        let ada = try Applicant.withMessages()
        let run = try ada.run(
            "edit", "1", environment: ada.editor("echo 'an hour of work' > \"$1\""))
        let path = try #require(run.err.firstMatch(of: /Note: your text is kept in\s+(\S+)\s/)?.1)
        #expect(try String(contentsOfFile: String(path), encoding: .utf8) == "an hour of work\n")
    }
}
