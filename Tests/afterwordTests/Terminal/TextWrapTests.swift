import Testing

@testable import afterword

/// Text is cut between words, as wide as the window, and never inside a word.
@Suite struct TextWrapTests {
    @Test(
        "lines of a text",
        arguments: [
            ("one two three", 20, "one two three"), ("one two three", 7, "one two\nthree"),
            ("one two", 3, "one\ntwo"),
            ("one twothreefour five", 5, "one\ntwothreefour\nfive"), ("", 5, ""),
            ("one\n\ntwo three", 5, "one\n\ntwo\nthree"),
            ("  one two three", 9, "  one two\n  three"), ("• one two three", 9, "• one two\n  three"),
            ("  │ one two three", 11, "  │ one two\n  │ three"),
            ("3  one two three", 10, "3  one two\n   three"),
            ("   ✗ one two", 8, "   ✗ one\n     two"), ("one  two   three", 9, "one  two\nthree"),
            ("\u{1B}[1mone\u{1B}[0m two", 7, "\u{1B}[1mone\u{1B}[0m two"),
            ("\u{1B}[1m3\u{1B}[0m  one two three", 10, "\u{1B}[1m3\u{1B}[0m  one two\n   three"),
            ("  \u{1B}[31m✗\u{1B}[0m one two", 8, "  \u{1B}[31m✗\u{1B}[0m one\n    two"),
            ("日本 日本", 5, "日本\n日本"),
            ("Queue it? [y/N] ", 10, "Queue it?\n[y/N] "),
        ])
    func wrapped(text: String, columns: Int, lines: String) {
        #expect(TextWrap.text(text, columns: columns) == lines)
    }

    @Test(
        "a terminal that shows ASCII alone",
        arguments: [
            ("“one” – two … ‘three’", "\"one\" - two ... 'three'"), ("Tom Ó Briain", "Tom O Briain"),
            ("Øre, Łódź, ß", "Ore, Lodz, ss"),
            ("日本", "??"), ("• ✗ │", "* x |"), ("plain", "plain"), ("café e\u{301}", "cafe e"),
        ])
    func plain(text: String, shown: String) {
        #expect(PlainLetters.text(text) == shown)
    }

    @Test(
        "what a terminal can show is what the locale says",
        arguments: [
            ([:], LineDrawing.Charset.ascii), (["LANG": "C"], .ascii), (["LANG": "en_GB.UTF-8"], .utf8),
            (["LANG": "C.utf8"], .utf8), (["LANG": "en_GB.UTF-8", "LC_ALL": "C"], .ascii),
            (["LANG": "C", "LC_CTYPE": "en_GB.UTF-8"], .utf8),
            (["LC_ALL": "", "LANG": "de_DE.UTF-8"], .utf8),
            (["LANG": "en_GB.ISO-8859-1"], .ascii),
        ])
    func locales(environment: [String: String], charset: LineDrawing.Charset) {
        #expect(TerminalScreen.charset(environment) == charset)
    }
}
