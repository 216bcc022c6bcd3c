import Application
import Desk
import Etiquette
import Foundation
import Ledger

/// All that is kept of a person, for who asks (UK GDPR and GDPR, article 15).
struct EverythingReport: Encodable {
    /// A spelling of the name that was met.
    struct Spelling: Encodable {
        let name: String
        let source: String
        let time: String
    }

    /// A letter to somebody else, or a note on them, that tells of the person.
    struct Mention: Encodable {
        let message: Int64
        let to: String
        let subject: String
        let body: String
    }

    /// The bytes of a message as they left.
    struct Sent: Encodable {
        let message: Int64
        let bytes: String
    }

    struct Mail: Encodable {
        let id: Int64
        let time: String
        let meaning: String
        let from: String
        let subject: String
        let evidence: [String]
        @OrNull var words: String?
    }

    let person: NameReport
    let spellings: [Spelling]
    @OrNull var addressFailure: String?
    let interviews: [InterviewReport]
    let messages: [MessageReport]
    let sent: [Sent]
    let contacts: [ContactReport]
    let mails: [Mail]
    let mentions: [Mention]

    init(_ history: History, _ standing: NameStanding, in application: Application) throws {
        let id = history.person.id
        let kept = try application.desk.kept(of: id)
        person = NameReport(standing)
        spellings = kept.spellings.map {
            Spelling(name: $0.text, source: $0.source.rawValue, time: JSON.time($0.time))
        }
        addressFailure = kept.failure.map { [$0.address, $0.reason, $0.words ?? ""].joined(separator: ": ") }
        interviews = history.interviews.map { InterviewReport($0.interview, of: $0.recruitment) }
        messages = try application.desk.messageStatus(for: history.messages, at: application.now).map(
            MessageReport.init)
        sent = kept.sent.map {
            Sent(message: $0.message.rawValue, bytes: String(decoding: $0.bytes, as: UTF8.self))
        }
        contacts = history.contacts.map(ContactReport.init)
        mails = kept.mails.map { heard in
            let mail = heard.fact.mail
            return Mail(
                id: heard.id.rawValue, time: JSON.time(mail.time), meaning: heard.fact.meaning.rawValue,
                from: "\(mail.fromName) <\(mail.fromAddress)>", subject: mail.subject,
                evidence: heard.fact.evidence.map(\.text), words: heard.fact.words)
        }
        mentions = kept.mentions.map {
            Mention(
                message: $0.id.rawValue, to: $0.recipient.name, subject: $0.subject, body: $0.body)
        }
    }
}
