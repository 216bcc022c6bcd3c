import Foundation

/// How names of organisations, roles and people are compared.
package enum Sameness {
    /// Unicode NFC, case folded, white space collapsed: two texts of one form are the same.
    package static func form(of text: String) -> String { folded(text).singleSpaced }

    /// What spellings of one organisation share: no article, no form of company, no punctuation (`The City Library Ltd.`).
    /// Two organisations may have it in common.
    package static func core(ofOrganisation text: String) -> String {
        let words = Words.tokens(of: folded(text.replacing("&", with: " and ")))
        let telling = words.filter { !silent.contains($0) }
        return (telling.isEmpty ? words : telling).joined(separator: " ")
    }

    private static let silent: Set<String> = [
        "the", "a", "an", "ltd", "limited", "plc", "inc", "llp", "llc", "gmbh", "ag", "co", "company",
    ]

    /// ASCII is composed as it stands, and its only folding is to small letters.
    private static func folded(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.lowercased() }
        return text.precomposedStringWithCanonicalMapping.folding(options: .caseInsensitive, locale: nil)
    }
}
