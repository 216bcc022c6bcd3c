import Application
import Desk
import Etiquette
import Foundation
import Logging
import Mail
import Sender
import Setup
import Wording

/// What a long run says, in its log and on the desktop. Neither a password nor a mail's text is ever among it.
enum RunWording {
    static let title = "Afterword"

    /// What the desktop shows; nil where there is nothing that needs the user.
    static func text(_ notice: RunNotice) -> Sentence? {
        switch notice {
        case .messages(let messages): self.notice(of: messages)
        case .mails(let mails): self.notice(of: mails)
        case .howItWent(let advice): howItWent(advice)
        case .mailboxUnread:
            "Your mailbox can't be read, so that nobody notices an answer. See: \(.check)"
        case .configurationRefused:
            "The configuration can't be read any more; the one before stays in force. See: \(.check)"
        case .paused(let cause): self.notice(of: cause)
        }
    }

    /// One desktop notice for all messages that a round has left to the user; nil where there is none.
    static func notice(of messages: [Message.ID]) -> Sentence? {
        guard let first = messages.first else { return nil }
        let what = messages.count == 1 ? "Message \(first.rawValue) needs" : "\(messages.count) messages need"
        return "\(what) you. See: \(.showAdvice)"
    }

    /// One desktop notice for all mails that need the user; nil where there is none.
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

    /// The desktop notice that asks after an interview.
    private static func howItWent(_ advice: Advice) -> Sentence {
        let place = advice.recruitment.map { " at \(Wording.shown($0.organisation, limit: 60))" } ?? ""
        return "How did your interview\(place) go? See: \(.showAdvice)"
    }

    /// The desktop notice that nothing goes any more.
    private static func notice(of cause: Pause.Cause) -> Sentence {
        switch cause {
        case .account: "Your mail account does not let Afterword in. See: \(.check)"
        case .secret: "Your mail password can't be fetched. See: \(.check)"
        case .application: "Nothing can be sent just now. See: \(.check)"
        }
    }

    /// What `queue` and `advise` say while a run is at work that can't send.
    static func standing(_ fault: String) -> Sentence {
        "Nothing is sent just now: \(Wording.shown(fault, limit: 600)) When you have put it right: \(.restartService) (or start "
            + "\(.stayRunning) again)"
    }
}

extension RunEvent {
    /// The line of the log: how grave, which event, and what belongs to it.
    var line: (level: Logger.Level, event: Logger.Message, fields: Logger.Metadata) {
        switch self {
        case .started: (.info, "started", [:])
        case .waiting(nil): (.info, "waiting", ["for": "a message to be queued"])
        case .waiting(let moment?): (.info, "waiting", ["until": "\(TimeWording.utc(moment))"])
        case .moved(let messageStatus): messageStatus.logLine
        case .serverTakesNothing(let stop): (.warning, "server takes nothing", ["why": Self.why(stop)])
        case .paused(let error, let until):
            (.error, "paused", ["until": "\(TimeWording.utc(until))", "why": Self.why(error)])
        case .sentFolder(let news):
            (.notice, "sent folder", ["what": "\(Wording.text(news).onOneLine.spelled)"])
        case .heard(let noted):
            (
                .notice, "heard",
                [
                    "mail": "\(noted.mail.id.rawValue)", "meaning": "\(noted.mail.fact.meaning.rawValue)",
                    "recruitment": "\(noted.mail.fact.recruitments.first?.rawValue ?? 0)",
                ]
            )
        case .mailboxUnread(let error, let until):
            (.error, "mailbox not read", ["until": "\(TimeWording.utc(until))", "why": Self.why(error)])
        case .over(let interview):
            (.notice, "interview over: how did it go?", ["interview": "\(interview.id.rawValue)"])
        case .ledgerChanged: (.info, "ledger changed", [:])
        case .configurationRead: (.info, "configuration read again", [:])
        case .configurationRefused(let error):
            (.error, "configuration refused, the one before stays in force", ["why": Self.why(error)])
        case .surprised(.slept(let seconds)): (.notice, "the machine slept", ["seconds": "\(Int(seconds))"])
        case .surprised(.clockMoved(let seconds)):
            (.notice, "the clock was set", ["seconds": "\(Int(seconds))"])
        case .stopping: (.info, "stopping", [:])
        case .stopped: (.info, "stopped", [:])
        case .abandoned:
            (.warning, "stopped without the server's answer; see: afterword queue", [:])
        }
    }

    /// As a command would say it on standard error.
    private static func why(_ error: any Error) -> Logger.MetadataValue {
        // One line, of however many things it tells.
        let sentence = CommandFailure(error)?.sentence ?? "\(error)"
        return "\(sentence.replacing("\n", with: " "))"
    }
}

extension MessageStatus {
    fileprivate var logLine: (level: Logger.Level, event: Logger.Message, fields: Logger.Metadata) {
        var fields: Logger.Metadata = [
            "message": "\(message.id.rawValue)", "kind": "\(message.followUp.kind.rawValue)",
        ]
        switch message.state {
        case .queued:
            fields["until"] = nextAttempt.map { "\(TimeWording.utc($0))" }
            fields["why"] = reason?.detail.map { "\($0)" }
            return (.warning, "deferred", fields)
        case .held:
            fields["why"] = reason.map { "\($0.code.rawValue)" }
            return (.warning, "held", fields)
        case .sent, .refused, .unconfirmed:
            fields["reply"] = attempts.last?.reply.map { "\($0)" }
            return (message.state == .sent ? .notice : .warning, "\(message.state.rawValue)", fields)
        case .draft, .handedOver, .bounced, .cancelled:
            // Somebody was faster: another command has moved it since.
            return (.info, "\(message.state.rawValue)", fields)
        }
    }
}

extension StoppedSending: ExitCoded {
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

    var exit: Exit {
        switch self {
        case .mend: .configuration
        case .server(_, let reply, _): reply == nil ? .serverUnavailable : .deferred
        }
    }

    private static func server(_ configuration: Configuration?) -> String {
        let settings = configuration?.smtp.server
        return settings.map { "\($0.host):\($0.port)" } ?? "the server"
    }
}

extension RunningApplication.LedgerGone: ExitCoded {
    var exit: Exit { .cannotWrite }
}

/// The process can't get what a long run needs.
struct NoDescriptors: ExitCoded {
    var sentence: Sentence {
        "this process may not open another file; raise the limit (ulimit -n), or log in again."
    }
    var exit: Exit { .fault }
}
