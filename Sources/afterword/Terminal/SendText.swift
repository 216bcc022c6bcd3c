import Application
import Desk
import Etiquette
import Foundation
import Ledger
import Mail
import Reports
import Sender
import Wording

/// What a sending did, for people and for programs.
struct SendText {
    let application: Application

    /// One JSON document, in no more memory for ten thousand messages than for one.
    func printDocument(_ report: SendReport) throws {
        var messages = [
            "sent": report.sent + report.sentBefore, "deferred": report.deferred, "refused": report.refused,
            "unconfirmed": report.unconfirmed, "held": report.held,
        ]
        if try application.configuration.isByHand { messages["ready"] = report.ready }
        try printDocument(messages, at: application.now)
    }

    /// The same of what would go.
    func printDocument(_ preview: Preview, at moment: Date) throws {
        try printDocument(
            ["wouldSend": preview.wouldSend.map(\.message), "wouldHold": preview.wouldHold.map(\.message)],
            at: moment)
    }

    private func printDocument(_ messages: [String: [Message.ID]], at moment: Date) throws {
        try JSON.print(arrays: messages, { try application.desk.messageStatus(for: Array($0), at: moment) }) {
            MessageReport($0)
        }
    }

    func print(_ report: SendReport) throws {
        let parts: [(Wording.SendHeading, [Message.ID])] = [
            (.sent, report.sent), (.sentBefore, report.sentBefore), (.deferred, report.deferred),
            (.refused, report.refused), (.unconfirmed, report.unconfirmed), (.held, report.held),
            (.ready, report.ready),
        ]
        for (heading, ids) in parts { try show(heading, ids) }
        guard parts.allSatisfy(\.1.isEmpty), report.stop == nil else { return }
        Output.line(Wording.nothingIsDue(next: try next()))
    }

    func print(_ preview: Preview, at moment: Date) throws {
        let zone = try application.configuration.me.timeZone
        Output.line("At \(TimeWording.text(moment, zone)):")
        try show(.wouldSend, preview.wouldSend.map(\.message), at: moment)
        try show(.wouldHold, preview.wouldHold.map(\.message), at: moment)
        if preview.wouldSend.isEmpty, preview.wouldHold.isEmpty { Output.line(Wording.nothingWouldBeSent) }
    }

    /// Says on standard error why a run ended early; answers how it ends.
    func explain(_ report: SendReport) -> Exit {
        var exit = report.deferred.isEmpty ? Exit.done : .deferred
        if !(report.refused.isEmpty && report.unconfirmed.isEmpty && report.held.isEmpty) {
            exit = .needsUser
        }
        switch report.stop {
        case .mend(let cause, let reply):
            Output.problem(
                "afterword: "
                    + Wording.text(
                        cause, reply, server: server, account: account, authentication: authentication
                    ).spelled
                    + Wording.allStaysQueued)
            return .configuration
        case .server(let reply, let fault):
            Output.problem(
                "afterword: " + Wording.text(fault, reply, server: server, account: account)
                    + Wording.restStaysQueued)
            // A server that answers with "later" is there; one that does not answer is not.
            return max(exit, reply == nil ? .serverUnavailable : .deferred)
        case .asked, nil: return exit
        }
    }

    private var authentication: SMTPSettings.Authentication {
        (try? application.configuration)?.smtp?.server.authentication ?? .password
    }

    private var account: String? { (try? application.configuration)?.accountName }

    private var server: String {
        let settings = (try? application.configuration)?.smtp?.server
        return settings.map { "\($0.host):\($0.port)" } ?? "the server"
    }

    /// The emails that leave next, at one moment; nil where nothing is queued.
    private func next() throws -> [(message: Message, moment: Date, zone: TimeZone)]? {
        let queued = try application.desk.queue(all: false, at: application.now).filter {
            $0.message.state == .queued
        }
        guard !queued.isEmpty else { return nil }
        // A card is posted by hand, whenever that is.
        let later = queued.filter { $0.message.channel == .email }.compactMap { status in
            status.nextAttempt.map { (message: status.message, moment: $0, zone: status.zone) }
        }.filter { $0.moment > application.now }
        let first = later.map(\.moment).min()
        return later.filter { $0.moment == first }
    }

    private func show(_ heading: Wording.SendHeading, _ ids: [Message.ID], at moment: Date? = nil) throws {
        guard !ids.isEmpty else { return }
        let text = MessageText(application)
        Output.line(text.bold(Wording.text(heading).spelled + ":"))
        for window in ids.windows {
            for messageStatus in try application.desk.messageStatus(
                for: Array(window), at: moment ?? application.now)
            {
                show(messageStatus, text)
            }
        }
    }

    private func show(_ messageStatus: MessageStatus, _ text: MessageText) {
        Output.line("  " + text.heading(messageStatus))
        for fact in text.facts(messageStatus) { Output.line("     " + fact) }
        // What was not said by a server has no code.
        if messageStatus.message.state == .sent, let attempt = messageStatus.attempts.last,
            attempt.code != nil,
            let words = attempt.reply
        {
            Output.line("     " + Wording.serverSaid(words))
        }
    }
}
