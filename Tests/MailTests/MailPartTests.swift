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
    func leaves() throws {
        let all = try MailPart.all(in: Array(mail.utf8), .message) { _, _ in true }
        #expect(all.map(\.mediaType) == ["text/calendar", "application/octet-stream", "text/plain"])
        #expect(all.map(\.name) == [nil, "invite.ics", nil])
        #expect(all.map(\.method) == ["REQUEST", nil, nil])
        #expect(all.first?.charset == "UTF-8")
        #expect(
            all.map { String(decoding: $0.content, as: UTF8.self).trimmingCharacters(in: .newlines) } == [
                "SUMMARY:Ó", "BEGIN", "plain",
            ])
        let named = try MailPart.all(in: Array(mail.utf8), .message) { _, name in name == "invite.ics" }
        #expect(named.map(\.content) == [Array("BEGIN".utf8)])
    }

    @Test("a mailbox gives the parts of all its mails")
    func mailbox() throws {
        let box = (1...3).map { "From a@b.c Fri Nov 20 10:00:00 2026\nSubject: \($0)\n\ntext \($0)\n\n" }
            .joined()
        let parts = try MailPart.all(in: Array(box.utf8), .mbox) { type, _ in type == "text/plain" }
        #expect(parts.count == 3)
    }

    @Test("no bytes are no mail")
    func nothing() {
        #expect(throws: LetterProblem.notAMessage) { try MailPart.all(in: [], .mbox) { _, _ in true } }
    }
}
