import Foundation
import Testing

/// `send --dry-run`: what would go, with nothing changed.
@Suite struct SendPreviewTests {
    @Test func previewNamesWhatWouldGoAndChangesNothing() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        let before = ada.ledger
        let now = try ada.document("send", "--dry-run")
        #expect(now.keys == ["wouldHold", "wouldSend"])
        #expect(now["wouldSend"] == [] && now["wouldHold"] == [])
        let then = try ada.document("send", "--dry-run", "--at", "2026-11-21 15:00")
        #expect(then["wouldSend"].items.map(\.["id"]) == [1, 2])
        #expect(try ada.run("send", "--dry-run", "--at", "2026-11-21 15:00").out.contains("Would be sent:"))
        #expect(try ada.run("send", "--dry-run").out.hasSuffix("Nothing would be sent.\n"))
        #expect(ada.ledger == before)
        #expect(server.lines.isEmpty)
    }

    @Test func previewNeedsNoLock() throws {
        let ada = try Applicant()
        try ada.add()
        let folder = open(ada.home, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
        #expect(try ada.run("send", "--dry-run").status == 0)
    }

    @Test func previewSaysWhatWouldBeHeldAndWhy() throws {
        let ada = try Applicant()
        try ada.add()
        let late = try ada.document("send", "--dry-run", "--at", "2026-11-24 15:00")
        #expect(late["wouldSend"] == [])
        #expect(late["wouldHold"].items.map(\.["id"]) == [1, 2])
        #expect(late["wouldHold"].items.map(\.["reason"]["code"]) == ["late", "late"])
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    @Test func previewWritesTheMailsAsFiles() throws {
        let ada = try Applicant()
        try ada.add()
        let folder = ada.scratch.path + "/mails"
        try ada.run("send", "--dry-run", "--at", "2026-11-21 15:00", "--to", folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == 2)
        #expect(files.allSatisfy { $0.hasSuffix(".eml") })
        let mail = try String(contentsOfFile: folder + "/" + files[0], encoding: .utf8)
        #expect(mail.contains("Date: Sat, 21 Nov 2026 15:00:00 +0000\r\n"))
    }

    @Test func previewIntoAFileIsRefused() throws {
        let ada = try Applicant()
        try ada.add()
        let file = try ada.scratch.file("taken", "")
        let run = try ada.run("send", "--dry-run", "--to", file, "--json")
        #expect(run.status == 73)
        #expect(run.out.isEmpty)
        #expect(run.err.contains("can't be written into"))
    }

    @Test(arguments: [["--at", "2026-11-21 15:00"], ["--to", "mails"]])
    func momentAndFolderGoWithDryRunAlone(_ options: [String]) throws {
        let run = try Applicant().run(["send"] + options)
        #expect(run.status == 64)
        #expect(run.err.contains("--at and --to go with --dry-run."))
    }
}
