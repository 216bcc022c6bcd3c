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
    mutating func read(_ line: some Collection<UInt8>) -> Answer? {
        size += line.count
        let line = line.prefix(4 + ServerReply.longestText)
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let rest = line.dropFirst(3)
        let separator = rest.first ?? UInt8(ascii: "\r")
        guard separator == UInt8(ascii: "-") || Self.endsReply(separator) else { return nil }
        keep(String(decoding: rest.dropFirst(), as: UTF8.self))
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
            text = String(text.dropFirst(status.count).drop { $0 == " " })
        }
        text = String(text.unicodeScalars.prefix(ServerReply.longestText - kept))
        guard !text.isEmpty else { return }
        kept = min(ServerReply.longestText, kept + text.unicodeScalars.count + 1)
        self.words.append(text)
    }

    /// `class.subject.detail` (RFC 3463 section 2).
    private static func leadingStatus(of text: String) -> String? {
        let token = text.prefix { $0 != " " }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, ["2", "4", "5"].contains(parts[0]),
            parts.allSatisfy({
                (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            })
        else { return nil }
        return String(token)
    }
}
