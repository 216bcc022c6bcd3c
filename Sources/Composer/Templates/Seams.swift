/// Where the value of a field meets the words of a template, and both bring the same thing: "the The Mapping Agency team",
/// "the Graduate Role role", "we talked about the U.S.. That"; and where a value begins a sentence.
enum Seams {
    /// Characters that neither a value nor a template may hold.
    private static let (start, end, completeEnd): (UInt8, UInt8, UInt8) = (1, 2, 3)

    /// A value with its edges marked, which `Seams` mends.
    ///
    /// - Parameter isComplete: the word for the job that a template has behind a role does not follow this one.
    static func marked(_ value: String, isComplete: Bool = false) -> String {
        "\u{1}\(value)\(isComplete ? "\u{3}" : "\u{2}")"
    }

    /// What stands before the end of the sentence with the first marked value; the whole where there is none.
    static func firstSentence(of text: String) -> String {
        let bytes = Array(text.utf8)
        guard let close = bytes.firstIndex(where: { $0 == end || $0 == completeEnd }) else { return text }
        let stop = bytes.indices[close...].first { index in
            bytes[index].endsSentence && (index + 1 == bytes.count || bytes[index + 1] <= UInt8(ascii: " "))
        }
        return stop.map { String(decoding: bytes[...$0], as: UTF8.self) } ?? text
    }

    /// - Parameters:
    ///   - articles: those of the language. Of two in a row the first one stays, which is the template's.
    ///   - noun: the word for the job.
    ///   - joined: two words that are written as one where a value begins with the second: "bei", "dem", "beim".
    static func mended(
        in text: String, articles: [String], noun: String = "", joined: [[String]] = []
    ) -> String {
        let text = withoutEdges(text, noun: noun, joined: joined)
        return withoutDoubleStops(articles.isEmpty ? text : withoutDoubleArticles(text, articles))
    }

    /// A value that begins a sentence has a capital; of a word that ends a value and follows it, one is enough.
    private static func withoutEdges(_ text: String, noun: String, joined: [[String]]) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(start) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let open = rest.firstIndex(of: start),
            let close = rest[open...].firstIndex(where: { $0 == end || $0 == completeEnd })
        {
            result += rest[..<open]
            var value = rest[(open + 1)..<close]
            if let words = joined.first(where: {
                result.ends(with: "\($0[0]) ") && value.starts(with: "\($0[1]) ".utf8)
            }) {
                result.removeLast(words[0].utf8.count + 1)
                result += Array("\(words[2]) ".utf8)
                value = value.dropFirst(words[1].utf8.count + 1)
            }
            let before = result.last { $0 != UInt8(ascii: " ") }
            let isFirst = before.map { $0 == UInt8(ascii: "\n") || $0.endsSentence } ?? true
            result += isFirst ? capitalised(value)[...] : value
            let isComplete = rest[close] == completeEnd
            rest = withoutRepetition(rest[(close + 1)...], of: value)
            if isComplete { rest = without(noun, rest) }
        }
        return String(decoding: result + rest, as: UTF8.self)
    }

    /// "eBay" stays as it writes itself.
    private static func capitalised(_ value: ArraySlice<UInt8>) -> [UInt8] {
        let text = String(decoding: value, as: UTF8.self)
        let hasInnerCapital = text.prefix { !$0.isWhitespace }.contains(where: \.isUppercase)
        return Array((hasInnerCapital ? text : text.prefix(1).uppercased() + text.dropFirst()).utf8)
    }

    /// What follows a value, without its last word where that comes once more.
    private static func withoutRepetition(
        _ rest: ArraySlice<UInt8>, of value: ArraySlice<UInt8>
    ) -> ArraySlice<UInt8> {
        guard rest.first == UInt8(ascii: " "), let space = value.lastIndex(of: UInt8(ascii: " ")) else {
            return rest
        }
        let last = value[(space + 1)...]
        let next = rest.dropFirst().prefix(while: \.isLetter)
        guard next.count == last.count, zip(next, last).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
            return rest
        }
        return rest[next.endIndex...]
    }

    /// What follows a value, without the word for the job.
    private static func without(_ noun: String, _ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let behind = rest.dropFirst(noun.utf8.count + 1)
        let begins = !noun.isEmpty && rest.starts(with: " \(noun)".utf8)
        return begins && behind.first.map { !$0.isLetter } ?? true ? behind : rest
    }

    /// A full stop behind another mark that ends a sentence; an ellipsis of three is left alone.
    private static func withoutDoubleStops(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let isLast = index + 1 == bytes.count || bytes[index + 1] <= UInt8(ascii: " ")
            if byte == UInt8(ascii: "."), isLast, let last = result.last, last.endsSentence,
                result.suffix(2) != [byte, byte]
            {
                continue
            }
            result.append(byte)
        }
        return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
    }

    private static func withoutDoubleArticles(_ text: String, _ articles: [String]) -> String {
        var result = text
        for first in articles {
            for second in articles {
                let twice = "\(first) \(second) "
                if result.hasPrefix(twice) { result = "\(first) " + result.dropFirst(twice.count) }
                for space in [" ", "\n"] {
                    if !result.contains(space + twice) { continue }
                    result = result.replacing(space + twice, with: "\(space)\(first) ")
                }
            }
        }
        return result
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    fileprivate var endsSentence: Bool {
        self == UInt8(ascii: ".") || self == UInt8(ascii: "?") || self == UInt8(ascii: "!")
    }
}
