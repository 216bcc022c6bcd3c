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
