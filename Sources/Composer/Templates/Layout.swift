import Text

/// White space of a rendered text: what an absent section leaves behind is taken away.
enum Layout {
    /// One line, runs of spaces collapsed.
    static func line(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }

    /// Paragraphs with one empty line between them, no spaces at the ends of lines, one LF at the end.
    static func paragraphs(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var emptyLines = 0
        for line in text.lines {
            let trimmed = line.trimmingSpaces()
            guard !trimmed.isEmpty else {
                emptyLines += 1
                continue
            }
            if !result.isEmpty { result += emptyLines > 0 ? "\n\n" : "\n" }
            result += trimmed
            emptyLines = 0
        }
        return result.isEmpty ? "" : result + "\n"
    }

    /// A text with one more paragraph.
    static func inserting(_ paragraph: String, behindParagraph number: Int, of text: String) -> String {
        var paragraphs = text.split(separator: "\n\n").map(String.init)
        paragraphs.insert(paragraph, at: min(number, paragraphs.count))
        return Self.paragraphs(paragraphs.joined(separator: "\n\n"))
    }
}
