import Etiquette
import Foundation
import Text

/// Who takes part, to tell a name of somebody from that of a role or an employer.
struct Acquaintance {
    private let people: [Set<String>]
    private let mine: Set<String>
    /// What the domains of the people are called: `citylibrary` of `mail.citylibrary.org.uk`.
    private let domains: Set<String>

    init(me: Me, names: [String], addresses: [EmailAddress]) {
        mine = Self.words(me.name)
        people = names.map { Self.words(PersonalName.withoutRemark($0)) }.filter { !$0.isEmpty }
        domains = Set(
            addresses.filter { !InterviewWords.freeMail.contains($0.domain) }.flatMap { address in
                address.domain.split(separator: ".").dropLast().map(String.init).filter {
                    $0.count > 2 && !Self.plainLabels.contains($0)
                }
            })
    }

    private static let plainLabels: Set<String> = [
        "mail", "email", "com", "org", "net", "gov", "edu", "www", "calendar",
    ]

    func isMe(_ text: String) -> Bool {
        let words = Self.words(text)
        return !words.isEmpty && words.isSubset(of: mine)
    }

    /// A name, or a part of one, of somebody who takes part.
    func isPerson(_ text: String) -> Bool {
        let words = Self.words(text)
        return !words.isEmpty && (isMe(text) || people.contains { words.isSubset(of: $0) })
    }

    /// Whether somebody writes from a domain of that name.
    func isEmployer(_ text: String) -> Bool {
        let letters = text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
            .filter { $0.isLetter || $0.isNumber }
        guard letters.count > 2 else { return domains.contains(letters) }
        return domains.contains { label in
            let plain = label.filter { $0 != "-" }
            return plain == letters || (plain.count > 4 && letters.hasPrefix(plain))
                || (letters.count > 4 && plain.hasPrefix(letters))
        }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(Words.tokens(of: text.lowercased()))
    }
}
