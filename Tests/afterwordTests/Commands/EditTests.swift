import Fixtures
import Foundation
import Testing

@testable import afterword

@Suite struct EditTests {
    private static let body = "Dear Jane Okafor,\n\nThank you for your time on Friday.\n\nAda Example\n"

    @Test func editorOpensTheMessageWithItsSubjectFirst() throws {
        let ada = try Applicant.withMessages()
        let seen = ada.scratch.path + "/seen"
        let edited = try ada.run(
            "edit", "1", "--json",
            environment: ada.editor(
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
        let ada = try Applicant.withMessages()
        var environment = try ada.editor("exit 1")
        environment["VISUAL"] = "sed -i -e 's/^Subject: .*/Subject: Thanks/'"
        #expect(try ada.run("edit", "1", "--json", environment: environment).json()["subject"] == "Thanks")
    }

    @Test func unchangedTextChangesNothing() throws {
        let ada = try Applicant.withMessages()
        let before = ada.ledger
        let run = try ada.run("edit", "1", environment: ada.editor("true"))
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
        let ada = try Applicant.withMessages()
        let before = ada.ledger
        let run = try ada.run("edit", "1", "--json", environment: ada.editor(script))
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err.contains(says), "\(run.err)")
        #expect(ada.ledger == before)
    }

    @Test func noEditorIsSaid() throws {
        let run = try Applicant.withMessages().run("edit", "1")
        #expect(run.status == 65)
        #expect(run.err == "afterword: no editor is set; set EDITOR, or give --subject or --body-file.\n")
    }

    @Test(arguments: ["file", "-"])
    func bodyComesFromAFileOrStandardInput(source: String) throws {
        let ada = try Applicant.withMessages()
        let path = source == "-" ? "-" : try ada.scratch.file("body.txt", Self.body)
        let edited = try ada.run("edit", "1", "--body-file", path, "--json", input: Self.body).json()
        #expect(edited["body"].string == Self.body)
        #expect(edited["subject"] == "Thank you – Data Analyst interview")
        #expect(edited["state"] == "draft")
        #expect(try ada.run("approve", "1").status == 0)
    }

    @Test func subjectAloneIsMended() throws {
        let ada = try Applicant.withMessages()
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
        let ada = try Applicant.withMessages()
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
        let ada = try Applicant.withMessages()
        let before = ada.ledger
        let run = try ada.run("edit", "1", "--subject", subject, "--json")
        #expect(run.status == 65)
        #expect(run.out.isEmpty && run.err.hasPrefix("afterword: the subject "))
        #expect(ada.ledger == before)
    }

    @Test func tenMegabytesOfTextAreRefused() throws {
        let ada = try Applicant.withMessages()
        let before = ada.ledger
        let long = String(repeating: "word ", count: 2_000_000)
        let run = try ada.run("edit", "1", "--body-file", "-", "--json", input: long)
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err == "afterword: standard input is larger than 64 KB; nothing was changed.\n")
        #expect(ada.ledger == before)
    }

    @Test func textTooLongForALetterBlocksTheMessage() throws {
        let ada = try Applicant.withMessages()
        let run = try ada.run(
            "edit", "1", "--body-file", "-", input: String(repeating: "word ", count: 4_000))
        #expect(run.status == 1)
        #expect(run.out.contains("more than 10000; shorten it."))
        #expect(run.out.hasSuffix("\nMessage 1 stays a draft until you have dealt with what is marked ✗.\n"))
    }

    /// A shell that the terminal does not belong to is stopped when it reads from it, and never ends.
    @Test func editorHasTheTerminal() throws {
        let ada = try Applicant.withMessages()
        let script = "cut -d' ' -f5,8 /proc/$$/stat > '\(ada.scratch.path)/groups'"
        let command = "\(Program.path) edit 1"
        var environment = try Program.environment(home: ada.home).merging(ada.editor(script)) { $1 }
        environment["SHELL"] = "/bin/sh"
        let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(silence) }
        // `script` makes the terminal the controlling one of what it runs.
        let child = try ChildProcess.spawn(
            ["/usr/bin/timeout", "-k", "5", "60", "/usr/bin/script", "-qec", command, "/dev/null"],
            environment: environment, descriptors: [silence, silence, silence])
        #expect(ChildProcess.status(of: child) == 0)
        let groups = try String(contentsOfFile: ada.scratch.path + "/groups", encoding: .utf8)
            .split(whereSeparator: \.isWhitespace)
        #expect(groups.count == 2 && groups[0] == groups[1], "\(groups)")
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
