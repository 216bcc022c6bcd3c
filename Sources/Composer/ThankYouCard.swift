import Etiquette

/// A thank-you as a page to print on A6 card and post (rule `email-or-post`). It is complete in itself: no style,
/// font or picture is fetched, and there is nothing to click.
package struct ThankYouCard: Equatable, Sendable {
    /// The title of the page; it is not printed on the card.
    package let title: String
    /// Text with LF, paragraphs apart by an empty line.
    package let body: String
    /// A language tag such as `en-GB`.
    package let language: String

    /// Any text will do; it is escaped.
    package init(title: String, body: String, language: String) {
        self.title = title
        self.body = body
        self.language = language
    }

    /// The card of a message; its channel is not asked.
    package init(for message: Message, language: String) {
        self.init(title: message.subject, body: message.body, language: language)
    }

    /// The most characters that A6 takes at the usual size; a longer text is set smaller.
    private static let comfortableLength = 900

    /// The page in UTF-8.
    package var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.escapedForHTML)" dir="auto">
        <head>
        <meta charset="utf-8">
        <meta name="format-detection" content="telephone=no, email=no, address=no">
        <title>\(title.escapedForHTML)</title>
        <style>
        @page { size: 105mm 148mm; margin: 10mm; }
        body { margin: 0 auto; max-width: 85mm; font: \(size)/1.35 Georgia, "Times New Roman", serif; }
        p { margin: 0 0 0.7em; white-space: pre-line; overflow-wrap: anywhere; }
        </style>
        </head>
        <body>
        \(paragraphs.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private var size: String { body.count > Self.comfortableLength ? "9pt" : "10.5pt" }

    private var paragraphs: [String] {
        body.split(separator: "\n", omittingEmptySubsequences: false)
            .split(whereSeparator: { $0.allSatisfy(\.isWhitespace) })
            .map { "<p dir=\"auto\">\($0.joined(separator: "\n").escapedForHTML)</p>" }
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
