import Application
import Composer
import Desk
import Etiquette
import Foundation

/// A button below a message.
enum MessageStep: String, CaseIterable {
    case approve, release, hold, cancel, delivered, posted
    /// An email that leaves with its approval, for whoever was told so.
    case approveNow = "approve-now"
    /// By hand: it is given to the user, who sends it with a mail program of their own.
    case open
    case byPost = "by-post"
    case notDelivered = "not-delivered"

    /// Those that lead on from where it is, the likeliest first.
    ///
    /// - Parameters:
    ///   - findings: those that were not set aside.
    ///   - isSending: somebody who may send is at work, so that what was handed over may still arrive.
    static func possible(
        with status: MessageStatus, _ findings: [Finding], isByHand: Bool, isSending: Bool
    ) -> [MessageStep] {
        let message = status.message
        let isThanks = message.followUp.kind == .thankYou
        let isCard = message.channel == .post
        let post: [MessageStep] = isThanks ? (isCard ? [.posted] : [.byPost]) : []
        switch message.state {
        case .draft:
            let isBlocked = findings.contains { $0.severity == .blocks } || status.prospect?.code == .planned
            return (isBlocked ? [] : [.approve]) + (isCard ? [] : post) + [.hold, .cancel]
        case .queued:
            let isStopped = if case .hold(let reason) = status.verdict { reason.canBeWaived } else { false }
            let mayGoSooner = isStopped || status.reason?.code.isFailure ?? false
            let isReady = isByHand && !isCard && status.verdict == .send
            return (isReady ? [.open] : []) + post + (mayGoSooner ? [.release] : []) + [.hold, .cancel]
        case .held:
            let canBeReleased = message.reason?.canBeWaived ?? true
            return (canBeReleased ? [.release] : []) + (isThanks ? [.posted] : []) + [.cancel]
        case .refused, .bounced: return [.cancel]
        // What was opened is asked where it was opened.
        case .unconfirmed: return message.isOpened ? [] : [.delivered, .notDelivered]
        case .handedOver: return isSending ? [] : [.delivered, .notDelivered]
        case .cancelled: return message.reason?.code.keepsCancelled ?? false ? [] : [.release]
        case .sent: return []
        }
    }

    /// What one would press first. Where nobody knows what happened, no answer is the likelier one.
    func isMain(for message: Message) -> Bool {
        switch self {
        case .approve, .approveNow, .open: true
        case .posted: message.channel == .post
        case .release: message.state == .held
        case .hold, .cancel, .delivered, .notDelivered, .byPost: false
        }
    }

    /// What the button says.
    ///
    /// - Parameter leavesAtOnce: with its approval.
    func label(of message: Message, leavesAtOnce: Bool = false) -> String {
        switch self {
        case .approve: leavesAtOnce ? "Approve and send now …" : "Approve"
        case .approveNow: "Send it now"
        case .release where message.state == .cancelled: "Make it a draft again"
        case .release where message.state == .queued && message.reason?.code.isFailure ?? false:
            "Try at the next sending"
        case .release where message.reason?.code == .anyNews: "I have heard nothing: let it go"
        case .release: "Release"
        case .hold: "Hold"
        case .cancel where message.followUp.kind == .thankYou: "Don’t thank"
        case .cancel: "Cancel"
        case .delivered: "It was sent"
        case .notDelivered: "It was not sent"
        case .posted where message.channel == .email: "I have posted a card instead"
        case .posted: "I have posted it"
        case .open: "Send it yourself"
        case .byPost: "By post instead"
        }
    }

    /// The same where only the subject of the message is known.
    var plainLabel: String {
        switch self {
        case .approve: "Approve"
        case .approveNow: "Approve, and send it now"
        case .release: "Release"
        case .hold: "Hold"
        case .cancel: "Cancel"
        case .delivered: "It was sent"
        case .notDelivered: "It was not sent"
        case .posted: "I have posted it"
        case .open: "Send it yourself"
        case .byPost: "By post instead"
        }
    }

    /// Does it, with the text that was seen.
    ///
    /// - Returns: the screen on which it goes on; nil for the one from which it was asked.
    func take(with id: Message.ID, seen: Seen, in application: Application, now: Date) throws -> String? {
        let (desk, all) = (try application.desk, [id: seen])
        switch self {
        case .approve, .approveNow: _ = try desk.approve([id], ignoring: [], seen: all, at: now)
        case .release: _ = try desk.release([id], seen: all, at: now)
        case .hold: _ = try desk.hold([id], seen: all, at: now)
        case .cancel: _ = try desk.cancel([id], seen: all, at: now)
        case .delivered: try application.resolve(id, delivered: true, seen: seen)
        case .notDelivered: try application.resolve(id, delivered: false, seen: seen)
        case .posted: _ = try desk.posted(id, seen: seen, at: now)
        case .open:
            try application.openByHand(id, .nothing, seen: seen)
            return ByHandScreen.address(of: id)
        case .byPost:
            _ = try desk.hold([id], seen: all, at: now)
            return "/messages/\(id.rawValue)/card"
        }
        return nil
    }
}
