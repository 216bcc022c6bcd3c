import Foundation
import Testing

/// Bad input at the door: one sentence that quotes the value, the right exit code, and the ledger as it was.
@Suite struct BadFieldTests {
    struct Bad: CustomTestStringConvertible {
        let option: String
        let value: String
        let says: String
        var testDescription: String { "\(option) \(says)" }
    }

    private static let unseen: [(String, String)] = [
        ("\u{0A}", "000A"), ("\u{0D}", "000D"), ("\u{07}", "0007"), ("\u{202E}", "202E"),
        ("\u{2066}", "2066"),
        ("\u{200B}", "200B"), ("\u{200F}", "200F"), ("\u{FEFF}", "FEFF"), ("\u{85}", "0085"),
        ("\u{2028}", "2028"),
    ]

    /// Each character that can't be seen, in a field that takes words.
    private static func hidden(_ option: String, _ value: String, says: String) -> [Bad] {
        unseen.map { character, code in
            let escaped = "\\u{\(code.drop { $0 == "0" })}"
            return Bad(
                option: option, value: value.replacing("|", with: character),
                says: says.replacing("|", with: escaped) + " holds the character U+\(code)")
        }
    }

    /// By field, so that each has one ledger.
    static let hidden = [
        hidden("--organisation", "City|Library", says: "the organisation “City|Library”"),
        hidden("--role", "Data|Analyst", says: "the role “Data|Analyst”"),
        hidden("--panel", "Ja|ne <jane@example.org>", says: "the name “Ja|ne”"),
        hidden("--contact", "Ha|na <hana@example.org>", says: "the name “Ha|na”"),
        // What was talked about may have been typed on several lines.
        hidden("--talking-point", "jane.okafor@example.org=a|b", says: "the talking point “a|b”")
            .filter { !$0.value.contains { "\n\r".contains($0) } },
    ]

    static let addresses = [
        "jane@@example.org", "jane", "@example.org", "jane@", "jane@example..org", "jane@.org",
        "jane@example_.org",
        "ja ne@example.org", "jane,tom@example.org", "jane@example.org, tom@example.org", "jäne@example.org",
        "\"jane\"@example.org", "jane@[127.0.0.1]", "jane@exаmple.org", "jane@paypаl.example",
        String(repeating: "j", count: 65) + "@example.org",
        "jane@" + String(repeating: "e.", count: 130) + "org",
        "jane\u{0D}\u{0A}RCPT TO:<eve@example.org>@example.org", "jane\u{200B}@example.org",
        ".jane@example.org",
        "jane.@example.org", "ja..ne@example.org",
    ]

    static let words = [
        Bad(option: "--organisation", value: "", says: "the organisation is empty"),
        Bad(option: "--role", value: " \u{A0} ", says: "the role is empty"),
        Bad(option: "--panel", value: "", says: "the name is empty"),
        Bad(
            option: "--panel", value: "<jane@example.org>",
            says: "“<jane@example.org>” is not a name with an address"),
        Bad(option: "--contact", value: "", says: "the name is empty"),
        Bad(option: "--talking-point", value: "jane.okafor@example.org=", says: "the talking point is empty"),
        Bad(
            option: "--talking-point", value: "bob@example.org=tea",
            says: "no one on the panel is called “bob@example.org”"),
        Bad(option: "--talking-point", value: "tea", says: "no one on the panel is called “tea”"),
        Bad(
            option: "--organisation", value: String(repeating: "é", count: 201),
            says: "…” is longer than 200 characters"),
        Bad(
            option: "--role", value: String(repeating: "é", count: 201),
            says: "…” is longer than 200 characters"),
        Bad(
            option: "--panel", value: String(repeating: "é", count: 201),
            says: "…” is longer than 200 characters"),
        Bad(
            option: "--talking-point", value: "jane.okafor@example.org=" + String(repeating: "é", count: 501),
            says: "…” is longer than 500 characters"),
        Bad(option: "--panel", value: "Jane Okafor <JANE.okafor@EXAMPLE.org>", says: "is on the panel twice"),
    ]

    static let times = [
        Bad(
            option: "--ended", value: "2026-03-29 01:30",
            says: "“2026-03-29 01:30” did not exist in Europe/London"),
        Bad(option: "--ended", value: "2026-11-20 17:00", says: "the interview ends Fri 20 Nov 2026, 17:00"),
        Bad(option: "--ended", value: "2026-02-30 15:00", says: "“2026-02-30 15:00” is not a time"),
        Bad(option: "--ended", value: "2026-11-20 24:30", says: "“2026-11-20 24:30” is not a time"),
        Bad(option: "--ended", value: "yesterday", says: "“yesterday” says which day, but not at what time"),
        Bad(option: "--ended", value: "", says: "“” is not a time"),
        Bad(option: "--time-zone", value: "Mars/Olympus", says: "“Mars/Olympus” is not a time zone"),
        Bad(option: "--time-zone", value: "", says: "“” is not a time zone"),
        Bad(
            option: "--decision-by", value: "2026-11-19",
            says: "the decision is promised for Thu 19 Nov 2026, before"),
        Bad(option: "--decision-by", value: "2026-13-01", says: "“2026-13-01” is not a date"),
        Bad(option: "--decision-by", value: "soon", says: "“soon” is not a date"),
    ]

    @Test(arguments: hidden + [words, times])
    func badFieldIsRefusedAndNothingIsRecorded(_ fields: [Bad]) throws {
        let ada = try Applicant()
        try ada.run("queue")
        for bad in fields {
            let run = try refusal(of: bad.option, bad.value, by: ada)
            #expect(run.err.contains(bad.says), "\(bad.value)")
        }
    }

    @Test(arguments: ["--panel", "--contact"])
    func badAddressIsRefusedAndNothingIsRecorded(_ option: String) throws {
        let ada = try Applicant()
        try ada.run("queue")
        for address in Self.addresses { _ = try refusal(of: option, "Jane Okafor <\(address)>", by: ada) }
    }

    @Test func mixedScriptsAreNamedAsTheForgeryTheyAre() throws {
        let run = try refusal(of: "--panel", "Jane <jane@exаmple.org>", by: Applicant())
        #expect(
            run.err.contains(
                "“exаmple” mixes letters of several scripts that look alike, which is how addresses are forged"
            ))
    }

    @Test func valueIsQuotedShortenedToSixtyCharacters() throws {
        let run = try refusal(
            of: "--organisation", String(repeating: "long ", count: 20_000), by: Applicant())
        let quoted = run.err.split(separator: "“").last?.split(separator: "”").first ?? ""
        #expect(quoted.count == 61 && quoted.hasSuffix("…"))
    }

    private func refusal(of option: String, _ value: String, by ada: Applicant) throws -> Run {
        let before = ada.ledger
        var arguments = Applicant.interview("--yes", "--json")
        // One value may stand there once; of the others there may be several.
        if let there = arguments.firstIndex(of: option), !["--panel", "--talking-point"].contains(option) {
            arguments[there + 1] = value
        } else {
            arguments += [option, value]
        }
        let run = try ada.run(arguments)
        #expect(run.status == 65, "\(option) \(value) \(run)")
        #expect(run.out.isEmpty)
        #expect(run.err.hasPrefix("afterword: ") && run.err.hasSuffix(".\n"), "\(run.err)")
        #expect(run.err.split(whereSeparator: \.isNewline).count == 1)
        #expect(run.err.count < 500)
        #expect(ada.ledger == before || before.isEmpty)
        return run
    }
}
