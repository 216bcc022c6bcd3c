import Fixtures
import Foundation
import TestFiles
import Testing

/// Folders and files that are not as they should be: the sentence, the exit code, and nothing made in their place.
@Suite struct ApplicationTests {
    private func expect(
        _ run: Run, _ status: Int32, _ says: String, location: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == status, "\(run)", sourceLocation: location)
        #expect(run.out.isEmpty, sourceLocation: location)
        #expect(
            run.err.hasPrefix("afterword: ") && run.err.contains(says), "\(run.err)", sourceLocation: location
        )
        #expect(run.err.split(whereSeparator: \.isNewline).count == 1, sourceLocation: location)
    }

    private static let readers = [
        ["queue", "--json"], ["audit", "--json"], ["send", "--json"], ["advise", "--json"],
        ["interview", "list", "--json"],
    ]

    @Test(arguments: [["queue", "--json"], ["send", "--json"], ["advise", "--json"], ["audit", "--json"]])
    func missingConfigurationNamesInit(_ command: [String]) throws {
        let ada = try Applicant()
        try FileManager.default.removeItem(atPath: ada.home + "/config.yaml")
        expect(
            try ada.run(command), 78,
            "there is no configuration yet at \(ada.home)/config.yaml; write one with: afterword init")
        #expect(ada.ledger.isEmpty)
    }

    @Test func brokenConfigurationIsNamedWithLineAndColumn() throws {
        let ada = try Applicant()
        try ada.scratch.file(
            "home/config.yaml", Sample.me + "smtp:\n  url: smtp://mail.example.org\n  tls: of\n")
        expect(try ada.run("queue", "--json"), 78, "config.yaml:7:8: smtp.tls: found 'of'")
    }

    @Test(arguments: readers)
    func databaseOfANewerVersionIsLeftAlone(_ command: [String]) throws {
        let ada = try Applicant()
        try ada.add()
        try sqlite(ada, "INSERT INTO grdb_migrations VALUES ('999 of the future')")
        let before = ada.ledger
        expect(try ada.run(command), 78, "was written by a newer version of Afterword; nothing was changed.")
        #expect(ada.ledger == before)
    }

    @Test(arguments: readers)
    func garbageIsNotTakenForADatabase(_ command: [String]) throws {
        let ada = try Applicant()
        try ada.scratch.file("home/afterword.sqlite", String(repeating: "not a database ", count: 1000))
        let before = ada.ledger
        expect(try ada.run(command), 70, "is damaged (")
        #expect(ada.ledger == before)
    }

    @Test func fileInThePlaceOfTheFolderIsSaid() throws {
        let ada = try Applicant()
        let file = try ada.scratch.file("taken", "")
        for path in [file, file + "/deeper"] {
            let run = try ada.run(
                "init", "--name", "Ada", "--email", "ada@example.org", "--smtp-url",
                "smtp://127.0.0.1", "--tls", "off", environment: ["AFTERWORD_HOME": path])
            #expect([73, 78].contains(run.status), "\(run)")
            #expect(run.out.isEmpty && run.err.contains(file), "\(run.err)")
        }
    }

    @Test(arguments: [("home", mode_t(0o770)), ("home/config.yaml", 0o666), ("home/afterword.sqlite", 0o622)])
    func whatOthersMayChangeIsNotTrusted(path: String, mode: mode_t) throws {
        let ada = try Applicant()
        try ada.add()
        let full = ada.scratch.path + "/" + path
        #expect(chmod(full, mode) == 0)
        expect(
            try ada.run("queue", "--json"), 77,
            "\(full) can be changed by other users (mode 0\(String(mode, radix: 8)))")
        #expect(chmod(full, path == "home" ? 0o700 : 0o600) == 0)
    }

    @Test func whatOthersMayReadIsANote() throws {
        let ada = try Applicant()
        try ada.add()
        #expect(chmod(ada.home, 0o755) == 0)
        let run = try ada.run("queue", "--json")
        #expect(run.status == 0)
        #expect(
            run.err
                == "Note: \(ada.home) can be read by other users (mode 0755); make it private with: chmod 700 '\(ada.home)'\n"
        )
    }

    /// Root may write anywhere, so the file system itself has to refuse.
    @Test func databaseThatCannotBeWrittenIsSaid() throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        // A folder where SQLite wants to write its journal.
        try ada.scratch.folder("home/afterword.sqlite-journal")
        let run = try ada.run("hold", "1", "--json")
        #expect([70, 73].contains(run.status), "\(run)")
        #expect(run.out.isEmpty && !run.err.isEmpty)
        #expect(ada.ledger == before)
    }

    @Test func passwordFileThatOthersCanReadIsRefused() throws {
        let ada = try Applicant(server: MailServer(), smtp: "  user: ada\n  password_file: secret\n")
        try ada.scratch.file("home/secret", "hunter2\n", mode: 0o644)
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send", "--json")
        expect(run, 77, "secret can be read by other users (mode 0644); make it private with: chmod 600")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    /// Everything the user has is under one folder; the mark that tells copies of it apart is not (here the home of
    /// the user is the same folder).
    @Test func nothingIsWrittenOutsideTheHomeButTheMark() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let files = try FileManager.default.contentsOfDirectory(atPath: ada.home).sorted()
        #expect(files == [".local", "afterword.sqlite", "config.yaml", "last-send"])
        let marks = try FileManager.default.contentsOfDirectory(atPath: ada.home + "/.local/state/afterword")
            .sorted()
        #expect(marks.count == 2 && marks[0].count == 32 && marks[1] == marks[0] + ".lock")
    }

    private func sqlite(_ ada: Applicant, _ statement: String) throws {
        let script =
            "import sqlite3,sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
        let child = try ChildProcess.spawn(
            ["/usr/bin/python3", "-c", script, ada.database, statement], environment: [:], descriptors: [])
        #expect(ChildProcess.status(of: child) == 0)
    }
}
