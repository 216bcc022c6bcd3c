import Fixtures
import Foundation
import Testing

@Suite struct AuditTests {
    /// A record with words in it that a spreadsheet would run, or stumble over.
    private func applicant() throws -> Applicant {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        for (channel, note) in [
            ("phone", "=1+1"), ("in-person", "said \"hello, you\""), ("social", "@SUM(A1)"),
        ] {
            try ada.run(
                "log", "--person", "Hana Lee", "--channel", channel, "--direction", "out", "--note", note)
        }
        return ada
    }

    @Test func everyContactHasTheFieldsOfTheContract() throws {
        let contacts = try applicant().document("audit")
        #expect(contacts.items.count == 5)
        for contact in contacts.items {
            #expect(
                contact.keys == [
                    "againstAdvice", "channel", "detail", "direction", "id", "kind", "messageID",
                    "organisation",
                    "outcome", "person", "role", "subject", "time",
                ])
            #expect(contact["person"].keys == ["address", "id", "name"])
        }
        let first = contacts[0]
        #expect(first["id"] == 1 && first["time"] == "2026-11-21T15:00:00Z" && first["direction"] == "out")
        #expect(first["channel"] == "email" && first["kind"] == "thank-you" && first["outcome"] == "sent")
        #expect(first["organisation"] == "City Library" && first["role"] == "Data Analyst")
        #expect(first["againstAdvice"] == false && contacts[2]["againstAdvice"] == true)
        #expect(contacts[2]["messageID"] == nil && contacts[2]["subject"] == nil)
    }

    @Test func formatJSONIsTheSameAsJSON() throws {
        let ada = try applicant()
        #expect(try ada.run("audit", "--format", "json").out == ada.run("audit", "--json").out)
    }

    private struct Filter {
        let options: [String]
        let ids: [Value]
    }

    private static let filters = [
        Filter(options: ["--person", "Jane Okafor"], ids: [1]),
        Filter(options: ["--person", "hana"], ids: [3, 4, 5]),
        Filter(options: ["--person", "tom@EXAMPLE.org"], ids: [2]),
        Filter(options: ["--person", "3"], ids: [3, 4, 5]),
        Filter(options: ["--organisation", "library"], ids: [1, 2, 3, 4, 5]),
        Filter(options: ["--organisation", "harbour"], ids: []),
        Filter(options: ["--channel", "phone"], ids: [3]),
        Filter(options: ["--since", "2026-11-22"], ids: []),
        Filter(options: ["--until", "2026-11-20"], ids: []),
        Filter(
            options: ["--since", "2026-11-21", "--until", "2026-11-21", "--channel", "email"], ids: [1, 2]),
    ]

    @Test func filterTellsWhatIsWanted() throws {
        let ada = try applicant()
        for filter in Self.filters {
            let found = try ada.run(["audit", "--json"] + filter.options)
            #expect(found.status == 0, "\(found)")
            #expect(try found.json().items.map(\.["id"]) == filter.ids, "\(filter.options)")
        }
    }

    /// Python's csv module is the independent reader.
    @Test func csvIsReadBackWithFormulasDefused() throws {
        let ada = try applicant()
        let run = try ada.run("audit", "--format", "csv")
        #expect(run.out.hasSuffix("\r\n"))
        #expect(run.out.components(separatedBy: "\r\n").count == 7)
        let rows = try read(run.out, by: ada)
        #expect(rows.count == 6)
        #expect(Set(rows.map(\.items.count)) == [16])
        // Spreadsheets take a text without the mark for that of another character set.
        #expect(try bytes(of: ["audit", "--format", "csv"], by: ada).starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(rows[0].items.suffix(2) == ["localTime", "timeZone"])
        #expect(rows[1].items.suffix(2) == ["2026-11-21 15:00", "Europe/London"])
        let detail = try #require(rows[0].items.firstIndex(of: "detail"))
        #expect(rows[3...].map { $0[detail] } == ["'=1+1", "said \"hello, you\"", "'@SUM(A1)"])
        for cell in rows.flatMap(\.items) { #expect(!"=+-@\t\r".contains(cell.string.first ?? "x")) }
    }

    /// What a run writes, of which reading it as text takes the mark away.
    private func bytes(of arguments: [String], by ada: Applicant) throws -> [UInt8] {
        let (given, out) = try (ada.scratch.file("nothing", ""), ada.scratch.file("bytes", ""))
        let files = [open(given, O_RDONLY), open(out, O_WRONLY), open(given, O_WRONLY)]
        defer { files.forEach { close($0) } }
        let child = try ChildProcess.spawn(
            Program.command(arguments, clock: ada.clock), environment: Program.environment(home: ada.home),
            descriptors: files)
        #expect(ChildProcess.status(of: child) == 0)
        return Array(try Data(contentsOf: URL(filePath: out)))
    }

    private func read(_ csv: String, by ada: Applicant) throws -> [Value] {
        let (given, rows) = try (ada.scratch.file("a.csv", csv), ada.scratch.file("rows", ""))
        let files = [open("/dev/null", O_RDONLY), open(rows, O_WRONLY), open("/dev/null", O_WRONLY)]
        defer { files.forEach { close($0) } }
        let script =
            "import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8-sig'), strict=True))))"
        let child = try ChildProcess.spawn(
            ["/usr/bin/python3", "-c", script, given], environment: ["LANG": "C.UTF-8"], descriptors: files)
        #expect(ChildProcess.status(of: child) == 0)
        return try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(filePath: rows))).items
    }

    @Test func tableNamesTimesInTheZoneOfTheInterview() throws {
        let table = try applicant().run("audit").out
        let lines = table.split(separator: "\n")
        #expect(
            lines[0]
                == "when (Europe/London)  how          who           what       about                       detail"
        )
        #expect(
            lines[1].hasPrefix(
                "2026-11-21 15:00      → email      Jane Okafor   thank-you  Data Analyst, City Library  "))
        #expect(lines[3].contains("  ! against the advice; =1+1"))
        #expect(table.hasSuffix("5 contacts, 2 against the advice.\n"))
    }

    @Test func tableFitsATerminal() throws {
        let ada = try applicant()
        let long = String(repeating: "Very ", count: 20)
        for (zone, role) in [("Europe/Paris", long), ("America/Argentina/Buenos_Aires", "Editor")] {
            try ada.run(
                "interview", "add", "--organisation", long + role, "--role", role, "--ended",
                "2026-11-20 06:00",
                "--time-zone", zone, "--panel", "\(long) <v\(role.count)@example.org>", "--yes")
            try ada.run(
                "log", "--person", "v\(role.count)@example.org", "--channel", "in-person", "--direction",
                "out",
                "--note", long)
        }
        let table = try ada.run("audit").out
        let lines = table.split(separator: "\n")
        #expect(lines.count == 10, "a header, seven contacts, and what they come to")
        for line in lines { #expect(line.count <= 130, "\(line)") }
        #expect(lines[6].contains("(Europe/Paris)") && lines[7].contains("(America/Argentina/Buenos_Aires)"))
        #expect(lines[8] == "For the full text: afterword audit --format csv")
        // Every column begins where its header does.
        for name in ["how", "who", "what", "about", "detail"] {
            let start = try #require(lines[0].range(of: name)).lowerBound
            let column = lines[0].distance(from: lines[0].startIndex, to: start)
            for line in lines[1...7] { #expect(Array(line)[column - 1] == " ", "\(name): \(line)") }
        }
    }

    @Test func emptyLogIsSaid() throws {
        let ada = try Applicant()
        #expect(try ada.run("audit").out == "No contact is on record.\n")
        #expect(try ada.document("audit") == [])
    }

    @Test func checkProvesTheRecordAndNamesTheManners() throws {
        let findings = try applicant().document("audit", "--check")
        #expect(findings.items.map(\.["code"]) == ["never-telephone", "no-social"])
        #expect(findings[0].keys == ["code", "contact", "message", "text"])
        #expect(findings[0]["contact"] == 3 && findings[0]["message"] == nil)
    }

    @Test(arguments: [
        (["--person", "Nobody"], "nobody on record is called “Nobody”"),
        (["--since", "soon"], "“soon” is not a date"),
        (["--until", "2026-02-30"], "“2026-02-30” is not a date"),
    ])
    func badFilterIsRefused(options: [String], says: String) throws {
        let run = try applicant().run(["audit", "--json"] + options)
        #expect(run.status == 65)
        #expect(run.out.isEmpty && run.err.contains(says))
    }

    @Test(arguments: [
        ["--json", "--format", "csv"], ["--check", "--person", "1"], ["--format", "xml"],
        ["--channel", "fax"], ["--html", "--json"], ["--html", "--format", "csv"], ["--html", "--check"],
        ["--recruitment", "x"],
    ])
    func optionsThatContradictEachOtherAreAUsageError(_ options: [String]) throws {
        #expect(try Applicant().run(["audit"] + options).status == 64)
    }
}
