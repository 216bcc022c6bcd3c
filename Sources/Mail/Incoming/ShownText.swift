import Etiquette
import Text

/// Text from outside, made fit to be shown: no control characters, no escapes, nothing that reorders or hides.
package enum ShownText {
    /// One line: line ends and tabs become spaces, and runs of spaces one.
    package static func line(_ text: String) -> String {
        if isPlainLine(text.utf8) { return text }
        return clean(text).singleSpaced
    }

    /// ASCII without anything to clean, and single spaces between its words: most of what comes.
    static func isPlainLine(_ text: some Collection<UInt8>) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text {
            guard byte >= 0x20 && byte < 0x7F && !(byte == 0x20 && previous == 0x20) else { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    /// What a server or a library says, in one line that is not without end.
    static func words(_ text: String) -> String {
        String(line(text).unicodeScalars.prefix(ServerReply.longestText))
    }

    /// Lines that end in LF; `lines` parts them.
    package static func lines(_ text: String) -> String { clean(text) }

    private static func clean(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) }) { return text }
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return cleanASCII(text.utf8) }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if let kept = replacement(for: scalar, behind: previous) { result.append(kept) }
            previous = scalar
        }
        return String(result)
    }

    /// The same, many times as fast: most texts are ASCII, and on the wire their lines end in CRLF.
    private static func cleanASCII(_ text: String.UTF8View) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var previous: UInt8 = 0x20
        for byte in text {
            switch byte {
            case 0x0A: if previous != 0x0D { result.append(0x0A) }
            case 0x0D: result.append(0x0A)
            case 0x09: result.append(0x20)
            case 0x20..<0x7F: result.append(byte)
            default: break
            }
            previous = byte
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// nil for what is left out.
    private static func replacement(
        for scalar: Unicode.Scalar, behind previous: Unicode.Scalar
    ) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0A: previous == "\r" ? nil : "\n"
        case 0x0D, 0x85, 0x2028, 0x2029: "\n"
        case 0x09, 0xA0: " "
        default: scalar.isForbiddenInField ? nil : scalar
        }
    }
}
