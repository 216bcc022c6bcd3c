import Foundation
import Testing
import Wording

@testable import Reports

/// What other programs read: what Foundation's encoder writes, with what nobody sees written out.
@Suite struct JSONTests {
    private struct Sample: Encodable, Sendable {
        struct Part: Encodable, Sendable {
            let zebra: Int64
            let apple: Bool
            @OrNull var none: String?
        }

        let text: String
        let parts: [Part]
        let words: [String]
        let empty: [Int]
        let nothing: Part?
        @OrNull var part: Part?
        let named: [String: Int]
        let small: [UInt8]
        let half: Double
    }

    private static let spelling = SentenceSpelling {
        $0.text(remedy: { _ in "‹do›" }, field: { _ in "‹say›" })
    }

    @Test func aSentenceIsSpeltAsWhoeverPrintsItSpellsIt() throws {
        let sentence: Sentence = "Read it, then: \(.approve([])); say which with \(.message)."
        #expect(try ours([sentence]) == #"["Read it, then: ‹do›; say which with ‹say›."]"#)
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([sentence]) }
    }

    private func foundation(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func ours(_ value: some Encodable) throws -> String {
        String(decoding: try JSON.bytes(value, Self.spelling), as: UTF8.self)
    }

    @Test(arguments: [0, 1, 3])
    func aReportIsWrittenAsFoundationDoes(count: Int) throws {
        let parts = (0..<count).map {
            Sample.Part(zebra: Int64($0) - 1, apple: $0 > 0, none: $0 > 1 ? "x" : nil)
        }
        let sample = Sample(
            text: "a", parts: parts, words: parts.map { "w\($0.zebra)" }, empty: [], nothing: nil,
            part: parts.first, named: ["b": 1, "a": count], small: [0, 255], half: 0.5)
        #expect(try ours(sample) == foundation(sample))
    }

    @Test(arguments: [
        "", "Jane", "é – 欧阳 \u{1F600}", "\"\\/", "a\nb\r\n\t\u{8}\u{C}", "\u{0}\u{1}\u{1F}",
        #"{"a": [1]}"#,
    ])
    func everyCharacterIsReadBack(text: String) throws {
        #expect(try ours([text]) == foundation([text]))
        let read =
            try JSONSerialization.jsonObject(with: Data(JSON.bytes([text], Self.spelling))) as? [String]
        #expect(read == [text])
    }

    @Test func aValueByItselfIsADocument() throws {
        #expect(try ours("a") == #""a""#)
        #expect(try ours(OrNull<Int>(wrappedValue: nil)) == "null")
        #expect(try ours([Int]()) == "[]")
        #expect(try ours([String: Int]()) == "{}")
    }

    @Test(arguments: [Double.nan, .infinity])
    func whatJSONHasNoNumberForIsRefused(value: Double) {
        #expect(throws: EncodingError.self) { try ours([value]) }
    }

    /// As a value may do that describes itself by hand.
    private struct ByHand: Encodable {
        enum Key: String, CodingKey { case b, a, list }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            var inner = container.nestedContainer(keyedBy: Key.self, forKey: .b)
            try inner.encode(1, forKey: .b)
            try inner.encode(2, forKey: .a)
            var list = container.nestedUnkeyedContainer(forKey: .list)
            try list.encode("x")
            var item = list.nestedContainer(keyedBy: Key.self)
            try item.encodeNil(forKey: .a)
            try list.encode("y")
            try container.encode("z", forKey: .a)
        }
    }

    @Test func containersInContainersEndWhereTheNextValueBegins() throws {
        #expect(try ours(ByHand()) == #"{"a":"z","b":{"a":2,"b":1},"list":["x",{"a":null},"y"]}"#)
    }

    /// What a terminal obeys, or nobody sees, is written as its number; every reader takes it for the same text.
    @Test(arguments: [
        ("\u{202E}evil", #""\u202eevil""#), ("a\u{9B}31m", #""a\u009b31m""#), ("a\u{7F}", #""a\u007f""#),
        ("\u{200B}\u{FEFF}", #""\u200b\ufeff""#), ("\u{2066}x\u{2069}", #""\u2066x\u2069""#),
        ("\u{2028}", #""\u2028""#), ("\u{61C}", #""\u061c""#), ("\u{E0041}", #""\udb40\udc41""#),
        ("\u{1B}]0;x\u{7}", #""\u001b]0;x\u0007""#), ("“é–李”", #""“é–李”""#), ("ادا", #""ادا""#),
    ])
    func whatCanNotBeSeenIsWrittenAsItsNumber(text: String, written: String) throws {
        #expect(try ours(text) == written)
        #expect(try JSONDecoder().decode(String.self, from: Data(written.utf8)) == text)
    }
}
