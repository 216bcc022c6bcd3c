import Text

/// The parts of a body: greeting, sentences and signature.
struct LetterParts {
    /// The first line, where it greets; else empty.
    let greeting: Substring
    /// What stands between greeting and signature.
    let text: String

    /// - Parameter sender: the name that signs.
    init(_ body: String, sender: String) {
        var lines = body.lines.filter { !$0.trimmingSpaces().isEmpty }[...]
        // A greeting ends with its comma (or colon), a sentence does not.
        if let first = lines.first, Self.isAddress(first, most: 30) {
            greeting = first
            lines.removeFirst()
        } else {
            greeting = ""
        }
        if let last = lines.last, !sender.isEmpty, last.trimmingSpaces() == sender[...] {
            lines.removeLast()
            if let closing = lines.last, Self.isClosing(closing) { lines.removeLast() }
        }
        text = lines.joined(separator: " ")
    }

    /// "Best wishes," or "Viele Grüße": a short line that ends no sentence.
    private static func isClosing(_ line: Substring) -> Bool {
        let end = line.trimmingSpaces().unicodeScalars.last
        return !(end?.endsSentence ?? true) && line.split(separator: " ").count <= 5
    }

    private static func isAddress(_ line: Substring, most words: Int) -> Bool {
        let end = line.trimmingSpaces().last
        return (end == "," || end == ":") && line.split(separator: " ").count <= words
    }
}
