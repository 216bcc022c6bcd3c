import Desk
import Etiquette
import Foundation
import Mail
import Sender

/// What a sending did, for people and for programs.
struct SendText {
    let house: House

    struct Document: Encodable {
        let sent: [MessageReport]
        let deferred: [MessageReport]
        let refused: [MessageReport]
        let unconfirmed: [MessageReport]
        let held: [MessageReport]
    }

    struct PreviewDocument: Encodable {
        let wouldSend: [MessageReport]
        let wouldHold: [MessageReport]
    }

    func document(_ report: SendReport) throws -> Document {
        Document(
            sent: try reports(report.sent), deferred: try reports(report.deferred),
            refused: try reports(report.refused), unconfirmed: try reports(report.unconfirmed),
            held: try reports(report.held))
    }

    func document(_ preview: Preview, at moment: Date) throws -> PreviewDocument {
        PreviewDocument(
            wouldSend: try reports(preview.wouldSend.map(\.message), at: moment),
            wouldHold: try reports(preview.wouldHold.map(\.message), at: moment))
    }

    func print(_ report: SendReport) throws {
        try show("Sent", report.sent)
        try show("Deferred, and tried again later", report.deferred)
        try show("Refused by the server", report.refused)
        try show("Unconfirmed: perhaps delivered", report.unconfirmed)
        try show("Held, and waiting for you", report.held)
        let all = report.sent + report.deferred + report.refused + report.unconfirmed + report.held
        guard all.isEmpty, report.stop == nil else { return }
        Output.line("Nothing is due. " + (try next()))
    }

    func print(_ preview: Preview, at moment: Date) throws {
        let zone = try house.configuration.me.timeZone
        Output.line("At \(TimeWording.text(moment, zone)):")
        try show("Would be sent", preview.wouldSend.map(\.message), at: moment)
        try show("Would be held", preview.wouldHold.map(\.message), at: moment)
        if preview.wouldSend.isEmpty, preview.wouldHold.isEmpty { Output.line("Nothing would go.") }
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
                    + Wording.text(cause, reply, server: server, authentication: authentication)
                    + " Everything stays queued.")
            return .configuration
        case .server(let reply, let fault):
            Output.problem(
                "afterword: " + Wording.text(fault, reply, server: server)
                    + " What was not handed over stays queued and is tried again later.")
            // A server that answers with "later" is there; one that does not answer is not.
            return max(exit, reply == nil ? .serverUnavailable : .deferred)
        case nil: return exit
        }
    }

    private var authentication: SMTPSettings.Authentication {
        (try? house.configuration)?.smtp.server.authentication ?? .password
    }

    private var server: String {
        let settings = (try? house.configuration)?.smtp.server
        return settings.map { "\($0.host):\($0.port)" } ?? "the server"
    }

    private func next() throws -> String {
        let queued = try house.desk.queue(all: false, at: house.now).filter { $0.message.state == .queued }
        guard !queued.isEmpty else { return "Nothing is queued." }
        // A card is posted by hand, whenever that is.
        let emails = queued.filter {
            $0.message.channel == .email && ($0.nextAttempt ?? house.now) > house.now
        }
        guard let time = emails.compactMap(\.nextAttempt).min(),
            let first = emails.first(where: { $0.nextAttempt == time })
        else { return "No email waits for a later time." }
        let moment = TimeWording.text(time, first.zone)
        let count = emails.filter { $0.nextAttempt == time }.count
        guard count == 1 else { return "Next: \(count) messages wait until \(moment)." }
        return
            "Next: \(Wording.text(first.message.followUp.kind)) to \(Wording.shown(first.message.recipient.name)), \(moment)."
    }

    private func show(_ title: String, _ ids: [Message.ID], at moment: Date? = nil) throws {
        guard !ids.isEmpty else { return }
        let text = MessageText(hasColour: house.edge.hasColour)
        Output.line(text.bold(title + ":"))
        for outlook in try house.desk.outlook(for: ids, at: moment ?? house.now) {
            Output.line("  " + text.heading(outlook))
            for fact in text.facts(outlook) { Output.line("     " + fact) }
            if outlook.message.state == .sent, let words = outlook.attempts.last?.reply {
                Output.line("     the server said: \(Wording.shown(words, limit: 200))")
            }
        }
    }

    private func reports(_ ids: [Message.ID], at moment: Date? = nil) throws -> [MessageReport] {
        try house.desk.outlook(for: ids, at: moment ?? house.now).map(MessageReport.init)
    }
}
