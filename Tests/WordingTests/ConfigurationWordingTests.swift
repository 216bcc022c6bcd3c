import TestFiles
import Testing

@testable import Setup
@testable import Wording

@Suite("A broken configuration is told of in a line for each mistake")
struct ConfigurationWordingTests {
    /// The lines for what is wrong with a text; an issue where nothing is.
    private static func lines(_ text: String) -> [Substring] {
        do throws(ConfigurationProblem) {
            _ = try Configuration.read(Array(text.utf8), of: "config.yaml", homeFolder: nil)
        } catch {
            return ConfigurationWording(problem: error).lines.read.split(separator: "\n")
        }
        Issue.record("nothing wrong was found")
        return []
    }

    @Test func eachHasALineWithItsPlace() {
        let lines = Self.lines(Sample.all + "language: en_GB\netiquette:\n  hours: 9-5\n  weekends: maybe\n")
        #expect(lines.count == 3 && lines.allSatisfy { $0.hasPrefix("config.yaml:") })
    }

    @Test func aThousandAreNoFlood() {
        let lines = Self.lines((0..<1000).map { "k\($0): x\n" }.joined() + Sample.all)
        #expect(lines.count == 41 && lines.last == "and 960 more.")
    }

    @Test func absentFileAsksForInit() {
        let absent = ConfigurationProblem(
            file: "/nowhere/config.yaml", place: nil, key: "", fault: .unreadable(.missing, found: nil))
        #expect(ConfigurationWording(problem: absent).sentence.read.hasSuffix("write one with '[setUp]'."))
    }
}
