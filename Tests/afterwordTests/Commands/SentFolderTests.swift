import Foundation
import TestFiles
import Testing

/// One copy of what was sent lies in the Sent folder of the user's mailbox, and no trouble there touches a sending.
@Suite struct SentFolderTests {
    private let server: MailServer
    private let ada: Applicant
    private let maildir: String

    init() throws {
        server = try MailServer()
        let scratch = try Scratch()
        maildir = try scratch.folder("Maildir")
        ada = try Applicant(server: server)
        try configure("always")
        try ada.add()
        ada.clock = Applicant.nextDay
    }

    private func configure(_ saving: String) throws {
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n"
                + "imap:\n  url: maildir:\(maildir)\n  save_sent: \(saving)\n",
            etiquette: "  hours: 00:00-24:00\n  weekends: all\n")
    }

    private func make(_ folders: String...) throws {
        for folder in folders {
            for part in ["cur", "new", "tmp"] {
                try FileManager.default.createDirectory(
                    atPath: "\(maildir)/\(folder)/\(part)", withIntermediateDirectories: true)
            }
        }
    }

    private func copies() throws -> [String] {
        let folder = maildir + "/.Sent/cur"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .map {
                try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8).replacing("\r\n", with: "\n")
            }
    }

    @Test func whatLeftLiesThereOnce() throws {
        try make("", ".Sent")
        let sent = try ada.run("send")
        #expect(sent.status == 0 && sent.err.isEmpty, "\(sent)")
        #expect(try Set(copies()) == Set(server.mails.map(\.text)))
        ada.clock = "2026-11-22 15:00:00"
        try ada.run("send")
        try ada.run("listen")
        #expect(try copies().count == 2)
        #expect(try ada.states() == ["1 sent", "2 sent", "3 queued"])
    }

    @Test func neverMeansNever() throws {
        try configure("never")
        try make("", ".Sent")
        try ada.run("send")
        try ada.run("listen")
        #expect(server.mails.count == 2)
        #expect(try copies().isEmpty)
    }

    @Test func aMissingFolderTouchesNoSendingAndIsToldOfLater() throws {
        try make("")
        let sent = try ada.run("send")
        #expect(sent.status == 0)
        #expect(sent.err.contains("nothing is wrong with your messages"), "\(sent)")
        #expect(sent.err.contains("imap.sent_folder"))
        #expect(sent.err.split(separator: "\n").count == 1)
        #expect(try !ada.run("advise").out.contains("No copy"))
        ada.clock = "2026-11-23 10:00:00"
        #expect(try ada.run("show", "1").out.contains("no copy is in your Sent folder yet"))
        #expect(try ada.run("queue", "--all").out.contains("no copy is in your Sent folder yet"))
        let advice = try ada.document("advise").items.last
        #expect(advice?["code"] == "copy")
        #expect(advice?["text"].string.hasPrefix("No copy of 2 messages is in your Sent folder yet") == true)
        try make(".Sent")
        try ada.run("listen")
        #expect(try copies().count == 2)
        #expect(try !ada.run("show", "1").out.contains("no copy"))
    }

    /// The provider has given the copy another Message-ID; what answers that one later is an answer all the same.
    @Test func aDoubtIsSettledByACopyOfTheProvider() throws {
        try make("", ".Sent")
        server.behave { $0.falters = "jane" }
        #expect(try ada.run("send").status == 1)
        #expect(try ada.states() == ["1 unconfirmed", "2 sent", "3 queued"])
        let mail = try #require(server.mails.first { $0.to.hasPrefix("jane") })
        let ours = try #require(mail.header("Message-ID"))
        try Data(mail.text.replacing(ours, with: "<CAF=rewritten@provider.test>").utf8)
            .write(to: URL(fileURLWithPath: maildir + "/.Sent/cur/1.M1.host:2,S"))
        ada.clock = "2026-11-22 15:00:00"
        let listened = try ada.run("listen")
        #expect(
            listened.err
                == "Note: message 1 was sent after all: there is a copy in the Sent folder of your mailbox.\n"
        )
        #expect(try ada.states() == ["1 sent", "2 sent", "3 queued"])
        #expect(try copies().count == 2)
    }
}
