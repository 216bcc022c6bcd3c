import Text

/// One content line (RFC 5545 3.1) with its folds taken out.
struct ContentLine {
    /// Where it begins, from 1.
    let number: Int
    /// In capitals.
    let name: String
    /// What is longer than it may be is cut there, and `isCut`.
    var bytes: [UInt8]
    /// It went on.
    var isCut = false
    /// No `;` or `:` follows its name, or a line followed that is no content line: it may have been broken without a fold.
    var isBroken = false

    /// Longer than any line that is looked into.
    private static let longest = 8_192
    /// A description has many pages.
    private static let longestDescription = 65_536
    /// More than a calendar with all that its limits allow.
    static let most = 100_000

    /// Takes a calendar apart. Lines end in CRLF, LF or CR, whatever the RFC says, and are unfolded before anything is
    /// looked for in them: a fold may stand anywhere, behind or within the name too (RFC 5545 3.1).
    static func all(in bytes: [UInt8]) throws(InvitationRefusal) -> [ContentLine] {
        var lines: [ContentLine] = []
        var number = 0
        var unfolded = Unfolded(number: 1)
        for physical in PhysicalLines(bytes: bytes[...]) {
            number += 1
            guard number <= most else { throw InvitationRefusal(.tooManyLines(limit: most)) }
            if let first = physical.first, first == 0x20 || first == 0x09 {
                unfolded.append(physical.dropFirst())
            } else if !physical.isEmpty {
                add(unfolded, to: &lines)
                unfolded = Unfolded(number: number)
                unfolded.append(physical)
            }
        }
        add(unfolded, to: &lines)
        return lines
    }

    /// A line with its folds taken out, before its name is known; no longer than the longest that is kept.
    private struct Unfolded {
        let number: Int
        var bytes: [UInt8] = []
        var isCut = false

        mutating func append(_ more: ArraySlice<UInt8>) {
            let room = longestDescription - bytes.count
            bytes.append(contentsOf: more.prefix(room))
            if more.count > room { isCut = true }
        }
    }

    private static func add(_ unfolded: Unfolded, to lines: inout [ContentLine]) {
        guard !unfolded.bytes.isEmpty else { return }
        let (name, isDamaged) = name(of: unfolded.bytes)
        guard let name else {
            if !lines.isEmpty { lines[lines.count - 1].isBroken = true }
            return
        }
        let limit = name == "DESCRIPTION" ? longestDescription : longest
        lines.append(
            ContentLine(
                number: unfolded.number, name: name, bytes: Array(unfolded.bytes.prefix(limit)),
                isCut: unfolded.isCut || unfolded.bytes.count > limit, isBroken: isDamaged))
    }

    /// The value as a number: libical's has 32 bits, and some calendars count in milliseconds.
    var integer: Int? {
        let digits = bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst().filter { $0 != 0x20 }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// What stands before the first `;` or `:`, if that is a name. Whom a line invites and when it says they meet is not
    /// lost where another character follows: such a line is damaged.
    private static func name(of line: [UInt8]) -> (name: String?, isDamaged: Bool) {
        let name = line.prefix { isNameCharacter($0) }
        guard !name.isEmpty, name.count <= 64 else { return (nil, false) }
        let text = String(decoding: name, as: UTF8.self)
        guard name.endIndex < line.endIndex,
            line[name.endIndex] == UInt8(ascii: ":") || line[name.endIndex] == UInt8(ascii: ";")
        else { return (indispensable.contains(text) ? text : nil, true) }
        return (text.uppercased(), false)
    }

    /// As every calendar writes them, so that a sentence that was broken off a description is not taken for one.
    private static let indispensable: Set<String> = ["ATTENDEE", "ORGANIZER", "DTSTART", "DTEND"]

    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "-_".utf8.contains(byte)
    }
}

/// What stands between line ends.
private struct PhysicalLines: Sequence, IteratorProtocol {
    var bytes: ArraySlice<UInt8>

    mutating func next() -> ArraySlice<UInt8>? {
        guard !bytes.isEmpty else { return nil }
        let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
        let line = bytes[..<end]
        bytes = bytes[end...]
        if bytes.starts(with: [0x0D, 0x0A]) {
            bytes = bytes.dropFirst(2)
        } else {
            bytes = bytes.dropFirst()
        }
        return line
    }
}
