import Foundation
import Testing

@testable import Mail

@Suite("Parts of a mail: asked for by type and name, and decoded")
struct MailPartTests {
    private let mail = """
        From: jane@example.com
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=edge

        --edge
        Content-Type: TEXT/Calendar; charset="UTF-8"; method=REQUEST
        Content-Transfer-Encoding: quoted-printable

        SUMMARY:=C3=93
        --edge
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="invite.ics"

        QkVHSU4=
        --edge
        Content-Type: message/rfc822

        Subject: forwarded

        plain
        --edge--

        """

    @Test("each leaf that is wanted, in its order, those of forwarded mails too")
    func leaves() {
        let all = MailPart.all(in: Array(mail.utf8), .message) { _, _ in true }
        #expect(all.map(\.mediaType) == ["text/calendar", "application/octet-stream", "text/plain"])
        #expect(all.map(\.name) == [nil, "invite.ics", nil])
        #expect(all.map(\.method) == ["REQUEST", nil, nil])
        #expect(all.first?.charset == "UTF-8")
        #expect(
            all.map { String(decoding: $0.content, as: UTF8.self).trimmingCharacters(in: .newlines) } == [
                "SUMMARY:Ó", "BEGIN", "plain",
            ])
        let named = MailPart.all(in: Array(mail.utf8), .message) { _, name in name == "invite.ics" }
        #expect(named.map(\.content) == [Array("BEGIN".utf8)])
    }

    @Test("a mailbox gives the parts of all its mails")
    func mailbox() {
        let box = (1...3).map { "From a@b.c Fri Nov 20 10:00:00 2026\nSubject: \($0)\n\ntext \($0)\n\n" }
            .joined()
        let parts = MailPart.all(in: Array(box.utf8), .mbox) { type, _ in type == "text/plain" }
        #expect(parts.count == 3)
    }

    @Test("no bytes are no mail")
    func nothing() {
        #expect(MailPart.all(in: [], .mbox) { _, _ in true } == [])
    }

    @Test(
        "the name of a file may be encoded, continued, or stand with the type",
        arguments: [
            "Content-Disposition: attachment; filename=\"=?utf-8?q?Termin=C3=BCbersicht.ics?=\"",
            "Content-Disposition: attachment; filename*=utf-8''Termin%C3%BCbersicht.ics",
            "Content-Disposition: attachment; filename*0*=utf-8''Termin%C3%BC; filename*1*=bersicht.ics",
            "Content-Type: application/octet-stream; name=\"Terminübersicht.ics\"",
        ])
    func names(field: String) {
        let mail = "Subject: x\n\(field)\n\nBEGIN"
        #expect(
            MailPart.all(in: Array(mail.utf8), .message) { _, _ in true }.map(\.name) == [
                "Terminübersicht.ics"
            ])
    }

    @Test(
        "a file beside tens of thousands of tiny parts costs neither time nor memory", .timeLimit(.minutes(1))
    )
    func crowd() {
        let parts = (0..<40_000).map { "--edge\nContent-Type: text/plain\n\n\($0)\n" }.joined()
        let mail = "Content-Type: multipart/mixed; boundary=edge\n\n" + parts + "--edge--\n"
        let found = MailPart.all(in: Array(mail.utf8), .message) { _, _ in true }
        #expect(found.count == IncomingLimits.parts && found.last?.content == Array("399\n".utf8))
    }
}
