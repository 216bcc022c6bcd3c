import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("Rows of a spreadsheet become interviews, or are skipped for a reason")
struct SheetReadingTests {
    @Test(
        "when it ended, from whatever cells tell it",
        arguments: [
            [("Interview date", "2026-11-20 14:00-15:00")],
            [("Interview date", "2026-11-20"), ("Interview time", "14:00-15:00")],
            [("Interview date", "20/11/2026"), ("Interview time", "2pm"), ("End time", "3pm")],
            [("Interview date", "20.11.2026 14:00"), ("Duration", "60")],
            [("Interview date", "20 November 2026 14:00"), ("Ended", "15:00")],
            [("Interview date", ""), ("Ended", "2026-11-20 15:00")],
            [("Interview date", "2026-11-20"), ("Ended", "2026-11-20T15:00:00Z")],
            [("Interview date", "2026-11-20T14:00:00.000Z"), ("Length", "1h")],
            [("Interview date", "2026-11-20 16:00"), ("Length", "1h"), ("Time zone", "Europe/Helsinki")],
            [("Interview date", "2026-11-20 9:00-10:00 am"), ("Time zone", "Eastern Standard Time")],
            [("Interview date", "November 20, 2026 2:00 PM → 3:00 PM")],
            [("Interview date", "November 20, 2026 3:00 PM (GMT+1) → 4:00 PM (GMT+1)")],
            [
                ("Interview date", "Fri Nov 20 2026 15:00:00 GMT+0100 (Central European Standard Time)"),
                ("Length", "60"),
            ],
            [("Interview date", "20.11.26 14:00-15:00")],
            [("Interview date", "20.11.26"), ("Interview time", "14.00-15.00")],
            [("Interview date", "2026/11/20 9:00:00 AM EST"), ("Duration", "1h")],
            [("Interview date", "20 Nov 2026 15:00 (Europe/Paris)"), ("Duration", "1h")],
        ] as [[(String, String)]])
    func ends(cells: [(String, String)]) throws {
        let interview = try cells.reduce(RowSample()) { $0.with($1.0, $1.1) }.only()
        #expect(utc(interview.ended.instant) == "2026-11-20T15:00:00Z")
    }

    @Test(
        "the voice of the letters, and what was talked about, under the names that people give the column",
        arguments: ["Voice", "Letter voice", "Tone"], ["Topic", "What we discussed", "Talking point"])
    func words(voice: String, topic: String) throws {
        let interview = try RowSample().with(voice, "Plain").with(topic, "the rota").with(
            "Own words", "I'd love it."
        )
        .only()
        #expect(interview.voice == Voice(rawValue: "plain"))
        #expect(interview.people.first?.told == [.talkingPoint: "the rota", .say: "I'd love it."])
    }

    @Test(
        "what is wrong with a time is said, and no other time taken",
        arguments: [
            ("Interview date", "soon", SheetProblem.Fault.notADate),
            ("Interview date", "31/02/2026", .notADate),
            ("Interview date", "Thu 20 Nov 2026 14:00-15:00", .wrongWeekday),
            ("Interview date", "2026-11-20 15:00-14:00", .endsBeforeStart),
            ("Interview time", "late", .notATime),
            ("Time zone", "BST", .unknownZone), ("Decision by", "next week", .notADate),
            ("Interview date", "=A1", .formula),
            ("Interview date", "2026-03-29 00:30-01:30", .noSuchTime(zone: "Europe/London")),
        ])
    func wrong(column: String, cell: String, fault: SheetProblem.Fault) throws {
        if fault == .formula {
            #expect(sheetFault(csv([["Company", column], ["A", cell]])) == fault)
            return
        }
        let problem = try #require(try RowSample().with(column, cell).reading().problems.first)
        #expect(problem.fault == fault)
        #expect(problem.place?.row == 2)
        #expect(problem.place?.column == column)
        #expect(problem.value?.contains(cell) ?? (fault == .endsBeforeStart))
    }

    @Test("the clocks go back over it: the later one, and it is said")
    func twice() throws {
        let interview = try RowSample().with("Interview date", "2026-10-25 00:30-01:30").only()
        #expect(interview.wasTwice)
        #expect(utc(interview.ended.instant) == "2026-10-25T01:30:00Z")
    }

    @Test("a day without a time, a beginning without an end: asked, never made up")
    func times() throws {
        let day = RowSample().with("Interview date", "2026-11-20")
        #expect(try day.reading().questions == [.time(rows: 1, first: 2)])
        #expect(try day.reading().interviews.isEmpty)
        var answers = SheetAnswers()
        answers.time = 15 * 3600
        #expect(utc(try day.only(answers).ended.instant) == "2026-11-20T15:00:00Z")
        let beginning = RowSample().with("Interview date", "2026-11-20 14:00")
        #expect(try beginning.reading(answers).questions == [.length(rows: 1, first: 2)])
        #expect(try beginning.with("Duration", "long").fault(answers) == .notALength)
        answers.length = 3600
        #expect(utc(try beginning.only(answers).ended.instant) == "2026-11-20T15:00:00Z")
        #expect(utc(try RowSample().only(answers).ended.instant) == "2026-11-20T15:00:00Z")
    }

