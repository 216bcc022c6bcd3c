import Testing

@Suite struct HelpTests {
    static let commands = [
        "init", "interview add", "interview edit", "interview list", "interview show", "interview cancel",
        "interview delete", "interview undelete", "import",
        "person edit",
        "person show",
        "person list", "queue", "show", "edit", "approve", "hold", "release", "cancel", "send", "heard",
        "log", "card",
        "resolve", "audit", "advise", "doctor", "templates list", "templates show", "templates copy",
        "templates check", "export", "forget", "calendar", "stats",
    ]

    /// The parser would cut longer lines than a terminal's anywhere, in the middle of an example too.
    @Test(arguments: commands + [""])
    func helpTeachesByExampleAndFitsATerminal(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let run = try Applicant(at: nil).run(words + ["--help"], environment: ["COLUMNS": "200"])
        #expect(run.status == 0)
        #expect(run.err.isEmpty)
        if !command.isEmpty {
            #expect(run.out.contains("EXAMPLE"))
            #expect(run.out.contains("\n  afterword \(command)"))
        }
        let lines = run.out.split(separator: "\n").dropFirst()
        let usage = try #require(lines.firstIndex { $0.hasPrefix("USAGE: ") })
        let options = try #require(
            lines.firstIndex { $0.hasPrefix("OPTIONS:") || $0.hasPrefix("ARGUMENTS:") })
        for line in lines[..<usage] { #expect(line.count <= 80, "\(line)") }
        for line in lines[usage..<options] { #expect(line.count <= 110, "\(line)") }
    }

    @Test func helpOfTheProgramNamesEveryCommand() throws {
        let help = try Applicant(at: nil).run("--help").out
        for command in Self.commands { #expect(help.contains("\n  \(command.split(separator: " ")[0]) ")) }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreGenerated(shell: String) throws {
        let run = try Applicant(at: nil).run("--generate-completion-script", shell)
        #expect(run.status == 0)
        for word in ["interview", "heard", "decision-by"] { #expect(run.out.contains(word)) }
    }

    @Test(arguments: [
        ["nonsense"], ["send", "--now"], ["interview"], ["heard"], ["show"], ["interview", "add"],
    ])
    func wrongUseExplainsItself(_ arguments: [String]) throws {
        let run = try Applicant().run(arguments)
        let asksForHelp = arguments == ["interview"]
        #expect(run.status == (asksForHelp ? 0 : 64))
        #expect(asksForHelp == run.err.isEmpty)
    }

    @Test func helpNeedsNoConfigurationAndMakesNothing() throws {
        let ada = try Applicant()
        try ada.run("interview", "add", "--help")
        #expect(ada.ledger.isEmpty)
    }
}
