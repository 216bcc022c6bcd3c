import Etiquette
import Foundation
import Text

/// One complete header field as it goes on the wire.
enum HeaderField {
    /// The longest line that is written where there is a space to fold it at (RFC 5322 2.1.1).
    private static let longestLine = 76

    /// Plain ASCII, folded at its spaces (RFC 5322 2.2.3), with its CRLF.
    static func plain(_ name: String, _ value: String) -> [UInt8] {
        var field = Array(name.utf8) + [UInt8(ascii: ":")]
        var length = field.count
        for word in Array(value.utf8).split(separator: 0x20, omittingEmptySubsequences: false) {
            if length > name.utf8.count + 1, length + 1 + word.count > longestLine {
                field += [0x0D, 0x0A]
                length = 0
            }
            field.append(0x20)
            field += word
            length += 1 + word.count
        }
        field += [0x0D, 0x0A]
        return field
    }

    /// Text in any script, as encoded words where it needs them.
    static func subject(_ text: String) -> [UInt8] {
        guard EncodedWords.areNeeded(for: text) else { return plain("Subject", text) }
        let words = EncodedWords.words(for: text, behind: "Subject: ")
        return Array("Subject: \(words.joined(separator: "\r\n "))\r\n".utf8)
    }

    /// `To: Jane Okafor <jane.okafor@example.org>` (RFC 5322 3.4): the name as an encoded word, between quotes, or as it is.
    static func mailbox(_ name: String, _ correspondent: Correspondent) -> [UInt8] {
        let address = correspondent.address.text
        guard !correspondent.name.isEmpty else { return plain(name, address) }
        return plain(name, "\(phrase(correspondent.name, behind: name + ": ")) <\(address)>")
    }

    private static func phrase(_ text: String, behind label: String) -> String {
        if EncodedWords.areNeeded(for: text) {
            return EncodedWords.words(for: text, behind: label).joined(separator: " ")
        }
        // Two spaces between atoms are as good as one; between quotes they stay.
        let isPlain = text.utf8.allSatisfy(isOfPhrase) && !text.contains("  ")
        return isPlain ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    /// Atoms and the spaces between them (RFC 5322 3.2.3).
    private static func isOfPhrase(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || " !#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `Date: Fri, 20 Nov 2026 15:00:00 +0000` (RFC 5322 3.3).
    ///
    /// - Throws: `.dateOutOfRange` before 1900, and where the year has no four digits.
    static func date(_ moment: Date, in zone: TimeZone) throws(LetterProblem) -> [UInt8] {
        guard abs(moment.timeIntervalSince1970) < 1e12 else { throw .dateOutOfRange }
        let offset = zone.secondsFromGMT(for: moment) / 60
        let wall = WallTime(at: moment + Double(offset * 60), in: .gmt)
        let (year, month, day) = wall.day.components
        guard (1900...9999).contains(year) else { throw .dateOutOfRange }
        let date = "\(weekdays[wall.day.weekday]), \(day.padded(to: 2)) \(MailDate.months[month - 1]) \(year)"
        let east =
            "\(offset < 0 ? "-" : "+")\((abs(offset) / 60).padded(to: 2))\((abs(offset) % 60).padded(to: 2))"
        return plain("Date", "\(date) \(wall.clock) \(east)")
    }
}
