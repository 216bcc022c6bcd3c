import Testing

@testable import afterword

/// What is drawn stands on a terminal of any width as it was typed, with the cursor where it belongs.
@Suite struct LineDrawingTests {
    /// The screen after keys were pressed one by one.
    private func screen(
        _ prompt: String, _ bytes: String, columns: Int, charset: LineDrawing.Charset = .utf8
    ) -> [String] {
        var (line, keys) = (EditedLine(), KeyDecoder())
        var drawing = LineDrawing(prompt: prompt, charset: charset)
        var screen = VirtualScreen(columns: columns)
        screen.take("#\r\n" + drawing.draw(line, columns: columns))
        for byte in bytes.utf8 {
            guard let key = keys.take(byte), line.press(key) == .changed else { continue }
            screen.take(drawing.draw(line, columns: columns))
        }
        // A mark where the cursor stands.
        screen.take("\u{1B}[K^")
        return screen.lines
    }

    private static let back = String(repeating: "\u{1B}[D", count: 3)

    @Test(
        "prompt and line, with the cursor",
        arguments: [
            ("? ", "abc", 20, ["#", "? abc^"]), ("? ", "abc" + back, 20, ["#", "? ^"]),
            ("? ", "abcdefgh", 10, ["#", "? abcdefgh", "^"]),
            ("? ", "abcdefghij", 10, ["#", "? abcdefgh", "ij^"]),
            ("? ", "abcdefghij" + back, 10, ["#", "? abcdefg^", "ij"]),
            ("? ", "abcdefghij" + back + "X", 10, ["#", "? abcdefgX", "^"]),
            ("? ", "日本語日本", 7, ["#", "? 日本", "語日本^"]), ("", "abc", 3, ["#", "abc", "^"]),
            ("Name: ", "Åsa\u{7F}\u{7F}\u{7F}", 20, ["#", "Name: ^"]),
            ("? ", "cafe\u{301}", 20, ["#", "? cafe\u{301}^"]),
            ("? ", "abcdefghij\u{15}", 10, ["#", "? ^"]),
        ])
    func drawn(prompt: String, bytes: String, columns: Int, lines: [String]) {
        // Below the mark, what stood behind the cursor on the next rows is still there.
        let shown = screen(prompt, bytes, columns: columns)
        #expect(shown == lines, "\(shown)")
    }

    @Test("a terminal that shows ASCII alone is shown nothing else, and loses no letter of what was typed")
    func ascii() {
        #expect(
            screen("“Dear ___” ", "Ó Briain", columns: 40, charset: .ascii) == [
                "#", "\"Dear ___\" O Briain^",
            ])
    }

    @Test("whatever is typed, the last row is the end of the line", arguments: [3, 7, 10, 60])
    func anyWidth(columns: Int) {
        let text = "The quick brown fox jumps over the lazy dog"
        let shown = screen("> ", text, columns: columns).dropFirst().joined()
        #expect(shown.filter { $0 != " " } == ("> " + text + "^").filter { $0 != " " })
    }
}
