import Etiquette
import Foundation
import Ledger

/// What is said of the record where somebody looks things up.
extension Wording {
    /// Where mail to a person came back from, and what may be done about it.
    package static func text(_ failure: AddressFailure, _ zone: TimeZone) -> Sentence {
        cameBack(
            failure.person, from: failure.address, failure.reason, TimeWording.text(failure.time, zone),
            isPermanent: failure.isPermanent)
    }

    /// They are forgotten; only the file may still have room in it that was theirs.
    package static func notCleared(_ sentence: Sentence) -> Sentence {
        "they are forgotten, but the freed space in the database could not be cleared yet: \(sentence) The next command "
            + "tries again."
    }

    /// Beside a message that waits for nothing but the user.
    package static let stillADraft = "This is a draft: it waits until you have read and approved it."

    /// Text of several lines, of which nothing is hidden.
    package static func shownLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            shown(line.hasSuffix("\r") ? String(line.dropLast()) : String(line))
        }.joined(separator: "\n")
    }
}

/// What can't be done with a form of the record.
package enum CorrectionProblem: Worded, Equatable {
    /// What stands in the field can be changed, and not taken away.
    case cannotBeEmptied
    /// An answer about the spelling of a name that is not open any more.
    case nameHasChanged(String)

    package var sentence: Sentence {
        switch self {
        case .cannotBeEmptied:
            "this can be changed, but not left empty. Write what is right, or go back without saving."
        case .nameHasChanged(let name):
            "the record has changed since you opened the page, and \(Wording.quoted(name)) is no longer one of the "
                + "spellings. Nothing was changed; look again."
        }
    }
}

/// The first of two days is after the last.
package struct DaysTurnedRound: Worded {
    package init() {}

    package var sentence: Sentence {
        "The last day is before the first: exchange the two, or leave one of them empty."
    }
}

/// A name was said to be right beside an address that nobody has confirmed.
package struct AddressNotConfirmed: Worded {
    private let address: String

    package init(address: String) { self.address = address }

    package var sentence: Sentence {
        "Say whether the address \(address) is right, too: tick the box below, or change it. Nothing was saved yet."
    }
}
