import Foundation
import Reports
import Testing

/// `interview add --from-json`: many interviews, whole or not at all.
@Suite struct InterviewLinesTests {
    private static func line(
        _ organisation: String,
        panel: String = #"[{"name":"Jane Okafor","address":"jane.okafor@example.org"}]"#,
        more: String = ""
    ) -> String {
        #"{"organisation":"\#(organisation)","role":"Analyst","ended":"2026-11-20 15:00","panel":\#(panel)\#(more)}"#
    }

    @Test func everyFieldOfTheContractIsTaken() throws {
        let ada = try Applicant()
        let line = Self.line(
            "City Library",
            panel:
                #"[{"name":"Jane Okafor","address":"jane.okafor@example.org","talkingPoint":"tea"},{"name":"Tom Ó Briain"}]"#,
            more:
                #","timeZone":"Europe/Berlin","contact":{"name":"Hana Lee","address":"hana.lee@example.org"},"#
                + #""decisionBy":"2026-12-04","viaAgency":false,"voice":"formal""#)
        let file = try ada.scratch.file("many.jsonl", "\u{FEFF}" + line + "\r\n\n")
        let added = try ada.document("interview", "add", "--from-json", file)
        #expect(added.items.count == 1)
        #expect(added[0].keys == ["existing", "interview", "messages", "recruitment", "warnings"])
        let known = try ada.document("interview", "show", "1")
        #expect(known["ended"] == "2026-11-20T14:00:00Z" && known["timeZone"] == "Europe/Berlin")
        #expect(known["panel"][0]["talkingPoint"] == "tea" && known["panel"][1]["address"] == nil)
        #expect(known["contact"]["name"] == "Hana Lee" && known["decisionBy"] == "2026-12-04")
        #expect(known["viaAgency"] == false && known["voice"] == "formal")
    }

    @Test func standardInputIsReadAndKnownLinesAreReported() throws {
        let ada = try Applicant()
        let lines =
            Self.line("City Library") + "\n" + Self.line("Harbour Trust", panel: #"[{"name":"Bea Cole"}]"#)
            + "\n"
        let first = try ada.run("interview", "add", "--from-json", "-", "--yes", "--json", input: lines)
        #expect(first.status == 0)
        #expect(try first.json().items.map(\.["existing"]) == [false, false])
        let before = ada.ledger
        let again = try ada.run("interview", "add", "--from-json", "-", "--yes", input: lines)
        #expect(again.out.hasPrefix("0 interviews recorded, 2 known already"))
        #expect(ada.ledger == before)
    }

    struct Broken: CustomTestStringConvertible {
        let lines: [String]
        let says: String
        var testDescription: String { says }
    }

    private static let good = line("City Library")

    static let broken = [
        Broken(lines: [good, #"{"organisation": "A" "role": "B"}"#], says: "standard input:2:"),
        Broken(lines: [good, "", "{\"organisation\""], says: "standard input:3:"),
        Broken(lines: [good, "[]"], says: "standard input:2: "),
        Broken(
            lines: [good, line("B", more: #","rolle":"x""#)],
            says:
                "standard input:2: “rolle” is not a field; allowed: by, contact, decisionBy, ended, organisation, organisationAs, panel, "
                + "role, roleShort, timeZone, viaAgency, voice."),
        Broken(
            lines: [line("B", panel: #"[{"name":"Bea","mail":"b@example.org"}]"#)],
            says:
                "standard input:1: “panel[0].mail” is not a field; allowed: address, greeting, name, say, talkingPoint."
        ),
        Broken(
            lines: [good, #"{"organisation":"B"}"#], says: "standard input:2: “role” is missing; add it."),
        Broken(
            lines: [line("B", panel: #""Jane""#)],
            says: "standard input:1: “panel” is not a list in square brackets; correct it."),
        Broken(
            lines: [line("B", panel: #"[{"name":7}]"#)],
            says: "standard input:1: “panel[0].name” is not a text in quotes; correct it."),
        Broken(
            lines: [#"{"organisation":null,"role":"A","ended":"x","panel":[]}"#],
            says: "standard input:1: “organisation” is null, but needs a text in quotes; fill it in."),
        Broken(lines: [good, line("B", panel: "[]")], says: "standard input:2: nobody is on the panel"),
        Broken(
            lines: [good, line("B", panel: #"[{"name":"Jane\u0000Okafor"}]"#)],
            says: "standard input:2: the name “Jane\\u{0}Okafor” holds the character U+0000"),
        Broken(lines: [""], says: "standard input has no interview in it; write one JSON object a line."),
        Broken(
            lines: [
                good, line("B", panel: #"[{"name":"Bob Jones","address":"jane.okafor@example.org"}]"#),
            ],
            says: "jane.okafor@example.org is known as “Jane Okafor”, not as “Bob Jones”"),
        Broken(
            lines: [
                good, #"{"organisation":"B","role":"A","ended":"2026-11-20 17:00","panel":[{"name":"Bea"}]}"#,
            ],
            says: "the interview ends Fri 20 Nov 2026, 17:00"),
    ]

    @Test func batchWithOneBadLineLeavesNothing() throws {
        let ada = try Applicant()
        try ada.run("queue")
        let before = ada.ledger
        for given in Self.broken {
            let run = try ada.run(
                "interview", "add", "--from-json", "-", "--yes", "--json",
                input: given.lines.joined(separator: "\n"))
            #expect(run.status == 65, "\(given)")
            #expect(run.out.isEmpty, "\(given)")
            #expect(run.err.hasPrefix("afterword: ") && run.err.contains(given.says), "\(run.err)")
            #expect(run.err.split(whereSeparator: \.isNewline).count == 1, "\(run.err)")
            #expect(ada.ledger == before, "\(given)")
        }
    }

    @Test(arguments: [("x", 1), (#"{"é" 1}"#, 6), (#"{"role": "A", "#, 15)])
    func brokenLineIsNamedWithItsColumn(line: String, column: Int) throws {
        let run = try Applicant().run("interview", "add", "--from-json", "-", input: "\n" + line + "\n")
        #expect(
            run.err
                == "afterword: standard input:2:\(column): this is not JSON; write one whole object in braces on "
                + "each line.\n")
    }

    @Test func tenMegabytesInOneFieldAreRefusedInOneSentence() throws {
        let ada = try Applicant()
        let long = String(repeating: "long ", count: 2_000_000)
        let run = try ada.run("interview", "add", "--from-json", "-", "--json", input: Self.line(long))
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err.count < 300 && run.err.contains("is longer than 200 characters"))
    }

    @Test func tenMegabytesThatAreNoJSONAreRefusedInOneSentence() throws {
        let long = String(repeating: "[", count: 10_000_000)
        let run = try Applicant().run("interview", "add", "--from-json", "-", "--json", input: long)
        #expect(run.status == 65)
        #expect(run.out.isEmpty && run.err.count < 300)
    }

    @Test(arguments: ["/nowhere/at/all", "/"])
    func fileThatIsNoneIsNamed(path: String) throws {
        let run = try Applicant().run("interview", "add", "--from-json", path)
        #expect(run.status == 65)
        #expect(run.err.contains("the file “\(path)” can't be read"))
    }

    @Test func otherFieldsDoNotGoWithAFile() throws {
        let run = try Applicant().run("interview", "add", "--from-json", "-", "--role", "Analyst")
        #expect(run.status == 64)
        #expect(run.err.contains("--from-json takes everything from the file"))
    }
}
