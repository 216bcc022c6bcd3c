/// Text in a header that is not plain ASCII, as the encoded words of RFC 2047, always in `Q`.
enum EncodedWords {
    private static let opening = "=?utf-8?q?"
    private static let closing = "?="
    /// What is left of the 75 characters of a word (RFC 2047 section 2).
    private static let room = 75 - opening.utf8.count - closing.utf8.count

    /// A header is folded at its spaces, and a longer word has none: encoded words part it.
    private static let longestPlainWord = 30

    /// ASCII that no reader could take for an encoded word stands for itself.
    static func areNeeded(for text: String) -> Bool {
        text.contains("=?") || !text.utf8.allSatisfy { $0 < 0x80 }
            || text.utf8.split(separator: UInt8(ascii: " ")).contains { $0.count > longestPlainWord }
    }

    /// The words; readers drop the white space between them, so that each space of the text is inside one.
    /// The first is shorter by what stands before it on its line (RFC 2047 section 2: at most 76 characters).
    static func words(for text: String, behind label: String = "") -> [String] {
        var words: [String] = []
        var current = ""
        var left = room - label.utf8.count
        for chunk in chunks(of: text) {
            if chunk.utf8.count > left {
                words.append(opening + current + closing)
                current = ""
                left = room
            }
            current += chunk
            left -= chunk.utf8.count
        }
        return words + [opening + current + closing]
    }

    /// Pieces that stay together: a word of the text with the space behind it, so that a reader who keeps the white
    /// space between encoded words does no worse than to double one; and single code points of a word
    /// that is too long, since those must never be split (RFC 2047 section 5).
    private static func chunks(of text: String) -> [String] {
        var chunks: [String] = []
        var word: [String] = []
        func flush() {
            let whole = word.joined()
            chunks += whole.utf8.count <= room ? [whole] : word
            word = []
        }
        for scalar in text.unicodeScalars {
            word.append(encoded(scalar))
            if scalar == " " { flush() }
        }
        if !word.isEmpty { flush() }
        return chunks
    }

    /// The strictest set, that of a phrase (RFC 2047 section 5, rule 3).
    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " ": "_"
        case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(scalar)
        default: String(decoding: String(scalar).utf8.flatMap(QuotedPrintable.escaped), as: UTF8.self)
        }
    }
}
