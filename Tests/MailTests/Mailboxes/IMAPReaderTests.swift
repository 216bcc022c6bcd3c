import Fixtures
import Foundation
import Testing

@testable import Mail

@Suite struct IMAPReaderTests {
    /// In pieces of so many bytes.
    private func read(_ text: String, pieces: Int = .max, limit: Int = 1000) -> [IMAPResponse]? {
        var reader = IMAPReader()
        reader.literalLimit = limit
        var responses: [IMAPResponse] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(piece.count)
            guard piece.withUnsafeBytes({ reader.read($0) { responses.append($0) } }) else { return nil }
        }
        return responses
    }

    private static let fetch =
        "* 1 FETCH (UID 5 BODY[HEADER]<0> {12}\r\na\r\nw1 OK b\r\n FLAGS ())\r\nw1 OK done {3}\r\n"

    @Test(arguments: [1, 2, 7, .max])
    func aLiteralIsWhole(pieces: Int) throws {
        let responses = try #require(read(Self.fetch, pieces: pieces))
        #expect(responses.count == 2)
        #expect(responses.first?.parts.dropFirst().first == .literal(Array("a\r\nw1 OK b\r\n".utf8)))
        #expect(responses.last?.parts == [.text(Array("w1 OK done {3}".utf8))])
    }

    @Test func ofALongLiteralTheBeginningIsKept() throws {
        let responses = try #require(read(Self.fetch, limit: 4))
        #expect(responses.first?.parts.dropFirst().first == .literal(Array("a\r\nw".utf8)))
        #expect(responses.count == 2)
    }

    @Test(arguments: ["* OK that is {5}", "+ go on {5}", "* NO {5}", "w1 BAD {5}", "* bye {5}"])
    func wordsForPeopleMayEndInAnything(line: String) throws {
        #expect(try #require(read(line + "\r\n* 1 EXISTS\r\n")).count == 2)
    }

    @Test(arguments: [
        "* LIST () \"/\" {0}\r\n\r\n", "* 1 FETCH (BODY[] ~{3}\r\nabc)\r\n", "* X {2}\r\nab {1}\r\nc\r\n",
    ])
    func everyFormOfLiteralIsRead(text: String) throws {
        let responses = try #require(read(text, pieces: 1))
        #expect(responses.count == 1)
        let literals = responses.flatMap(\.parts).filter { if case .literal = $0 { true } else { false } }
        #expect(literals.count == text.count { $0 == "{" })
    }

    @Test func aLineWithoutEndIsRefused() {
        #expect(read(String(repeating: "x", count: IMAPReader.longestText + 1)) == nil)
        #expect(read("* 1 FETCH {12345678901}\r\n") == nil)
    }

    @Test func valuesAreTakenApart() throws {
        let response = try #require(read(#"* LIST (\Sent "a b") NIL "q\"\\" {3}"# + "\r\n)x(\r\n")?.first)
        var scanner = IMAPScanner(response)
        #expect(
            scanner.values() == [
                .atom("*"), .atom("LIST"), .list([.atom(#"\Sent"#), .string(Array("a b".utf8))]),
                .atom("NIL"),
                .string(Array(#"q"\"#.utf8)), .string(Array(")x(".utf8)),
            ])
    }

    @Test(arguments: [
        "* (a", "* a)", "* \"a", "* \"a\\",
        "* " + String(repeating: "(", count: 21) + String(repeating: ")", count: 21),
    ])
    func whatNobodyMaySayIsNothing(line: String) throws {
        var scanner = IMAPScanner(try #require(read(line + "\r\n")?.first))
        #expect(scanner.values() == nil)
    }

    @Test func bracketsHoldTogether() throws {
        var scanner = IMAPScanner(
            try #require(read("* 1 FETCH (BODY[HEADER.FIELDS (FROM TO)]<0> \"x\")\r\n")?.first))
        #expect(
            scanner.values()?.last
                == .list([.atom("BODY[HEADER.FIELDS (FROM TO)]<0>"), .string([UInt8(ascii: "x")])]))
    }

    private static let samples = [
        fetch, "* LIST (\\HasNoChildren \\Sent) \"/\" \"Sent\"\r\n", "* LIST () \".\" {4}\r\nA&-B\r\n",
        "* ESEARCH (TAG \"w1\") UID ALL 1:3,7\r\n", "* SEARCH 1 2 3\r\n",
        "* OK [UIDNEXT 5] x\r\n* 5 EXISTS\r\n",
        "w1 NO [NONEXISTENT] no\r\n",
    ]

    /// Nothing crashes, nothing grows, and what is read in pieces is what is read at once.
    @Test func spoiledResponsesAreSurvived() {
        var dice = SeededGenerator(seed: 4)
        for round in 0..<2000 {
            let text = String(
                decoding: dice.spoiled(Array(Self.samples[round % Self.samples.count].utf8)), as: UTF8.self)
            let whole = read(text, limit: 50)
            #expect(
                whole == read(text, pieces: Int.random(in: 1...9, using: &dice), limit: 50),
                "\(text.debugDescription)")
            for response in whole ?? [] {
                guard let event = IMAPEvent(response, Concealment(user: nil, secret: nil)) else { continue }
                _ = Excerpt(event)
                #expect(
                    (event.foundUIDs(within: 1...100, atMost: 50) ?? []).allSatisfy { (1...100).contains($0) }
                )
                if case .data(let values) = event { _ = Folder(list: values) }
                var facts = ExamineFacts()
                facts.note(event)
                #expect(facts.uidNext != 0 && facts.uidValidity != 0)
            }
        }
    }
}
