import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// Mails as the listener understands them.
struct Letterbox {
    let running: RunningApplication

    /// What a mail means; only what a test is about need be said.
    func fact(
        _ meaning: MailFact.Meaning, _ recruitments: [Recruitment.ID], from person: Person.ID? = nil,
        at time: String = "2026-11-20T09:00:00Z", key: String = "<r1@example.org>",
        answering message: Message.ID? = nil,
        address: String = "jane.okafor@example.org", name: String = "Jane Okafor",
        evidence: [String] = ["address"]
    ) -> MailFact {
        MailFact(
            mail: MailFact.Mail(
                key: key, time: at(time), fromName: name, fromAddress: address, subject: "Re: Thank you",
                messageID: String(key.dropFirst().dropLast()), thread: ["note@example.net"]),
            meaning: meaning, recruitments: recruitments, person: person, message: message,
            evidence: evidence.map { MailFact.Evidence(code: $0, text: address) })
    }

    /// A notice that a message came back.
    func bounce(_ message: Message.ID, at time: String, isPermanent: Bool = true) -> MailFact {
        var fact = fact(
            .bounce, [], at: time, key: "<b\(time)@mx.example.org>", answering: message,
            address: "mailer-daemon@mx.example.org", name: "")
        fact.sort = "unknown-mailbox"
        fact.failure = MailFact.Failure(
            address: "jane.okafor@example.org", reason: "unknown-mailbox", isPermanent: isPermanent,
            words: "550 5.1.1 no such user", returnedID: nil)
        return fact
    }

    @discardableResult
    func note(_ facts: MailFact..., at now: String = "2026-11-20T10:00:00Z") throws -> [Desk.Noted] {
        try running.desk.note(facts, upTo: nil, at: at(now))
    }
}
