import Foundation
import Testing

/// The Sent folder of a real Dovecot.
@Suite struct SentFolderOnServerTests {
    @Test func oneCopyOfEachAndReadAlready() throws {
        let server = try MailServer()
        let mailbox = try RealMailbox()
        let inbox = try mailbox.letterbox()
        let sent = try Letterbox(inbox.path + "/.Sent")
        try mailbox.hand(over: inbox)
        let section = mailbox.section(password: "correct-horse") + "  save_sent: always\n"
        let ada = try Applicant(server: server, smtp: section)
        try ada.add()
        ada.clock = Applicant.nextDay
        let first = try ada.run("send")
        #expect(first.status == 0 && first.err.isEmpty, "\(first)")
        for moment in ["2026-11-21 15:01:00", "2026-11-22 15:00:00"] {
            ada.clock = moment
            #expect(try ada.run("send").status == 0)
            #expect(try ada.run("listen").err.isEmpty)
        }
        #expect(server.mails.count == 2)
        let names = try sent.names()
        #expect(names.count == 2 && names.allSatisfy { $0.hasSuffix("S") }, "\(names)")
    }
}
