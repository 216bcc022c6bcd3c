import Testing

@testable import Page

@Suite("New interview: typed once, recorded once, and nothing typed is lost")
struct NewInterviewTests {
    @Test("the empty form is sound, and bears the user's zone")
    func empty() throws {
        let page = try Desktop().get("/interviews/new")
        expectSound(page)
        let form = Markup(page.text).fields(ofForm: "/interviews/new")
        #expect(form.contains { $0 == ("zone", "Europe/London") })
        #expect(form.contains { $0 == ("people", "1") })
    }

    @Test("another person is asked for with everything kept, and taken out again")
    func people() throws {
        let desktop = try Desktop()
        let more = desktop.post("/interviews/new", TypedInterview.library + [("step", "more")])
        expectSound(more)
        let three = Markup(more.text).fields(ofForm: "/interviews/new")
        #expect(three.contains { $0 == ("people", "3") })
        for field in TypedInterview.library where field.0 != "people" {
            #expect(three.contains { $0 == field }, "\(field)")
        }
        let less = desktop.post("/interviews/new", TypedInterview.library + [("step", "remove:0")])
        let one = Markup(less.text).fields(ofForm: "/interviews/new")
        #expect(one.contains { $0 == ("people", "1") })
        #expect(one.contains { $0 == ("person-0-name", "Tom Ó Briain") })
    }

    @Test("it ends in the messages, which are drafts")
    func recorded() throws {
        let desktop = try Desktop()
        let response = desktop.record()
        #expect(response.status == 303)
        #expect(response.location == "/interviews/1/messages")
        let review = desktop.get("/interviews/1/messages")
        expectSound(review)
        #expect(review.text.contains("3 messages for City Library"))
        #expect(
            try desktop.application.desk.queue(all: true, at: desktop.application.now).allSatisfy {
                $0.message.state == .draft
            })
    }

    @Test("pressed twice, it is recorded once")
    func twice() throws {
        let desktop = try Desktop()
        let (first, second) = (desktop.record(), desktop.record())
        #expect(first.location == second.location)
        #expect(try desktop.application.desk.meetings().count == 1)
        #expect(try desktop.application.desk.queue(all: true, at: desktop.application.now).count == 3)
    }

    @Test(
        "what can't be recorded comes back as it was typed, with the field that is wrong",
        arguments: [
            (["organisation": " "], "organisation"), (["role": ""], "role"),
            (["role": String(repeating: "x", count: 201)], "role"),
            (["organisation": "City\u{202E}Library"], "organisation"),
            (["date": "yesterday"], "date"), (["date": ""], "date"), (["time": "25:00"], "date"),
            (["date": "2026-12-05"], "date"), (["zone": "London"], "zone"), (["zone": ""], "zone"),
            (["person-0-name": ""], "person-0-name"),
            (["person-0-email": "jane.okafor"], "person-0-email"),
            (["person-0-email": "jané@example.org"], "person-0-email"),
            (["person-0-email": "ada@example.org"], "person-0-email"),
            (["person-1-email": "jane.okafor@example.org"], "person-1-email"),
            (["person-0-topic": String(repeating: "x", count: 501)], "person-0-topic"),
            (["person-0-greeting": "Ja\u{200B}ne"], "person-0-greeting"),
            (["decision-by": "soon"], "decision-by"), (["decision-by": "2026-12-01"], "decision-by"),
            (["medium": "by pigeon"], "medium"), (["asked": "other"], "contact-name"),
            (["asked": "other", "contact-name": "Hana Lee", "contact-email": "hana@"], "contact-email"),
            (["agency": "yes"], "contact-name"),
        ])
    func refused(changes: [String: String], field: String) throws {
        let desktop = try Desktop()
        let typed = TypedInterview.library(with: changes)
        let response = desktop.record(typed)
        #expect(response.status == 422)
        expectSound(response, "\(changes)")
        let page = Markup(response.text)
        #expect(
            page.all("a").contains { $0.attributes["href"] == "#\(field)" }, "\(changes): no link to \(field)"
        )
        #expect(page.element(id: field) != nil)
        let form = page.fields(ofForm: "/interviews/new")
        for (name, value) in typed where name != "medium" && name != "agency" {
            #expect(form.contains { $0 == (name, value) }, "\(name) was lost")
        }
        #expect(try desktop.application.desk.meetings().isEmpty)
    }

    @Test("everything that is wrong is said at once")
    func allFaults() throws {
        let response = try Desktop().record(
            TypedInterview.library(with: ["organisation": "", "zone": "Mars/Base", "person-0-email": "jane"]))
        let links = Markup(response.text).all("a").compactMap { $0.attributes["href"] }
        for field in ["#organisation", "#zone", "#person-0-email"] { #expect(links.contains(field)) }
    }

    @Test("what may be the same meeting is asked about, and recorded only where the user tells the two apart")
    func doubles() throws {
        let desktop = try Desktop()
        desktop.record()
        let again = TypedInterview.library(with: ["organisation": "Town Archive"])
        let asked = desktop.record(again)
        #expect(asked.status == 422)
        expectSound(asked)
        #expect(try desktop.application.desk.meetings().count == 1)
        let answered = desktop.post("/interviews/new", again + [("step", "apart")])
        #expect(answered.status == 303)
        #expect(try desktop.application.desk.meetings().count == 2)
    }

    @Test("a form without its fields changes nothing")
    func notAForm() throws {
        let desktop = try Desktop()
        for form in [[], [("step", "show")], [("organisation", "x")]] {
            #expect(desktop.post("/interviews/new", form).status == 400)
        }
    }

    @Test("what was talked about is added to an interview that is on record")
    func added() throws {
        let desktop = try Desktop()
        desktop.record(TypedInterview.library(with: ["person-0-topic": ""]))
        let page = desktop.get("/interviews/1")
        expectSound(page)
        let saved = desktop.press(
            "save", on: page, form: "/interviews/1", with: ["person-0-topic": "the reading room"])
        #expect(saved.location == "/interviews/1/messages")
        let bodies = try desktop.application.desk.interviewOnRecord(.init(rawValue: 1)).messages.map(\.body)
        #expect(bodies.contains { $0.contains("the reading room") })
        // Saved once more, nothing is to be changed.
        #expect(desktop.press("save", on: desktop.get("/interviews/1"), form: "/interviews/1").status == 303)
        let refused = desktop.press(
            "save", on: page, form: "/interviews/1",
            with: ["person-0-topic": "a\u{202E}b", "person-1-topic": "kept"])
        #expect(refused.status == 422)
        expectSound(refused)
        #expect(
            Markup(refused.text).fields(ofForm: "/interviews/1").contains { $0 == ("person-1-topic", "kept") }
        )
    }
}
