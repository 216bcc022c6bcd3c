import Foundation
import Testing

/// The whole way with a mailbox on a real Dovecot.
@Suite struct ListenToServerTests {
    private let server: MailServer
    private let mailbox: RealMailbox
    private let ada: Applicant

    init() throws {
        server = try MailServer()
        mailbox = try RealMailbox(day: "2026-11-22")
        ada = try Applicant(server: server, smtp: mailbox.section(password: "correct-horse"))
        try ada.add()
        ada.clock = Applicant.nextDay
        #expect(try ada.run("send").status == 0)
        ada.clock = "2026-11-23 10:00:00"
    }

    private func messageID(_ index: Int) throws -> String {
        try #require(server.mails[index].header("Message-ID"))
    }

    @Test func mailsAreHeardOnceAndStayUnread() throws {
        let box = try mailbox.letterbox()
        let came = "2026-11-22 10:00:00"
        try box.put(Incoming.reply("s@spam.test", from: "Offers <win@spam.test>"), "1.M0.host", at: came)
        try box.put(Incoming.reply("r@example.org", to: messageID(0)), "2.M1.host", at: came)
        try box.put(
            Incoming.bounce("b@mx.test", of: messageID(1), to: "tom@example.org"), "3.M2.host", at: came)
        try box.put(Incoming.vacation("v@example.org", to: messageID(0)), "4.M3.host", at: came)
        try box.put(
            Incoming.reply("f@evil.test", to: messageID(0), from: "HR <hr@evil.test>"), "5.M4.host", at: came)
        try mailbox.hand(over: box)
        let facts = try ada.document("listen")
        let meanings = facts.items.map(\.["meaning"].string).sorted()
        #expect(meanings == ["automatic", "bounce", "possible-reply", "reply"])
        #expect(try ada.states() == ["1 sent", "2 bounced", "3 held"])
        #expect(try ada.document("listen") == [])
        // No mail bears the flag S, of seen.
        let flags = try box.names().map { $0.split(separator: ",").dropFirst().joined() }
        #expect(flags.count == 5 && flags.allSatisfy { !$0.contains("S") })
        #expect(
            try ada.run("doctor").out.contains(
                "✓ mailbox: the mailbox at localhost:\(mailbox.port) can be read"))
    }

    /// What is said behind the login: which folders are there, the folder opened; LOGOUT is said without waiting.
    @Test func nothingNewCostsTwoRoundTrips() throws {
        let box = try mailbox.letterbox()
        try box.put(Incoming.reply("r@example.org", to: messageID(0)), "2.M1.host", at: "2026-11-22 10:00:00")
        try mailbox.hand(over: box)
        #expect(try ada.document("listen").items.count == 1)
        // Search, headers, bodies.
        #expect(try mailbox.commands() == ["LIST", "EXAMINE", "UID", "UID", "UID"])
        #expect(try ada.document("listen") == [])
        #expect(try mailbox.commands() == ["LIST", "EXAMINE"])
    }

    /// A wrong password, a missing folder and a server that is not there are told apart.
    @Test func whatIsWrongIsSaidInASentenceOfItsOwn() throws {
        func listen(_ section: String) throws -> Run {
            try ada.configure(
                "smtp:\n  url: smtp://127.0.0.1:\(server.port)\n  tls: 'off'\n" + section, etiquette: "")
            return try ada.run("listen")
        }
        let box = try mailbox.letterbox()
        try mailbox.hand(over: box)
        let wrong = try listen(mailbox.section(password: "wrong-horse"))
        #expect(wrong.status == 78 && wrong.err.contains("refused the login to your mailbox"), "\(wrong)")
        #expect(!(wrong.err + wrong.out).contains("wrong-horse"))
        let missing = try listen(mailbox.section(password: "correct-horse", folders: "INBOX, Interviews"))
        #expect(missing.status == 78 && missing.err.contains("there is no folder “Interviews”"), "\(missing)")
        #expect(missing.out.contains("Nothing new"))
        let gone = try listen(mailbox.section(password: "correct-horse", port: 1))
        #expect(gone.status == 69 && gone.err.contains("can't be reached"), "\(gone)")
    }
}
