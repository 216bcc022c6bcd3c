import Foundation
import Testing

@testable import afterword

@Suite struct EditTests {
    private static let body = "Dear Jane Okafor,\n\nThank you for your time on Friday.\n\nAda Example\n"

    private func applicant() throws -> Applicant {
        let ada = try Applicant()
        try ada.add()
        return ada
    }

    /// A shell script in the place of an editor, with the file as its last argument.
    private func editor(_ ada: Applicant, _ script: String) throws -> [String: String] {
        [
            // Read by a shell, not executed: another test may fork while this file is still open for writing.
            "EDITOR": "/bin/sh " + (try ada.scratch.file("editor.sh", script + "\n", mode: 0o600)),
            "TMPDIR": ada.scratch.path,
        ]
    }

    @Test func editorOpensTheMessageWithItsSubjectFirst() throws {
        let ada = try applicant()
        let seen = ada.scratch.path + "/seen"
        let edited = try ada.run(
            "edit", "1", "--json",
            environment: editor(
                ada,
                "cp \"$1\" '\(seen)'; stat -c %a \"$1\" > '\(seen).mode'; sed -i 's/^Thank/Many thanks! Thank/' \"$1\""
            ))
        let text = try String(contentsOfFile: seen, encoding: .utf8)
        #expect(text.hasPrefix("Subject: Thank you – Data Analyst interview\n\nDear Jane Okafor,\n"))
        #expect(
            try String(contentsOfFile: seen + ".mode", encoding: .utf8) == "600\n", "nobody else's business")
        #expect(try edited.json()["state"] == "draft")
        #expect(try edited.json()["body"].string.contains("Many thanks! Thank"))
        #expect(try edited.json()["messageID"] == nil)
    }

    @Test func visualComesBeforeEditorAndMayHoldOptions() throws {
        let ada = try applicant()
        var environment = try editor(ada, "exit 1")
        environment["VISUAL"] = "sed -i -e 's/^Subject: .*/Subject: Thanks/'"
        #expect(try ada.run("edit", "1", "--json", environment: environment).json()["subject"] == "Thanks")
    }

    @Test func unchangedTextChangesNothing() throws {
        let ada = try applicant()
        let before = ada.ledger
        let run = try ada.run("edit", "1", environment: editor(ada, "true"))
        #expect(run.status == 0)
        #expect(try ada.state(1) == "queued")
        #expect(ada.ledger == before)
    }

    @Test(arguments: [
        ("exit 3", "failed; nothing was changed."),
        ("echo 'no subject' > \"$1\"", "the first line must begin with “Subject:”"),
        ("printf 'Subject: a\\nbc\\000d\\n' > \"$1\"; printf 'Subject: \\377\\n' > \"$1\"", "is not UTF-8"),
        ("printf 'Subject: \\n\\ntext\\n' > \"$1\"", "the subject is empty"),
    ])
    func editorThatFailsChangesNothing(script: String, says: String) throws {
        let ada = try applicant()
        let before = ada.ledger
        let run = try ada.run("edit", "1", "--json", environment: editor(ada, script))
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err.contains(says), "\(run.err)")
        #expect(ada.ledger == before)
    }

    @Test func noEditorIsSaid() throws {
        let run = try applicant().run("edit", "1")
        #expect(run.status == 65)
        #expect(run.err == "afterword: no editor is set; set EDITOR, or give --subject or --body-file.\n")
    }

    @Test(arguments: ["file", "-"])
    func bodyComesFromAFileOrStandardInput(source: String) throws {
        let ada = try applicant()
        let path = source == "-" ? "-" : try ada.scratch.file("body.txt", Self.body)
        let edited = try ada.run("edit", "1", "--body-file", path, "--json", input: Self.body).json()
        #expect(edited["body"].string == Self.body)
        #expect(edited["subject"] == "Thank you – Data Analyst interview")
        #expect(edited["state"] == "draft")
        #expect(try ada.run("approve", "1").status == 0)
    }

    @Test func subjectAloneIsMended() throws {
        let ada = try applicant()
        let before = try ada.run("show", "1", "--json").json()
        let after = try ada.run("edit", "1", "--subject", "Thank you for Friday", "--json").json()
        #expect(after["subject"] == "Thank you for Friday" && after["body"] == before["body"])
    }

    @Test(arguments: [
        "Dear Jane Okafor,\n\nThank you, [NAME].\n",
        "Dear Jane Okafor,\n\nThank you for {{talking_point}}.\n",
        "Dear Jane Okafor,\n\nI loved Harbour Trust.\n", "",
    ])
    func wordsThatMustNotGoBlockTheMessage(body: String) throws {
        let ada = try applicant()
        try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Editor", "--ended",
            "2026-11-20 12:00",
            "--panel", "Bea Cole <bea@example.org>", "--yes")
        let edited = try ada.run("edit", "1", "--body-file", "-", input: body)
        #expect(edited.status == 1)
        #expect(edited.out.contains("✗ "))
        let approved = try ada.run("approve", "1", "--json")
        #expect(approved.status == 1)
        #expect(try approved.json()[0]["state"] == "draft")
        #expect(approved.err.hasPrefix("message 1: "))
    }

    @Test(arguments: ["a\nBcc: eve@example.org", "a\u{202E}b", "", String(repeating: "long ", count: 400)])
    func badSubjectIsRefused(_ subject: String) throws {
        let ada = try applicant()
        let before = ada.ledger
        let run = try ada.run("edit", "1", "--subject", subject, "--json")
        #expect(run.status == 65)
        #expect(run.out.isEmpty && run.err.hasPrefix("afterword: the subject "))
        #expect(ada.ledger == before)
    }

    @Test func tenMegabytesOfTextAreRefused() throws {
        let ada = try applicant()
        let before = ada.ledger
        let long = String(repeating: "word ", count: 2_000_000)
        let run = try ada.run("edit", "1", "--body-file", "-", "--json", input: long)
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err == "afterword: standard input is larger than 64 KB; nothing was changed.\n")
        #expect(ada.ledger == before)
    }

    @Test func textTooLongForALetterBlocksTheMessage() throws {
        let ada = try applicant()
        let run = try ada.run(
            "edit", "1", "--body-file", "-", input: String(repeating: "word ", count: 4_000))
        #expect(run.status == 1)
        #expect(run.out.contains("more than 10000; shorten it."))
        #expect(run.out.hasSuffix("\nIt stays a draft until you have settled what is marked ✗.\n"))
    }

    /// A shell that the terminal does not belong to is stopped when it reads from it, and never ends.
    @Test func editorHasTheTerminal() throws {
        let ada = try applicant()
        let script = "cut -d' ' -f5,8 /proc/$$/stat > '\(ada.scratch.path)/groups'"
        let command = "\(Program.path) edit 1"
        var environment = try Program.environment(home: ada.home).merging(editor(ada, script)) { $1 }
        environment["SHELL"] = "/bin/sh"
        let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(silence) }
        // `script` makes the terminal the controlling one of what it runs.
        let child = try Program.spawn(
            ["/usr/bin/timeout", "-k", "5", "60", "/usr/bin/script", "-qec", command, "/dev/null"],
            environment: environment, descriptors: [silence, silence, silence])
        #expect(Program.status(of: child) == 0)
        let groups = try String(contentsOfFile: ada.scratch.path + "/groups", encoding: .utf8)
            .split(whereSeparator: \.isWhitespace)
        #expect(groups.count == 2 && groups[0] == groups[1], "\(groups)")
    }

    // MARK: - Findings in the editor

    /// An editor that writes one text after the other, and keeps what it was shown.
    private func editor(_ ada: Applicant, writing texts: [String]) throws -> [String: String] {
        for (index, text) in texts.enumerated() { try ada.scratch.file("text-\(index + 1)", text) }
        let path = ada.scratch.path
        return try editor(
            ada,
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
        let ada = try applicant()
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
        let ada = try applicant()
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: typed, environment: editor(ada, writing: [Self.text(Self.placeholder)]))
        #expect(run.status == 1, "\(run)")
        #expect(try ada.state(1) == "draft")
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("[NAME]"))
    }

    @Test func whatIsSetAsideIsNotAskedAboutAgain() throws {
        let ada = try applicant()
        let short = try Self.text("Thank you for the talk about the open-data portal.")
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "i\n", environment: editor(ada, writing: [short]))
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("! length: it has "))
        #expect(
            try !ada.runAtTerminal(["edit", "1"], environment: editor(ada, writing: [short])).out.contains(
                "[A/i/l]"))
    }

    @Test func whatMayNotBeSetAsideIsAskedAboutAgain() throws {
        let ada = try applicant()
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "i\nl\n",
            environment: editor(ada, writing: [Self.text("[NAME], thank you for the open-data portal.")]))
        #expect(run.status == 1, "\(run)")
        #expect(run.out.contains("This can't be set aside; it has to be mended."))
        #expect(run.out.components(separatedBy: "[A/i/l]").count == 3)
    }

    @Test func whatBlocksIsSetAsideByItsNameOnly() throws {
        let ada = try applicant()
        let promise = "Thank you for the talk. I have attached the plan of the open-data portal."
        let asked = try ada.runAtTerminal(
            ["edit", "1"], typed: "i\nl\n", environment: editor(ada, writing: [Self.text(promise)]))
        #expect(asked.status == 1, "\(asked)")
        #expect(asked.out.contains("This can't be set aside that way; mend it, or if you mean it, "))
        #expect(asked.out.contains("Ignore: missing-attachment"))
        let named = try Self.text(promise, header: "Ignore: missing-attachment\n")
        let run = try ada.run("edit", "1", environment: editor(ada, writing: [named, named]))
        #expect(run.status == 0, "\(run)")
    }

    @Test func aTextThatCannotBeTakenComesBackAsItWasWritten() throws {
        let ada = try applicant()
        let wrong = try Self.text(Self.long, header: "Ignore: nonsense\n")
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "a\n", environment: editor(ada, writing: [wrong, Self.text(Self.long)]))
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("“nonsense” can't be ignored; allowed: "))
        #expect(try shown(ada, 2) == wrong)
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("The work is what"))
    }

    @Test func aTextThatIsLeftIsKeptInItsFile() throws {
        let ada = try applicant()
        let before = ada.ledger
        let run = try ada.runAtTerminal(
            ["edit", "1"], typed: "l\n", environment: editor(ada, writing: ["an hour of work\n"]))
        #expect(run.status == 65, "\(run)")
        let path = try #require(run.out.firstMatch(of: /Note: your text is kept in (.*)\n/)?.1)
        #expect(try String(contentsOfFile: String(path), encoding: .utf8) == "an hour of work\n")
        #expect(ada.ledger == before)
    }

    @Test func aLineBelowTheSubjectSetsAsideWithoutATerminal() throws {
        let ada = try applicant()
        let short = try Self.text("Thank you for the open-data portal.", header: "Ignore: length\n")
        let run = try ada.run("edit", "1", environment: editor(ada, writing: [short]))
        #expect(run.status == 0 && !run.out.contains("words; "), "\(run)")
        let body = try ada.run("show", "1", "--json").json()["body"].string
        #expect(body.hasPrefix("Dear Jane Okafor,\n") && !body.contains("Ignore"))
    }

    @Test func aLineOfTheBodyMayBeginLikeAComment() throws {
        let ada = try applicant()
        let text = try Self.text("# 1 of my reasons to thank you for the open-data portal.")
        _ = try ada.run("edit", "1", environment: editor(ada, writing: [text]))
        _ = try ada.run("edit", "1", environment: editor(ada, writing: []))
        #expect(try shown(ada, 2).contains(EditorText.scissors), "it is too short, which is said")
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("\n# 1 of my reasons"))
    }

    @Test func wordsThatCannotBeTakenAreKeptInTheirFile() throws {
        let ada = try applicant()
        let run = try ada.run(
            "edit", "1", environment: editor(ada, "echo 'an hour of work' > \"$1\""))
        let path = try #require(run.err.firstMatch(of: /Note: your text is kept in (.*)\n/)?.1)
        #expect(try String(contentsOfFile: String(path), encoding: .utf8) == "an hour of work\n")
    }

    @Test func approvedTextIsWhatGoes() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        try ada.run("edit", "1", "--body-file", "-", input: Self.body)
        try ada.run("approve", "1")
        let raw = try ada.run("show", "1", "--raw").out
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let mail = try #require(server.mails.first { $0.to.contains("jane") })
        #expect(mail.text.contains("Thank you for your time on Friday."))
        let sent = try ada.run("show", "1", "--raw").out
        #expect(sent.replacing("\r\n", with: "\n") == mail.text)
        let date = "Date: Sat, 21 Nov 2026 15:00:00 +0000\n"
        #expect(mail.text.replacing(date, with: "") == raw.replacing("\r\n", with: "\n"))
    }
}
