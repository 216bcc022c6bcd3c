import Testing
import Text

@testable import Mail

@Suite("HTML becomes plain text, and new text is told from what is quoted")
struct PlainTextTests {
    @Test(
        "tags go, text stays, and nothing hidden is read",
        arguments: [
            ("<p>Hello <b>Jane</b></p><p>Bye</p>", "Hello Jane\nBye\n"), ("a<br>b", "a\nb\n"),
            ("<script>alert(1)</script>x<style>p{}</style>", "x\n"), ("<!-- <p>no</p> -->yes", "yes\n"),
            ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2\n"),
            ("J&auml;ne &#228; &#xE4; &nbsp; &unknown; &amp;lt;", "Jäne ä ä &unknown; &lt;\n"),
            ("<blockquote>old<blockquote>older</blockquote></blockquote>new", "> old\n> > older\nnew\n"),
            ("<a href=\"http://evil.test\">click</a>", "click\n"), ("<img src=x onerror=y>", ""),
            ("<p", ""), ("<script>never closed", ""),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "a b\n"),
            ("&#0;&#xD800;&#99999999999;x", "\u{0}&#xD800;&#99999999999;x\n"),
        ])
    func html(html: String, text: String) {
        #expect(HTMLText.plain(html, limit: 1_000) == text)
    }

    @Test(
        "lines end in LF, and controls go, whether or not there is more than ASCII",
        arguments: ["", "é"])
    func lines(letter: String) {
        let text = "a\r\nb\rc\n\td\u{0}\u{1B}\u{7F}e\r\n\r\n" + letter
        #expect(ShownText.lines(text) == "a\nb\nc\n de\n\n" + letter)
        #expect(ShownText.lines(text).lines.map(String.init) == ["a", "b", "c", " de", "", letter])
    }

    @Test(
        "unclosed tags and comments take time in proportion",
        arguments: ["<", "<!--", "<p ", "&", "<blockquote>"])
    func linear(piece: String) {
        _ = HTMLText.plain(String(repeating: piece, count: 100_000), limit: 100_000)
    }

    @Test(
        "what is new",
        arguments: [
            ("New.\n\nOn Fri, 20 Nov 2026 at 15:00, Ada <ada@e.net> wrote:\n> old", "New."),
            ("On Fri, 20 Nov 2026 at 15:00, Ada <ada@e.net> wrote:\n> old\n\nNew.", "New."),
            ("Am 20.11.26 schrieb Ada:\n> alt\nNeu.\n> mehr\nAuch neu.", "Neu.\nAuch neu."),
            ("New.\n\n-----Original Message-----\nFrom: Ada\nold", "New."),
            ("Neu.\n\n-----Ursprüngliche Nachricht-----\nalt", "Neu."),
            (
                "New.\n\nFrom: Ada Example <ada@e.net>\nSent: 20 November 2026 15:00\nTo: Jane\nSubject: x\n\nold",
                "New."
            ),
            ("Neu.\n\nVon: Ada <ada@e.net>\nGesendet: Freitag 15:00\nAn: Jane\nBetreff: x\n\nalt", "Neu."),
            (
                "New.\n\nOn Fri, 20 Nov 2026 at 15:00 Ada Example\n<ada@e.net> wrote:\n\nold without marks",
                "New."
            ),
            ("New.\n________________________________\nold", "New."),
            ("Only new: one thing, two things.", "Only new: one thing, two things."),
            ("The times are:\n10:30\n11:30", "The times are:\n10:30\n11:30"), ("> all quoted", ""), ("", ""),
            ("Thanks.\n-- \nJane\nTel: 12\nFax: 13", "Thanks.\n-- \nJane\nTel: 12\nFax: 13"),
        ])
    func new(text: String, new: String) {
        #expect(QuotedText(text).new == new)
    }
}
