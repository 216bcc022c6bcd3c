import Foundation
import Reports
import Testing

@Suite("export writes what import takes back") struct ExportTests {
    let ada: Applicant

    init() throws { ada = try Applicant() }

    private func export(_ name: String = "out.csv", _ more: String...) throws -> String {
        let path = ada.scratch.path + "/" + name
        let run = try ada.run(["export", path] + more)
        #expect(run.status == 0, "\(run)")
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    /// Records something of every kind that an export has to keep.
    private func fill() throws {
        try ada.add()
        var sheet = JobSheet()
        sheet.rows.removeFirst()
        try ada.take(sheet, "--yes")
        try ada.run(
            "interview", "add", "--organisation", "=Firm, \"Sons\"", "--role", "'+Clerk", "--ended",
            "2026-10-25 01:30",
            "--panel", "Åsa \"Bo\" Öberg", "--contact", "Hays Agent <agent@hays.example>", "--via-agency",
            "--decision-by",
            "2026-12-04", "--yes")
        try ada.run(
            "interview", "add", "--organisation", "Twice", "--role", "Cook", "--ended",
            "2026-10-25T01:30+01:00",
            "--panel", "Sam Wu <sam@example.com>", "--talking-point", "sam@example.com=- the garden", "--yes")
        try ada.run("heard", "1", "--rejected")
    }

    @Test("a row for each interview, CRLF, and formulas made text")
    func written() throws {
        try fill()
        let text = try export()
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.count == 7)
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        #expect(
            lines[0].hasPrefix(
                "Organisation,Role,Ended,Time zone,Status,Interviewer 1,Interviewer 1 email,Interviewer 1 talking point,"
            ))
        #expect(
            lines[4].hasPrefix(
                "City Library,Data Analyst,2026-11-20 15:00,Europe/London,rejected,Jane Okafor,jane.okafor@example.org,the "
                    + "open-data portal,Tom Ó Briain,"))
        #expect(text.contains("\"'=Firm, \"\"Sons\"\"\",''+Clerk,2026-10-25 01:30,"))
        #expect(text.contains("Twice,Cook,2026-10-25T00:30:00Z,"))
        #expect(text.contains(",'- the garden,"))
    }

    @Test(
        "an end that was written into the file is told, and an end of the interview refused, each with what to do"
    )
    func keptOn() throws {
        try ada.add()
        let text = try export()
        func imported(_ text: String) throws -> Run {
            try ada.run(["import", try ada.scratch.file("kept.csv", text), "--yes"])
        }
        let ended = try imported(text.replacing(",open,", with: ",rejected,"))
        #expect(ended.status == 1, "\(ended)")
        #expect(ended.out.contains("afterword heard 1 --rejected"), "\(ended.out)")
        #expect(try ada.document("show", "1")["state"] == "queued")
        let later = text.replacing("2026-11-20 15:00", with: "2026-11-20 17:00")
        let moved = try imported(later)
        #expect(moved.status == 65, "\(moved)")
        #expect(moved.err.contains("interview 1") && moved.err.contains("interview edit 1"), "\(moved.err)")
        #expect(try ada.document("interview", "list").items.count == 1)
        // A row that was copied for a further interview stands beside the first.
        let row = later.components(separatedBy: "\r\n")[1].replacing("-20 17:00", with: "-18 17:00")
        let both = try imported(text + row + "\r\n")
        #expect(both.status == 0 || both.status == 1, "\(both)")
        #expect(try ada.document("interview", "list").items.count == 2)
    }

    @Test("import of an export changes nothing")
    func roundTrip() throws {
        try fill()
        try ada.run("interview", "list")
        _ = try export()
        let before = ada.ledger
        let run = try ada.run("import", ada.scratch.path + "/out.csv", "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("There is nothing new; nothing was changed."))
        #expect(ada.ledger == before)
        #expect(try export("again.csv") == export("third.csv"))
    }

    @Test("a new ledger gets from the export what the old one had")
    func moved() throws {
        try fill()
        let text = try export()
        let other = try Applicant()
        let file = try other.scratch.file("out.csv", text)
        let run = try other.run("import", file, "--yes")
        #expect(run.status <= 1, "\(run)")
        func facts(_ applicant: Applicant) throws -> [Value] {
            try applicant.document("interview", "list").items.map { interview in
                .list(
                    ["organisation", "role", "ended", "timeZone", "decisionBy", "viaAgency"].map {
                        interview[$0]
                    }
                        + interview["panel"].items.map {
                            .list([$0["name"], $0["address"], $0["talkingPoint"]])
                        }
                        + [interview["contact"]["name"], interview["contact"]["address"]])
            }
        }
        let (old, new) = (
            try facts(ada).map(\.description).sorted(), try facts(other).map(\.description).sorted()
        )
        #expect(old == new)
    }

    @Test("what has left from one ledger, or waits for the user there, is not queued in another")
    func left() throws {
        try ada.add()
        let text = try export().replacing("thank-you queued", with: "thank-you sent")
        let other = try Applicant()
        let run = try other.run("import", try other.scratch.file("out.csv", text), "--yes")
        #expect(run.status == 1, "\(run)")
        #expect(run.out.contains("its messages were written before"), "\(run)")
        #expect(try other.document("queue").items.allSatisfy { $0["state"] != "queued" })
    }

    @Test("a word for nothing stays the text that it is, and an end an end")
    func words() throws {
        try ada.run(
            "interview", "add", "--organisation", "Pending", "--role", "Cook", "--ended", "2026-11-20 15:00",
            "--panel", "Sam Wu <sam@example.com>", "--talking-point", "sam@example.com=unscheduled", "--yes")
        try ada.run("heard", "1", "--withdrew")
        let text = try export()
        #expect(text.contains("'Pending,Cook,") && text.contains(",'unscheduled,"))
        let other = try Applicant()
        try other.run("import", try other.scratch.file("out.csv", text), "--yes")
        let only = try other.document("interview", "list")[0]
        #expect(only["organisation"] == "Pending")
        #expect(only["panel"][0]["talkingPoint"] == "unscheduled")
        #expect(try other.run("export").out.contains(",withdrawn,"))
    }

    @Test("what was called off stays so")
    func calledOff() throws {
        try ada.take(InvitationSample(), "--yes")
        try ada.take(InvitationSample(method: "CANCEL", sequence: 1), "--yes")
        _ = try export()
        let run = try ada.run("import", ada.scratch.path + "/out.csv", "--yes")
        #expect(run.out.contains("skipped"), "\(run)")
        #expect(try ada.document("interview", "list")[0]["calledOff"] == true)
    }

    @Test("JSON too, by option or name; nothing at all is a header")
    func formats() throws {
        #expect(try ada.run("export").out.hasPrefix("Organisation,Role,Ended,Time zone,Status,Contact,"))
        #expect(try ada.run("export", "--json").json() == [])
        try ada.add()
        for document in [
            try ada.run("export", "--format", "json").json(),
            try JSONDecoder().decode(Value.self, from: Data(try export("out.json").utf8)),
        ] {
            #expect(document[0]["interview"]["organisation"] == "City Library")
            #expect(
                document[0]["messages"].items.map { $0["state"].string } == ["queued", "queued", "queued"])
        }
    }

    @Test("a file that is there is kept")
    func exists() throws {
        let file = try ada.scratch.file("out.csv", "mine")
        let run = try ada.run("export", file)
        #expect(run.status == 73)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    /// What `interview add` takes as a name, the spreadsheet carries there and back.
    private static let names = [
        "Okafor, Jane", "Okafor; Jane", "Jane \"JJ\" Okafor", "\"Jane\"", "'Jane'", "=Jane", "+Jane", "-Jane",
        "@Jane",
        "'=Jane", "Jane <JJ> Okafor", "Jane (JJ) Okafor", "Jane & Tom", "Jane and Tom Roe", "Jane / Tom Roe",
        "Guest",
        "none of it", "N/A Smith", "back\\slash", "Jane %20 Okafor", "Jane%20Okafor", "a@b.example",
        "Zoe\u{308}", "李小龙",
        "=A",
        "\"A", "Dr: Okafor", "JANE OKAFOR", "jane okafor", "Jane\u{A0}Okafor", "Müller-Lüdenscheidt, Dr.",
        "O'Brien",
    ]

    /// Hours apart, so that nobody is asked whether two of them were one.
    private static func hour(_ number: Int) -> String {
        let (day, hour) = ((number / 5), 9 + 2 * (number % 5))
        return "2026-11-\(day < 9 ? "0" : "")\(day + 1) \(hour < 10 ? "0" : "")\(hour):00"
    }

    @Test("every name comes back as it was", arguments: [true, false])
    func everyNameComesBack(hasAddress: Bool) throws {
        func line(_ name: String, _ number: Int) throws -> String {
            let address = hasAddress ? ["address": "p\(number)@firm\(number).example"] : [:]
            let who = ["name": name].merging(address) { $1 }
            let object: [String: Any] = [
                "organisation": "Firm \(number)", "role": "Clerk", "ended": Self.hour(number),
                "panel": [who],
                "contact": who,
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
        }
        let lines = try Self.names.enumerated().map { try line($1, $0) }.joined(separator: "\n")
        let added = try ada.run("interview", "add", "--from-json", "-", "--json", input: lines)
        try #require(added.status == 0, "\(added)")
        let text = try export()
        let before = ada.ledger
        let again = try ada.run("import", ada.scratch.path + "/out.csv", "--yes")
        #expect(again.status == 0 && ada.ledger == before, "\(again)")
        let other = try Applicant()
        let taken = try other.run("import", try other.scratch.file("out.csv", text), "--yes")
        #expect(taken.status <= 1, "\(taken)")
        func people(_ applicant: Applicant) throws -> [Value] {
            try applicant.document("interview", "list").items.flatMap {
                [$0["panel"][0]["name"], $0["contact"]["name"]]
            }
        }
        #expect(try people(other) == people(ada))
    }
}
