import Foundation
import Testing

/// `audit --check --against`: the record beside a mailbox.
@Suite struct AuditAgainstTests {
    private let server: MailServer
    private let ada: Applicant

    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
    }

    enum Shape: CaseIterable { case mbox, maildir, folder }

    /// A mailbox with these mails, and somebody else's.
    private func mailbox(_ shape: Shape, _ mails: [String]) throws -> String {
        let all = mails + ["From: x@example.org\nMessage-ID: <other@example.org>\n\nHello\n"]
        switch shape {
        case .mbox:
            let text = all.map { "From ada@example.org Sat Nov 21 15:00:00 2026\n\($0)\n" }.joined()
            return try ada.scratch.file("mbox", text)
        case .maildir, .folder:
            let folder = try ada.scratch.folder("\(shape)")
            if shape == .maildir {
                for part in ["cur", "new", "tmp"] { try ada.scratch.folder("\(shape)/\(part)") }
            }
            for (number, mail) in all.enumerated() {
                let part = number.isMultiple(of: 2) ? "cur/\(number):2,S" : "new/\(number)"
                try ada.scratch.file("\(shape)/\(shape == .maildir ? part : "\(number).eml")", mail)
            }
            return folder
        }
    }

    private var sent: [String] { server.mails.map(\.text) }

    private func codes(_ path: String, _ status: Int32) throws -> [String] {
        let before = ada.ledger
        let run = try ada.run("audit", "--check", "--against", path, "--json")
        #expect(run.status == status, "\(run)")
        #expect(ada.ledger == before)
        return try run.json().items.map { "\($0["code"]) \($0["message"])" }
    }

    @Test(arguments: Shape.allCases)
    func everySentMessageHasOneCopy(_ shape: Shape) throws {
        #expect(try codes(mailbox(shape, sent), 0) == [])
    }

    @Test func itIsSaid() throws {
        let path = try mailbox(.mbox, sent)
        #expect(
            try ada.run("audit", "--check", "--against", path).out.hasSuffix(
                "is logged exactly once.\nEvery sent message has exactly one copy in \(quoted(path)) (3 mails looked at).\n"
            ))
    }

    private func quoted(_ path: String) -> String { path.count > 60 ? "“\(path.prefix(60))…”" : "“\(path)”" }

    @Test(arguments: Shape.allCases)
    func missingAndDoubledCopiesAreNamed(_ shape: Shape) throws {
        let path = try mailbox(shape, [sent[0], sent[0]])
        #expect(try codes(path, 1) == ["several-copies 1", "missing-copy 2"])
    }

    @Test func copyOfWhatWasNeverSentIsNamed() throws {
        let id = try ada.document("show", "3")["messageID"].string
        #expect(!id.isEmpty)
        let path = try mailbox(.folder, sent + ["Message-ID: <\(id)>\n\nWhat about it?\n"])
        #expect(try codes(path, 1) == ["unsent-copy 3"])
        // Corrected, it has another name; the old one is remembered.
        try ada.run("edit", "3", environment: ["EDITOR": "sed -i -e 's/,$/, and all,/'"])
        #expect(try ada.document("show", "3")["messageID"] != .text(id))
        #expect(try codes(path, 1) == ["unsent-copy 3"])
    }

    @Test func copyOfWhatIsInDoubtIsEvidence() throws {
        let bea = try Applicant(server: server)
        try bea.add()
        server.behave { $0.falters = "jane" }
        bea.clock = Applicant.nextDay
        try bea.run("send")
        for (number, mail) in server.mails.suffix(2).enumerated() {
            try bea.scratch.folder("mails")
            try bea.scratch.file("mails/\(number).eml", mail.text)
        }
        let run = try bea.run("audit", "--check", "--against", bea.scratch.path + "/mails", "--json")
        #expect(run.status == 0, "\(run)")
        #expect(try run.json().items.map(\.["code"]) == ["unconfirmed-copy"])
    }

    @Test func mailboxThatCannotBeReadProvesNothing() throws {
        let run = try ada.run("audit", "--check", "--against", ada.scratch.path + "/absent")
        #expect(
            run.status == 65
                && run.err.contains("can't be read (No such file or directory), so nothing could be checked.")
        )
        #expect(try ada.run("audit", "--against", ada.home).status == 64)
    }

    @Test func mailboxThatIsBeingWrittenProvesNothing() throws {
        let path = try mailbox(.mbox, sent)
        try ada.scratch.file("mbox.lock", "")
        let run = try ada.run("audit", "--check", "--against", path)
        #expect(run.status == 75 && run.err.contains("so nothing could be checked; try again."), "\(run)")
    }
}
