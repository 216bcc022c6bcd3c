/// Where the sentences of a text end.
package enum Sentences {
    /// How a text was written down, which decides what ends a sentence.
    package enum Source: Sendable {
        /// By a template or in an editor: each mark before white space ends a sentence, and so does each line.
        case letter
        /// By a mail program, which breaks lines anywhere: a full stop counts behind a word only, not behind a number
        /// ("bis 5. Januar") or an initial, other marks count wherever they stand, and so does an empty line.
        case mail
    }

    /// The sentences with their marks as they stand, without the white space around them.
    package static func of(_ text: String, in source: Source) -> [Substring] {
        let scalars = text.unicodeScalars
        var sentences: [Substring] = []
        var start = scalars.startIndex
        var former = Former()
        func add(_ end: String.Index) {
            let sentence = trimmed(text[start..<end])
            if !sentence.isEmpty { sentences.append(sentence) }
        }
        for index in scalars.indices {
            let scalar = scalars[index]
            let isEnd =
                switch source {
                case .letter: scalar == "\n" || former.scalar.endsSentence && scalar.plain == " "
                case .mail: former.endsMail(before: scalar)
                }
            if isEnd {
                add(index)
                start = index
            }
            former.take(scalar)
        }
        add(scalars.endIndex)
        return sentences
    }

    /// What stands before a place of a text.
    private struct Former {
        var scalar: Unicode.Scalar = " "
        /// The letters that stand in a row there, or stood there before the full stop.
        private var letters = 0

        func endsMail(before next: Unicode.Scalar) -> Bool {
            switch scalar {
            case "!", "?", "。", "！", "？": true
            case ".": (next == " " || next == "\n") && letters > 2
            case "\n": next == "\n"
            default: false
            }
        }

        mutating func take(_ next: Unicode.Scalar) {
            switch next {
            case ".": if scalar == "." { letters = 0 }
            case "a"..."z", "A"..."Z", ")", "\u{80}"...: letters = scalar == "." ? 1 : letters + 1
            default: letters = 0
            }
            scalar = next
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let space: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !space($0) }),
            let last = scalars.lastIndex(where: { !space($0) })
        else { return text[text.endIndex...] }
        return text[first..<scalars.index(after: last)]
    }
}

extension Unicode.Scalar {
    /// A mark that ends a sentence.
    package var endsSentence: Bool {
        switch self {
        case ".", "?", "!", "…", "。", "？", "！", "؟", "।": true
        default: false
        }
    }
}
