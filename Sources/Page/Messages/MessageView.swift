import Composer
import Desk
import Etiquette
import Foundation
import Wording

/// A message as the template `letter` shows it: as it will go, what was found in it, and what can be done with it.
struct MessageView {
    let heading: String
    /// Where all buttons lead.
    let address: String
    let editor: String
    let state: String
    let recipient: String
    let isEmail: Bool
    let facts: [Said]
    let subject: MarkedText
    /// The subject under which it goes as an answer in a thread.
    let threadSubject: String?
    let text: MarkedText
    let findings: [FindingView]
    let hasFindings: Bool
    /// A draft that can't be approved as it stands.
    let isBlocked: Bool
    let steps: [StepView]
    /// Where the user says whether they have sent what was opened; nil for what was not.
    let opened: String?
    let attempts: [AttemptView]
    let hasAttempts: Bool
    let canBeEdited: Bool
    /// Approved now, it goes at once.
    let leavesAtOnce: Bool
    /// There are bytes of a mail to look at.
    let hasMail: Bool
    /// The text that is before the user, for what they decide about it.
    let seen: SeenFields
    /// Where to go on after a step.
    let back: String

    /// What every decision about a message carries back.
    struct SeenFields: ListRow {
        let value: String
        let subject: String
        let body: String

        var fields: ViewFields { ["value": value, "subject": subject, "body": body] }
    }

    struct StepView {
        let name: String
        let label: String
        let isMain: Bool
    }

    struct AttemptView {
        let when: String
        let outcome: String
        let words: String
    }

    /// - Parameters:
    ///   - findings: those that were not set aside.
    ///   - back: where a step leads; the message itself where it is empty.
    init(_ status: MessageStatus, _ findings: [Finding], back: String = "", _ visit: Visit) throws {
        let message = status.message
        heading = Wording.heading(status.message, status.recruitment)
        address = "/messages/\(message.id.rawValue)"
        editor = address + "/edit" + (back.isEmpty ? "" : "?back=" + back)
        state = Wording.capitalised(Wording.text(message.state))
        recipient =
            Wording.shown(message.recipient.name) + (message.recipient.address.map { " <\($0.text)>" } ?? "")
        isEmail = message.channel == .email
        // The first names role and organisation, as the heading does.
        let isSending = (try? visit.application.isSomebodySending) ?? false
        // Whoever was sending it is gone.
        let isLeft = message.state == .handedOver && !isSending
        let about =
            Wording.facts(status, (try? visit.application.sendingArrangement) ?? .nobody)
            + (isLeft ? [Wording.sendingWasEnded] : [])
        facts = about.map { Said($0, below: message) }
        self.findings = FindingView.all(findings, in: message)
        hasFindings = !findings.isEmpty
        isBlocked = message.state == .draft && findings.contains { $0.severity == .blocks }
        subject = MarkedText(message.subject, .subject, self.findings)
        text = MarkedText(message.body, .body, self.findings)
        threadSubject = status.threadSubject.map { Wording.shown($0) }
        let isByHand = (try? visit.application.configuration.isByHand) ?? false
        let leavesAtOnce = visit.leavesAtOnce(status)
        steps = MessageStep.possible(with: status, findings, isByHand: isByHand, isSending: isSending).map {
            StepView(
                name: $0.rawValue, label: $0.label(of: message, leavesAtOnce: leavesAtOnce),
                isMain: $0.isMain(for: message))
        }
        self.leavesAtOnce = leavesAtOnce
        opened = message.isOpened ? ByHandScreen.address(of: message.id) : nil
        attempts = try status.attempts.map { attempt in
            AttemptView(
                when: try visit.text(attempt.started, status.zone),
                outcome: Wording.text(attempt.outcome),
                words: attempt.reply.map { Wording.shown($0, limit: 300) } ?? "")
        }
        hasAttempts = !attempts.isEmpty
        canBeEdited = message.state.isPending || message.state.isReturned
        hasMail = message.channel == .email && message.messageID != nil
        seen = SeenFields(message)
        self.back = back
    }
}

extension MessageView.SeenFields {
    init(_ message: Message) {
        self.init(value: Seen(message).rawValue, subject: message.subject, body: message.body)
    }
}
