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
        let section = mailbox.section(password: "correct-horse", saveSent: "always")
        // By the machine's own clock, since the certificate of the server is of today.
        let ada = try Applicant(at: nil, server: server, smtp: section)
        let ended = (Date() - 25 * 3600).formatted(.iso8601)
        #expect(try ada.run(Applicant.interview(ended: ended, "--yes", "--json")).status == 0)
        for command in ["send", "send", "listen"] {
            let run = try ada.run(command)
            #expect(run.status == 0 && run.err.isEmpty, "\(run)")
        }
        #expect(server.mails.count == 2)
        let names = try sent.names()
        #expect(names.count == 2 && names.allSatisfy { $0.hasSuffix("S") }, "\(names)")
    }
}
