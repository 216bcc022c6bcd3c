import Etiquette
import Ledger
import Sender

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

    /// A message does not stand where it stood when the user looked; its text is the same.
    package struct StandsOtherwise: Worded {
        private let message: Message

        package init(_ message: Message) { self.message = message }

        package var sentence: Sentence {
            "Since you looked, this has become \(Wording.text(message.state)), so nothing was done. Below is how it stands now."
        }
    }

    /// Below a form that was filled in for something that has changed since.
    package static let typedStaysBelow =
        "What you typed is still in the form. Look at what is on record now; if you save the form again, it takes the place of "
        + "that."

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

    /// A spreadsheet travels with each form of the page, which is only so large.
    package static func sheetTooLarge(_ limit: Int) -> String {
        "This is larger than \(limit >> 20) MB; split the rows into several files, or import it in a terminal."
    }

    /// On the button that mends what was found.
    package static func fixing(_ fix: String) -> String {
        fix.isEmpty ? "Take it out" : "Write \(quoted(fix))"
    }

    /// Before something heard is saved: it was said less than a day ago.
    package static let onRecordAlready = "This is on record already; nothing more is changed"

    /// What became of what was due, when it was sent by a button.
    package static func sentNow(_ report: SendReport) -> [Sentence] {
        let parts: [(Int, String)] = [
            (report.sent.count, "sent"), (report.sentBefore.count, "found in your Sent folder: sent before"),
            (report.deferred.count, "put off by the server, to be tried again"),
            (report.refused.count, "refused by the server"),
            (report.unconfirmed.count, "perhaps sent: the server fell silent"),
            (report.held.count, "held until you decide"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { Sentence("\(count($0.0, "message")) \($0.1).") }
        return told.isEmpty ? ["Nothing was sent: nothing is due now."] : told
    }

    /// Before it is saved that nothing was.
    package static func heardNothing(from recruitment: Recruitment) -> String {
        "You have heard nothing from \(shown(recruitment.organisation)) about the \(shown(recruitment.role)) role"
    }

    /// What a message is after something was heard: `The question about the decision to Jane Okafor: held`.
    package static func becomes(_ message: Message) -> String {
        "the \(text(message.followUp.kind)) to \(shown(message.recipient.name)) will be \(text(message.state))"
    }
}

/// Why it is not clear whom to ask for the decision.
package enum NobodyToAsk: Worded {
    case notMarked
    /// With their name.
    case noAddress(String)

    package var sentence: Sentence {
        switch self {
        case .notMarked: "Choose whom to ask for the decision."
        case .noAddress(let name):
            "\(Wording.shown(name, limit: 60)) has no email address, so they can’t be asked: choose somebody else, or write "
                + "their address."
        }
    }
}

/// A form says no day, or no time of day.
package struct NoMoment: Worded {
    package init() {}

    package var sentence: Sentence { "Enter the day and the time at which the interview ended." }
}

/// Nothing was chosen of what a form offers.
package struct NotChosen: Worded {
    package init() {}

    package var sentence: Sentence { "Choose one of these." }
}
