import Foundation
import Testing

/// What may befall the machine while messages are due, each caused for real: nothing is sent, nothing is recreated, and
/// one sentence says why.
@Suite struct MachineFaultsTests {
    private let server: MailServer
    private let ada: Applicant

    init() throws {
        server = try MailServer(MailServer.Manners(offersLogin: true))
        ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
    }

    private func expect(
        _ run: Run, _ status: Int32, _ says: String, location: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == status, "\(run)", sourceLocation: location)
        #expect(run.out.isEmpty && run.err.contains(says), "\(run)", sourceLocation: location)
        #expect(run.err.split(separator: "\n").count == 1, "\(run)", sourceLocation: location)
        // One that was asked for and never given is empty here.
        #expect(server.mails.allSatisfy { $0.text.isEmpty }, sourceLocation: location)
    }

    /// Something happens between the judgement and the first hand-over: the password is fetched then.
    private func happening(_ command: String) throws {
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n  user: ada\n"
                + "  password_command: \"\(command); echo hunter2\"\n",
            etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
    }

    @Test("the disk is full: no file may grow beyond a size", arguments: [1024, 20_000, 100_000])
    func fileSizeLimit(bytes: Int) throws {
        let run = try ada.run(["send"], under: ["/usr/bin/prlimit", "--fsize=\(bytes)"])
        expect(run, 73, "can't be written (")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
        #expect(try ada.run("audit", "--check").status == 0)
        #expect(try ada.run("send").status == 0)
    }

    @Test("the disk is full: a small one", .enabled(if: Applicant.mayMount))
    func smallDisk() throws {
        let script = """
            mount -t tmpfs -o size=1m,mode=700 none "$2"
            cp "$1/config.yaml" "$1/afterword.sqlite" "$2"
            dd if=/dev/zero of="$2/full" 2>/dev/null || :
            export AFTERWORD_HOME="$2"
            """
        let disk = try ada.scratch.folder("disk")
        expect(try ada.run(["send"], under: Applicant.mounting(script, ada.home, disk)), 73, "is full")
    }

    @Test("the folder can only be read: one can look, and nothing is sent", .enabled(if: Applicant.mayMount))
    func readOnlyFolder() throws {
        let script = "mount --bind \"$1\" \"$1\"\nmount -o remount,bind,ro \"$1\""
        let readOnly = Applicant.mounting(script, ada.home)
        let before = ada.ledger
        expect(try ada.run(["send"], under: readOnly), 73, "can't be written (")
        #expect(try ada.run(["queue"], under: readOnly).status == 0)
        #expect(ada.ledger == before)
    }

    @Test("a page is garbage", arguments: [1, 4, 7, 10, 13])
    func garbagePage(fromTheEnd: Int) throws {
        var bytes = ada.ledger
        let start = bytes.count - fromTheEnd * 4096
        bytes.replaceSubrange(start..<(start + 4096), with: Data(repeating: 0x5A, count: 4096))
        try ada.put(bytes)
        expect(try ada.run("send"), 70, "is damaged (")
        #expect(ada.ledger == bytes)
    }

    @Test("the end is missing", arguments: [0.3, 0.9])
    func cutShort(part: Double) throws {
        let bytes = ada.ledger.prefix(Int(Double(ada.ledger.count) * part))
        try ada.put(Data(bytes))
        expect(try ada.run("send"), 70, "was cut short: its file has \(bytes.count) bytes instead of")
        #expect(ada.ledger == Data(bytes))
    }

    @Test("the database is deleted while messages are being sent")
    func deletedWhileRunning() throws {
        try happening("rm \(ada.database)")
        expect(try ada.run("send"), 73, "was taken away or replaced while it was in use")
        #expect(!FileManager.default.fileExists(atPath: ada.database))
        expect(try ada.run("send"), 78, "there was a database at")
        #expect(!FileManager.default.fileExists(atPath: ada.database))
    }

    @Test("the database is replaced while messages are being sent, by a copy of itself even")
    func replacedWhileRunning() throws {
        try happening("cp -p \(ada.database) \(ada.home)/copy; mv \(ada.home)/copy \(ada.database)")
        expect(try ada.run("send"), 73, "was taken away or replaced while it was in use")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    @Test("the mark can't be written", .enabled(if: Applicant.mayMount))
    func markCannotBeWritten() throws {
        let script = "mount --bind \"$1\" \"$1\"\nmount -o remount,bind,ro \"$1\""
        let readOnly = Applicant.mounting(script, ada.home + "/.local")
        expect(try ada.run(["send"], under: readOnly), 73, "can't be written (")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }
}
