import Fixtures
import Foundation
import Testing

/// What nothing in the database can tell (a snapshot, a clone, a record made again) the Sent folder of the mailbox does.
@Suite struct RolledBackTests {
    private let server: MailServer
    private let ada: Applicant
    private let sent: Letterbox

    init() throws {
        server = try MailServer()
        ada = try Applicant(
            server: server, smtp: "imap:\n  url: maildir:Maildir\n  save_sent: always\n")
        _ = try Letterbox(ada.home + "/Maildir")
        sent = try Letterbox(ada.home + "/Maildir/.Sent")
    }

    /// Database and mark, as a snapshot of the file system has them.
    private struct Snapshot {
        let files: [String: Data]

        init(of ada: Applicant) throws {
            let marks = ada.home + "/.local/state/afterword"
            let names = try FileManager.default.contentsOfDirectory(atPath: marks).map { marks + "/" + $0 }
            files = Dictionary(
                uniqueKeysWithValues: try (names + [ada.database]).map {
                    ($0, try Data(contentsOf: URL(filePath: $0)))
                })
        }

        func putBack() throws {
            for (path, content) in files { try content.write(to: URL(filePath: path)) }
        }
    }

    /// Two notes leave, and then the database, with or without its mark, is as it was before they did.
    private func sendAndGoBack(markToo: Bool = false) throws {
        try ada.add()
        let (snapshot, before) = (try Snapshot(of: ada), ada.ledger)
        ada.clock = Applicant.nextDay
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 2)
        if markToo { try snapshot.putBack() } else { try ada.put(before) }
    }

    @Test func aSnapshotPutBackSendsNothingTwice() throws {
        try sendAndGoBack(markToo: true)
        let again = try ada.run("send")
        #expect(again.status == 0, "\(again)")
        #expect(again.out.hasPrefix("Sent before now, as your Sent folder shows, so it was not sent again:"))
        #expect(server.mails.count == 2)
        #expect(try ada.states() == ["1 sent", "2 sent", "3 queued"])
        #expect(try ada.run("audit", "--check", "--against", sent.path).status == 0)
        #expect(try ada.run("send").out.hasPrefix("Nothing is due."))
        #expect(try sent.names().count == 2)
    }

    /// What had not left yet goes as ever.
    @Test func whatIsNotThereGoes() throws {
        try ada.add()
        let snapshot = try Snapshot(of: ada)
        ada.clock = Applicant.nextDay
        server.behave { $0.recipients = ["jane": "450 4.2.0 not now"] }
        #expect(try ada.run("send").status == 75)
        try snapshot.putBack()
        server.behave { $0.recipients = [:] }
        let document = try ada.document("send")
        #expect(document["sent"].items.map(\.["id"]) == [1, 2])
        #expect(server.mails.map { $0.to.prefix(4) } == ["tom@", "jane"])
    }

    @Test func adoptedItAsksTheSentFolder() throws {
        try sendAndGoBack()
        let adopted = try ada.document("doctor", "--adopt")
        #expect(
            adopted
                == .object(["adopted": .bool(true), "doubt": "older-copy", "held": 0]))
        #expect(try ada.states() == ["1 sent", "2 sent", "3 queued"])
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 2)
        #expect(try ada.run("audit", "--check").status == 0)
        // They lie there under the names from before the adoption.
        let audit = try ada.run("audit", "--check", "--against", sent.path)
        #expect(audit.status == 0, "\(audit)")
    }

    /// The user let one go that had gone: the record is proof of it.
    @Test func whatWentTwiceByOnesOwnWordIsFound() throws {
        try sendAndGoBack()
        let maildir = ada.home + "/Maildir"
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n",
            etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
        #expect(try ada.run("doctor", "--adopt").status == 0)
        #expect(try ada.run("release", "1").status == 0)
        // Tom's is held by the doubt; the next one says so.
        let again = try ada.run("send")
        #expect(server.mails.count == 3, "\(again)")
        let copy = try Letterbox(maildir + "/.Sent")
        let jane = try #require(server.mails.last)
        try copy.put(jane.text, "9.a.host", at: Applicant.nextDay)
        let audit = try ada.run("audit", "--check", "--against", copy.path)
        #expect(audit.status == 1, "\(audit)")
    }

    /// The words say what became of each.
    @Test func itSaysWhatItFound() throws {
        try sendAndGoBack()
        try ada.run("hold", "3")
        let run = try ada.run("doctor", "--adopt")
        #expect(
            run.out.contains(
                "2 messages had gone out already, as your Sent folder shows, and now count as sent."))
        #expect(run.out.contains("1 message held for another reason."))
        // The folder has answered the doubt: one release lets it go.
        #expect(try ada.run("release", "3").status == 0)
        #expect(try ada.state(3) == "queued")
    }

    @Test func withoutCopiesOneThatIsMissingProvesNothing() throws {
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n"
                + "imap:\n  url: maildir:Maildir\n  save_sent: never\n",
            etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
        try sendAndGoBack()
        let adopted = try ada.document("doctor", "--adopt")
        #expect(adopted["held"] == 3)
        #expect(try ada.states() == ["1 held", "2 held", "3 held"])
    }

    /// The interview is from after the backup: it was sent, is recorded again, and bears another name now.
    @Test(arguments: [false, true])
    func recordedAgainAfterARestore(inAnotherOrder: Bool) throws {
        try ada.run("interview", "list")
        let backup = ada.scratch.path + "/backup.sqlite"
        #expect(try ada.run("backup", backup).status == 0)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(try ada.run("restore", backup).status == 0)
        #expect(try ada.run("doctor", "--adopt").status == 0)
        if inAnotherOrder {
            try ada.run(
                "interview", "add", "--organisation", "Harbour Trust", "--role", "Archivist", "--ended",
                "2026-11-20 12:00", "--panel", "Bo Lind <bo@harbour.test>", "--talking-point",
                "bo@harbour.test=the quays", "--yes")
        }
        try ada.add()
        let again = try ada.run("send", "--json")
        let addressees = server.mails.map(\.to)
        #expect(addressees.filter { $0.hasPrefix("jane") || $0.hasPrefix("tom") }.count == 2, "\(again)")
        let names = server.mails.compactMap { $0.header("Message-ID") }
        #expect(Set(names).count == names.count)
        if inAnotherOrder {
            #expect(again.status == 1 && addressees.contains("bo@harbour.test"))
            #expect(try again.json()["held"].items.map(\.["reason"]["code"]) == ["copy-found", "copy-found"])
        } else {
            #expect(try again.json()["sent"].items.map(\.["id"]) == [1, 2])
        }
    }

    @Test func afterAnAdoptionNothingGoesBeforeTheFolderCouldBeSearched() throws {
        try sendAndGoBack()
        let maildir = ada.home + "/Maildir"
        try FileManager.default.moveItem(atPath: maildir, toPath: maildir + "-away")
        let adopted = try ada.run("doctor", "--adopt")
        #expect(adopted.out.contains("your Sent folder could not be searched"), "\(adopted)")
        try ada.run("release", "1")
        let waits = try ada.run("send")
        #expect(waits.status == 1 && server.mails.count == 2, "\(waits)")
        #expect(try ada.document("show", "1")["reason"]["code"] == "sent-folder-unread")
        try FileManager.default.moveItem(atPath: maildir + "-away", toPath: maildir)
        ada.clock = "2026-11-21 15:10:00"
        try ada.run("send")
        #expect(try ada.state(1) == "sent")
        #expect(server.mails.count == 2)
    }

    @Test(
        "a machine that was switched off and on, and set back, sends nothing unseen",
        .enabled(if: Applicant.mayMount))
    func restartedMachine() throws {
        try sendAndGoBack(markToo: true)
        let maildir = ada.home + "/Maildir"
        try FileManager.default.moveItem(atPath: maildir, toPath: maildir + "-away")
        let boot = try ada.scratch.file("boot", "11111111-2222-3333-4444-555555555555\n")
        let restarted = Applicant.mounting("mount --bind \"$1\" /proc/sys/kernel/random/boot_id", boot)
        #expect(try ada.run(["send"], under: restarted).status == 75)
        #expect(server.mails.count == 2)
        #expect(
            try ada.run("queue").out.contains(
                "It may have gone out already, which your Sent folder would show"))
    }
}

