import Etiquette
import Intake

extension IntakeProblem: Worded {
    package var sentence: Sentence {
        let location = place.map { " (\(Wording.text($0)))" } ?? ""
        return "\(file == "standard input" ? file : Wording.quoted(file))\(location): \(fault.words)"
    }
}

extension IntakeProblem.Fault {
    /// To follow the file and the line: what is wrong, and what to do.
    package var words: Sentence {
        switch self {
        case .tooLarge(let limit):
            "this is larger than \(limit >> 20) MB, too large for an invitation; give the invitation alone."
        case .notACalendar:
            "this is neither a calendar nor a mail nor a spreadsheet; give an .ics file, the mail that came with one, or a "
                + ".csv file whose first row names its columns."
        case .mailWithoutCalendar:
            "this mail has no invitation attached, and its words do not tell for certain when the interview is. If it is "
                + "still to come: \(.planInterview). Once it is over: \(.addInterview)"
        case .noEvent:
            "this calendar holds no event; save the invitation from your calendar or mail program again."
        case .cutShort(let component):
            "the file ends inside \(Wording.quoted(component)); save it again, whole."
        case .tooDeep(let limit): "more than \(limit) levels of nested parts; no calendar needs that."
        case .tooManyLines(let limit): "this has more than \(limit) lines; save the invitation alone."
        case .tooManyEvents(let limit): "this has more than \(limit) events; save the invitation alone."
        case .tooManyPeople(let limit): "more than \(limit) people are invited, too many for an interview."
        case .notARequest(let method):
            "this is a calendar of the kind \(Wording.quoted(method)) and not an invitation; give what the organiser sent."
        default: aboutEvent
        }
    }

    private var aboutEvent: Sentence {
        switch self {
        case .unreadable(let property, let value):
            "\(Wording.shown(property, limit: 60)) can't be read: \(Wording.quoted(value)); save the invitation again, or "
                + "record the interview with: \(.addInterview)"
        case .noStart: "the event does not say when it begins; ask for another invitation."
        case .endsBeforeStart: "the event ends before it begins; ask for another invitation."
        case .series:
            "this is a whole series of events; save the one that is your interview, or record it "
                + "with: \(.addInterview)"
        default: "libical, which reads calendars, is missing on this machine; install the package libical3."
        }
    }
}

/// Options for one meeting, and a file with several.
package struct SeveralMeetings: Worded {
    package let file: String

    package init(file: String) { self.file = file }

    package var sentence: Sentence {
        "\(Wording.quoted(file)) holds several meetings, and \(.ended), \(.panel), \(.talkingPoint), \(.contact) and \(.decisionBy) "
            + "fit one; save each invitation alone."
    }
}

/// Nothing was recorded, because something stays open.
package struct Unsettled: Worded {
    /// Empty where only the confirmation is missing.
    package let open: [Question]

    package init(open: [Question]) { self.open = open }

    package var sentence: Sentence {
        guard !open.isEmpty else {
            return
                "nothing was recorded: add \(.confirmation) to confirm what was understood, or run this in a terminal."
        }
        return "nothing was recorded: " + open.map { "\($0.sentence) \($0.remedy)" }.joined(separator: " ")
    }
}

extension AnswerProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .notNumbers(let limit): "give numbers from 1 to \(limit), with spaces between them, or nothing."
        case .notAChoice:
            "that is not one of the answers; type one that the question names, such as y for yes."
        case .blocked:
            "something in it has to be settled first (marked ✗ above); edit it, or leave it for later."
        }
    }
}
