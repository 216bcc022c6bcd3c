import Testing

@testable import afterword

/// The help of a command as a window shows it.
@Suite struct HelpTextTests {
    private static let help = """
        OVERVIEW: Record what you have heard, so that nothing is sent that no longer should be.

        RECRUITMENT is the job: a name of its organisation, its role or a person, or its
        number.

        EXAMPLES
          afterword heard 1 --replied                  they answered: the question
                                                       about the decision is held
          afterword heard "city library" --rejected

        USAGE: afterword heard RECRUITMENT --replied [--courtesy] | --withdrew [--told-nobody]
                     [--at TIME] [--from PERSON]
                      afterword heard RECRUITMENT --undo

        OPTIONS:
          --replied               They answered, and what they said is not for this program to know at all.
          --time-zone <time-zone> Your time zone, such as Europe/London; that of this computer if left out.

        """

    private func lines(_ columns: Int) throws -> [String] {
        try #require(HelpText(Self.help, columns: columns)).fitted
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("nothing is wider than the window, and no word is lost or cut", arguments: [40, 60, 80, 120])
    func itFits(columns: Int) throws {
        let lines = try lines(columns)
        #expect(lines.allSatisfy { $0.count <= min(columns, HelpText.widest) }, "\(lines)")
        func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
        #expect(words(lines.joined(separator: "\n")) == words(Self.help))
    }

    @Test("a paragraph flows: it has no short line before its last", arguments: [60, 80])
    func paragraphsFlow(columns: Int) throws {
        let lines = try lines(columns)
        let start = try #require(lines.firstIndex { $0.hasPrefix("RECRUITMENT") })
        let next = try #require(lines[start + 1].split(separator: " ").first)
        #expect(lines[start].count + 1 + next.count > columns, "\(lines)")
    }

    @Test func whatStandsInTwoColumnsStaysInThem() throws {
        let lines = try lines(80)
        let start = try #require(lines.firstIndex { $0.hasPrefix("  --replied") })
        #expect(lines[start].hasPrefix("  --replied               They answered, and"))
        #expect(lines[start + 1].hasPrefix(String(repeating: " ", count: 26) + "program to"), "\(lines)")
        #expect(lines[start + 3].hasPrefix(String(repeating: " ", count: 26)), "\(lines)")
    }

    @Test func whereTheSecondColumnWouldBeTooNarrowItGoesBelow() throws {
        let lines = try lines(60)
        let start = try #require(lines.firstIndex { $0.contains("heard 1 --replied") })
        #expect(lines[start] == "  afterword heard 1 --replied")
        #expect(lines[start + 1] == "      they answered: the question about the decision is held")
    }

    @Test("a usage is broken between options", arguments: [60, 80])
    func usagesAreBrokenBetweenOptions(columns: Int) throws {
        let lines = try lines(columns)
        let start = try #require(lines.firstIndex { $0.hasPrefix("USAGE: ") })
        let usage = lines[start...].prefix { !$0.isEmpty }
        #expect(usage.allSatisfy { line in line.count { $0 == "[" } == line.count { $0 == "]" } }, "\(usage)")
        #expect(usage.contains("       afterword heard RECRUITMENT --undo"))
    }

    @Test("what another program reads is left as it is", arguments: ["0.2.0", "#compdef afterword", "{ }"])
    func whatIsNoHelpIsNone(text: String) {
        #expect(HelpText(text, columns: 80) == nil)
    }
}
