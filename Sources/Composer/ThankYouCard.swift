import Etiquette

/// A thank-you as a page to print on A6 card and post (rule `email-or-post`): the sender's address and the day at the
/// top, the text, and room to sign above the name. As a file it is complete in itself: no style, font or picture is
/// fetched, and there is nothing to click.
package struct ThankYouCard: Equatable, Sendable {
    /// The title of the page; it is not printed on the card.
    package let title: String
    /// Text with LF, paragraphs apart by an empty line.
    package let body: String
    /// A language tag such as `en-GB`.
    package let language: String
    /// The lines of the sender's address; empty where it is not known.
    package let address: [String]
    /// The day of writing, as the language writes it; empty where none is shown.
    package let date: String

    /// Any text will do; it is escaped.
    package init(title: String, body: String, language: String, address: [String] = [], date: String = "") {
        (self.title, self.body, self.language) = (title, body, language)
        (self.address, self.date) = (address, date)
    }

    /// The card of a message; its channel is not asked.
    package init(for message: Message, language: Language, address: [String], day: Day) {
        self.init(
            title: message.subject, body: message.body, language: language.tag, address: address,
            date: language.text(for: day))
    }

    /// A6.
    package var style: String {
        """
        @page { size: 105mm 148mm; margin: 10mm; }
        body { margin: 0 auto; max-width: 85mm; font: \(size.points)pt/\(CardSize.leading) Georgia, "Times New Roman", serif; }
        p { margin: 0 0 0.7em; white-space: pre-line; overflow-wrap: anywhere; }
        .head { text-align: right; }
        .sign { margin: \(CardSize.roomToSign)mm 0 0; }
        """
    }

    /// The page in UTF-8.
    package var html: String { html(style: .embedded) }

    /// The same with its style elsewhere.
    package func html(style: PrintStyle) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.escapedForHTML)" dir="auto">
        <head>
        <meta charset="utf-8">
        <meta name="format-detection" content="telephone=no, email=no, address=no">
        <title>\(title.escapedForHTML)</title>
        \(style.element(self.style))
        </head>
        <body>
        \((head + text).joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private var headLines: [String] { address + (date.isEmpty ? [] : [date]) }

    private var size: CardSize {
        .fitting(([headLines.joined(separator: "\n")] + paragraphs).filter { !$0.isEmpty })
    }

    private var head: [String] {
        headLines.isEmpty
            ? [] : ["<p class=\"head\" dir=\"auto\">\(headLines.joined(separator: "\n").escapedForHTML)</p>"]
    }

    /// Above the last paragraph, the name, there is room to sign by hand.
    private var text: [String] {
        let last = paragraphs.count - 1
        return paragraphs.enumerated().map { index, paragraph in
            let sign = index == last && last > 0 ? " class=\"sign\"" : ""
            return "<p\(sign) dir=\"auto\">\(paragraph.escapedForHTML)</p>"
        }
    }

    private var paragraphs: [String] {
        body.split(separator: "\n", omittingEmptySubsequences: false)
            .split(whereSeparator: { $0.allSatisfy(\.isWhitespace) })
            .map { $0.joined(separator: "\n") }
    }
}

/// The largest type in which a text fits on one A6 page.
struct CardSize: Equatable {
    /// Points.
    let points: Double

    static let leading = 1.35
    /// Millimetres above the name.
    static let roomToSign = 12.0
    /// Millimetres between the margins, less what a line may be longer than was reckoned.
    private static let (width, height) = (85.0, 122.0)
    private static let millimetres = 25.4 / 72
    /// Of the type's size, which a character of a serif face is wide in the mean; those of Chinese are square.
    private static let (narrow, square) = (0.5, 1.0)

    static func fitting(_ paragraphs: [String]) -> CardSize {
        let sizes = stride(from: 10.5, through: 4.0, by: -0.5).map { CardSize(points: $0) }
        return sizes.first { $0.height(of: paragraphs) <= height } ?? CardSize(points: 4)
    }

    private func height(of paragraphs: [String]) -> Double {
        let line = points * Self.leading * Self.millimetres
        let lines = paragraphs.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            .reduce(0) { $0 + lineCount($1) }
        let gaps = Double(paragraphs.count) * 0.7 * points * Self.millimetres
        return Double(lines) * line + gaps + Self.roomToSign
    }

    private func lineCount(_ text: Substring) -> Int {
        let width = text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? Self.narrow : Self.square) }
        return max(1, Int((width * points * Self.millimetres / Self.width).rounded(.up)))
    }
}

extension String {
    /// For the text and the quoted attributes of HTML.
    package var escapedForHTML: String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
