import Foundation
import TestFiles
import Testing

@Suite("afterword audit --html")
struct AuditPageTests {
    private let ada: Applicant
    private let server: MailServer

    /// Both were thanked; then a rejection by telephone was heard, taken back, and heard as a day for the decision.
    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = "2026-11-23 09:00:00"
        try ada.run("heard", "1", "--rejected")
        try ada.run("heard", "1", "--undo")
        try ada.run("heard", "1", "--decision-by", "2026-12-10")
        try ada.run(
            "log", "--person", "2", "--channel", "phone", "--direction", "in", "--note",
            "asked for a <reference>")
    }

    /// The rows of the table, without tags.
    private func rows(_ page: String) -> [String] {
        page.split(separator: "<tr>").dropFirst(2).map { row in
            String(row.prefix { $0 != "\n" }.replacing(/<[^>]*>/, with: "|").replacing(/\|+/, with: "|"))
        }
    }

    @Test func eachThingIsThereOnceInPlainWords() throws {
        let run = try ada.run("audit", "--html")
        #expect(run.status == 0 && run.err.isEmpty)
        #expect(run.out.hasPrefix("<!DOCTYPE html>"))
        let rows = rows(run.out)
        #expect(rows.count == 5, "\(rows)")
        #expect(
            rows[0].hasPrefix(
                "|15:00|London|Interview ended|Jane Okafor|Tom Ó Briain|Data Analyst, City Library|"))
        #expect(rows[1].contains("|Thank-you|1|Jane Okafor|Data Analyst, City Library|email, from you|"))
        #expect(rows[3].contains("They said: a decision by Thu 10 Dec 2026"))
        #expect(rows[4].contains("asked for a &lt;reference&gt;") && rows[4].contains("telephone, to you"))
        #expect(
            !run.out.contains("Rejection") && !run.out.contains("decision-by")
                && !run.out.contains("thank-you"))
        #expect(run.out.contains("1 interview, 4 contacts"))
        #expect(run.out.contains("<ol class=\"notes\"><li>The mail server answered: “"))
        #expect(run.out.contains("Sat 21 Nov 2026"))
    }

    @Test(
        "a period, a person or a recruitment",
        arguments: [
            (["--since", "2026-11-22"], 2), (["--until", "2026-11-20"], 1), (["--person", "Jane Okafor"], 2),
            (["--recruitment", "1"], 5), (["--organisation", "museum"], 0), (["--channel", "phone"], 1),
        ])
    func limits(options: [String], count: Int) throws {
        let run = try ada.run(["audit", "--html"] + options)
        #expect(rows(run.out).count == count, "\(rows(run.out))")
    }

    @Test func aRecruitmentThatIsNotThereIsSaid() throws {
        let run = try ada.run("audit", "--html", "--recruitment", "9")
        #expect(run.status == 65 && run.out.isEmpty)
    }

}
