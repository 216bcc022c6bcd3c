import Testing

@testable import Mail

@Suite struct ReplyReaderTests {
    typealias Answer = ReplyReader.Answer

    private func read(_ lines: [String]) -> [Answer?] {
        var reader = ReplyReader()
        return lines.map { reader.read(Array($0.utf8)) }
    }

    @Test(arguments: [
        ("250 Ok\r\n", 250, nil, "Ok"), ("250 Ok", 250, nil, "Ok"), ("250\r\n", 250, nil, ""),
        ("250 \r\n", 250, nil, ""),
        ("250 2.0.0 Ok: queued as 4F2A\r\n", 250, "2.0.0", "Ok: queued as 4F2A"),
        ("550 5.1.1 <jane@example.org>: no such user\r\n", 550, "5.1.1", "<jane@example.org>: no such user"),
        ("554 5.7.1\r\n", 554, "5.7.1", ""), ("250 1.2.3 is no status\r\n", 250, nil, "1.2.3 is no status"),
        ("250 2.0 is none\r\n", 250, nil, "2.0 is none"),
        ("250 5.1234.1 nor this\r\n", 250, nil, "5.1234.1 nor this"),
        ("250 2.0.0   two  spaces\t here \r\n", 250, "2.0.0", "two spaces here"),
        ("250 2.0.0", 250, "2.0.0", ""), ("250 4.1.", 250, nil, "4.1."),
        ("250 5.7.1x no", 250, nil, "5.7.1x no"),
        ("250 22.0.0 nor this", 250, nil, "22.0.0 nor this"), ("250 5.710.123 ö", 250, "5.710.123", "ö"),
        ("421 4.7.0 \u{1B}[31mred\u{7} \u{202E}thgir\r\n", 421, "4.7.0", "[31mred thgir"),
    ])
    func aLineIsTakenApart(line: String, code: Int, status: String?, text: String) {
        #expect(read([line]) == [Answer(code: code, enhancedStatus: status, text: text)])
    }

    @Test func manyLinesAreOneReply() {
        let lines = ["550-5.7.1 Our policy\r\n", "550-5.7.1 is to refuse\r\n", "550 5.7.1 this.\r\n"]
        let whole = Answer(code: 550, enhancedStatus: "5.7.1", text: "Our policy is to refuse this.")
        #expect(read(lines) == [nil, nil, whole])
    }

    @Test(arguments: [
        "\r\n", "", "hello\r\n", "25O Ok\r\n", "25\r\n", "250x\r\n", "2500 Ok\r\n", " 250 Ok\r\n",
        "٢٥٠ Ok\r\n",
    ])
    func noiseIsNoReply(line: String) {
        #expect(read([line, "250 Ok\r\n"]) == [nil, Answer(code: 250, enhancedStatus: nil, text: "Ok")])
    }

    /// Nobody knows which of the codes is meant (RFC 5321 4.2.1).
    @Test(arguments: [
        ["250-Ok", "451 later"], ["250-Ok", "550 no"], ["451-4.3.0 later", "250 2.0.0 Ok"],
        ["250-a", "250-b", "251 c"],
        ["250-a", "251-b", "250 c"], ["550-5.1.1 no", "550-such", "450 user"], ["250-a", "noise", "354 b"],
    ])
    func linesOfDifferentCodesAreNoReply(lines: [String]) {
        var reader = ReplyReader()
        #expect(lines.allSatisfy { reader.read(Array(($0 + "\r\n").utf8)) == nil })
        #expect(reader.isNoReply)
    }

    /// The texts may differ, and so may the codes of two replies.
    @Test func theNextReplyMayHaveAnotherCode() {
        #expect(
            read(["250-a", "250 b", "451 c", "550-d", "550 e"]).map { $0?.code } == [nil, 250, 451, nil, 550])
    }

    @Test func repliesFollowEachOther() {
        let answers = read(["354 go\r\n", "250-a\r\n", "250 b\r\n", "221 bye\r\n"])
        #expect(answers.map { $0?.code } == [354, nil, 250, 221])
        #expect(answers.map { $0?.text } == ["go", nil, "a b", "bye"])
    }

    @Test func badUTF8IsReplaced() {
        var reader = ReplyReader()
        let answer = reader.read([0x32, 0x35, 0x30, 0x20, 0xFF, 0x41])
        #expect(answer?.text == "\u{FFFD}A")
    }

    @Test func wordsAreShortened() {
        var reader = ReplyReader()
        for _ in 0..<50 { _ = reader.read(Array(("550-" + String(repeating: "x", count: 300)).utf8)) }
        let answer = reader.read(Array("550 end".utf8))
        #expect(answer?.code == 550)
        #expect((900...ServerReply.longestText).contains(answer?.text.count ?? 0))
        #expect(!reader.isNoReply)
    }

    /// Characters are counted, the spaces between the lines included.
    @Test(arguments: ["x", "ö"])
    func noMoreWordsAreKeptThanThereIsRoomFor(letter: String) {
        let line = String(repeating: letter, count: 499)
        for more in [line, letter] {
            let answer = read(["550-\(line)", "550-\(line)", "550 \(more)"])[2]
            #expect(answer?.text == "\(line) \(line)")
        }
        #expect(read(["550-\(line)", "550 \(letter)\(line)x"])[1]?.text == "\(line) \(letter)\(line)")
    }

    @Test func aReplyWithoutEndIsNoticed() {
        var reader = ReplyReader()
        for _ in 0...64 { _ = reader.read(Array(("250-" + String(repeating: "x", count: 1020)).utf8)) }
        #expect(reader.isNoReply)
    }

    @Test func noiseWithoutEndIsNoticed() {
        var reader = ReplyReader()
        for _ in 0...64 { _ = reader.read(Array(repeating: 0x78, count: 1024)) }
        #expect(reader.isNoReply)
    }
}
