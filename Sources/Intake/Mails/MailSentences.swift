import Etiquette
import Foundation
import Text

/// A sentence of a mail and the line on which it begins.
struct MailSentence {
    let text: String
    /// In the text of the mail, from 1.
    let line: Int

    /// The sentences of a text. A number before a full stop ends one where a capital follows, unless it counts the days of
    /// a month, as in `am 9. Dezember`.
    static func all(in text: String) -> [MailSentence] {
        let text = String(text.prefix(longest))
        var sentences: [MailSentence] = []
        for piece in Sentences.of(text, in: .mail).prefix(most) {
            let line = 1 + text[..<piece.startIndex].count { $0.isNewline }
            var begin = line
            for part in parts(of: piece) {
                sentences.append(MailSentence(text: part.singleSpaced, line: begin))
                begin += part.count { $0.isNewline }
            }
        }
        return sentences
    }

    /// As much as is looked at: what settles an interview is said early.
    private static let longest = 20_000
    private static let most = 300

    private static func parts(of piece: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = piece.startIndex
        for match in piece.matches(of: /(?:[0-9)]|[ap]\.?m)\.\s+(?=\p{Lu})/.ignoresCase()) {
            let next = piece[match.range.upperBound...].prefix(while: \.isLetter).lowercased()
            guard match.range.upperBound < piece.endIndex, piece[match.range.upperBound].isUppercase,
                WrittenDay.month(named: next) == nil
            else { continue }
            parts.append(piece[start..<match.range.upperBound])
            start = match.range.upperBound
        }
        return parts + [piece[start...]]
    }
}
