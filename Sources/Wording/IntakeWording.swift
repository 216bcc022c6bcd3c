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
            "this is larger than \(limit >> 20) MB, and no invitation is; give the invitation alone."
        case .notACalendar:
            "this is neither a calendar nor a mail nor a spreadsheet; give an .ics file, the mail that carries one, or a "
                + ".csv file whose first row names its columns."
        case .mailWithoutCalendar:
            "this mail carries no calendar; record the interview with: \(.addInterview)"
        case .noEvent:
            "this calendar holds no event; save the invitation from your calendar or mail program again."
        case .cutShort(let component):
            "the file ends inside \(Wording.quoted(component)); save it again, whole."
        case .tooDeep(let limit): "more than \(limit) levels of nested parts; no calendar needs that."
        case .tooManyLines(let limit): "this has more than \(limit) lines; save the invitation alone."
        case .tooManyEvents(let limit): "this has more than \(limit) events; save the invitation alone."
        case .tooManyPeople(let limit): "more than \(limit) people are invited; this is no interview."
        case .notARequest(let method):
            "this is no invitation but a calendar of the kind \(Wording.quoted(method)); give what the organiser sent."
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
            "this is every event of a series, and one of them can be an interview; save that one alone, or record it "
                + "with: \(.addInterview)"
        default: "libical, which reads calendars, is missing on this machine; install the package libical3."
        }
    }
}

/// Options for one meeting, and a file with several.
package struct SeveralMeetings: Worded {
    package let file: String

    package init(file: String) {
        self.file = file
    }

    package var sentence: Sentence {
        "\(Wording.quoted(file)) holds several meetings, and \(.ended), \(.panel), \(.talkingPoint), \(.contact) and \(.decisionBy) "
            + "fit one; save each invitation alone."
    }
}

/// Nothing was recorded, because something stays open.
package struct Unsettled: Worded {
    /// Empty where only the confirmation is missing.
    package let open: [Question]

    package init(open: [Question]) {
        self.open = open
    }

    package var sentence: Sentence {
        guard !open.isEmpty else {
            return
                "nothing was recorded: what was understood is to be confirmed; add \(.confirmation), or run this on a terminal."
        }
        return "nothing was recorded: " + open.map { "\($0.sentence) \($0.remedy)" }.joined(separator: " ")
    }
}

extension AnswerProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .notNumbers(let limit): "give numbers from 1 to \(limit), with spaces between them, or nothing."
        case .notAChoice: "that is none of the answers."
        }
    }
}
