import Foundation

/// One word of a written name, ready to be compared with a word of another spelling.
struct WrittenWord: Hashable {
    /// As it stands, in Unicode NFC with straight apostrophes.
    let text: String
    /// The same in lower case.
    let lowered: String
    /// The ways to write it without accents, the plainest first; of other scripts the letters without marks.
    let plain: [String]
    /// A lone letter, which may stand for a name.
    var isInitial: Bool { lowered.count == 1 && plain[0].utf8.allSatisfy { $0 < 0x80 } }
    /// A form of address or a degree: no part of the name itself.
    var isTitle: Bool { Titles.contains(plain[0]) }
    /// Neither accents nor apostrophes: what is left where a machine can't write them.
    var isPlain: Bool { lowered == plain[0] }

    /// Spellings of one word that are looked at; a long word of many umlauts has thousands.
    private static let most = 16

    init(_ text: String) {
        self.text = text
        lowered = text.lowercased()
        guard !lowered.utf8.allSatisfy(\.isPlainLetterOrDigit) else {
            plain = [lowered]
            return
        }
        var spellings = [""]
        for letter in lowered where letter.isLetter || letter.isNumber {
            let choices = LatinLetter.spellings(of: letter) ?? [Self.unmarked(letter)]
            let used = spellings.count * choices.count <= Self.most ? choices[...] : choices.prefix(1)
            spellings = spellings.flatMap { start in used.map { start + $0 } }
        }
        plain = spellings
    }

    /// The words of a name; what stands between words is white space, a hyphen or punctuation, no apostrophe.
    static func words(of name: String) -> [WrittenWord] {
        Words(name, cut: .prose).texts.map(WrittenWord.init)
    }

    /// Both may be written alike where there are no accents.
    func isPlainly(_ other: WrittenWord) -> Bool { plain.contains { other.plain.contains($0) } }

    /// One or two slips of the pen lie between them.
    func isNear(_ other: WrittenWord) -> Bool {
        guard !isIdeographic, !other.isIdeographic else {
            // Two characters of a name in Han make most of it; one that differs is another name, or a slip.
            return lowered.count == other.lowered.count && lowered.count > 1
                && zip(lowered, other.lowered).count { $0 != $1 } == 1
        }
        let lengths = [plain[0].utf8.count, other.plain[0].utf8.count].sorted()
        // Of two letters one is half the word.
        guard lengths[0] > 1, lengths[1] > 2 else { return false }
        return SpellingDistance.near(Array(plain[0].utf8), Array(other.plain[0].utf8)) != nil
    }

    private var isIdeographic: Bool {
        lowered.unicodeScalars.contains {
            $0.properties.isIdeographic || (0xAC00...0xD7A3).contains($0.value)
        }
    }

    private static func unmarked(_ letter: Character) -> String {
        String(
            String.UnicodeScalarView(
                String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
                    .filter { $0.properties.generalCategory != .nonspacingMark }))
    }
}

extension UInt8 {
    /// Of ASCII, and small: nothing of it can be written in another way.
    fileprivate var isPlainLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
