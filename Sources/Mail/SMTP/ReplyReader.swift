import Text

/// Puts the server's lines together to replies (RFC 5321 4.2.1). Takes as the end of a reply what libcurl takes,
/// and stays small whatever the server sends.
struct ReplyReader {
    /// What a complete reply says.
    struct Answer: Equatable {
        let code: Int
        let enhancedStatus: String?
        let text: String
    }

    /// A reply of more bytes than this has no end.
    static let longestReply = 64 * 1024

    private var text = ""
    private var enhancedStatus: String?
    private var size = 0
    /// Of the lines of the reply under way.
    private var code: Int?
    private var isMixed = false

    /// What came is no reply, and none will come of it: it is longer than any honest one, or its lines have different
    /// codes, which they must not have (RFC 5321 4.2.1): nobody knows which of them is meant.
    var isNoReply: Bool { size > Self.longestReply || isMixed }

    /// Takes one line, its line break included or not; answers with the reply that it ends.
    mutating func read(_ line: some RandomAccessCollection<UInt8>) -> Answer? {
        size += line.count
        let line = line.prefix(4 + ServerReply.longestText)
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy(\.isDigit) else { return nil }
        let rest = line.dropFirst(3)
        let goesOn: Bool
        switch rest.first {
        case UInt8(ascii: "-"): goesOn = true
        case nil, UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\n"): goesOn = false
        default: return nil
        }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        isMixed = isMixed || self.code.map { $0 != code } ?? false
        guard !isMixed else { return nil }
        self.code = code
        var said = rest.dropFirst()
        while let last = said.last, last == 0x0D || last == 0x0A { said = said.dropLast() }
        // As a rule there is nothing to clean, and no need of a text to be cleaned.
        if ShownText.isPlainLine(said) {
            keep(said)
        } else {
            keep(ShownText.line(String(decoding: said, as: UTF8.self)).utf8)
        }
        guard !goesOn else { return nil }
        defer { self = ReplyReader() }
        return Answer(code: code, enhancedStatus: enhancedStatus, text: text)
    }

    /// - Parameter line: fit to be shown.
    private mutating func keep(_ line: some Collection<UInt8>) {
        let status = Self.leadingStatus(of: line)
        if let status, enhancedStatus == nil { enhancedStatus = String(decoding: status, as: UTF8.self) }
        let said = if let status { line[status.endIndex...].drop { $0 == 0x20 } } else { line[...] }
        guard !said.isEmpty else { return }
        // Behind the first line a space goes before the words.
        let room = ServerReply.longestText - (text.isEmpty ? 0 : text.unicodeScalars.count + 1)
        guard room > 0 else { return }
        var words = String(decoding: said, as: UTF8.self)
        if words.utf8.count > room { words = String(words.unicodeScalars.prefix(room)) }
        text = text.isEmpty ? words : text + " " + words
    }

    /// `class.subject.detail` (RFC 3463 section 2), and nothing else up to a space.
    private static func leadingStatus<Line: Collection<UInt8>>(of line: Line) -> Line.SubSequence? {
        guard let first = line.first, "245".utf8.contains(first) else { return nil }
        var rest = line.dropFirst()
        // The subject, and the detail.
        for _ in 1...2 {
            guard rest.first == UInt8(ascii: ".") else { return nil }
            let digits = rest.dropFirst().prefix(while: \.isDigit)
            guard (1...3).contains(digits.count) else { return nil }
            rest = rest[digits.endIndex...]
        }
        guard rest.first ?? 0x20 == 0x20 else { return nil }
        return line[..<rest.startIndex]
    }
}
