import Application
import Composer
import Desk
import Etiquette
import Foundation
import Ledger
import Mail
import Text
import Wording

/// Messages as people see them on a terminal.
struct MessageText {
    private let hasColour: Bool
    /// Who sends what is due.
    private let sending: () -> SendingArrangement

    init(_ application: Application) {
        hasColour = application.platform.hasColour
        sending = { (try? application.sendingArrangement) ?? .nobody }
    }

    /// The whole message: heading, why it waits, subject, text, findings.
    func full(_ messageStatus: MessageStatus, _ findings: [Finding] = []) -> String {
        let message = messageStatus.message
        var lines = [heading(messageStatus)]
        lines += facts(messageStatus).map { "  " + $0 }
        lines += ["  Subject: \(Wording.shown(message.subject))"]
        if let thread = messageStatus.threadSubject {
            let kin = message.followUp.kind == .feedbackRequest ? "their mail" : "your thank-you"
            lines += ["  In the thread of \(kin) as: \(Wording.shown(thread))"]
        }
        lines += [""]
        lines += message.body.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .flatMap { wrapped(String($0)) }
            .map { $0.isEmpty ? "  │" : "  │ \($0)" }
        lines += findings.flatMap { self.lines($0, in: message) }.map { "  " + $0 }
        return lines.joined(separator: "\n")
    }

    /// One line: number, kind, recipient, state.
    func heading(_ messageStatus: MessageStatus) -> String {
        let message = messageStatus.message
        return bold("\(message.id.rawValue)") + "  \(Wording.what(message))  [\(coloured(message.state))]"
    }

    /// When and why, a line each.
    func facts(_ messageStatus: MessageStatus) -> [String] {
        Wording.facts(messageStatus, sending()).map(\.spelled)
    }

    /// Every try to deliver it, with the server's words.
    func attempts(_ messageStatus: MessageStatus) -> [String] {
        messageStatus.attempts.map { attempt in
            let outcome = attempt.outcome?.rawValue ?? "under way"
            let words = Self.words(of: attempt).map { ": " + $0 } ?? ""
            return "  \(TimeWording.text(attempt.started, messageStatus.zone))  \(outcome)\(words)"
        }
    }

    /// The server's words, or ours where it said nothing that stopped the run.
    private static func words(of attempt: Attempt) -> String? {
        guard let reply = attempt.reply else { return nil }
        guard attempt.outcome == .stopped, let cause = StopCause(rawValue: reply) else {
            return Wording.shown(reply, limit: 300)
        }
        return Wording.text(cause, nil, server: "the server").spelled
    }

    /// What was found, with a mark that says whether it blocks, and below it where.
    func lines(_ finding: Finding, in message: Message) -> [String] {
        ["\(mark(finding)) \(Wording.text(finding, in: message).spelled)"]
            + [Wording.place(of: finding).map { "    " + $0 }].compactMap(\.self)
    }

    private func mark(_ finding: Finding) -> String {
        finding.severity == .blocks ? paint("✗", "31") : paint("!", "33")
    }

    func bold(_ text: String) -> String { paint(text, "1") }

    private func coloured(_ state: MessageState) -> String {
        let colour =
            switch state {
            case .sent: "32"
            case .held, .refused, .unconfirmed, .bounced: "31"
            case .draft: "33"
            case .queued, .handedOver, .cancelled: "0"
            }
        return paint(state.rawValue, colour)
    }

    private func paint(_ text: String, _ code: String) -> String {
        hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// Lines of at most 76 columns, or of what a narrower window leaves beside the bar.
    private func wrapped(_ paragraph: String) -> [Substring] {
        let columns = Output.screen.isTerminal ? min(76, Output.screen.textColumns - 4) : 76
        return TextWrap.text(Wording.shown(paragraph).singleSpaced, columns: columns)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }
}
