import Desk
import Etiquette
import Foundation
import Ledger

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
    package static func facts(_ messageStatus: MessageStatus) -> [Sentence] {
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
                lines += [text(reason, zone: messageStatus.zone)] + wayOn(message, reason.code)
            } else if messageStatus.verdict == .send {
                lines += [turn(of: message)]
            }
        }
        if let prospect = messageStatus.prospect {
            let hold = prospect.code == .planned ? "" : "Approved now, it would be held. "
            lines += ["\(hold)\(text(prospect, zone: messageStatus.zone))"]
        }
        return lines
    }

    /// What the user may do where a server wants to be asked later, or the Sent folder can't be searched.
    private static func wayOn(_ message: Message, _ code: Reason.Code) -> [Sentence] {
        switch code {
        case .deferred, .mailboxUnread: ["(\(.release([message.id])) tries at the next send)"]
        case .sentFolderUnread:
            ["(if you have looked there and it is not in it: \(.release([message.id])))"]
        default: []
        }
    }

    /// What makes a message go that nothing holds back any more.
    private static func turn(of message: Message) -> Sentence {
        message.channel == .email
            ? "It goes with the next: \(.send)"
            : "Print it with: \(.printCard(message.id)); post it, then: \(.logPosted(to: message.recipient.id))"
    }
}
