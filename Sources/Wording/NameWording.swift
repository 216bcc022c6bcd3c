import Desk
import Etiquette
import Foundation
import Text

/// Two spellings of a name side by side, and what to type to settle which is right (rule `names-right`).
extension Wording {
    /// One sentence with both spellings, where they stand, and the two ways on.
    package static func text(_ difference: NameDifference) -> Sentence {
        let id = difference.person.id
        return
            "which is right: \(quoted(difference.person.name)), as recorded, or \(quoted(difference.other)), "
            + "\(place(of: difference))? The first: \(.verifyPerson(id)); the second: \(.editPerson(id, .name(difference.other)))"
    }

    /// Every spelling of a name, numbered, with where it stands; empty where nothing is open.
    package static func sideBySide(_ standing: NameStanding) -> [String] {
        let (person, doubts) = (standing.person, standing.doubts)
        let kept = "  1  \(shown(person.name))  (as recorded)"
        let others =
            doubts.differences.enumerated().map { index, difference in
                "  \(index + 2)  \(shown(difference.other))  (\(place(of: difference)))"
            }
            + (standing.usualWriting.map {
                ["  \(doubts.differences.count + 2)  \(shown($0))  (as most people would write it)"]
            } ?? [])
        if !doubts.differences.isEmpty { return ["One name, spelt in several ways:", kept] + others }
        if let form = doubts.form { return ["The name \(predicate(of: form)):", kept] + others }
        let address = person.address?.text ?? ""
        if doubts.hasBareDomain { return ["The address \(address) has no dot after the @:", kept] }
        return standing.settled == nil && doubts.isUnlikeAddress
            ? ["The name does not resemble the address \(address):", kept] : []
    }

    /// Asks on a terminal, below `sideBySide`.
    package static func whichIsRight(_ standing: NameStanding) -> String {
        let numbers = (1...standing.spellings.count).map(String.init).joined(separator: ", ")
        return "Which is right? \(numbers), or type it as they write it [Enter = decide later]: "
    }

    /// What was settled, so that a slip is seen.
    package static func isWritten(_ name: String) -> String { "  = \(shown(name))" }

    /// Where the other spelling stands.
    package static func place(of difference: NameDifference) -> String {
        guard difference.source == .address, let address = difference.person.address else {
            return place(of: difference.source)
        }
        return "as the address \(address.text) has it"
    }

    /// Where a spelling was met.
    package static func place(of source: NameSource) -> String {
        switch source {
        case .user: "as you wrote it"
        case .invitation: "as the invitation has it"
        case .ownMail: "as they write it in their own mail"
        case .address: "as the address has it"
        }
    }

    /// `verified by you, 17 November 2026 …`, or that nobody has confirmed it.
    package static func verified(_ standing: NameStanding, _ zone: TimeZone) -> Sentence {
        guard let settled = standing.settled else {
            return
                "name not verified yet; if it is right: \(.verifyPerson(standing.person.id))"
        }
        let who =
            switch settled.source {
            case .user, .address: "by you"
            case .invitation: "by you, as the invitation has it"
            case .ownMail: "by their own mail"
            }
        return "name verified \(who) (\(TimeWording.text(settled.time, zone)))"
    }
}
