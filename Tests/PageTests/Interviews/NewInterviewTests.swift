import Desk
import Etiquette
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

    @Test("who was met before is told with the letters")
    func metBefore() throws {
        let desktop = try Desktop()
        let first = desktop.record().location ?? ""
        let second = desktop.record(
            TypedInterview.library(with: ["organisation": "Harbour Trust", "time": "20:00"]))
        #expect(!desktop.get(first).text.contains("have met Jane Okafor before"))
        let review = desktop.get(second.location ?? "")
        expectSound(review)
        #expect(review.text.contains("have met Jane Okafor before"))
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
            (["role": "Data\u{FFFD}Analyst"], "role"), (["person-1-topic": "N/A"], "person-1-topic"),
            (["date": "2026-03-29", "time": "01:30"], "date"),
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
            "save", on: desktop.get("/interviews/1"), form: "/interviews/1",
            with: ["person-0-topic": "a\u{202E}b", "person-1-topic": "kept"])
        #expect(refused.status == 422)
        expectSound(refused)
        #expect(
            Markup(refused.text).fields(ofForm: "/interviews/1").contains { $0 == ("person-1-topic", "kept") }
        )
    }

    @Test("a form of a panel that was changed meanwhile gives nobody's words to somebody else")
    func panelMeanwhile() throws {
        let desktop = try Desktop()
        desktop.record()
        let desk = try desktop.application.desk
        let form = "/interviews/1"
        let page = desktop.get(form)
        var changes = InterviewChanges()
        changes.panel = try desk.interview(.init(rawValue: 1)).panel.reversed().map {
            try .init(
                who: NameAndAddress(name: $0.person.name, address: $0.person.address?.text), talkingPoint: nil
            )
        }
        _ = try desk.edit(.init(rawValue: 1), changes, at: desktop.application.now)
        let before = try desk.interview(.init(rawValue: 1))
        let refused = desktop.press("save", on: page, form: form, with: ["person-0-topic": "what Jane said"])
        #expect(refused.status == 409)
        expectSound(refused)
        #expect(try desk.interview(.init(rawValue: 1)) == before)
        // What was typed under Jane stands under Jane, who is the second now.
        let kept = Markup(refused.text).fields(ofForm: form)
        #expect(kept.contains { $0 == ("person-1-topic", "what Jane said") })
        #expect(kept.contains { $0 == ("person-0-topic", "the on-call week") })
        #expect(desktop.press("save", on: refused, form: form).status == 303)
        #expect(try desk.interview(.init(rawValue: 1)).panel[1].talkingPoint == "what Jane said")
    }

    @Test(
        "what came with an invitation is taken back from a form only where a calendar could have written it",
        arguments: ["1e300", "-1", "1e308", "253402300800"])
    func invitationFields(written: String) throws {
        let desktop = try Desktop()
        let invitation =
            "{\"uid\":\"u\",\"recurrence\":\"\",\"sequence\":0,\"written\":\(written),\"isCalledOff\":false,"
            + "\"people\":[],\"names\":[]}"
        let form = TypedInterview.library(with: ["invitation": invitation])
        #expect(desktop.post("/interviews/new", form + [("step", "show")]).status == 400)
    }

    @Test("an interview that is still to come is asked about, and recorded as planned")
    func planned() throws {
        let desktop = try Desktop()
        let form = TypedInterview.library(with: ["date": "2026-12-10"])
        let asked = desktop.post("/interviews/new", form + [("step", "show")])
        #expect(asked.status == 422)
        expectSound(asked)
        #expect(Markup(asked.text).element(id: "planned") != nil)
        let planned = desktop.post("/interviews/new", form + [("planned", "yes"), ("step", "show")])
        #expect(planned.location == "/interviews/1/messages")
        expectSound(desktop.get("/interviews/1/messages"))
    }

    @Test("a day or a time that is missing is asked for in plain words", arguments: ["date", "time"])
    func noMoment(field: String) throws {
        let response = try Desktop().record(TypedInterview.library(with: [field: ""]))
        #expect(response.status == 422)
        expectSound(response)
        #expect(response.text.contains("Enter the day and the time"))
        #expect(Markup(response.text).all("a").contains { $0.attributes["href"] == "#\(field)" })
    }

    private static let three = TypedInterview.library(with: [
        "people": "4", "person-0-name": "Jane Okafor", "person-1-name": "", "person-1-topic": "",
        "person-2-name": "Tom Ó Briain", "person-2-email": "tom@example.org",
        "person-3-name": "Hana Lee", "person-3-email": "hana@example.org",
    ])

    private func asked(_ desktop: Desktop) throws -> String? {
        try desktop.application.desk.interviewOnRecord(.init(rawValue: 1)).messages.first {
            $0.followUp.kind == .decisionStatus
        }?.recipient.name
    }

    @Test(
        "the question goes to whom it was marked for, wherever an empty line stands",
        arguments: ["0", "2", "3"])
    func whomToAsk(line: String) throws {
        let desktop = try Desktop()
        let form = Self.three.map { ($0.0, $0.0 == "asked" ? line : $0.1) }
        #expect(desktop.record(form).status == 303)
        #expect(try asked(desktop) == ["0": "Jane Okafor", "2": "Tom Ó Briain", "3": "Hana Lee"][line])
    }

    @Test("who is marked stays marked when another line is removed; who is removed leaves nobody marked")
    func removed() throws {
        let desktop = try Desktop()
        let form = Self.three.map { ($0.0, $0.0 == "asked" ? "3" : $0.1) }
        let fewer = desktop.post("/interviews/new", form + [("step", "remove:0")])
        expectSound(fewer)
        let fields = Markup(fewer.text).fields(ofForm: "/interviews/new")
        #expect(fields.contains { $0 == ("asked", "2") })
        #expect(desktop.press("show", on: fewer, form: "/interviews/new").status == 303)
        #expect(try asked(desktop) == "Hana Lee")
        let gone = desktop.post("/interviews/new", form + [("step", "remove:3")])
        #expect(!Markup(gone.text).fields(ofForm: "/interviews/new").contains { $0.0 == "asked" })
        let refused = desktop.press("show", on: gone, form: "/interviews/new")
        #expect(refused.status == 422)
        expectSound(refused)
        #expect(refused.text.contains("Choose whom to ask for the decision."))
    }

    @Test("who has no address is not asked in silence for somebody else", arguments: ["1", "9", "x"])
    func nobodyToAsk(line: String) throws {
        let desktop = try Desktop()
        let response = desktop.record(TypedInterview.library(with: ["asked": line]))
        #expect(response.status == 422)
        expectSound(response)
        #expect(Markup(response.text).all("a").contains { $0.attributes["href"] == "#asked" })
    }
}
