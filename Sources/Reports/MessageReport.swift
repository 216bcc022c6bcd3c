import Composer
import Desk
import Etiquette
import Foundation
import Ledger
import Wording

package struct MessageReport: Encodable {
    package struct To: Encodable {
        package let name: String
        @OrNull package var address: String?
    }

    package struct Try: Encodable {
        package let started: String
        @OrNull package var ended: String?
        @OrNull package var outcome: String?
        @OrNull package var code: Int?
        @OrNull package var reply: String?
    }

    package struct Why: Encodable {
        package let code: String
        package let text: Sentence
        @OrNull package var until: String?
    }

    package let id: Int64
    package let recruitment: Int64
    @OrNull package var interview: Int64?
    package let kind: String
    package let channel: String
    package let to: To
    package let state: String
    package let due: String
    @OrNull package var nextAttempt: String?
    package let subject: String
    package let body: String
    @OrNull package var messageID: String?
    package let attempts: [Try]
    @OrNull package var reason: Why?
    /// Null where the command did not read the message once more.
    @OrNull package var findings: [FindingReport]?

    package init(_ messageStatus: MessageStatus) { self.init(messageStatus, findings: nil) }

    package init(_ messageStatus: MessageStatus, findings: [Finding]?) {
        self.findings = findings?.map(FindingReport.init)
        let message = messageStatus.message
        id = message.id.rawValue
        recruitment = message.followUp.recruitment.rawValue
        interview = message.followUp.interview?.rawValue
        kind = message.followUp.kind.rawValue
        channel = message.channel.rawValue
        to = To(name: message.recipient.name, address: message.recipient.address?.text)
        state = message.state.rawValue
        due = JSON.time(message.due)
        nextAttempt = messageStatus.nextAttempt.map(JSON.time)
        subject = messageStatus.threadSubject ?? message.subject
        body = message.body
        messageID = message.messageID
        attempts = messageStatus.attempts.map {
            Try(
                started: JSON.time($0.started), ended: $0.ended.map(JSON.time), outcome: $0.outcome?.rawValue,
                code: $0.code, reply: $0.reply)
        }
        reason = messageStatus.reason.map {
            let isWait = if case .wait = messageStatus.verdict { true } else { $0.code == .deferred }
            return Why(
                code: $0.code.rawValue, text: Wording.text($0, zone: messageStatus.zone),
                until: isWait ? $0.moment.map(JSON.time) : nil)
        }
    }
}