/// Two copies on one computer, at the same moment: one sends, and the other says why it does not.
@Suite struct SameMomentTests {
    @Test func twoCopiesAtOnceSendOnce() throws {
        for pair in 0..<6 {
            let server = try MailServer()
            let ada = try Applicant(server: server)
            try ada.add()
            let copy = ada.scratch.path + "/copy"
            try FileManager.default.copyItem(atPath: ada.home, toPath: copy)
            let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
            defer { close(nothing) }
            let homes = pair.isMultiple(of: 2) ? [ada.home, copy] : [copy, ada.home]
            let children = try homes.map { home in
                try ChildProcess.spawn(
                    Program.command(["send"], clock: Applicant.nextDay),
                    environment: Program.environment(home: ada.home).merging(["AFTERWORD_HOME": home]) { $1 },
                    descriptors: [nothing, nothing, nothing])
            }
            let ends = children.map(ChildProcess.status).sorted()
            // Another copy is at work, or has been.
            #expect(ends == [0, 75] || ends == [0, 78], "\(ends)")
            #expect(server.mails.count == 2)
        }
    }
}

/// An answer to a copy that was given up is an answer all the same.
@Suite struct EarlierCopyTests {
    @Test func anAnswerToTheFirstOfTwoCopiesIsHeard() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server, smtp: "imap:\n  url: maildir:Maildir\n  save_sent: never\n")
        let box = try Letterbox(ada.home + "/Maildir")
        try ada.add()
        ada.clock = Applicant.nextDay
        server.behave { $0.falters = "jane" }
        #expect(try ada.run("send").status == 1)
        server.behave { $0.falters = "nobody" }
        for step in [
            ["resolve", "1", "--not-delivered"], ["cancel", "1"], ["release", "1"], ["approve", "1"],
            ["send"],
        ] {
            let run = try ada.run(step)
            #expect(run.status == 0, "\(step) \(run)")
        }
        let copies = server.mails.filter { $0.to.hasPrefix("jane") }.compactMap { $0.header("Message-ID") }
        #expect(Set(copies).count == 2)
        ada.clock = "2026-11-23 10:00:00"
        try box.put(
            Incoming.reply("r1@example.org", to: copies[0], from: "Jane <jane@private.test>"), "1.a.host",
            at: "2026-11-22 10:00:00")
        let fact = try ada.document("listen")[0]
        #expect(fact["message"] == 1 && fact["recruitment"] == 1)
        #expect(try ada.state(3) == "held")
    }
}
