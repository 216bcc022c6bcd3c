import Foundation
import Text

/// Rule `thank-each`, across everything on record: one conversation earns one thank-you and one question, also where it
/// was recorded twice, or somebody in it under two addresses. Two meetings may lie close together, and two people of one
/// firm may have one name: only the user can tell.
package enum SameMeeting {
    /// Seconds that two records of one meeting may differ by: its planned and its real end, as a rule.
    package static let span: TimeInterval = 3600

    /// Whether two interviews, by their ends, may be one.
    package static func mayBeOne(_ end: Date, _ other: Date) -> Bool {
        abs(end.timeIntervalSince(other)) <= span
    }

    /// Whether two records of people may be of one: the same name, at addresses of one organisation or where one of them
    /// has none.
    package static func mayBeOne(_ person: Person, _ other: Person) -> Bool {
        guard person.id != other.id else { return true }
        if let address = person.address, let known = other.address, !address.sharesDomain(with: known) {
            return false
        }
        return PersonalName.isOneName(person.name, other.name)
    }
}

extension EmailAddress {
    /// The last two labels of the domain, which those of one owner have in common.
    package var endOfDomain: String { domain.split(separator: ".").suffix(2).joined(separator: ".") }

    /// Whether both lie in domains of one owner: the same, one below the other, or both below a third. Below two labels of
    /// a country (`org.uk`) anybody may have a domain.
    package func sharesDomain(with other: EmailAddress) -> Bool {
        guard domain != other.domain else { return true }
        let labels = [domain, other.domain].map { $0.split(separator: ".") }
        let shared = zip(labels[0].reversed(), labels[1].reversed()).prefix { $0 == $1 }.count
        let isBelow = shared == min(labels[0].count, labels[1].count)
        let isOfCountry = labels[0].last.map { $0.count == 2 } ?? false
        return shared > (isBelow || !isOfCountry ? 1 : 2)
    }
}
