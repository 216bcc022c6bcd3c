import Etiquette
import Testing

@testable import Intake

@Suite("Rounds in columns are interviews of one recruitment, each with its own people")
struct SheetRoundsTests {
    private let header = [
        "Company", "Role", "Interview 1", "Interviewer 1", "Interview 2", "Interviewer 2", "Status",
    ]
    private let cells = [
        "City Library", "Data Analyst", "2026-11-20 14:00-15:00", "Jane Okafor", "2026-11-27 10:00-11:00",
        "Tom Ó Briain",
        "",
    ]

    private func row(_ changes: [Int: String]) throws -> SheetReading {
        try reading([header, cells.enumerated().map { changes[$0.offset] ?? $0.element }])
    }

    @Test("each with its day and its people, and the same organisation and role")
    func both() throws {
        let read = try row([:])
        #expect(read.rows.map(\.outcome) == [.interview(0), .interview(1)])
        #expect(read.interviews.map { $0.people.map(\.name) } == [["Jane Okafor"], ["Tom Ó Briain"]])
        #expect(
            read.interviews.map { utc($0.ended.instant) } == ["2026-11-20T15:00:00Z", "2026-11-27T11:00:00Z"])
        #expect(Set(read.interviews.map { "\($0.role), \($0.organisation)" }).count == 1)
    }

    @Test("a round without its day has not been; a row without any is an application")
    func fewer() throws {
        #expect(try row([4: "", 5: ""]).rows.map(\.outcome) == [.interview(0)])
        #expect(try row([2: "", 4: "-"]).rows.map(\.outcome) == [.skipped(.noDate)])
        #expect(try row([3: ""]).rows.map(\.outcome) == [.skipped(.nobody), .interview(0)])
    }

    @Test("an end is told once and counts for all")
    func over() throws {
        #expect(try row([6: "Rejected"]).interviews.map(\.standing) == [.rejected, .rejected])
        let own = try reading([
            [
                "Company", "Role", "Round 1 date", "Round 1 interviewers", "Round 2 date",
                "Round 2 interviewers", "Round 2 outcome",
            ],
            Array(cells.prefix(6)) + ["Rejected"],
        ])
        #expect(own.interviews.map(\.standing) == [.rejected, .rejected])
        let off = try reading([
            [
                "Company", "Role", "Round 1 date", "Round 1 interviewers", "Round 2 date",
                "Round 2 interviewers", "Round 2 outcome",
            ],
            Array(cells.prefix(6)) + ["Cancelled"],
        ])
        #expect(off.rows.map(\.outcome) == [.interview(0), .skipped(.calledOff)])
    }

    private let shared = ["Employer", "Job title", "Interview 1", "Interview 2", "Interviewers"]

    @Test("people of whom nobody knows at which they were are asked about, and the answer helps")
    func doubt() throws {
        let cells = [
            "City Library", "Analyst", "15/10/2026 14:00-15:00", "20/10/2026 10:00-11:00",
            "Jane Okafor & Tom Ó Briain",
        ]
        #expect(
            try reading([shared, cells]).questions == [
                .rounds(columns: ["Interview 1", "Interview 2"], rows: 1, first: 2)
            ])
        for (column, meaning) in [("Interview 1", ColumnMeaning.ignored), ("Interview 2", .date)] {
            var answers = SheetAnswers()
            answers.meanings[column] = meaning
            let read = try reading([shared, cells], answers)
            #expect(
                read.interviews.map { utc($0.ended.instant) } == ["2026-10-20T10:00:00Z"], "\(read.questions)"
            )
            #expect(read.interviews.first?.people.count == 2)
        }
    }

    @Test("where a row tells of one round, its people were there")
    func onlyOne() throws {
        let cells = ["City Library", "Analyst", "15/10/2026 14:00-15:00", "", "Jane Okafor"]
        #expect(try reading([shared, cells]).interviews.map { $0.people.map(\.name) } == [["Jane Okafor"]])
    }
}
