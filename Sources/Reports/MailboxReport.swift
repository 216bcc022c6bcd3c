import Etiquette
import Foundation
import Intake

/// A meeting that a mail tells of: the mail, and beside it what `import` tells of an invitation.
package struct MailboxReport: Encodable {
    private struct Mail: Encodable {
        /// `invitation`, or `mail` where somebody agrees to it in words.
        let source: String
        let from: Sender
        let subject: String
        let received: String
        /// The sentence of the mail that agrees.
        @OrNull var evidence: Evidence?
        /// It is on record already: `interview` says as which.
        let onRecord: Bool
    }

    private struct Sender: Encodable {
        let name: String
        let address: String
    }

    private struct Evidence: Encodable {
        let text: String
        /// Of the text of the mail; 0 for its header and for what it quotes.
        let line: Int
    }

    private let mail: Mail
    private let report: ImportReport

    /// - Parameters:
    ///   - found: one of the meetings of a mailbox.
    ///   - interview: as which it is on record already.
    ///   - report: what became of it.
    package init(_ found: InterviewMails.Found, onRecord interview: Interview.ID?, _ report: ImportReport) {
        var report = report
        report.interview = report.interview ?? interview?.rawValue
        self.report = report
        mail = Mail(
            source: found.invitation.agreed == nil ? "invitation" : "mail",
            from: Sender(name: found.mail.senderName, address: found.mail.senderAddress),
            subject: found.mail.subject, received: JSON.time(found.mail.received),
            evidence: found.invitation.agreed.map {
                Evidence(text: $0, line: found.invitation.place.line)
            }, onRecord: interview != nil)
    }

    package func encode(to encoder: any Encoder) throws {
        try mail.encode(to: encoder)
        try report.encode(to: encoder)
    }
}
