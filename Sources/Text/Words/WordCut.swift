/// How a text is cut into words, by what it is read for.
package struct WordCut: Sendable {
    /// Marks of ASCII that belong to a word where letters stand on both sides.
    let joining: [UInt8]
    /// Every character is a word in scripts without spaces between words (Han, kana) or with particles attached
    /// (Hangul), so that a name is found inside a sentence.
    let partsIdeographs: Bool

    /// As prose is read: "don't" is one word, "open-data" are two.
    package static let prose = WordCut(joining: [UInt8(ascii: "'")], partsIdeographs: false)
    /// As names are looked for: `O'Brien` begins with `O`.
    package static let names = WordCut(joining: [], partsIdeographs: true)
    /// As what stands in an entry of a calendar is called: `on-site`, `Node.js`.
    package static let terms = WordCut(
        joining: [UInt8(ascii: "-"), UInt8(ascii: ".")], partsIdeographs: false)
}
