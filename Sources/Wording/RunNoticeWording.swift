import Application
import Desk
import Etiquette
import Mail
import Setup

/// What a long run tells at once, on the desktop or at the top of a page. Neither a password nor a mail's text is ever
/// among it.
extension Wording {
    /// Nil where there is nothing that needs the user.
    package static func text(_ notice: RunNotice) -> Sentence? {
        switch notice {
        case .messages(let messages): self.notice(of: messages)
        case .ready(let messages): Wording.notice(ofReady: messages)
        case .mails(let mails): self.notice(of: mails)
        case .howItWent(let advice): howItWent(advice)
        case .mailboxUnread: "Your mailbox can't be read, so nobody notices an answer. See: \(.check)"
        case .configurationRefused:
            "The configuration can't be read any more; the previous one is used. See: \(.check)"
        case .paused(.account): "Your mail account does not let Afterword in. See: \(.check)"
        case .paused(.secret): "Your mail password can't be fetched. See: \(.check)"
        case .paused(.application): "Nothing can be sent just now. See: \(.check)"
        }
    }

    /// One notice for all messages that a round has left to the user.
    private static func notice(of messages: [Message.ID]) -> Sentence? {
        guard let first = messages.first else { return nil }
        let what = messages.count == 1 ? "Message \(first.rawValue) needs" : "\(messages.count) messages need"
        return "\(what) you. See: \(.showAdvice)"
    }

    /// One notice for all mails that need the user.
    private static func notice(of mails: [Desk.Noted]) -> Sentence? {
        let needing = mails.filter { !$0.mail.open.isEmpty || $0.mail.fact.meaning == .bounce }
        guard let first = needing.first else { return nil }
        let what =
            needing.count > 1
            ? "\(needing.count) mails need you."
            : first.mail.fact.meaning == .bounce
                ? "A message came back." : "Somebody has answered, or may have."
        return "\(what) See: \(.showAdvice)"
    }

    private static func howItWent(_ advice: Advice) -> Sentence {
        let place = advice.recruitment.map { " at \(shown($0.organisation, limit: 60))" } ?? ""
        return "How did your interview\(place) go? See: \(.showAdvice)"
    }

    /// What is said while a run is at work that can't send.
    package static func standing(_ fault: String) -> Sentence {
        "Nothing is sent just now: \(shown(fault, limit: 600)) When you have put it right: \(.restartService) (or start "
            + "\(.stayRunning) again)"
    }
}

extension StoppedSending: Worded {
    package var sentence: Sentence {
        switch self {
        case .mend(let cause, let reply, let configuration):
            Wording.text(
                cause, reply, server: Self.server(configuration), account: configuration?.accountName)
        case .server(let fault, let reply, let configuration):
            Sentence(
                Wording.text(
                    fault, reply, server: Self.server(configuration), account: configuration?.accountName))
        }
    }

    private static func server(_ configuration: Configuration?) -> String {
        let settings = configuration?.smtp?.server
        return settings.map { "\($0.host):\($0.port)" } ?? "the server"
    }
}
