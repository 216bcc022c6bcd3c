import Foundation

/// One word of a name, in the spellings that an ASCII address may give it.
struct NamePart {
    /// Lower-case ASCII, the plainest first: `moller`, `moeller`.
    let spellings: [[UInt8]]
    /// Written as a lone letter that stands for a name: the `J.` of `J. Okafor`.
    let isInitial: Bool
    /// A title or particle, which addresses leave out.
    let isMinor: Bool
    /// Where the word stands in the name.
    let range: Range<String.Index>

    /// More words than any address shows; they would only cost time.
    private static let most = 9

    /// The words of a name; nil where its letters are not Latin, where it has none and where it has too many. Of
    /// `王小明 (Xiaoming Wang)` the words in Latin letters, which are the whole name once more; of `李 Wei`, where they are
    /// only a part of it, nil.
    static func parts(of name: String) -> [NamePart]? {
        var parts: [NamePart] = []
        var isMixed = false
        var rest = Substring(name)
        while let start = rest.firstIndex(where: \.isNameLetter) {
            rest = rest[start...]
            let word = rest.prefix(while: \.isNameLetter)
            rest = rest[word.endIndex...]
            guard let part = NamePart(word, before: rest.first) else {
                isMixed = true
                continue
            }
            guard parts.count < most else { return nil }
            parts.append(part)
        }
        return parts.count < (isMixed ? 2 : 1) ? nil : parts
    }

    private init(spellings: [[UInt8]], isInitial: Bool, isMinor: Bool, range: Range<String.Index>) {
        self.spellings = spellings
        self.isInitial = isInitial
        self.isMinor = isMinor
        self.range = range
    }

    /// The same word in other letters.
    func spelt(_ letters: [UInt8]) -> NamePart {
        NamePart(spellings: [letters], isInitial: isInitial, isMinor: isMinor, range: range)
    }

    private init?(_ word: Substring, before next: Character?) {
        range = word.startIndex..<word.endIndex
        var spellings = [""]
        for letter in word {
            guard let choices = LatinLetter.spellings(of: letter) else { return nil }
            // A long word of many umlauts is not worth every combination.
            let used = spellings.count * choices.count <= 64 ? choices[...] : choices.prefix(1)
            spellings = spellings.flatMap { start in used.map { start + $0 } }
        }
        let plain = spellings[0]
        self.spellings = spellings.map { Array($0.utf8) }
        self.isMinor = Self.minor.contains(plain)
        // The O of O'Brien or Ó Briain and the y of Ortega y Gasset are whole words, a K is a name cut short.
        let stands = next == "." || (next ?? " ").isWhitespace && !Self.wholeWords.contains(plain)
        self.isInitial = word.count == 1 && stands
    }

    /// The initials of a word that could be two or three syllables of Pinyin, such as `xm` of Xiaoming; else none.
    static func syllableInitials(of spelling: [UInt8]) -> [UInt8] {
        var initials: [UInt8] = []
        var rest = spelling[...]
        while let first = rest.first, !isVowel(first) {
            let vowels = rest.drop { !isVowel($0) }.prefix(while: isVowel)
            // `zh`, `ch` and `sh` are the longest beginnings.
            guard vowels.startIndex - rest.startIndex <= 2, !vowels.isEmpty, vowels.count <= 3 else {
                return []
            }
            initials.append(first)
            rest = rest[vowels.endIndex...]
            let end = rest.prefix { !isVowel($0) }
            // What stands before the next vowel begins the next syllable; of more letters, `n` and `ng` end this one.
            rest = rest.count == end.count ? [] : rest.dropFirst(max(0, end.count - 1))
        }
        return rest.isEmpty && (2...3).contains(initials.count) ? initials : []
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiouv".utf8.contains(letter) }

    /// `van`, `de`, `'t`: written small within a name.
    static func isParticle(_ word: some StringProtocol) -> Bool {
        minor.contains(word.lowercased().filter(\.isAnyLetter))
    }

    private static let wholeWords: Set<String> = ["a", "d", "e", "i", "o", "u", "y"]

    private static let minor: Set<String> = [
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev",
        "phd", "md", "obe", "mbe", "cbe", "jr", "sr", "ii", "iii", "iv", "herr", "frau", "nee", "de", "da",
        "do", "dos", "das", "del", "della", "di", "du", "la", "le", "las", "los", "van", "von", "vom", "der",
        "den", "ter", "ten", "zu", "zum", "zur", "af", "av", "al", "el", "bin", "bint", "ibn", "ben", "abu",
        "ap", "ni", "nic", "t", "s", "a", "d", "e", "i", "o", "y",
    ]
}

extension Character {
    /// A letter, but not one that stands for an apostrophe, as the ʻokina does.
    fileprivate var isNameLetter: Bool {
        isAnyLetter && unicodeScalars.first?.properties.generalCategory != .modifierLetter
    }
}
