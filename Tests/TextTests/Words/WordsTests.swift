import Foundation
import Testing

@testable import Text

@Suite struct WordsTests {
    @Test(arguments: [
        ("Jane Okafor", ["Jane", "Okafor"]), ("O'Brien", ["O", "Brien"]), ("O’Brien", ["O", "Brien"]),
        ("Smith-Jones Ltd.", ["Smith", "Jones", "Ltd"]), ("3M", ["3M"]), ("(ISC)² Ltd", ["ISC", "²", "Ltd"]),
        ("Nguyễn Thị", ["Nguyễn", "Thị"]), ("Müller", ["Müller"]), ("Mu\u{308}ller", ["Müller"]),
        ("Ἀλέξανδρος", ["Ἀλέξανδρος"]), ("Иван Петров", ["Иван", "Петров"]), ("שרה כהן", ["שרה", "כהן"]),
        ("محمد علي", ["محمد", "علي"]), ("अमित शर्मा", ["अमित", "शर्मा"]), ("李小龙", ["李", "小", "龙"]),
        ("김민수", ["김", "민", "수"]), ("さくら", ["さ", "く", "ら"]), ("สมชาย ใจดี", ["สมชาย", "ใจดี"]),
        ("Acme小", ["Acme", "小"]), ("小Acme", ["小", "Acme"]), ("", []), ("– … !", []),
    ])
    func wordsAreRunsOfLettersMarksAndDigits(text: String, words: [String]) {
        #expect(Words.tokens(of: text) == words)
    }

    @Test(arguments: [
        ("Jane Okafor", "Jane Okafor"), ("Jane van der Berg", "Jane van"), ("Prince", "Prince"),
        ("The Guardian", "The Guardian"), ("O’Brien Ltd", "O Brien"), ("  Acme  ", "Acme"), ("???", nil),
        ("", nil),
    ])
    func aNameIsKeptUnderItsFirstTwoWords(name: String, key: String?) {
        #expect(Words.key(of: name) == key)
    }

    @Test func aTextAsksForEveryWordAndEveryPair() {
        let keys = Words.keys(of: [Words.tokens(of: "Dear Jane Okafor,")])
        #expect(keys == ["Dear", "Jane", "Okafor", "Dear Jane", "Jane Okafor"])
    }

    @Test(arguments: ["Jane Okafor", "O’Brien & Sons", "李小龙", "Prince", "Mu\u{308}ller AG", "(ISC)² Inc."])
    func aTextThatHoldsANameAsksForItsKey(name: String) throws {
        let key = try #require(Words.key(of: name))
        let keys = Words.keys(of: [Words.tokens(of: "Dear someone, I met \(name) there.")])
        #expect(keys.contains(key))
        #expect(keys.contains(try #require(Words.tokens(of: name).first)))
    }

    @Test(arguments: [
        ("met Jane Okafor there", "Jane Okafor", 1), ("Jane Okafor and Jane Okafor", "Jane Okafor", 2),
        ("Jane Okafors", "Jane Okafor", 0), ("Mary-Jane Okafor", "Jane Okafor", 1),
        ("Jane Okafor's", "Jane Okafor", 1),
        ("jane okafor", "Jane Okafor", 0), ("Jane\n  Okafor", "Jane Okafor", 1),
        ("Jane\u{A0}Okafor", "Jane Okafor", 1),
        ("Jane. Okafor", "Jane Okafor", 0), ("Jane, Okafor", "Jane Okafor", 0), ("a b", "", 0),
        ("", "Jane", 0),
        ("Acme Inc is", "Acme Inc.", 1), ("José", "Jose", 0), ("Jose\u{301}", "Jose", 0), ("नम", "न", 0),
        ("नमि", "नम", 0),
    ])
    func aNameStandsAsWholeWords(text: String, name: String, count: Int) {
        #expect(Words(text).occurrences(of: Words(name)).count == count)
    }

    @Test func whatIsTakenForComposedIsComposed() {
        let wrong = (0...0x2FFFF).compactMap(Unicode.Scalar.init(_:)).filter { scalar in
            guard Words.isComposed(scalar) else { return false }
            let text = String(scalar)
            let isSame = text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(
                text.unicodeScalars)
            return !isSame || scalar.properties.canonicalCombiningClass != .notReordered
        }
        #expect(wrong.isEmpty)
    }
}
