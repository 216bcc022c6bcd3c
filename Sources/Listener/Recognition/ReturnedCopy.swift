import Mail
import Text

/// The head of a returned message that stands in the text of a notice, in whatever way it is set off. It is known by
/// its header fields, so that no divider in any language has to be.
struct ReturnedCopy {
    /// The text before the copy.
    let before: String
    /// The text behind the head of the copy.
    let behind: String
    /// What the copy says of itself.
    let headers: IncomingHeaders

    /// nil where no copy can be seen.
    init?(in text: String) {
        let lines = text.lines
        guard let range = Self.range(in: lines) else { return nil }
        before = lines[..<range.lowerBound].joined(separator: "\n")
        behind = lines[range.upperBound...].joined(separator: "\n")
        let head = lines[range].map { $0.drop(while: Self.isMargin) }
        // Continuation lines have lost their margin with the rest: they are known by not being fields.
        var unfolded = ""
        for line in head {
            unfolded += (Self.fieldName(of: line) == nil ? " " : unfolded.isEmpty ? "" : "\n") + line
        }
        headers = IncomingHeaders(parsing: Array((unfolded + "\n\n").utf8))
    }

    private static func isMargin(_ character: Character) -> Bool {
        character == ">" || character == " " || character == "|"
    }

    /// The first run of header lines that only a mail can have.
    private static func range(in lines: [Substring]) -> Range<Int>? {
        var index = 0
        while index < lines.count {
            // Most lines hold no colon, and need not be looked at any closer.
            guard lines[index].utf8.contains(UInt8(ascii: ":")),
                let name = fieldName(of: lines[index].drop(while: isMargin)), known.contains(name)
            else {
                index += 1
                continue
            }
            let end = endOfRun(lines, from: index)
            if isHead(lines[index..<end]) { return index..<end }
            index = end
        }
        return nil
    }

    private static func endOfRun(_ lines: [Substring], from start: Int) -> Int {
        var index = start
        while index < lines.count {
            let text = lines[index].drop(while: isMargin)
            if text.isEmpty { break }
            let isContinuation = lines[index].first == " " && index > start
            if fieldName(of: text) == nil, !isContinuation { break }
            index += 1
        }
        return max(index, start + 1)
    }

    private static func isHead(_ lines: ArraySlice<Substring>) -> Bool {
        let names = Set(lines.compactMap { fieldName(of: $0.drop(while: isMargin)) }).intersection(known)
        return names.count >= 3 || (names.count >= 2 && !names.isDisjoint(with: telling))
    }

    private static func fieldName(of line: Substring) -> String? {
        guard let colon = line.utf8.prefix(60).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex
        else { return nil }
        let name = line[..<colon]
        let isName = name.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        return isName ? name.lowercased() : nil
    }

    private static let telling: Set<String> = [
        "received", "message-id", "return-path", "mime-version", "dkim-signature",
    ]
    private static let known: Set<String> = telling.union([
        "from", "to", "subject", "date", "content-type", "reply-to", "cc", "x-mailer",
        "content-transfer-encoding",
        "sender", "delivered-to", "references", "in-reply-to", "user-agent", "x-originating-ip", "precedence",
    ])
}
