import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Reports
import Testing
import Wording

@testable import Page

@Suite("Audit: filters, pages, CSV, print view, and whether the record is whole")
struct AuditPagesTests {
    private let desktop: Desktop

    init() throws {
        desktop = try Desktop.withHistory()
        for (channel, note) in [(Channel.phone, "=1+1"), (.social, "<b>hello</b>")] {
            _ = try desktop.application.desk.log(
                Desk.Said(
                    person: "1", channel: channel, direction: .out, recruitment: nil, message: nil,
                    answering: false, time: at("2026-12-05T09:00:00Z"), note: note),
                at: at("2026-12-05T09:00:00Z"))
        }
    }

    private func rows(_ page: PageResponse) -> Int { max(0, Markup(page.text).all("tr").count - 1) }

    @Test(
        "each filter restricts what is shown, keeps what was typed, and goes with every link",
        arguments: [
            ([], 3), ([("person", "okafor")], 3), ([("person", "briain")], 0),
            ([("organisation", "LIBRARY")], 3),
            ([("organisation", "x & y=<z>")], 0), ([("channel", "phone")], 1), ([("channel", "post")], 0),
            ([("since", "2026-12-05")], 2), ([("until", "2026-12-04")], 1),
            ([("since", "2026-12-05"), ("channel", "social"), ("person", "1")], 1),
        ] as [([(String, String)], Int)])
    func filters(query: [(String, String)], count: Int) throws {
        let page = desktop.get("/audit", query: query)
        #expect(page.status == 200)
        expectSound(page)
        #expect(rows(page) == count)
        let markup = Markup(page.text)
        for (name, value) in query where name != "channel" {
            #expect(markup.element(id: name)?.attributes["value"] == value)
        }
        let chosen = markup.all("input").filter { $0.attributes["checked"] != nil }
        #expect(chosen.map { $0.attributes["value"] } == [query.first { $0.0 == "channel" }?.1 ?? ""])
        let csv = try #require(markup.all("a").first { $0.text == "Download as CSV" }?.attributes["href"])
        #expect(
            csv
                == AddressQuery(AuditFilter(FormFields(query.map { (name: $0.0, value: $0.1) })).fields).path(
                    "/audit/csv"))
    }

    @Test(
        "a filter that asks nothing that can be asked is said, and kept",
        arguments: [
            ("since", "yesterday"), ("until", "2026-02-30"), ("person", "Nobody <i>"), ("person", "99"),
        ])
    func wrongFilters(field: String, value: String) throws {
        let page = desktop.get("/audit", query: [(field, value)])
        #expect(page.status == 422)
        expectSound(page, value)
        #expect(Markup(page.text).element(id: field)?.attributes["value"] == value)
        for path in ["/audit/csv", "/audit/print"] {
            #expect(desktop.get(path, query: [(field, value)]).status == 303)
        }
    }

    @Test("the CSV is what the command prints, byte for byte")
    func csv() throws {
        let response = desktop.get("/audit/csv", query: [("channel", "phone")])
        var question = ContactFilter()
        question.channel = .phone
        let desk = try desktop.application.desk
        let contacts = try desk.audit(question)
        let zone = try desktop.application.configuration.me.timeZone
        #expect(contacts.count == 1)
        #expect(
            response.body == Array(CSV.text(contacts, zones: try desk.zones(of: contacts), zone: zone).utf8))
        #expect(
            response.fileName == "afterword-contacts-2026-12-07.csv"
                && response.contentType == "text/csv; charset=utf-8")
        #expect(response.text.contains(",'=1+1,"))
    }

    @Test("the list has the lines of the print view, in words")
    func list() throws {
        let response = desktop.get("/audit/list")
        let lines = response.text.components(separatedBy: "\r\n")
        #expect(response.fileName == "afterword-record-2026-12-07.csv")
        #expect(lines[0] == "\u{FEFF}Date,Time,Time zone,What,Who,Role,Organisation,How,Notes")
        let zone = try desktop.application.configuration.me.timeZone
        let activities = try desktop.application.desk.activities(ContactFilter(), zone: zone)
        #expect(lines.count == activities.count + 2 && lines.contains { $0.contains(",Interview ended,") })
    }

    @Test("the print view is the record of the command, with its style beside it")
    func print() throws {
        let page = desktop.get("/audit/print")
        expectSound(page)
        let zone = try desktop.application.configuration.me.timeZone
        let record = ActivityPage(
            name: "Ada Example",
            activities: try desktop.application.desk.activities(ContactFilter(), zone: zone),
            limits: ActivityPage.Limits(),
            printed: ZonedTime(instant: at("2026-12-07T09:00:00Z"), zone: zone))
        #expect(page.text == record.html(style: .linked("/audit/print.css")))
        let style = desktop.get("/audit/print.css")
        #expect(style.contentType == "text/css; charset=utf-8")
        #expect(record.html.contains(style.text))
        #expect(style.text.contains("@page { size: A4") && style.text.contains("@media print"))
    }

    @Test("the record is checked as the command checks it")
    func check() throws {
        let page = desktop.get("/audit/check")
        expectSound(page)
        #expect(page.text.contains(Wording.recordChecked(faults: 0)))
        #expect(page.text.contains("never telephone to thank"))
    }

    @Test("what a page doesn't hold follows on the next: each entry once, newest first")
    func pages() throws {
        let desk = try desktop.application.desk
        for number in 0..<60 {
            let time = at("2026-12-05T10:00:00Z") + Double(number / 2) * 60
            _ = try desk.log(
                Desk.Said(
                    person: "1", channel: .inPerson, direction: .in, recruitment: nil, message: nil,
                    answering: false, time: time, note: "note \(number)."), at: at("2026-12-06T10:00:00Z"))
        }
        var seen: [String] = []
        var query: [(String, String)] = []
        for _ in 0..<3 {
            let page = desktop.get("/audit", query: query)
            expectSound(page)
            seen += Markup(page.text).all("span").map(\.text).filter { $0.hasPrefix("note ") }
            guard
                let link = Markup(page.text).all("a").first(where: { $0.text == "Older entries" })?
                    .attributes["href"]
            else { break }
            query = [("before", String(link.split(separator: "=")[1]))]
        }
        #expect(seen == (0..<60).reversed().map { "note \($0)." })
    }

    @Test("a place that no page can have named shows the newest", arguments: ["x", "1-", "1-2-3", "--"])
    func wrongPlace(text: String) throws {
        #expect(rows(desktop.get("/audit", query: [("before", text)])) == 3)
    }

    @Test("an empty record says so")
    func empty() throws {
        let desktop = try Desktop()
        for path in ["/audit", "/audit/check", "/audit/print", "/people", "/statistics"] {
            let page = desktop.get(path)
            #expect(page.status == 200)
            expectSound(page, path)
        }
        #expect(desktop.get("/audit").text.contains("Nothing is on record for this."))
    }
}

@Suite struct AddressQueryTests {
    @Test(
        "what is no letter or digit is written out (RFC 3986 2.1), and what is empty left out",
        arguments: [
            ("a b&c=d", "/x?q=a%20b%26c%3Dd"), ("é<\">", "/x?q=%C3%A9%3C%22%3E"),
            ("a-b_c.d~e", "/x?q=a-b_c.d~e"),
            ("", "/x"), ("%", "/x?q=%25"), ("🙂", "/x?q=%F0%9F%99%82"),
        ])
    func encoding(value: String, path: String) {
        #expect(AddressQuery([("q", value)]).path("/x") == path)
    }
}
