import Foundation

/// How names of organisations, roles and people are compared.
public enum Sameness {
    /// Unicode NFC, case folded, white space collapsed: two texts of one form are the same.
    public static func form(of text: String) -> String {
        text.precomposedStringWithCanonicalMapping
            .folding(options: .caseInsensitive, locale: nil)
            .split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
