import Application
import Desk
import Etiquette
import Foundation
import Logging
import Wording

extension RunEvent {
    /// The line of the log: how grave, which event, and what belongs to it.
    var line: (level: Logger.Level, event: Logger.Message, fields: Logger.Metadata) {
        switch self {
        case .started: (.info, "started", [:])
        case .waiting(nil): (.info, "waiting", ["for": "a message to be queued"])
        case .waiting(let moment?): (.info, "waiting", ["until": "\(TimeWording.utc(moment))"])
        case .moved(let messageStatus): messageStatus.logLine
        case .ready(let messages):
            (.notice, "ready to send by hand", ["messages": "\(Wording.list(messages))"])
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

/// The process can't get what a long run needs.
struct NoDescriptors: ExitCoded {
    var sentence: Sentence {
        "this process may not open another file; raise the limit (ulimit -n), or log in again."
    }
    var exit: Exit { .fault }
}
