import Foundation
import Text

/// Tells what somebody wrote now from what they quote. Only the form is looked at, so that it holds in any language.
struct QuotedText: Equatable {
    /// What was written now.
    let new: String
    /// Earlier mail, with the lines that introduce it.
    let quoted: String

    init(_ text: String) {
        let lines = text.lines
        var new: [Substring] = []
        var quoted: [Substring] = []
        var index = 0
        while index < lines.count {
            if Self.isQuoted(lines[index]) {
                quoted += Self.introduction(atEndOf: &new) + [lines[index]]
                index += 1
            } else if let length = Self.lengthOfIntroduction(lines, at: index),
                Self.isQuotation(lines, behind: index + length)
            {
                quoted += lines[index..<(index + length)]
                index += length
            } else if Self.beginsRest(lines, at: index) {
                quoted += lines[index...]
                break
            } else {
                new.append(lines[index])
                index += 1
            }
        }
        self.new = new.joined(separator: "\n").trimmedLines
        self.quoted = quoted.joined(separator: "\n").trimmedLines
    }

    private static func isQuoted(_ line: Substring) -> Bool {
        guard let first = line.utf8.first, first == UInt8(ascii: ">") || first <= 0x20 || first >= 0x80 else {
            return false
        }
        return line.trimmingBlanks().first == ">"
    }

    /// The line that says who wrote what follows, taken away with the empty lines behind it.
    private static func introduction(atEndOf lines: inout [Substring]) -> [Substring] {
        guard let last = lines.last(where: { !$0.trimmingBlanks().isEmpty }),
            last.trimmingBlanks().last == ":",
            last.contains(where: \.isNumber), let index = lines.lastIndex(of: last), index + 3 > lines.count
        else { return [] }
        defer { lines.removeLast(lines.count - index) }
        return Array(lines[index...])
    }

    private static func isQuotation(_ lines: [Substring], behind index: Int) -> Bool {
        lines[min(index, lines.count)...].first { !$0.trimmingBlanks().isEmpty }.map(isQuoted) ?? false
    }

    /// Everything from this line on is an earlier mail.
    private static func beginsRest(_ lines: [Substring], at index: Int) -> Bool {
        isDivider(lines[index]) || lengthOfIntroduction(lines, at: index) != nil
            || isHeaderBlock(lines, at: index)
    }

    /// `-----Original Message-----` in any language, and the lines that some programs draw.
    private static func isDivider(_ line: Substring) -> Bool {
        guard let first = line.first, first == "-" || first == "_" || first == " ", line.utf8.count < 200
        else { return false }
        let text = line.trimmingBlanks()
        if text.count >= 20, text.allSatisfy({ $0 == "_" }) { return true }
        return text.hasPrefix("----") && text.hasSuffix("---") && text.contains(where: \.isLetter)
    }

    /// `On Friday 20 November 2026 at 15:00, Ada Example <ada@example.org> wrote:`, on up to three lines.
    private static func lengthOfIntroduction(_ lines: [Substring], at index: Int) -> Int? {
        guard lines[index].utf8.contains(where: { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "@") })
        else { return nil }
        var joined = ""
        for (length, line) in lines[index...].prefix(3).enumerated() {
            let text = line.trimmingBlanks()
            guard !text.isEmpty, text.utf8.count < 300 else { return nil }
            joined += " " + text
            guard text.last == ":" || text.last == "：" else { continue }
            let isOne = joined.contains("@") && joined.contains("<") && joined.contains(where: \.isNumber)
            return isOne && joined.count(where: { $0 == ":" }) <= 4 ? length + 1 : nil
        }
        return nil
    }

    /// The head of an earlier mail as Outlook copies it: three lines `Name: value` or more, one of them with an address
    /// or a time of day.
    private static func isHeaderBlock(_ lines: [Substring], at index: Int) -> Bool {
        let block = lines[index...].prefix(5).prefix(while: isHeaderLine)
        guard block.count >= 3 else { return false }
        return block.contains { $0.contains("@") || hasTime($0) }
    }

    private static func isHeaderLine(_ line: Substring) -> Bool {
        guard line.utf8.prefix(160).contains(where: { $0 == UInt8(ascii: ":") || $0 >= 0x80 }) else {
            return false
        }
        let start = line.prefix(40)
        guard let colon = start.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        let label = start[..<colon].filter { $0 != "*" && $0 != " " }
        return (2...14).contains(label.count) && label.allSatisfy(\.isLetter)
            && !label.lowercased().hasPrefix("http")
    }

    private static func hasTime(_ line: Substring) -> Bool {
        let bytes = Array(line.utf8)
        guard bytes.count > 3 else { return false }
        return bytes.indices.dropFirst().dropLast().contains {
            bytes[$0] == UInt8(ascii: ":") && bytes[$0 - 1].isDigit && bytes[$0 + 1].isDigit
        }
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmedLines: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
