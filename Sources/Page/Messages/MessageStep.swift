import Composer
import Desk
import Etiquette
import Foundation

/// A button below a message.
enum MessageStep: String, CaseIterable {
    case approve, release, hold, cancel, delivered, posted
    case byPost = "by-post"
    case notDelivered = "not-delivered"

    /// Those that lead on from where it is, the likeliest first.
    ///
    /// - Parameter findings: those that were not set aside.
    static func possible(with status: MessageStatus, _ findings: [Finding]) -> [MessageStep] {
        let message = status.message
        let isThanks = message.followUp.kind == .thankYou
        let isCard = message.channel == .post
        let post: [MessageStep] = isThanks ? (isCard ? [.posted] : [.byPost]) : []
        switch message.state {
        case .draft:
            let isBlocked = findings.contains { $0.severity == .blocks } || status.prospect?.code == .planned
            return (isBlocked ? [] : [.approve]) + (isCard ? [] : post) + [.hold, .cancel]
        case .queued:
            let mayGoSooner = status.reason?.code.isFailure ?? false
            return post + (mayGoSooner ? [.release] : []) + [.hold, .cancel]
        case .held:
            let canBeReleased = message.reason?.canBeWaived ?? true
            return (canBeReleased ? [.release] : []) + (isThanks ? [.posted] : []) + [.cancel]
        case .refused, .bounced: return [.cancel]
        case .unconfirmed: return [.delivered, .notDelivered]
        case .cancelled: return [.release]
        case .handedOver, .sent: return []
        }
    }

    var isMain: Bool { self == .approve || self == .delivered || self == .posted }

    /// What the button says.
    func label(of message: Message) -> String {
        switch self {
        case .approve: "Approve"
        case .release where message.state == .cancelled: "Make it a draft again"
        case .release where message.state == .queued: "Try at the next sending"
        case .release: "Release"
        case .hold: "Hold"
        case .cancel where message.followUp.kind == .thankYou: "Don’t thank"
        case .cancel: "Cancel"
        case .delivered: "It was sent"
        case .notDelivered: "It was not sent"
        case .posted: "I have posted it"
        case .byPost: "By post instead"
        }
    }

    /// Does it, with the text that was seen.
    ///
    /// - Returns: the screen on which it goes on; nil for the one from which it was asked.
    func take(with id: Message.ID, seen: Seen, at desk: Desk, now: Date) throws -> String? {
        let all = [id: seen]
        switch self {
        case .approve: _ = try desk.approve([id], ignoring: [], seen: all, at: now)
        case .release: _ = try desk.release([id], seen: all, at: now)
        case .hold: _ = try desk.hold([id], seen: all, at: now)
        case .cancel: _ = try desk.cancel([id], seen: all, at: now)
        case .delivered: _ = try desk.resolve(id, delivered: true, seen: seen, at: now)
        case .notDelivered: _ = try desk.resolve(id, delivered: false, seen: seen, at: now)
        case .posted: _ = try desk.posted(id, seen: seen, at: now)
        case .byPost:
            _ = try desk.hold([id], seen: all, at: now)
            return "/messages/\(id.rawValue)/card"
        }
        return nil
    }
}
