import Foundation

/// Text for a terminal that shows ASCII alone, as one does under `LANG=C`. It is folded for the eye only: what is recorded
/// and sent keeps every letter.
enum PlainLetters {
    static func text(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return text.map(letter).joined()
    }

    private static func letter(_ letter: Character) -> String {
        if letter.isASCII { return String(letter) }
        if let known = known[letter] { return known }
        // Without what stands above or below it.
        let bare = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        let plain = String(String.UnicodeScalarView(bare))
        return plain.allSatisfy(\.isASCII) ? plain : known[Character(plain)] ?? "?"
    }

    private static let known: [Character: String] = [
        "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "*",
        "│": "|", "✗": "x", "✓": "+", "→": "->", "×": "x", "≤": "<=", "≥": ">=", "\u{A0}": " ",
        "\u{202F}": " ", "─": "-", "·": ".", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o",
        "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
        "€": "EUR", "£": "GBP",
    ]
}
