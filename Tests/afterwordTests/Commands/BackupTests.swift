import Foundation
import Testing

/// `backup` and `restore`, there and back.
@Suite struct BackupTests {
    private let server: MailServer
    private let ada: Applicant
    private var file: String { ada.scratch.path + "/backup.sqlite" }

    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
        try ada.add()
    }

    @Test func thereAndBack() throws {
        let made = try ada.document("backup", file)
        #expect(made.keys == ["backup", "bytes"] && made["backup"] == .text(file))
        #expect(try ada.scratch.mode("backup.sqlite") == 0o600)
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let run = try ada.run("restore", file)
        #expect(run.status == 0 && run.err.isEmpty, "\(run)")
        #expect(run.out.contains("What was there before is kept: \(ada.database).old-1\n"))
        #expect(run.out.contains("Nothing is sent until you say: afterword doctor --adopt."))
        #expect(try ada.run("send").status == 78)
        #expect(server.mails.count == 2)
        try ada.run("doctor", "--adopt")
        #expect(try ada.states() == ["1 held", "2 held", "3 held"])
        #expect(try ada.run("audit", "--check").status == 0)
    }

    @Test func restoredWhereNothingWasSentSinceItIsInDoubtAllTheSame() throws {
        try ada.run("backup", file)
        let restored = try ada.document("restore", file)
        #expect(
            restored
                == .object([
                    "restored": .text(ada.database), "aside": .text(ada.database + ".old-1"), "forgotten": 0,
                ]))
        #expect(try ada.run("send").status == 78)
    }

    @Test func lostDatabaseComesBack() throws {
        ada.clock = Applicant.nextDay
        try ada.run("send")
        try ada.run("backup", file)
        try FileManager.default.removeItem(atPath: ada.database)
        #expect(try ada.document("restore", file)["aside"] == nil)
        #expect(try ada.states() == ["1 sent", "2 sent", "3 queued"])
    }

    @Test func onlyAnEarlierBackupIsReplaced() throws {
        #expect(try ada.run("backup", file).status == 0)
        #expect(try ada.run("backup", file).status == 0)
        let letter = try ada.scratch.file("letter", "Dear Jane")
        let run = try ada.run("backup", letter)
        #expect(run.status == 73)
        #expect(
            run.err.hasSuffix(
                "/letter exists already and is not an earlier backup of this database; it was kept. Name another file.\n"
            ))
        #expect(try String(contentsOfFile: letter, encoding: .utf8) == "Dear Jane")
    }

    @Test(arguments: [
        ("absent", Int32(65), "can't be read (No such file or directory)"), ("letter", 70, "is damaged ("),
    ])
    func whatIsNoBackupChangesNothing(name: String, status: Int32, says: String) throws {
        try ada.scratch.file("letter", String(repeating: "Dear Jane ", count: 1000))
        let before = ada.ledger
        let run = try ada.run("restore", ada.scratch.path + "/" + name)
        #expect(run.status == status && run.err.contains(says), "\(run)")
        #expect(ada.ledger == before)
    }

    /// While a sender has the lock, whoever it is.
    @Test(arguments: [["restore", "backup.sqlite"], ["doctor", "--adopt"]])
    func nobodySendsMeanwhile(_ command: [String]) throws {
        try ada.run("backup", file)
        let folder = open(ada.home, O_RDONLY | O_CLOEXEC)
        defer { close(folder) }
        #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
        let before = ada.ledger
        let run = try ada.run(command.map { $0 == "backup.sqlite" ? file : $0 })
        #expect(run.status == 75, "\(run)")
        #expect(run.err.contains("nothing was changed. Stop it (systemctl --user stop afterword"))
        #expect(ada.ledger == before)
    }
}
