import Etiquette
import Foundation
import Mail
import Testing

@Suite struct FrozenLetterTests {
    static let bodies = [
        "Hello Jane\n", "Thank you, José.\n", "谢谢您的时间。\n", ".\n..\n\n\n", "trailing \t \né=\n",
        String(repeating: "A longer paragraph with an é in it. ", count: 40) + "\n",
    ]

    @Test func whatWasFrozenIsReadBack() throws {
        let letter = try Letters.letter(to: "Siobhán O'Brien, Ph.D.")
        let frozen = try FrozenLetter(try letter.frozen())
        #expect(frozen.from == letter.from)
        #expect(frozen.to == letter.to)
        #expect(frozen.subject == letter.subject)
        #expect(frozen.body == letter.body)
        #expect(frozen.messageID == letter.messageID)
    }

    @Test(arguments: bodies)
    func dispatchAddsTheDateAndChangesNothingElse(body: String) throws {
        let frozen = try Letters.letter(to: "Łukasz Żółć", body: body).frozen()
        let sent = try FrozenLetter(frozen).dispatch(
            date: Letters.date, zone: try Letters.zone("Europe/London"))
        #expect(Self.lines(sent).filter { !$0.hasPrefix("Date: ") } == Self.lines(frozen))
        #expect(
            Self.lines(sent).filter { $0.hasPrefix("Date: ") } == ["Date: Fri, 20 Nov 2026 15:00:00 +0000"])
        #expect(Self.content(sent) == Self.content(frozen))
        #expect(WireForm.fault(in: sent) == nil)
    }

    @Test(arguments: bodies)
    func anAnswerHasTheBodyThatWasFrozen(body: String) throws {
        let letter = try Letters.letter(body: body)
        let thread = LetterThread(messageID: "1@example.org", references: ["0@example.org"])
        let sent = try Letters.dispatched(letter, answering: thread)
        #expect(Self.content(sent) == Self.content(try letter.frozen()))
        let added = ["Date:", "In-Reply-To:", "References:", "Subject:"]
        let others = { (bytes: [UInt8]) in
            Self.lines(bytes).filter { line in !added.contains { line.hasPrefix($0) } }
        }
        #expect(others(sent) == others(try letter.frozen()))
    }

    @Test(arguments: [
        ("Europe/London", "Fri, 20 Nov 2026 15:00:00 +0000"),
        ("Asia/Kolkata", "Fri, 20 Nov 2026 20:30:00 +0530"),
        ("America/St_Johns", "Fri, 20 Nov 2026 11:30:00 -0330"),
        ("Pacific/Auckland", "Sat, 21 Nov 2026 04:00:00 +1300"),
    ])
    func theDateHasTheOffsetOfItsZone(zone: String, text: String) throws {
        let frozen = try FrozenLetter(try Letters.letter().frozen())
        let sent = try frozen.dispatch(date: Letters.date, zone: try Letters.zone(zone))
        #expect(Self.lines(sent).contains("Date: " + text))
    }

    @Test func theOffsetIsThatOfTheDateNotOfToday() throws {
        let july = Date(timeIntervalSince1970: 1_783_000_000.9)
        let sent = try FrozenLetter(try Letters.letter().frozen())
            .dispatch(date: july, zone: try Letters.zone("Europe/London"))
        #expect(Self.lines(sent).contains("Date: Thu, 02 Jul 2026 14:46:40 +0100"))
    }

    @Test func anAnswerNamesWhatItAnswers() throws {
        let thread = LetterThread(messageID: "2@example.org", references: ["0@example.org", "1@example.org"])
        let sent = try Letters.dispatched(
            try Letters.letter(subject: "Analyst – interview"), answering: thread)
        let read = try #require(try IndependentReader.read([sent]).first)
        #expect(read.inReplyTo == "<2@example.org>")
        #expect(read.references == "<0@example.org> <1@example.org> <2@example.org>")
        #expect(read.subject == "Re: Analyst – interview")
        #expect(read.defects == [])
    }

    @Test func manyReferencesAreFolded() throws {
        let references = (0..<60).map { "\($0).\(String(repeating: "f", count: 40))@mail.example.org" }
        let sent = try Letters.dispatched(
            try Letters.letter(),
            answering: LetterThread(messageID: "last@example.org", references: references))
        #expect(WireForm.fault(in: sent) == nil)
        let read = try #require(try IndependentReader.read([sent]).first)
        let named = try #require(read.references).split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(named == (references + ["last@example.org"]).map { "<\($0)>" })
    }

    @Test(arguments: [
        (nil, "Analyst", "Re: Analyst"), (nil, "Re: Analyst", "Re: Analyst"),
        (nil, "RE: Analyst", "RE: Analyst"),
        ("Your interview", "Analyst", "Re: Your interview"),
        ("Re: Votre entretien – été", "x", "Re: Votre entretien – été"),
    ])
    func anAnswerSaysReOnce(theirs: String?, own: String, subject: String) throws {
        let thread = LetterThread(messageID: "2@example.org", subject: theirs)
        #expect(thread.reply(to: own) == subject)
        let sent = try Letters.dispatched(try Letters.letter(subject: own), answering: thread)
        #expect(try FrozenLetter(sent).subject == subject)
    }

    @Test(arguments: ["a@b>\r\nBcc: eve@example.com", "", "x\n", "é@example.org"])
    func aThreadCannotSmuggleAHeader(id: String) throws {
        #expect(throws: LetterProblem.self) {
            try Letters.dispatched(try Letters.letter(), answering: LetterThread(messageID: id))
        }
        #expect(throws: LetterProblem.self) {
            try Letters.dispatched(
                try Letters.letter(), answering: LetterThread(messageID: "1@example.org", references: [id]))
        }
    }

    @Test func whatIsDatedIsNotDatedAgain() throws {
        let sent = try FrozenLetter(try Letters.dispatched(try Letters.letter()))
        #expect(throws: LetterProblem.alreadyDated) {
            try sent.dispatch(date: Letters.date, zone: try Letters.zone("Europe/London"))
        }
    }

    @Test(arguments: [
        ("To: a@example.org, b@example.org", LetterProblem.notOneRecipient(2)),
        ("To: a@example.org\r\nCc: b@example.org", .notOneRecipient(2)),
        ("To: a@example.org\r\nBcc: b@example.org", .notOneRecipient(2)),
        ("X-To: nobody", .notOneRecipient(0)),
        ("To: friends: a@example.org, b@example.org;", .unreadableAddress),
    ])
    func onlyOneRecipientIsTaken(header: String, problem: LetterProblem) throws {
        let text =
            "From: ada@example.org\r\n\(header)\r\nSubject: x\r\nMessage-ID: <1@example.org>\r\n\r\nHello\r\n"
        #expect(throws: problem) { try FrozenLetter(Array(text.utf8)) }
    }

    @Test(arguments: ["", "\r\n", "no header at all"])
    func whatIsNoMessageIsRefused(text: String) {
        #expect(throws: LetterProblem.self) { try FrozenLetter(Array(text.utf8)) }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    private static func content(_ bytes: [UInt8]) -> Substring {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.range(of: "\r\n\r\n").map { text[$0.upperBound...] } ?? ""
    }
}
