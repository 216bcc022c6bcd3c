import Testing

@testable import Mail

@Suite struct EncodedWordsTests {
    @Test(arguments: [
        ("Jane Okafor", false), ("O'Brien, Jane", false), ("José", true), ("=?utf-8?q?Jane?=", true),
        ("", false), ("Jane " + String(repeating: "x", count: 30), false),
        ("Jane " + String(repeating: "x", count: 31), true),
    ])
    func onlyWhatIsNotPlainASCIINeedsEncoding(text: String, needed: Bool) {
        #expect(EncodedWords.areNeeded(for: text) == needed)
    }

    @Test(arguments: [
        ("José", ["=?utf-8?q?Jos=C3=A9?="]),
        ("José Núñez", ["=?utf-8?q?Jos=C3=A9_N=C3=BA=C3=B1ez?="]),
        ("a_b?c=d", ["=?utf-8?q?a=5Fb=3Fc=3Dd?="]),
        ("\"é\", (x)", ["=?utf-8?q?=22=C3=A9=22=2C_=28x=29?="]),
        ("\t", ["=?utf-8?q?=09?="]),
    ])
    func whatMayNotStandInAPhraseIsEscaped(text: String, words: [String]) {
        #expect(EncodedWords.words(for: text) == words)
    }

    @Test(arguments: NamedPerson.all)
    func wordsAreShortAndHoldWholeCodePoints(person: NamedPerson) throws {
        let words = EncodedWords.words(for: person.name, behind: "Subject: ")
        #expect(words[0].utf8.count <= 75 - 9)
        for word in words {
            #expect(word.utf8.count <= 75)
            let bytes = try Self.decoded(word)
            #expect(String(validating: bytes, as: UTF8.self) != nil, "\(word)")
        }
    }

    @Test(arguments: NamedPerson.all)
    func theWordsTogetherAreTheText(person: NamedPerson) throws {
        let bytes = try EncodedWords.words(for: person.name).flatMap(Self.decoded)
        #expect(String(decoding: bytes, as: UTF8.self) == person.name)
    }

    @Test func aLongTextIsSplitBetweenItsWords() {
        let words = EncodedWords.words(for: String(repeating: "Ångström ", count: 8) + "Åå")
        #expect(words.dropLast().allSatisfy { $0.hasSuffix("_?=") })
        #expect(words.count > 2)
    }

    /// RFC 2047 section 4.2, read by hand.
    private static func decoded(_ word: String) throws -> [UInt8] {
        #expect(word.hasPrefix("=?utf-8?q?") && word.hasSuffix("?="))
        var rest = word.dropFirst(10).dropLast(2)[...]
        var bytes: [UInt8] = []
        while let first = rest.popFirst() {
            switch first {
            case "_": bytes.append(0x20)
            case "=":
                bytes.append(try #require(UInt8(rest.prefix(2), radix: 16)))
                rest = rest.dropFirst(2)
            default: bytes.append(try #require(first.asciiValue))
            }
        }
        return bytes
    }
}
