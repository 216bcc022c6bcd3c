import Application
import Desk
import Etiquette
import Foundation

/// A message and how it stands.
extension Wording {
    /// What it is and to whom, such as `thank-you to Jane Okafor <jane@example.org>`.
    package static func what(_ message: Message) -> String {
        let to =
            message.recipient.address.map { " <\($0.text)>" }
            ?? (message.channel == .post ? " (by post)" : "")
        let what = message.channel == .post ? "thank-you card" : text(message.followUp.kind)
        return "\(what) to \(shown(message.recipient.name))\(to)"
    }

    /// When and why, a line each, and what the user may do about it.
    ///
    /// - Parameter sending: who sends what is due; asked where that is told.
    package static func facts(
        _ messageStatus: MessageStatus, _ sending: @autoclosure () -> SendingArrangement
    ) -> [Sentence] {
        let message = messageStatus.message
        let reason = messageStatus.reason
        var lines: [Sentence] = [
            "\(messageStatus.recruitment.role), \(messageStatus.recruitment.organisation)"
        ]
        switch message.state {
        case .sent: if let why = messageStatus.missingCopy { lines += [Sentence(missingCopy(why))] }
        case .cancelled, .bounced: if let reason { lines += [text(reason, zone: messageStatus.zone)] }
        default:
            lines += ["due \(TimeWording.text(message.due, messageStatus.zone))"]
            if let reason, reason.code != .early {
                lines += [text(reason, zone: messageStatus.zone)] + wayOn(message, reason)
            } else if messageStatus.verdict == .send {
                lines += [turn(of: message, sending())]
            }
        }
        if let prospect = messageStatus.prospect {
            let hold = prospect.code == .planned ? "" : "Approved now, it would be held. "
            lines += ["\(hold)\(text(prospect, zone: messageStatus.zone))"]
        }
        return lines
    }

    /// What the user may do where it is held, where a server wants to be asked later, or where the Sent folder can't be
    /// searched.
    private static func wayOn(_ message: Message, _ reason: Reason) -> [Sentence] {
        switch reason.code {
        case .deferred, .mailboxUnread:
            ["(to have it tried with the next sending: \(.release([message.id])))"]
        case .opened: [sayWhetherSent(message.id)]
        case .anyNews: [sayWhetherHeard(message.followUp.recruitment)]
        case .sentFolderUnread:
            ["(if you have looked there and it is not in it: \(.release([message.id])))"]
        case _ where message.state == .held && reason.canBeWaived:
            ["Held until you decide: \(.release([message.id])), or: \(.cancel([message.id]))"]
        default: []
        }
    }

    /// What makes a message go that nothing holds back any more.
    static func turn(of message: Message, _ sending: SendingArrangement) -> Sentence {
        message.channel == .email
            ? turn(of: message.id, sending)
            : "Print it with: \(.printCard(message.id)); post it, then: \(.logPosted(message.id))"
    }
}
