import Testing

/// Whatever is printed fits the window, is cut between words, and is untouched where nobody looks at a window.
@Suite struct WidthTests {
    private static let commands = [
        ["queue"], ["show", "1"], ["advise"], ["interview", "show", "1"], ["interview", "list"], ["audit"],
        ["person", "list"],
        ["person", "show", "1"],
    ]

    @Test("nothing is broken by the terminal", arguments: [60, 80, 120], commands)
    func fits(columns: Int, command: [String]) throws {
        let ada = try Applicant()
        try ada.add()
        try ada.run(
            "log", "--person", "1", "--channel", "phone", "--direction", "out", "--note",
            "asked when they would decide")
        let session = try TerminalSession(ada, command, columns: columns, environment: ["PAGER": ""])
        let (_, screen) = session.end()
        #expect(session.screen.broken.isEmpty, "\(screen)")
        #expect(!screen.isEmpty)
        // A table becomes blocks, in other words.
        guard command != ["audit"] else { return }
        let words = try Set(ada.run(command).out.split(whereSeparator: \.isWhitespace))
        let shown = Set(screen.split(whereSeparator: \.isWhitespace))
        #expect(shown.isSubset(of: words.union(["│"])), "\(shown.subtracting(words))")
    }

    @Test func underLangCEverythingIsASCII() throws {
        let ada = try Applicant()
        try ada.add()
        for command in Self.commands {
            let session = try TerminalSession(ada, command, environment: ["LANG": "C", "PAGER": ""])
            _ = session.end()
            #expect(session.output.utf8.allSatisfy { $0 < 0x80 }, "\(session.output)")
        }
        // A file holds what it held.
        #expect(try ada.run(["show", "2"], environment: ["LANG": "C"]).out.contains("Tom Ó Briain"))
    }

    @Test(
        "colours only where they are wanted",
        arguments: [("xterm", "", true), ("xterm", "1", false), ("dumb", "", false)])
    func colours(terminal: String, noColour: String, isColoured: Bool) throws {
        let ada = try Applicant()
        try ada.add()
        let session = try TerminalSession(
            ada, ["queue"], environment: ["TERM": terminal, "NO_COLOR": noColour])
        _ = session.end()
        #expect(session.output.contains("\u{1B}[") == isColoured)
    }
}
