import Foundation

/// How names of organisations, roles and people are compared.
package enum Sameness {
    /// Unicode NFC, case folded, white space collapsed: two texts of one form are the same.
    package static func form(of text: String) -> String {
        folded(text).singleSpaced
    }

    /// ASCII is composed as it stands, and its only folding is to small letters.
    private static func folded(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.lowercased() }
        return text.precomposedStringWithCanonicalMapping.folding(options: .caseInsensitive, locale: nil)
    }
}
