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
        case .unconfirmed: "in doubt: nobody knows whether it arrived"
        case .stopped: "stopped before anything was sent"
        case nil: "under way"
        }
    }

    /// Of a time that came twice.
    package static let whichShowing = "Which of the two was it?"

    /// Asked where somebody is known at an address under another name.
    package static func whichName(_ address: String) -> String { "Who reads mail at \(address)?" }
    package static func nameIsTyped(_ name: String) -> String {
        "\(shown(name, limit: 60)): correct it everywhere"
    }
    package static func nameIsKnown(_ name: String) -> String {
        "\(shown(name, limit: 60)), as before: keep it"
    }

    /// After the mailbox was read by a button.
    package static func mailboxRead(found count: Int) -> String {
        count == 0
            ? "Your mailbox was read: nobody has written."
            : "Your mailbox was read: \(self.count(count, "mail")) found, of which Today tells."
    }

    /// Of a message whose sender was killed.
    package static let sendingWasEnded: Sentence =
        "Afterword was ended while this was being sent, so nobody knows whether it arrived. Look in your Sent folder, or ask your "
        + "provider; then say below which it is."

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
    /// Somebody else was chosen, and nobody was written.
    case noName

    package var sentence: Sentence {
        switch self {
        case .noName: "Write the name of the person to ask, and their email address."
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

/// The clock showed a time twice, as it was put back.
package struct ShownTwice: Worded {
    package init() {}

    package var sentence: Sentence {
        "The clocks went back that night, so this time came twice: say which it was."
    }
}

/// An interview that nothing is to be sent for any more; the year may be a slip.
package struct LongAgo: Worded {
    private let day: Day

    package init(_ day: Day) { self.day = day }

    package var sentence: Sentence {
        "That was long ago, \(TimeWording.long(day)) \(String(day.components.year)): correct the date, or tick below that it is "
            + "right."
    }
}

/// Somebody is known at an address under another name (rule `names-right`).
package struct KnownAsOther: Worded {
    private let known: Person

    package init(_ known: Person) { self.known = known }

    package var sentence: Sentence {
        "You know \(known.address?.text ?? "this person") as \(Wording.quoted(known.name)): say which name is right."
    }
}

/// A field for a day is empty.
package struct NoDay: Worded {
    package init() {}

    package var sentence: Sentence { "Enter the day that they named." }
}

/// Nothing was chosen of what a form offers.
package struct NotChosen: Worded {
    package init() {}

    package var sentence: Sentence { "Choose one of these." }
}
