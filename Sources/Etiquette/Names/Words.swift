import Foundation

/// Text cut into words: runs of letters, marks and digits, so that `O'Brien` begins with `O`. In scripts without
/// spaces between words (Han, kana) or with particles attached (Hangul) every character is a word, so that a name
/// is found inside a sentence. Texts are compared in Unicode NFC with straight apostrophes, plain hyphens and single spaces.
public struct Words: Sendable {
    /// The form in which texts are compared.
    public let scalars: [Unicode.Scalar]
    /// Where the words stand in `scalars`.
    public let ranges: [Range<Int>]

    /// Cuts a text of any language.
    public init(_ text: String) {
        scalars = Self.comparable(text)
        ranges = Self.ranges(in: scalars)
    }

    /// The words of a text, in its order.
    public static func tokens(of text: String) -> [String] {
        let words = Words(text)
        return words.ranges.map { words.text(in: $0) }
    }

    /// Under what a name is looked up: its first two words, or its only one. Two, because a thousand names may
    /// begin with `The` or `Jane`. Nil for a name without letters and digits.
    public static func key(of name: String) -> String? {
        let words = tokens(of: name).prefix(2)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Every key under which a name that occurs in this text could be kept, whether by one word or by two.
    public var keys: Set<String> {
        let texts = ranges.map(text(in:))
        return Set(texts).union(zip(texts, texts.dropFirst()).map { "\($0) \($1)" })
    }

    /// From the first word to the end of the last: a full stop or bracket around a name is not part of it.
    var core: ArraySlice<Unicode.Scalar> {
        guard let first = ranges.first, let last = ranges.last else { return [] }
        return scalars[first.lowerBound..<last.upperBound]
    }

    /// Where `name` stands as whole words, as ranges of scalars; looked for at `starts` alone.
    public func occurrences(of name: Words, startingAt starts: [Int]) -> [Range<Int>] {
        let core = name.core
        return starts.compactMap { start in
            let end = start + core.count
            guard !core.isEmpty, end <= scalars.count, scalars[start..<end].elementsEqual(core) else {
                return nil
            }
            // "Jane Oka" does not stand in "Jane Okafor".
            return isWordEnd(end) ? start..<end : nil
        }
    }

    /// Where `name` stands as whole words.
    public func occurrences(of name: Words) -> [Range<Int>] {
        occurrences(of: name, startingAt: ranges.map(\.lowerBound))
    }

    /// A part of the compared form.
    public func text(in range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }

    /// Whether a word ends before `index`.
    private func isWordEnd(_ index: Int) -> Bool {
        guard index < scalars.count else { return true }
        return switch WordPart(scalars[index]) {
        case .none, .whole: true
        case .mark: false
        case .middle: WordPart(scalars[index - 1]) == .whole
        }
    }

    private static func comparable(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in composed(text).unicodeScalars {
            let plain = scalar.plain
            if plain != " " || result.last != " " { result.append(plain) }
        }
        return result
    }

    /// NFC. A text of Latin-1 and general punctuation is composed as it stands, and most texts are of those.
    private static func composed(_ text: String) -> String {
        let isComposed = text.unicodeScalars.allSatisfy {
            $0.value < 0x300 || (0x2010...0x2027).contains($0.value)
        }
        return isComposed ? text : text.precomposedStringWithCanonicalMapping
    }

    private static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        func close(at end: Int) {
            if let begun = start { ranges.append(begun..<end) }
            start = nil
        }
        for (index, scalar) in scalars.enumerated() {
            switch WordPart(scalar) {
            case .none: close(at: index)
            case .mark: if start == nil { start = index }
            case .middle:
                if start.map({ WordPart(scalars[$0]) == .whole }) ?? false { close(at: index) }
                if start == nil { start = index }
            case .whole:
                close(at: index)
                start = index
            }
        }
        close(at: scalars.count)
        return ranges
    }
}
