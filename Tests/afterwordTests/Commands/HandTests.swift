import Foundation
import TestFiles
import Testing

/// `hand`: what is due in the user's own mail program, once, with a mail program that writes down what it was given.
@Suite struct HandTests {
    private let ada: Applicant

    init() throws {
        ada = try Applicant()
        try ada.configure("smtp: by-hand\n", etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
        try ada.scratch.folder("bin")
        try opener("printf '%s\\n' \"$1\" >>'\(ada.home)/openings'\n")
        try ada.add()
        ada.clock = Applicant.nextDay
    }

    private func opener(_ script: String) throws {
        try ada.scratch.file("bin/xdg-open", "#!/bin/sh\n" + script, mode: 0o700)
    }

    private var path: [String: String] { ["PATH": ada.scratch.path + "/bin:/usr/bin:/bin"] }

    @discardableResult
    private func hand(_ arguments: String...) throws -> Run {
        try ada.run(["hand"] + arguments, environment: path)
    }

    private var opened: [String] {
        let text = (try? String(contentsOfFile: ada.home + "/openings", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    @Test func theMailProgramGetsWhatWasApproved() throws {
        let shown = try ada.run("show", "1", "--json").json()
        let run = try hand("1", "--json")
        #expect(run.status == 1, "\(run)")
        #expect(try run.json()[0]["state"] == "unconfirmed")
        let link = try #require(opened.first)
        let body = link.components(separatedBy: "body=")[1].removingPercentEncoding
        #expect(link.hasPrefix("mailto:jane.okafor@example.org?subject="))
        #expect(body?.replacing("\r\n", with: "\n") == shown["body"].string)
    }

    @Test func itIsOpenedOnceAndSettledByAWord() throws {
        try hand("1")
        let again = try hand("1")
        #expect(again.status == 65 && opened.count == 1)
        #expect(again.err.contains("afterword hand 1 --sent"))
        #expect(try hand("1", "--sent").status == 0)
        #expect(try ada.states() == ["1 sent", "2 queued", "3 queued"])
        #expect(try ada.run("audit").out.contains("you sent it yourself"))
        #expect(try ada.run("audit", "--check").status == 0)
        #expect(try hand("1", "--not-sent").status == 65)
    }

    @Test func notSentGivesItBack() throws {
        try hand("1")
        #expect(try hand("1", "--not-sent").status == 0)
        #expect(try ada.state(1) == "queued")
        try hand("1")
        #expect(opened.count == 2)
    }

    @Test func resolveSettlesItToo() throws {
        try hand("1")
        try hand("2")
        try ada.run("resolve", "1", "--delivered")
        try ada.run("resolve", "2", "--not-delivered")
        #expect(try ada.states() == ["1 sent", "2 held", "3 queued"])
        try ada.run("release", "2")
        #expect(try ada.state(2) == "queued")
    }

    /// The program is killed by the very thing that it opens: what is on disk says perhaps, and it is not opened again.
    @Test func aKillBetweenTheNoteAndTheOpeningLeavesADoubt() throws {
        try opener(
            "shell=$PPID; kill -9 $(sed -n 's/^PPid:[[:space:]]*//p' /proc/$shell/status)\n")
        #expect(try hand("1").status != 0)
        try opener("echo \"$1\" >>'\(ada.home)/openings'\n")
        #expect(try ada.state(1) == "unconfirmed")
        #expect(try hand("1").status == 65)
        #expect(opened.isEmpty)
        #expect(try ada.run("advise").out.contains("Have you sent the thank-you to Jane Okafor"))
    }

    @Test func whereNothingCanBeOpenedItIsQueuedAgain() throws {
        try opener("exit 3\n")
        let failed = try hand("1")
        #expect(failed.status == 1 && failed.err.contains("--print"))
        #expect(try ada.state(1) == "queued")
        try ada.scratch.file("taken.eml", "mine")
        #expect(try hand("1", "--eml", ada.scratch.path + "/taken.eml").status == 73)
        #expect(try ada.state(1) == "queued")
    }

    /// The mail program came up and failed then, for all that is known.
    @Test func whereTheProgramFailsAfterwardsItIsInDoubt() throws {
        try opener("exit 4\n")
        let run = try hand("1")
        #expect(run.status == 1 && run.err.contains("afterword hand 1 --not-sent"), "\(run)")
        #expect(try ada.state(1) == "unconfirmed")
    }

    @Test func aFileIsAMailThatWasNotSentYet() throws {
        let path = ada.scratch.path + "/note.eml"
        #expect(try hand("1", "--eml", path).status == 1)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(
            text.hasPrefix("X-Unsent: 1\r\n")
                && text.contains("\r\nTo: Jane Okafor <jane.okafor@example.org>"))
        #expect(opened.isEmpty)
    }

    @Test func aMessageTooLongForALinkIsOpenedAsAFile() throws {
        let body =
            "Dear Jane Okafor,\n\nThank you for the talk about the open-data portal.\n\n"
            + (1...25).map { "Paragraph \($0) says one more thing about the portal and the team.\n\n" }
            .joined()
            + "Best wishes,\n\nAda Example\n"
        let file = try ada.scratch.file("body.txt", body)
        try ada.run("edit", "1", "--body-file", file)
        try ada.run("approve", "1")
        guard try ada.state(1) == "queued" else {
            Issue.record("it was not approved")
            return
        }
        try hand("1")
        let path = try #require(opened.first)
        #expect(path.hasSuffix("/opened/message-1.eml"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Paragraph 25"))
        // Once it is known whether it went, no letter lies about.
        try hand("1", "--sent")
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [
        (["--gmail"], "https://mail.google.com/mail/?view=cm"),
        (["--outlook"], "https://outlook.office.com/mail/0/deeplink/compose?to="),
    ])
    func aServiceOpensInTheBrowser(options: [String], start: String) throws {
        let run = try ada.run(["hand", "1", "--print"] + options, environment: path)
        #expect(run.out.hasPrefix(start) && opened.isEmpty)
        _ = try ada.run(["hand", "2"] + options, environment: path)
        #expect(opened.first?.hasPrefix(start) == true)
    }

    @Test func atATerminalItIsAsked() throws {
        for (typed, state) in [("y\n", "sent"), ("\n", "unconfirmed")] {
            let number = state == "sent" ? "1" : "2"
            let run = try ada.runAtTerminal(["hand", number], typed: typed, environment: path)
            #expect(run.out.contains("Have you sent it?"))
            #expect(run.status == (state == "sent" ? 0 : 1))
            #expect(try ada.state(Int(number) ?? 0) == state)
        }
        let later = try ada.runAtTerminal(["hand", "2"], typed: "n\n", environment: path)
        #expect(later.status == 0 && opened.count == 2, "it is asked about, and not opened again")
        #expect(try ada.state(2) == "queued")
    }

    @Test func sendHandsNothingOverAndSaysWhatIsReady() throws {
        let run = try ada.run("send")
        #expect(run.status == 0 && run.out.hasPrefix("Ready for you to send"), "\(run)")
        #expect(try ada.run("send", "--json").json()["ready"].items.map(\.["id"]) == [1, 2])
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
        let advice = try ada.run("advise", "--json").json()
        #expect(advice.items.prefix(2).allSatisfy { $0["code"] == "hand" })
        #expect(try ada.run("queue").out.contains("It is ready for you to send: afterword hand 1"))
        #expect(try ada.run("doctor").out.contains("✓ server: you send each message yourself"))
    }

    @Test func nothingIsOpenedBeforeItsTime() throws {
        ada.clock = Applicant.evening
        let run = try hand("1")
        #expect(run.status == 65 && opened.isEmpty && run.err.contains("waits until it is due"))
        #expect(try hand("3").status == 65)
    }

    @Test(arguments: [
        ["1", "--sent", "--not-sent"], ["1", "--gmail", "--outlook"], ["1", "--sent", "--print"],
        ["1", "--eml", "x.eml", "--print"],
    ])
    func optionsThatContradictAreRefused(arguments: [String]) throws {
        #expect(try ada.run(["hand"] + arguments, environment: path).status == 64)
        #expect(try ada.state(1) == "queued")
    }
}
