import Foundation

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
        return NamesRight.isOneName(person.name, other.name)
    }
}

extension NamesRight {
    /// The words of a name as a machine without accents writes them, in each of the customs; titles and initials apart.
    package static func plainWords(of name: String) -> Set<String> {
        Set(nameWords(of: name).filter { !$0.isInitial }.flatMap(\.plain))
    }

    /// Whether two spellings are one name: in another order, with a title or an initial, in capitals, without accents. A
    /// first name alone is everybody's.
    package static func isOneName(_ one: String, _ other: String) -> Bool {
        let counts = [one, other].map { nameWords(of: $0).count }
        guard counts[0] == counts[1] || counts.allSatisfy({ $0 > 1 }),
            !plainWords(of: one).isDisjoint(with: plainWords(of: other))
        else { return false }
        return switch likeness(of: one, to: other) {
        case .same, .form, .writing: true
        case .near, .partly, .other: false
        }
    }

    private static func nameWords(of name: String) -> [WrittenWord] {
        WrittenWord.words(of: name).filter { !$0.isTitle }
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