    /// The days of a column of dates, with or without an order that was told.
    private func days(_ cells: [String], _ order: DateOrder? = nil) throws -> SheetReading {
        var answers = SheetAnswers()
        answers.dateOrder = order
        answers.time = 15 * 3600
        let rows = cells.enumerated().map { ["Firm \($0.offset)", "Clerk", $0.element, "Jane Okafor"] }
        return try reading([RowSample().header] + rows, answers)
    }

    @Test("the order of a column is what all its cells allow, and asked where that is more than one")
    func orders() throws {
        func ended(_ cells: [String], _ order: DateOrder? = nil) throws -> [String] {
            try days(cells, order).interviews.map { $0.ended.wall.day.description }
        }
        #expect(try ended(["03/04/2026", "25/04/2026"]) == ["2026-04-03", "2026-04-25"])
        #expect(try ended(["03/04/2026", "04/25/2026"]) == ["2026-03-04", "2026-04-25"])
        #expect(try ended(["03/03/2026", "2026-04-25"]) == ["2026-03-03", "2026-04-25"])
        #expect(
            try days(["05/05/2026", "03/04/2026"]).questions == [
                .dateOrder(column: "Interview date", example: "03/04/2026")
            ])
        #expect(try ended(["03/04/2026"], .dmy) == ["2026-04-03"])
        #expect(try ended(["03/04/2026"], .mdy) == ["2026-03-04"])
        #expect(try ended(["Fri 03/04/2026"]) == ["2026-04-03"])
        let mixed = try days(["25/04/2026", "04/25/2026"])
        #expect(mixed.problems.map(\.fault) == [.mixedOrders])
        #expect(mixed.problems.first?.place?.row == 3)
        #expect(
            try days(["25/04/2026", "04/25/2026"], .dmy).problems.map(\.fault) == [.notADateInOrder(.dmy)])
    }

    @Test(
        "an application is no interview",
        arguments: [
            ("Interview date", "", SheetRow.Skip.noDate), ("Interview date", "TBC", .noDate),
            ("Interview date", "-", .noDate),
            ("Interviewer", "", .nobody), ("Interviewer", "n/a", .nobody),
            ("Status", "Cancelled", .calledOff), ("Status", "Cancelled by them", .calledOff),
        ])
    func skipped(column: String, cell: String, skip: SheetRow.Skip) throws {
        let reading = try RowSample().with(column, cell).reading()
        #expect(reading.rows.map(\.outcome) == [.skipped(skip)])
        #expect(reading.rows.first?.organisation == "City Library")
        #expect(reading.problems.isEmpty)
        #expect(reading.questions.isEmpty)
    }

    @Test(
        "what says that it is over",
        arguments: [
            ("Rejected", true), ("rejected (by email)", true), ("❌ Rejected", true), ("Offer accepted", true),
            ("Ghosted", false), ("Interview (rejected)", false),
            ("Absage", true), ("Interview", false), ("Interview accepted", false), ("", false),
            ("open", false),
            ("Offer call booked", false), ("Rejected - by email", true), ("Rejected by email", true),
            ("Not successful", true), ("Candidate withdrew", true),
        ])
    func over(status: String, isOver: Bool) throws {
        #expect(try RowSample().with("Status", status).only().isOver == isOver)
    }

    @Test(
        "a status that is in no list is told",
        arguments: [
            ("", false), ("Interview", false), ("open", false), ("1st interview", false),
            ("Rejected by email", false),
            ("Offer call booked", true), ("Rather not", true), ("Interview – rejected", true),
            ("No response (rejected)", true), ("Was ghosted, then rejected", true),
            ("Ghosted; eventually turned down", true), ("Keine Antwort, dann abgelehnt", true),
            ("Rejected, then ghosted", false),
        ])
    func unknown(status: String, isUnknown: Bool) throws {
        let told = try RowSample().with("Status", status).only()
        #expect(told.unknownStatuses.map(\.text) == (isUnknown ? [status] : []))
        #expect(told.unknownStatuses.allSatisfy { $0.place.column == "Status" && $0.place.row == 2 })
        #expect(told.standing == (status.hasPrefix("Rejected") ? .rejected : .open))
    }

    @Test(
        "silence is no rejection, in whatever words",
        arguments: [
            "Ghosted", "ghosted 👻", "No response", "No response yet", "Crickets", "No answer",
            "No reply after interview",
            "Radio silence", "Never heard back", "Sans réponse", "Keine Antwort", "Keine Rückmeldung",
            "Sin respuesta",
            "Nessuna risposta", "Geen reactie", "Ghosted by them", "GHOSTED (3 weeks)",
            "No response, followed up",
        ])
    func silence(status: String) throws {
        let told = try RowSample().with("Status", status).only()
        #expect(told.standing == .open && told.unknownStatuses.isEmpty)
    }

    @Test(
        "what an export tells of messages that are more than queued",
        arguments: [
            ("", false), ("1 thank-you queued; 2 decision-status queued", false), ("1 thank-you sent", true),
            ("1 thank-you queued; 2 thank-you unconfirmed", true), ("1 thank-you handedOver", true),
        ])
    func messages(cell: String, hasOwn: Bool) throws {
        #expect(try RowSample().with("Afterword messages", cell).only().hasOwnMessages == hasOwn)
    }

    @Test(
        "an agency is a yes, a no, or a name",
        arguments: [("yes", true), ("Hays", true), ("no", false), ("", false), ("nein", false), ("-", false)])
    func agency(cell: String, isThrough: Bool) throws {
        #expect(try RowSample().with("Via agency", cell).only().viaAgency == isThrough)
    }

    @Test("a row for each interviewer is one interview, and rows that contradict are told")
    func joined() throws {
        let first = ["City Library", "Data Analyst", "2026-11-20 14:00-15:00", "Jane Okafor"]
        let second = ["CITY  library", "data analyst", "20 Nov 2026 14:00-15:00", "Tom Ó Briain"]
        let header = RowSample().header
        let both = try reading([header, first, second, first])
        #expect(both.rows.map(\.outcome) == [.interview(0), .joins(0), .joins(0)])
        #expect(both.interviews.map { $0.people.map(\.name) } == [["Jane Okafor", "Tom Ó Briain"]])
        let other = try reading([header + ["Contact"], first + ["Hana Lee"], first + ["Ada Long"]])
        #expect(other.problems.map(\.fault) == [.contradicts(row: 2)])
    }

    @Test("one address under two names is a slip in one of them")
    func names() throws {
        let rows = [
            RowSample().header,
            ["A", "Clerk", "2026-11-20 14:00-15:00", "Jane Okafor <jane@example.org>"],
            ["B", "Clerk", "2026-11-21 14:00-15:00", "Jane Okofor <Jane@example.org>"],
        ]
        #expect(try reading(rows).problems.map(\.fault) == [.otherName("Jane Okafor", row: 2)])
    }

    @Test("what is missing, and too much, in a row")
    func missing() throws {
        #expect(try RowSample().with("Company", "").fault() == .missing(.organisation))
        #expect(try RowSample().with("Role", "?").fault() == .missing(.role))
        var sample = RowSample()
        sample.cells.append("more")
        #expect(try sample.fault() == .surplusCell)
        sample.cells[sample.cells.count - 1] = " "
        #expect(try sample.fault() == nil)
        var answers = SheetAnswers()
        (answers.organisation, answers.role) = ("City Museum", "Guide")
        let interview = try RowSample().without("Company").with("Role", "").only(answers)
        #expect([interview.organisation, interview.role] == ["City Museum", "Guide"])
    }

    @Test("a column that is not there is asked for; two that claim one meaning are, too")
    func questions() throws {
        for (column, meaning) in [
            ("Company", ColumnMeaning.organisation), ("Role", .role), ("Interview date", .date),
            ("Interviewer", .interviewer(nil)),
        ] {
            #expect(try RowSample().without(column).reading().questions == [.column(meaning)])
        }
        let twice = RowSample().with("Employer", "City")
        #expect(
            try twice.reading().questions == [.claimedTwice(.organisation, columns: ["Company", "Employer"])])
        var answers = SheetAnswers()
        answers.meanings = ["Employer": .ignored]
        #expect(try twice.only(answers).organisation == "City Library")
        answers.meanings = ["Nowhere": .role]
        #expect(try RowSample().fault(answers) == .noSuchColumn("Nowhere"))
    }

    @Test("an apostrophe before a formula, as export writes it, is taken away, and one elsewhere kept")
    func protection() throws {
        for (cell, text) in [
            ("'=1+1", "=1+1"), ("'@home", "@home"), ("''=x", "'=x"), ("'t Hooft", "'t Hooft"),
        ] {
            #expect(try RowSample().with("Company", cell).only().organisation == text)
        }
        for cell in ["+1", "-x", "@x"] {
            #expect(try RowSample().with("Company", cell).fault() == .formula)
            #expect(try RowSample().with("Phone", cell).fault() == nil)
        }
    }

    @Test("a date without its year is asked about, and read with the answer")
    func yearless() throws {
        let sample = RowSample().with("Interview date", "Nov 20 2:00 PM → 3:00 PM")
        #expect(
            try sample.reading().questions == [
                .year(column: "Interview date", example: "Nov 20 2:00 PM → 3:00 PM")
            ])
        var answers = SheetAnswers()
        answers.year = 2026
        #expect(utc(try sample.only(answers).ended.instant) == "2026-11-20T15:00:00Z")
    }

    @Test("two days without a time, and letters that may be another zone, are refused")
    func unclear() throws {
        #expect(try RowSample().with("Interview date", "2026-11-20 → 2026-11-22").fault() == .notADate)
        #expect(
            try RowSample().with("Interview date", "2026-11-20 14:00 IST → 15:00 IST").fault()
                == .ambiguousZone)
    }
}
