import Etiquette
import Foundation

/// What a sending did, or would do.
extension Wording {
    /// Above the messages of which one and the same became.
    package enum SendHeading {
        case sent, sentBefore, deferred, refused, unconfirmed, held, ready, wouldSend, wouldHold
    }

    package static func text(_ heading: SendHeading) -> Sentence {
        switch heading {
        case .sent: "Sent"
        case .sentBefore: "Sent before now, as your Sent folder shows, so it was not sent again"
        case .deferred: "Deferred, to be tried again later"
        case .refused: "Refused by the server"
        case .unconfirmed: "Unconfirmed: they may have arrived"
        case .held: "Held, and waiting for you"
        case .ready: readyToSend
        case .wouldSend: "Would be sent"
        case .wouldHold: "Would be held"
        }
    }

    package static let nothingWouldBeSent = "Nothing would be sent."

    /// - Parameter next: when the next ones leave, in order; nil where nothing is queued at all.
    package static func nothingIsDue(next: [(message: Message, moment: Date, zone: TimeZone)]?) -> String {
        "Nothing is due. " + (next.map(nextOnes) ?? "Nothing is queued.")
    }

    private static func nextOnes(_ next: [(message: Message, moment: Date, zone: TimeZone)]) -> String {
        guard let first = next.first else { return "No email is waiting for a later time." }
        let moment = TimeWording.text(first.moment, first.zone)
        guard next.count == 1 else { return "Next: \(next.count) messages wait until \(moment)." }
        return
            "Next: \(text(first.message.followUp.kind)) to \(shown(first.message.recipient.name)), \(moment)."
    }

    /// Below what was sent: the server's own words.
    package static func serverSaid(_ words: String) -> String {
        "the server said: \(shown(words, limit: 200))"
    }

    /// Behind why a sending came to an end: what the user has to mend.
    package static let allStaysQueued = " Everything stays queued."
    /// Likewise, of what mends itself.
    package static let restStaysQueued = " What was not sent stays queued and is tried again later."
}
