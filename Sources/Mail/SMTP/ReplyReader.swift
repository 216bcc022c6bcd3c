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

    private var words: [String] = []
    private var enhancedStatus: String?
    private var kept = 0
    private var size = 0

    /// The reply under way is longer than any honest one.
    var isExcessive: Bool { size > Self.longestReply }

    /// Takes one line, its line break included or not; answers with the reply that it ends.
    mutating func read(_ line: some BidirectionalCollection<UInt8>) -> Answer? {
        size += line.count
        let line = line.prefix(4 + ServerReply.longestText)
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let rest = line.dropFirst(3)
        let separator = rest.first ?? UInt8(ascii: "\r")
        guard separator == UInt8(ascii: "-") || Self.endsReply(separator) else { return nil }
        var said = rest.dropFirst()
        while let last = said.last, last == 0x0D || last == 0x0A { said = said.dropLast() }
        keep(String(decoding: said, as: UTF8.self))
        guard separator != UInt8(ascii: "-") else { return nil }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        defer { self = ReplyReader() }
        return Answer(code: code, enhancedStatus: enhancedStatus, text: words.joined(separator: " "))
    }

    private static func endsReply(_ separator: UInt8) -> Bool {
        [UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(separator)
    }

    private mutating func keep(_ words: String) {
        var text = ShownText.line(words)
        if let status = Self.leadingStatus(of: text) {
            enhancedStatus = enhancedStatus ?? status
            text = String(Substring(text.utf8.dropFirst(status.utf8.count).drop { $0 == 0x20 }))
        }
        let room = ServerReply.longestText - kept
        if text.utf8.count > room { text = String(text.unicodeScalars.prefix(room)) }
        guard !text.isEmpty else { return }
        kept = min(ServerReply.longestText, kept + text.unicodeScalars.count + 1)
        self.words.append(text)
    }

    /// `class.subject.detail` (RFC 3463 section 2).
    private static func leadingStatus(of text: String) -> String? {
        guard let first = text.utf8.first, "245".utf8.contains(first) else { return nil }
        let token = text.utf8.prefix { $0 != 0x20 }
        let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 1,
            parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        return String(Substring(token))
    }
}
