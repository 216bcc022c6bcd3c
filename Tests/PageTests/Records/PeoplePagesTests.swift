import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Page

@Suite("People: a list with a search, one person's history, corrections, and forgetting")
struct PeoplePagesTests {
    private let desktop: Desktop

    init() throws { desktop = try Desktop.withHistory() }

    private func person(_ number: Int64 = 1) throws -> Person {
        try desktop.application.desk.nameStanding(of: String(number)).person
    }

    @Test(
        "the search keeps what was typed and finds a part of a name or an address, whatever its case",
        arguments: [
            ("", 2), ("okafor", 1), ("JANE.OKAFOR@", 1), ("briain", 1), ("nobody", 0), ("<script>\"", 0),
        ])
    func search(text: String, count: Int) throws {
        let page = desktop.get("/people", query: [("search", text)])
        expectSound(page, text)
        let markup = Markup(page.text)
        #expect(markup.element(id: "search")?.attributes["value"] == text)
        let links = markup.all("a").filter { ($0.attributes["href"] ?? "").hasPrefix("/people/") }
        #expect(links.count == count)
    }

    @Test("more people than a page holds follow on the next, each once, by name")
    func pages() throws {
        try desktop.application.ledger.write { transaction in
            for number in 10..<70 {
                _ = try transaction.addPerson(
                    name: "Person N\(number)", address: EmailAddress("p\(number)@example.org"),
                    in: Recruitment.ID(rawValue: 1))
            }
        }
        func names(_ page: PageResponse) -> [String] {
            Markup(page.text).all("a").filter { ($0.attributes["href"] ?? "").hasPrefix("/people/") }.map(
                \.text)
        }
        let first = desktop.get("/people", query: [("search", "Person")])
        #expect(names(first).count == 50)
        let link = try #require(
            Markup(first.text).all("a").first { $0.text == "More people" }?.attributes["href"])
        let query = try #require(link.split(separator: "?").last).split(separator: "&").map { part in
            let pair = part.split(separator: "=").map(String.init)
            return (pair[0], pair[1])
        }
        let second = desktop.get("/people", query: query)
        expectSound(second)
        #expect(names(first) + names(second) == names(first).sorted() + names(second).sorted())
        #expect(Set(names(first) + names(second)).count == 60)
        #expect(!second.text.contains("More people"))
    }

    @Test("one person's history names the role, the letter and how to correct what is wrong")
    func history() throws {
        let page = desktop.get("/people/1")
        expectSound(page)
        #expect(page.text.contains("jane.okafor@example.org"))
        #expect(page.text.contains("Dear Jane Okafor,"))
        #expect(page.text.contains("href=\"/recruitments/1\""))
        #expect(page.text.contains("250 queued as &lt;b&gt;9A&lt;/b&gt;"))
        #expect(page.text.contains("href=\"/people/1/edit\""))
        expectSound(desktop.get("/people/2"), "without an address")
    }

    @Test("a name is confirmed by a button")
    func verify() throws {
        #expect(desktop.get("/people/1").text.contains("Jane Okafor is right"))
        let done = desktop.post("/people/1/verify", [("name", "Jane Okafor")])
        #expect(done.location == "/people/1")
        let page = desktop.get("/people/1")
        #expect(page.text.contains("Name verified by you") && !page.text.contains("Jane Okafor is right"))
        expectSound(page)
    }

    @Test("of two spellings the one that is chosen stays, and a third is not taken")
    func settle() throws {
        let other = try InterviewRecord(
            organisation: "Museum", role: "Guide", ended: try london("2026-12-01 15:00"),
            panel: [
                .init(
                    who: try NameAndAddress("Jane Okafer <jane.okafor@example.org>"), talkingPoint: "the tour"
                )
            ], contact: nil, decisionBy: nil, viaAgency: false)
        _ = try desktop.application.desk.record([other], approving: false, at: desktop.application.now)
        let page = desktop.get("/people/1")
        expectSound(page)
        #expect(page.text.contains("Also written “Jane Okafer”"))
        let wrong = desktop.post("/people/1/verify", [("name", "Somebody Else")])
        #expect(wrong.status == 422 && wrong.text.contains("Somebody Else"))
        expectSound(wrong)
        #expect(try person().name == "Jane Okafor")
        #expect(desktop.post("/people/1/verify", [("name", "Jane Okafer")]).location == "/people/1")
        #expect(try person().name == "Jane Okafer")
    }

    @Test("name, address and greeting are changed, and only what differs")
    func edit() throws {
        expectSound(desktop.get("/people/2/edit"))
        let done = desktop.post(
            "/people/2/edit",
            [
                ("name", "Tom O’Brien"), ("address", "tom@example.org"), ("greeting", "Tom"),
                ("seen", Seen(try person(2)).rawValue),
            ])
        #expect(done.location == "/people/2")
        let tom = try person(2)
        #expect(
            tom.name == "Tom O’Brien" && tom.address?.text == "tom@example.org" && tom.salutation == "Tom")
        #expect(
            desktop.post(
                "/people/2/edit",
                [
                    ("name", "Tom O’Brien"), ("address", "tom@example.org"), ("greeting", ""),
                    ("seen", Seen(tom).rawValue),
                ]
            ).status == 303)
        let late = desktop.post(
            "/people/2/edit",
            [
                ("name", "Tom Brown"), ("address", "tom@example.org"), ("greeting", ""),
                ("seen", Seen(tom).rawValue),
            ])
        #expect(late.status == 409, "it is somebody else's text by now")
        expectSound(late)
        #expect(try person(2).salutation == nil)
    }

    @Test(
        "what can't be kept is said at its field, and nothing typed is lost",
        arguments: [
            ("name", ""), ("name", "a\u{202E}b"), ("address", "no address"), ("address", ""),
            ("greeting", String(repeating: "x", count: 201)),
        ])
    func wrongEdit(field: String, value: String) throws {
        var form = ["name": "Jane Okafor-Smith", "address": "jane.okafor@example.org", "greeting": "Jane"]
        form[field] = value
        let before = try person()
        let seen = Seen(before).rawValue
        let page = desktop.post("/people/1/edit", form.map { ($0.key, $0.value) } + [("seen", seen)])
        #expect(page.status == 422)
        expectSound(page, field)
        let markup = Markup(page.text)
        for (name, value) in form { #expect(markup.element(id: name)?.attributes["value"] == value) }
        #expect(markup.all("div").contains { $0.attributes["class"] == "problems" })
        #expect(try person() == before)
    }

    @Test("everything that is kept is shown as text, whatever is in it")
    func everything() throws {
        let page = desktop.get("/people/1/everything")
        expectSound(page)
        #expect(page.text.contains("Message 1, as it left"))
        expectSound(desktop.get("/people/2/everything"))
        let file = desktop.get("/people/1/everything/file")
        #expect(file.status == 200 && file.fileName == "afterword-person-1.json")
        #expect(file.text.hasPrefix("{") && file.text.contains("\"spellings\""))
        #expect(desktop.get("/people/999/everything/file").status == 404)
    }

    @Test("forgetting asks for the name to be typed, and a slip forgets nobody")
    func forget() throws {
        let plan = desktop.get("/people/1/forget")
        expectSound(plan)
        #expect(
            plan.text.contains("This is deleted for good:")
                && plan.text.contains("This stays:"))
        let slip = desktop.post("/people/1/forget", [("name", "Jane")])
        #expect(slip.status == 422 && slip.text.contains("nobody was forgotten"))
        expectSound(slip)
        #expect(Markup(slip.text).element(id: "name")?.attributes["value"] == "Jane")
        #expect(try !person().isForgotten)
        #expect(desktop.post("/people/1/forget", [("name", " Jane Okafor ")]).location == "/people/1")
        #expect(try person().isForgotten)
        let page = desktop.get("/people/1")
        expectSound(page)
        #expect(page.text.contains("You had this person forgotten") && !page.text.contains("Jane Okafor"))
        expectSound(desktop.get("/people/1/forget"), "forgotten already")
        #expect(desktop.post("/people/1/forget", [("name", "forgotten person 1")]).status == 422)
        expectSound(desktop.get("/recruitments/1"))
    }

    @Test("a form that lacks its fields is none", arguments: ["verify", "edit", "forget"])
    func notAForm(step: String) throws {
        let response = desktop.post("/people/1/\(step)")
        #expect(response.status == 400)
        expectSound(response, step)
    }
}
