import Fixtures
import Foundation
import TestFiles
import Testing

@Suite("afterword forget")
struct ForgetTests {
    private let server: MailServer
    private let ada: Applicant

    /// Jane was thanked and is on two panels; Hana, whom one asks for the decision, stands for an agency elsewhere.
    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
        try ada.add()
        try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Editor", "--ended",
            "2026-11-20 12:00",
            "--panel", "Jane Okafor <jane.okafor@example.org>", "--talking-point",
            "jane.okafor@example.org=the style guide", "--contact", "Hana Lee <hana.lee@example.org>",
            "--via-agency", "--yes")
        ada.clock = Applicant.nextDay
        try ada.run("send")
    }

    /// Files of her home in which a word stands; the configuration is the user's own.
    private func places(of words: [String]) throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: ada.home)
        return try files.flatMap { file -> [String] in
            var isFolder: ObjCBool = false
            let path = ada.home + "/" + file
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else { return [] }
            let bytes = try Data(contentsOf: URL(filePath: path))
            return words.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(file): \($0)" }
        }
    }

    @Test func withoutATerminalItSaysWhatWouldGoAndChangesNothing() throws {
        let before = ada.ledger
        let run = try ada.run("forget", "Jane Okafor")
        #expect(run.status == 1)
        #expect(run.out.contains("This is deleted for good:"))
        #expect(run.out.contains("Data Analyst, City Library"))
        #expect(
            run.out.contains(
                "Nothing was changed. To delete it: afterword forget 1 --confirm \"Jane Okafor\"\n"))
        #expect(try ada.run("forget", "Jane Okafor", "--json").json()["forgotten"] == .bool(false))
        #expect(ada.ledger == before)
    }

    @Test func theNameIsTheWord() throws {
        let before = ada.ledger
        let wrong = try ada.run("forget", "1", "--confirm", "Jane")
        #expect(wrong.status == 65)
        #expect(wrong.err.contains("you typed “Jane”, and the name is “Jane Okafor”; nobody was forgotten."))
        #expect(ada.ledger == before)
    }

    @Test func nothingOfThemIsLeftAnywhereInTheHome() throws {
        #expect(try !places(of: ["Okafor"]).isEmpty)
        let run = try ada.run("forget", "jane.okafor@example.org", "--confirm", "Jane Okafor")
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("Forgotten. What you did stays on record, without their name"))
        #expect(try places(of: ["kafor", "Jane"]) == [])
        #expect(try ada.run("audit", "--check").status == 0)
        let contacts = try ada.document("audit", "--person", "1").items
        #expect(contacts.map(\.["person"]["name"]) == ["forgotten person 1"])
        #expect(contacts.map(\.["organisation"]) == ["City Library"])
        #expect(try ada.run("person", "list").out.contains("Jane") == false)
    }

    @Test(
        "every command that looks goes on",
        arguments: [
            ["audit"], ["audit", "--format", "csv"], ["queue", "--all"], ["person", "list"],
            ["person", "show", "1"],
            ["advise"], ["interview", "list"], ["export"], ["show", "1"], ["show", "1", "--json"],
            ["show", "1", "--raw"], ["send"], ["send", "--dry-run"], ["audit", "--check"],
        ])
    func afterwards(command: [String]) throws {
        try ada.run("forget", "1", "--confirm", "Jane Okafor")
        let run = try ada.run(command)
        #expect([0, 1, 65, 75].contains(run.status), "\(run)")
        #expect(!run.err.contains("our own fault") && !run.out.contains("Jane"), "\(run)")
    }

    @Test func theContactAtAnAgencyIsForgottenToo() throws {
        let run = try ada.run("forget", "hana.lee@example.org", "--confirm", "Hana Lee", "--json")
        #expect(try run.json()["recruitments"].items.count == 2)
        #expect(try places(of: ["Hana", "hana"]) == [])
        let again = try ada.run(
            "interview", "add", "--organisation", "Mill", "--role", "Editor", "--ended", "2026-11-21 12:00",
            "--panel", "Hana Lee <hana.lee@example.org>", "--talking-point",
            "hana.lee@example.org=the archive",
            "--yes", "--json")
        #expect(again.status == 1)
        #expect(
            try again.json()["messages"][0]["findings"].items.map(\.["code"]).contains("forgotten-before"))
    }

    @Test func anOlderBackupForgetsAgain() throws {
        let backup = try ada.scratch.folder("attic") + "/before.sqlite"
        try ada.run("backup", backup)
        try ada.run("forget", "1", "--confirm", "Jane Okafor")
        let restored = try ada.run("restore", backup)
        #expect(restored.out.contains("1 person in it had been forgotten since, and is forgotten again."))
        #expect(try places(of: ["kafor"]) == [])
    }
}

extension ForgetTests {
    /// Kills the command after so many seconds, and answers whether it had ended by itself.
    private func killed(after seconds: Double) throws -> Bool {
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nothing) }
        let command = ["/usr/bin/timeout", "-s", "KILL", String(seconds), Program.path]
        let child = try ChildProcess.spawn(
            command + ["forget", "jane.okafor@example.org", "--confirm", "Jane Okafor"],
            environment: Program.environment(home: ada.home), descriptors: [nothing, nothing, nothing])
        return ChildProcess.status(of: child) == 0
    }

    /// While a long run is up, too: nothing is lost, and the next command finishes what was begun.
    @Test func killedAtAnyMomentItIsAllOrNothing() throws {
        ada.clock = nil
        let run = try RunningProgram(ada)
        try run.waitUntil(says: " waiting ")
        let before = try ada.document("audit").items.count
        var delay = 0.01
        while try !killed(after: delay) {
            let people = try ada.document("person", "list").items.map(\.["name"].string)
            #expect(try ada.document("audit").items.count == before)
            #expect(try ada.run("audit", "--check").status == 0)
            if !people.contains("Jane Okafor") { break }
            #expect(try ada.run("show", "1").out.contains("Dear Jane Okafor,"))
            delay += 0.008
        }
        #expect(try ada.document("audit").items.count == before)
        #expect(try ada.document("person", "list").items.contains { $0["name"] == "Jane Okafor" } == false)
        #expect(try places(of: ["kafor"]) == [])
        run.signal(SIGTERM)
        #expect(run.status() == 0, "\(run.said)")
    }

    @Test func whatCouldNotBeClearedIsToldUntilItIs() throws {
        // A folder where the note is to be written.
        let state = ada.home + "/.local/state/afterword"
        let marks = try FileManager.default.contentsOfDirectory(atPath: state)
        let mark = try #require(marks.first { $0.count == 32 }, "\(marks)")
        let note = "\(state)/\(mark).forgotten"
        try FileManager.default.createDirectory(atPath: note, withIntermediateDirectories: false)
        let run = try ada.run("forget", "1", "--confirm", "Jane Okafor")
        #expect(run.status != 0)
        #expect(run.err.contains("they are forgotten, but the freed space"), "\(run)")
        func check() throws -> Value? {
            try ada.run("doctor", "--json").json().items.first { $0["code"] == "forgetting" }
        }
        let told = try #require(try check())
        #expect(told["ok"] == false)
        #expect(told["text"].string.contains("could not be cleared yet"), "\(told)")
        #expect(try ada.run("doctor").out.contains("✗ forgetting: somebody is forgotten"))
        try FileManager.default.removeItem(atPath: note)
        // The next command clears it at its opening, so that nothing is left to tell.
        #expect(try check() == nil)
        #expect(FileManager.default.fileExists(atPath: note))
    }
}
