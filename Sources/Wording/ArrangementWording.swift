import Application
import Etiquette
import Foundation

/// Who sends what is due, and who reads the mailbox, in a sentence with what to do.
extension Wording {
    /// - Parameter zone: in which the user reads times.
    package static func whoSends(_ arrangement: SendingArrangement, zone: TimeZone) -> Sentence {
        switch arrangement {
        case .byHand(isTold: true):
            "You send each message yourself. Afterword is running and tells you when one is ready. To open it: \(.hand(nil))"
        case .byHand(isTold: false):
            "You send each message yourself. On its day, see that it is ready with: \(.showAdvice). Then open it with: "
                + "\(.hand(nil)). To be told on your desktop instead: \(.installService)"
        case .running(isService: true):
            "Afterword is running as a service and sends each message when it is due."
        case .running(isService: false):
            "Afterword is running and sends each message when it is due, for as long as you leave it running. To have it "
                + "start whenever you log in: \(.installService)"
        case .serviceStopped:
            "Nothing is sent at the moment: the service is installed but not running. Start it: \(.startService). See why "
                + "it stopped: \(.showService)"
        case .scheduled(let last):
            "A timer or script of yours seems to send what is due; it last did so \(TimeWording.text(last, zone))."
        case .nobody:
            "Nothing will be sent by itself. To have each message sent when it is due: \(.installService). Or send what is due "
                + "yourself, each day: \(.send)"
        }
    }

    /// At the foot of each page: `Sending is on since 08:10.`
    ///
    /// - Parameter since: nil where that is not known.
    package static func sendingIsOn(since: Date?, at now: Date, zone: TimeZone) -> String {
        guard let since else { return "Sending is on." }
        let isToday = WallTime(at: since, in: zone).day == WallTime(at: now, in: zone).day
        let time = isToday ? TimeWording.clock(since, zone) : TimeWording.plain(since, zone)
        return "Sending is on since \(time)."
    }

    /// What makes a message go that nothing holds back any more.
    static func turn(of id: Message.ID, _ arrangement: SendingArrangement) -> Sentence {
        switch arrangement {
        case .byHand: "It is ready for you to send: \(.hand(id))"
        case .running: "Afterword is running and will send it in a moment."
        case .scheduled, .serviceStopped, .nobody: "It goes with the next: \(.send)"
        }
    }

    /// Asks before a question goes that was approved a while ago, where nobody reads the mailbox.
    static func anyNews(_ recruitment: Recruitment, _ what: String) -> Sentence {
        "Have you heard anything from \(shown(recruitment.organisation)) about the \(shown(recruitment.role)) role? If not, "
            + "\(what) can go: \(.heardNothing(recruitment.id)). If you have, record it: \(.tell(recruitment.id))"
    }

    /// What says so of one message.
    static func sayWhetherHeard(_ recruitment: Recruitment.ID) -> Sentence {
        "If you have heard nothing: \(.heardNothing(recruitment)). If you have, record it: \(.tell(recruitment))"
    }

    /// The same as a question.
    package static func haveYouHeard(from recruitment: Recruitment) -> String {
        "Have you heard anything from \(shown(recruitment.organisation)) about the \(shown(recruitment.role)) role? [y/n] "
    }

    /// By whom the mailbox is read, and when it was last.
    ///
    /// - Parameters:
    ///   - place: where it is.
    ///   - last: nil where it was never read.
    package static func whoReads(
        _ place: String, _ arrangement: SendingArrangement, last: Date?, zone: TimeZone
    ) -> Sentence {
        let when =
            last.map { "It was last read \(TimeWording.text($0, zone))." } ?? "It has not been read yet."
        return arrangement.isRunning
            ? "Afterword reads your mailbox (\(place)) for answers as long as it is running. \(when)"
            : "Your mailbox (\(place)) is read before a question goes, and whenever you do: \(.readMailbox). \(when)"
    }
}
