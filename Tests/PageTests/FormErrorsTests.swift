import Desk
import Etiquette
import Fixtures
import Testing

@testable import Page

@Suite("Whatever form is filled in wrongly comes back with all that was typed, and a link to what is wrong")
struct FormErrorsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let changes: [String: String]
        let step: String
        /// The id of the field that is wrong; nil where it is about the whole form.
        let field: String?

        init(_ path: String, _ changes: [String: String], step: String = "", _ field: String?) {
            (self.path, self.changes, self.step, self.field) = (path, changes, step, field)
        }

        var testDescription: String { "\(path) \(changes)" }
    }

    private static let long = String(repeating: "x", count: 501)

    static let cases = [
        Case("/messages/1/edit", ["subject": "", "body": "Dear Jane,"], step: "save", nil),
        Case("/messages/1/edit", ["subject": long, "body": "Dear Jane, kept"], step: "save", nil),
        Case("/messages/1/edit", ["subject": "a\u{202E}b", "body": "kept"], step: "save", nil),
        Case("/heard/1", ["from": "kept"], step: "preview", "news"),
        Case("/heard/1", ["news": "decision-by", "day": "", "from": "Jane Okafor"], step: "preview", "day"),
        Case("/heard/1", ["news": "decision-by", "day": "soon"], step: "save", "day"),
        Case("/heard/1", ["news": "decision-by", "day": "2020-01-01"], step: "save", "day"),
        Case("/heard/1", ["news": "rejected", "from": "nobody at all"], step: "save", "from"),
        Case("/heard/1", ["news": "replied", "from": "Zed <zed@>"], step: "preview", "from"),
        Case("/people/1/edit", ["name": "", "greeting": "kept"], "name"),
        Case("/people/1/edit", ["address": "jane@", "greeting": "kept"], "address"),
        Case("/people/1/edit", ["address": "", "greeting": "kept"], "address"),
        Case("/people/1/edit", ["greeting": "Ja\u{200B}ne", "name": "Jane O"], nil),
        Case("/people/1/forget", ["name": "Somebody Else"], "name"),
        Case("/interviews/1", ["person-0-topic": long, "person-1-topic": "kept"], "person-0-topic"),
        Case("/interviews/1", ["decision-by": "soon", "person-1-topic": "kept"], "decision-by"),
        Case("/interviews/1/edit", ["role": "", "topic-0": "kept"], "role"),
        Case("/interviews/1/edit", ["time": "25:00", "topic-0": "kept"], "day"),
        Case("/interviews/1/edit", ["time": "", "topic-0": "kept"], "day"),
        Case("/interviews/1/edit", ["zone": "GMT+1", "topic-0": "kept"], "zone"),
        Case("/interviews/1/edit", ["email-0": "jane@", "topic-0": "kept"], "email-0"),
        Case("/interviews/1/edit", ["voice": "loud", "topic-0": "kept"], nil),
        Case("/set-up/settings", ["hours": "9-5", "name": "Ada Kept"], "hours"),
        Case("/set-up/account", ["server": "", "user": "kept"], step: "save", "server"),
    ]

    @Test("nothing that was typed is lost, nothing is changed", arguments: cases)
    func refused(form: Case) throws {
        let desktop = try Desktop()
        desktop.record()
        let before = try desktop.application.desk.queue(all: true, at: desktop.application.now).map(\.message)
        let page = desktop.get(form.path)
        let known = Markup(page.text).fields(ofForm: form.path)
        let radios = form.changes.filter { change in !known.contains { $0.0 == change.key } }
        let response = desktop.press(
            form.step, on: page, form: form.path, with: form.changes,
            adding: radios.map { ($0.key, $0.value) })
        #expect([409, 422].contains(response.status), "\(response.status)")
        expectSound(response, form.path)
        let markup = Markup(response.text)
        let summary = try #require(markup.all("div").first { $0.attributes["class"] == "problems" })
        #expect(summary.attributes["role"] == "alert")
        if let field = form.field {
            #expect(markup.all("a").contains { $0.attributes["href"] == "#\(field)" }, "no link to \(field)")
            #expect(markup.element(id: field) != nil)
        }
        let kept = markup.fields(ofForm: form.path)
        for change in form.changes where change.key != "medium" {
            #expect(kept.contains { $0 == (change.key, change.value) }, "\(change.key) was lost")
        }
        let after = try desktop.application.desk.queue(all: true, at: desktop.application.now).map(\.message)
        #expect(after == before)
    }

    @Test(
        "a file that is none is said at its field",
        arguments: [("a.png", "\u{89}PNG"), ("a.ics", ""), ("a.csv", "a;b")])
    func upload(name: String, text: String) throws {
        let desktop = try Desktop()
        let response = desktop.post(
            "/interviews/import", [], uploads: ["file": .init(name: name, bytes: Array(text.utf8))])
        expectSound(response, name)
        #expect(
            response.status == 422 || response.text.contains("Nothing is recorded yet"),
            "\(name) \(response.status)")
        #expect(try desktop.application.desk.meetings().isEmpty)
    }

    @Test("an audit whose last day is before its first says so")
    func daysTurnedRound() throws {
        let page = try Desktop().get("/audit", query: [("since", "2026-12-05"), ("until", "2026-11-01")])
        #expect(page.status == 422)
        expectSound(page)
        #expect(Markup(page.text).all("a").contains { $0.attributes["href"] == "#until" })
    }

    @Test("who says that a name is right says nothing of an address that nobody reaches")
    func addressBesideName() throws {
        let desktop = try Desktop()
        desktop.record(
            TypedInterview.library(with: [
                "person-0-name": "JANE OKAFOR", "person-0-email": "jane.okafor@library",
            ]))
        let form = "/people/1/verify"
        let page = desktop.get("/people/1")
        expectSound(page)
        let refused = desktop.post(form, [("name", "JANE OKAFOR")])
        #expect(refused.status == 422)
        expectSound(refused)
        #expect(Markup(refused.text).all("a").contains { $0.attributes["href"] == "#address-right" })
        #expect(!desktop.get("/messages/1").text.contains(">Approve</button>"))
        let both = [("name", "JANE OKAFOR"), ("address", "jane.okafor@library")]
        #expect(desktop.post(form, both).status == 303)
        #expect(
            Markup(desktop.get("/messages/1").text).buttons(ofForm: "/messages/1")["Approve"] == "approve")
    }
}
