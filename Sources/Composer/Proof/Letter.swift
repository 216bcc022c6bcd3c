/// The parts of a body: greeting, sentences and signature.
struct Letter {
    /// The first line, where it greets; else empty.
    let greeting: Substring
    /// What stands between greeting and signature.
    let text: String

    /// - Parameter sender: the name that signs.
    init(_ body: String, sender: String) {
        var lines = body.split(separator: "\n").filter { !$0.trimmingSpaces().isEmpty }[...]
        // A greeting ends with its comma (or colon), a sentence does not.
        if let first = lines.first, Self.isAddress(first, most: 30) {
            greeting = first
            lines.removeFirst()
        } else {
            greeting = ""
        }
        if let last = lines.last, !sender.isEmpty, last.trimmingSpaces() == sender[...] {
            lines.removeLast()
            if let closing = lines.last, Self.isAddress(closing, most: 5) { lines.removeLast() }
        }
        text = lines.joined(separator: " ")
    }

    private static func isAddress(_ line: Substring, most words: Int) -> Bool {
        let end = line.trimmingSpaces().last
        return (end == "," || end == ":") && line.split(separator: " ").count <= words
    }
}

/// Text cut at its full stops, question and exclamation marks.
enum Sentences {
    private static let ends: Set<Character> = [".", "?", "!", "…", "。", "？", "！", "؟", "।"]

    /// The sentences with their marks, as they stand.
    static func split(_ text: String) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        var previous: Character?
        for index in text.indices {
            let character = text[index]
            let endsBefore = previous.map(ends.contains) == true && character.isWhitespace
            if endsBefore || character == "\n" {
                sentences.append(text[start..<index])
                start = text.index(after: index)
            }
            previous = character
        }
        sentences.append(text[start...])
        return sentences.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }
}
