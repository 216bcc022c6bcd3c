import Fixtures

/// Random input that looks enough like the real thing to come far.
struct Noise {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func one<Element>(of choices: [Element]) -> Element { choices[number(0...choices.count - 1)] }

    mutating func bytes(_ range: ClosedRange<Int>) -> [UInt8] {
        (0..<number(range)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }

    /// A line as a server might say it, and as none should.
    mutating func serverLine() -> [UInt8] {
        guard chance(85) else { return bytes(0...80) }
        let code = chance(80) ? one(of: Self.codes) : String(number(0...9999))
        let words = chance(70) ? Array(one(of: Self.words).utf8) : bytes(0...40)
        let piece = Array((code + one(of: [" ", "-", "", "x"])).utf8) + words
        let repeated = chance(2) ? Array([[UInt8]](repeating: piece, count: 300).joined()) : piece
        return repeated + Array(one(of: ["\r\n", "\r\n", "\n", ""]).utf8)
    }

    /// Text as it comes from people, spreadsheets and enemies.
    mutating func text(_ range: ClosedRange<Int>) -> String {
        (0..<number(range)).map { _ in one(of: chance(98) ? Self.pieces : Self.breaks) }.joined()
    }

    private static let codes = [
        "220", "235", "250", "250", "334", "354", "421", "451", "535", "550", "554", "999",
    ]
    private static let words = [
        "", "Ok", "2.0.0 Ok: queued", "5.1.1 no", "4.2.0 later", "AUTH PLAIN LOGIN", "STARTTLS",
        "5.7.8\u{202E}x",
        "\u{1B}[31m", "9.9.9.9 x", "Grüße",
    ]
    private static let pieces = [
        "a", "Jane", "x", "O'Brien", "Dr.", " ", " ", "  ", "é", "ß", "漢字", "محمد", "👩‍👩‍👧", "e\u{301}",
        "=?utf-8?q?x?=", "=?",
        "?=", "\"", "\\", ",", ";", ":", "<", ">", "@", "(", ")", ".", "From ", "Bcc: eve@example.com",
        "%0d%0a", "--",
        String(repeating: "x", count: 90), String(repeating: "ö", count: 120), "example.org",
        "jane@example.org",
    ]
    /// What ends a line for somebody, or hides.
    private static let breaks = [
        "\u{0}", "\r", "\n", "\r\n", "\r\nBcc: eve@example.com\r\n", "\t", "\u{7F}", "\u{85}", "\u{2028}",
        "\u{2029}",
        "\u{B}", "\u{C}", "\u{1B}[2J", "\u{202E}", "\u{200B}", "\u{FEFF}", "\n.\n", "\r\n.\r\n",
    ]
}
