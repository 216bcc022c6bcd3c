import Testing

@testable import afterword

/// A line is edited as in a shell: keys in, text and cursor out, without a terminal.
@Suite struct EditedLineTests {
    /// The text with a bar where the cursor stands, after some bytes of a keyboard.
    private func line(_ bytes: String) -> String {
        var (line, keys) = (EditedLine(), KeyDecoder())
        for byte in bytes.utf8 { if let key = keys.take(byte) { _ = line.press(key) } }
        return String(line.letters[..<line.cursor]) + "|" + String(line.letters[line.cursor...])
    }

    private static let (left, right) = ("\u{1B}[D", "\u{1B}[C")

    @Test(
        "what is pressed and what stands there then",
        arguments: [
            ("", "|"), ("abc", "abc|"), ("abc\u{1B}[D", "ab|c"), ("abc\u{1B}[D\u{1B}[Dx", "ax|bc"),
            ("abc\u{1B}OD\u{1B}OC", "abc|"), ("abc\u{1B}[H", "|abc"), ("abc\u{1}x", "x|abc"),
            ("abc\u{1B}OHx", "x|abc"),
            ("abc\u{1B}[1~x", "x|abc"), ("abc\u{1B}[7~x", "x|abc"), ("abc\u{1}\u{5}x", "abcx|"),
            ("abc\u{1}\u{1B}[F", "abc|"), ("abc\u{1}\u{1B}[4~", "abc|"), ("abc\u{1}\u{1B}[8~", "abc|"),
            ("abc\u{7F}", "ab|"), ("abc\u{8}\u{8}", "a|"), ("\u{7F}", "|"), ("abc\u{1}\u{1B}[3~", "|bc"),
            ("abc\u{1}\u{4}", "|bc"), ("abc\u{1B}[3~", "abc|"), ("abc\u{2}\u{2}\u{6}", "ab|c"),
            ("one two\u{17}", "one |"), ("one two  \u{17}", "one |"), ("one two\u{17}\u{17}", "|"),
            ("one two\u{15}", "|"), ("one two\u{1}\u{B}", "|"),
            ("one two\u{1}\u{B}\u{19}\u{19}", "one twoone two|"),
            ("one two\u{1B}b", "one |two"), ("one two\u{1B}[1;5D\u{1B}[1;5D", "|one two"),
            ("one two\u{1}\u{1B}f", "one| two"), ("one two\u{1}\u{1B}[1;5C\u{1B}[1;5C", "one two|"),
            ("one two\u{1}\u{1B}d", "| two"), ("one two\u{1B}\u{7F}", "one |"),
            ("Tom O’Neill\u{1B}b", "Tom |O’Neill"),
            ("jane@example.org\u{1B}b\u{1B}b", "jane@|example.org"),
            ("abc\u{1B}[Z\u{1B}[15~\u{1B}[[A", "abc|"), ("abc\u{1B}[A\u{1B}[B", "abc|"),
            ("a\tb\u{7}c", "abc|"),
            ("abc\u{1B}[1;2Dx", "abcx|"),
        ])
    func keys(bytes: String, shown: String) {
        #expect(line(bytes) == shown)
    }

    @Test(
        "letters of every length are one step, and bytes that are none are seen",
        arguments: [
            ("Tom Ó Briain\u{1B}[D\u{7F}", "Tom Ó Bria|n"), ("Åsa\u{1}\u{1B}[3~", "|sa"), ("日本\u{7F}", "日|"),
            ("e\u{301}\u{7F}", "|"), ("cafe\u{301}\u{1B}[D", "caf|e\u{301}"), ("👍🏽\u{7F}", "|"),
        ])
    func letters(bytes: String, shown: String) {
        #expect(line(bytes) == shown)
    }

    @Test("bytes that are not UTF-8 become the replacement character, which no field takes")
    func notUTF8() {
        var (line, keys) = (EditedLine(), KeyDecoder())
        for byte: UInt8 in [0x54, 0xD3, 0x20, 0xFF, 0x6D] {
            if let key = keys.take(byte) { _ = line.press(key) }
        }
        #expect(line.text.contains("\u{FFFD}") && line.text.hasPrefix("T") && line.text.hasSuffix("m"))
    }

    @Test(
        "what is pasted is text, whatever it holds, and goes on one line",
        arguments: [
            ("\u{1B}[200~Jane Okafor\n<jane@example.org>\n\u{1B}[201~", "Jane Okafor <jane@example.org>|"),
            ("a\u{1B}[200~b\u{3}c\u{4}\u{1B}[D\u{1B}[201~d", "abc[Dd|"), ("\u{1B}[200~\u{1B}[201~x", "x|"),
            ("\u{1B}[200~one\r\n\r\ntwo\tthree\u{1B}[201~", "one two three|"),
            ("ad\u{1B}[D\u{1B}[200~bc\u{1B}[201~", "abc|d"), ("\u{1B}[200~Ó\u{1B}[201~", "Ó|"),
        ])
    func pasted(bytes: String, shown: String) {
        #expect(line(bytes) == shown)
    }

    @Test(
        "what ends a line, or does not",
        arguments: [
            (TerminalKey.enter, "abc", EditedLine.Step.done), (.enter, "", .done), (.endOrDelete, "", .ended),
            (.endOrDelete, "abc", .unchanged), (.interrupt, "abc", .interrupted), (.suspend, "", .suspended),
            (.redraw, "a", .redrawn), (.left, "", .unchanged), (.left, "a", .changed),
            (.text("x"), "", .changed),
        ])
    func steps(key: TerminalKey, text: String, step: EditedLine.Step) {
        var line = EditedLine()
        _ = line.press(.text(text))
        #expect(line.press(key) == step)
    }

    @Test("Enter is one key as carriage return and as line feed, and a Ctrl-D typed ahead comes as NUL")
    func typedAhead() {
        var keys = KeyDecoder()
        #expect(
            [0x0D, 0x0A, 0x00, 0x04].map { keys.take($0) } == [.enter, .enter, .endOrDelete, .endOrDelete])
    }
}
