import Fixtures
import Foundation
import Testing

@Suite("Killed in the midst of an approval: nothing is doubled, and nothing lost")
struct KilledApprovalTests {
    private let ada: Applicant

    init() throws {
        ada = try Applicant(at: nil)
        let ended = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: -3600))
        let run = try ada.run(Applicant.interview(ended: ended, "--json"))
        try #require(run.status == 0, "\(run)")
    }

    /// What a page's first form would send when its button is pressed.
    private func form(_ page: Substring, step: String) throws -> String {
        let inputs = page.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)">/)
        var fields: [String: String] = ["step": step]
        for input in inputs where fields[String(input.1)] == nil { fields[String(input.1)] = String(input.2) }
        try #require(fields["form-token"] != nil, "\(page)")
        return fields.map { name, value in "\(coded(name))=\(coded(unescaped(value)))" }.joined(
            separator: "&")
    }

    private func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func unescaped(_ text: String) -> String {
        [("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// When the power fails.
    enum Moment: CaseIterable {
        /// The form is on its way.
        case sent
        /// The database is being written to: its journal is there (SQLite, rollback journal).
        case writing
        /// The first byte of the answer has come.
        case answered
    }

    @Test(
        "whenever it is, the message is a draft or it is queued, and pressing again queues it once",
        arguments: Moment.allCases)
    func killed(at moment: Moment) throws {
        let page = try ServedPage(ada)
        let cookie = "Cookie: " + (try page.enter())
        let shown = try HTTPAnswer(to: page.port, "GET /messages/1 HTTP/1.1", [cookie])
        let body = try form(shown.body, step: "approve")
        let connection = try LoopbackConnection(to: page.port)
        connection.send(
            "POST /messages/1 HTTP/1.1\r\nHost: afterword.localhost:\(page.port)\r\n\(cookie)\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        if moment == .writing { try waitForJournal() }
        if moment == .answered { _ = connection.piece() }
        kill(try page.program.itself(), SIGKILL)
        _ = page.program.status()

        let state = try ada.state(1)
        #expect(["draft", "queued"].contains(state))
        #expect(moment != .answered || state == "queued")
        #expect(try ada.states().count == 3)
        #expect(try ada.run("audit", "--check").status == 0)

        let again = try ServedPage(ada)
        let newCookie = "Cookie: " + (try again.enter())
        // The old tab's form: its session is gone.
        let old = try post(body, to: again, newCookie)
        #expect(old.status == 409)
        #expect(try ada.state(1) == state)
        let fresh = try HTTPAnswer(to: again.port, "GET /messages/1 HTTP/1.1", [newCookie])
        if state == "draft" {
            #expect(try post(form(fresh.body, step: "approve"), to: again, newCookie).status == 303)
        }
        #expect(try ada.state(1) == "queued")
        #expect(try ada.states().count == 3)
        again.end()
    }

    private func post(_ body: String, to page: ServedPage, _ cookie: String) throws -> HTTPAnswer {
        try HTTPAnswer(
            to: page.port, "POST /messages/1 HTTP/1.1",
            [cookie, "Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded"],
            body: body)
    }

    /// Until a transaction is under way, or has been: it may be over between two looks.
    private func waitForJournal() throws {
        let before = ada.ledger
        let journal = ada.database + "-journal"
        while !FileManager.default.fileExists(atPath: journal), ada.ledger == before {}
    }
}
