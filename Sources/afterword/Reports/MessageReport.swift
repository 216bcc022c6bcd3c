import Composer
import Desk
import Etiquette
import Foundation
import Ledger
import Wording

/// A message as other programs read it.
struct MessageReport: Encodable {
    struct To: Encodable {
        let name: String
        @OrNull var address: String?
    }

    struct Try: Encodable {
        let started: String
        @OrNull var ended: String?
        @OrNull var outcome: String?
        @OrNull var code: Int?
        @OrNull var reply: String?
    }

    struct Why: Encodable {
        let code: String
        let text: String
        @OrNull var until: String?
    }

    let id: Int64
    let recruitment: Int64
    @OrNull var interview: Int64?
    let kind: String
    let channel: String
    let to: To
    let state: String
    let due: String
    @OrNull var nextAttempt: String?
    let subject: String
    let body: String
    @OrNull var messageID: String?
    let attempts: [Try]
    @OrNull var reason: Why?
    /// Null where the command did not read the message once more.
    @OrNull var findings: [FindingReport]?

    init(_ messageStatus: MessageStatus) { self.init(messageStatus, findings: nil) }

    init(_ messageStatus: MessageStatus, findings: [Finding]?) {
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
