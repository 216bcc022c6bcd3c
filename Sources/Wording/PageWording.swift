import Desk
import Etiquette
import Ledger

/// What the page says that no terminal does.
extension Wording {
    /// What a message is, to whom and about what: `Thank-you to Jane Okafor, City Library`; the organisation alone where it
    /// is about none.
    package static func heading(_ message: Message?, _ recruitment: Recruitment) -> String {
        let place = shown(recruitment.organisation)
        guard let message else { return "\(place), \(shown(recruitment.role))" }
        let what = message.channel == .post ? "thank-you card" : text(message.followUp.kind)
        return capitalised("\(what) to \(shown(message.recipient.name)), \(place)")
    }

    /// What became of a try to deliver a message; nil while it is under way.
    package static func text(_ outcome: Attempt.Outcome?) -> String {
        switch outcome {
        case .sent: "sent"
        case .deferred: "put off by the server"
        case .refused: "refused"
        case .unconfirmed: "in doubt: the server fell silent"
        case .stopped: "stopped before anything was sent"
        case nil: "under way"
        }
    }

    /// Beside the field for what was talked about.
    package static let finishTheSentence = "Finish the sentence “our conversation about …”."

    /// Where a page is given a spreadsheet.
    package static let sheetsInATerminal =
        "This is a spreadsheet. For now, import it in a terminal."

    /// On the button that mends what was found.
    package static func fixing(_ fix: String) -> String {
        fix.isEmpty ? "Take it out" : "Write \(quoted(fix))"
    }

    /// Before something heard is saved: it was said less than a day ago.
    package static let onRecordAlready = "This is on record already; nothing more is changed"

    /// What a message is after something was heard: `The question about the decision to Jane Okafor: held`.
    package static func becomes(_ message: Message) -> String {
        "the \(text(message.followUp.kind)) to \(shown(message.recipient.name)) will be \(text(message.state))"
    }
}
