import Desk
import Etiquette
import Foundation
import Ledger

/// All that is kept of a person, for who asks (UK GDPR and GDPR, article 15).
package struct EverythingReport: Encodable {
    /// A spelling of the name that was met.
    package struct Spelling: Encodable {
        package let name: String
        package let source: String
        package let time: String
    }

    /// A letter to somebody else, or a note on them, that tells of the person.
    package struct Mention: Encodable {
        package let message: Int64
        package let to: String
        package let subject: String
        package let body: String
    }

    /// The bytes of a message as they left.
    package struct Sent: Encodable {
        package let message: Int64
        package let bytes: String
    }

    package struct Mail: Encodable {
        package let id: Int64
        package let time: String
        package let meaning: String
        package let from: String
        package let subject: String
        package let evidence: [String]
        @OrNull package var words: String?
    }

    package let person: NameReport
    package let spellings: [Spelling]
    @OrNull package var addressFailure: String?
    package let interviews: [InterviewReport]
    package let messages: [MessageReport]
    package let sent: [Sent]
    package let contacts: [ContactReport]
    package let mails: [Mail]
    package let mentions: [Mention]

    /// - Parameter messages: those of the history, as they stand.
    package init(
        _ history: History, _ standing: NameStanding, _ messages: [MessageStatus], _ kept: Kept
    ) {
        person = NameReport(standing)
        spellings = kept.spellings.map {
            Spelling(name: $0.text, source: $0.source.rawValue, time: JSON.time($0.time))
        }
        addressFailure = kept.failure.map { [$0.address, $0.reason, $0.words ?? ""].joined(separator: ": ") }
        interviews = history.interviews.map { InterviewReport($0.interview, of: $0.recruitment) }
        self.messages = messages.map(MessageReport.init)
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
