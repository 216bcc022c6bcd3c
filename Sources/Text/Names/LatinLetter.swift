import Foundation

/// How the letters of Latin alphabets are written in ASCII, custom by custom.
enum LatinLetter {
    /// The ways to write one letter in lower-case ASCII, the plainest first; nil for a letter of another script.
    static func spellings(of letter: Character) -> [String]? {
        // Most letters of most names; the rest of this is for the others.
        if letter.isASCII { return letter.isLetter ? [letter.lowercased()] : nil }
        let lowered = letter.lowercased()
        if let special = special[lowered] { return special }
        let bare = String(
            String.UnicodeScalarView(
                lowered.decomposedStringWithCompatibilityMapping.unicodeScalars
                    .filter { $0.properties.generalCategory != .nonspacingMark }))
        if let special = special[bare] { return special }
        return bare.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ? [bare] : nil
    }

    /// How a word in plain small letters may begin in a name: with a letter that is written as its first and one that may be
    /// written so as to go on with its second, or with one letter that is written as its first two.
    static func openings(of word: String) -> [[String]] {
        func others(_ isOne: (String) -> Bool) -> String {
            accented.filter { $0.spellings.contains(where: isOne) }.map(\.letter).joined()
        }
        let letters = word.utf8.prefix(2).map { String(UnicodeScalar($0)) }
        guard let first = letters.first else { return [] }
        guard let second = letters.dropFirst().first else {
            return [[first + others { $0.hasPrefix(first) }]]
        }
        let both = others { $0.hasPrefix(first + second) }
        return [[first + others { $0 == first }, second + others { $0.hasPrefix(second) }]]
            + (both.isEmpty ? [] : [[both]])
    }

    /// The small Latin letters beyond ASCII, with their spellings.
    private static let accented: [(letter: String, spellings: [String])] = {
        let letters = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap(UnicodeScalar.init).map(
            Character.init)
        return letters.compactMap { letter in spellings(of: letter).map { (String(letter), $0) } }
    }()

    private static let special: [String: [String]] = [
        // German and its neighbours; the v and yu are Pinyin's.
        "ä": ["a", "ae"], "ö": ["o", "oe"], "ü": ["u", "ue", "v", "yu"], "ß": ["ss", "s", "sz"],
        // Nordic.
        "å": ["a", "aa"], "ø": ["o", "oe"], "æ": ["ae", "a", "e"], "þ": ["th", "t"], "ð": ["d", "dh", "th"],
        "ŋ": ["n", "ng"], "ŧ": ["t"],
        // French, Slavic, Vietnamese, Turkic, Maltese.
        "œ": ["oe", "o"], "ł": ["l"], "đ": ["d", "dj"], "ı": ["i"], "ə": ["e", "a"], "ħ": ["h"],
    ]
}

extension Character {
    /// As `isLetter`, but for ASCII without a look into the tables of Unicode: names are gone over many times.
    var isAnyLetter: Bool {
        guard let byte = asciiValue else { return isLetter }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
