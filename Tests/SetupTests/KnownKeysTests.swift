import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite struct KnownKeysTests {
    static let paths = KnownKeys.sections.flatMap { section in section.keys.map { (section.name, $0) } }

    /// A list is no value of any key: a key that takes it is one that nobody reads.
    @Test(arguments: paths)
    func everyKeyIsRead(section: String, key: String) {
        var lines = [
            "me": Sample.me, "smtp": Sample.smtp, "imap": "imap:\n  url: imaps://mail.example.org\n",
        ]
        lines["etiquette"] = "etiquette:\n"
        let kept = (lines[section] ?? "").split(separator: "\n").filter { !$0.hasPrefix("  \(key):") }
        lines[section] = kept.joined(separator: "\n") + "\n  \(key): [a]\n"
        let problem = Sample.problem(["me", "smtp", "imap", "etiquette"].compactMap { lines[$0] }.joined())
        guard case .notAValue(.list, _)? = problem?.fault else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(problem?.key == "\(section).\(key)")
    }

    @Test(arguments: paths)
    func everyKeyIsDocumented(section: String, key: String) throws {
        let documented = try ConfigurationText.documented()
        let heading = try #require(
            documented.range(of: "\n\(section):\n") ?? documented.range(of: "\n# \(section):\n"))
        let body = documented[heading.upperBound...]
        #expect(
            body.contains("\n  \(key):") || body.contains("\n  # \(key):") || body.contains("\n#   \(key):")
                || body.contains("\n#   # \(key):"))
    }

    @Test(arguments: [
        ("timezone", "me", "time_zone"), ("Name", "me", "name"), ("emial", "me", "email"),
        ("usr", "smtp", "user"),
        ("passwordCommand", "smtp", "password_command"), ("max-per-hour", "smtp", "max_per_hour"),
        ("thankyouafter", "etiquette", "thank_you_after"), ("langauge", "", "language"), ("stmp", "", "smtp"),
    ])
    func slipOfTheFingerIsRecognised(typed: String, section: String, meant: String) {
        #expect(KnownKeys.suggestion(for: typed, in: section) == .spelling(meant))
    }

    @Test(arguments: [
        ("hours", "", "etiquette"), ("sent_folder", "smtp", "imap"), ("email", "smtp", "me"),
        ("smtp", "me", ""),
    ])
    func keyOfAnotherSectionIsSentHome(typed: String, section: String, home: String) {
        #expect(KnownKeys.suggestion(for: typed, in: section) == .section(home))
    }

    @Test(arguments: ["colour", "x", "", String(repeating: "name", count: 5000)])
    func farWordIsLeftAlone(typed: String) {
        #expect(KnownKeys.suggestion(for: typed, in: "me") == nil)
    }

    @Test(arguments: ["password", "Password", "pasword", "passwd", "pass", "secret", "token", "passphrase"])
    func passwordInTheFileIsRefused(key: String) {
        let problem = Sample.problem(Sample.all + "  \(key): hunter2\n")
        #expect(problem?.fault == .passwordInFile)
    }
}
