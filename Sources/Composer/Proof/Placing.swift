import Etiquette
import Text

/// Finds the place of what a check found by its text alone.
struct Placing {
    private let subject: String
    private let body: String

    init(subject: String, body: String) {
        self.subject = subject
        self.body = body
    }

    /// The finding with the first place where it stands; without one where nothing stands anywhere.
    func finding(_ what: Finding.What) -> Finding {
        switch what {
        case .unresolvedField(let name): Finding(what, at: place(of: "{{\(name)}}") ?? place(of: name))
        case .placeholder(let text), .asksAboutResult(let text): Finding(what, at: place(of: text))
        case .otherName(let name): Finding(what, at: place(ofName: name.text))
        case .othersNameForm(let name, _):
            Finding(what, at: place(of: name, in: .body), fix: NameForm.usualWriting(of: name))
        case .greetingMismatch(let greeting, _): Finding(what, at: place(of: greeting))
        case .badCharacter(let part, _, let scalar):
            Finding(what, at: Unicode.Scalar(scalar).flatMap { place(of: String($0), in: part) }, fix: "")
        default: Finding(what)
        }
    }

    private func text(of part: Finding.Part) -> String { part == .subject ? subject : body }

    private func place(of passage: String) -> Finding.Place? {
        place(of: passage, in: .subject) ?? place(of: passage, in: .body)
    }

    private func place(of passage: String, in part: Finding.Part) -> Finding.Place? {
        let (text, wanted) = (Array(text(of: part).utf8), Array(passage.utf8))
        guard !wanted.isEmpty, text.count >= wanted.count else { return nil }
        let start = (0...(text.count - wanted.count)).first { text[$0...].starts(with: wanted) }
        return start.map { Finding.Place(part, $0..<($0 + wanted.count), of: text) }
    }

    /// A name may stand with other spaces or another composition than it is kept.
    private func place(ofName name: String) -> Finding.Place? {
        for part in [Finding.Part.subject, .body] {
            let page = TokenizedText(text(of: part))
            if let range = page.occurrences(of: TokenizedText(name)).first {
                return page.place(part, words: range)
            }
        }
        return nil
    }
}

extension Finding.Place {
    /// The place of some bytes of a text in UTF-8.
    init(_ part: Finding.Part, _ range: Range<Int>, of text: [UInt8]) {
        let before = text[..<range.lowerBound]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        self.init(
            part, line: 1 + before.count { $0 == UInt8(ascii: "\n") },
            column: 1 + String(decoding: text[lineStart..<range.lowerBound], as: UTF8.self).count,
            passage: String(decoding: text[range], as: UTF8.self))
    }
}

extension TokenizedText {
    /// Where some words stand, with what is between them.
    func place(_ part: Finding.Part, words range: Range<Int>) -> Finding.Place {
        let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
        return Finding.Place(part, first.range.lowerBound..<last.range.upperBound, of: bytes)
    }
}
