import Desk
import Etiquette
import Fixtures
import Testing

@testable import Page

@Suite(
    "An interview is changed by a form: nothing that was typed is lost, and what is wrong stands at its field"
)
struct InterviewEditPageTests {
    private let desktop: Desktop
    private let form = "/interviews/1/edit"

    init() throws { desktop = try Desktop.withHistory() }

    private func interview() throws -> Interview {
        try desktop.application.desk.interview(.init(rawValue: 1))
    }

    /// Sends the form as the page has it, with other values in some fields.
    private func send(_ changes: [String: String] = [:], step: (String, String)? = nil) -> PageResponse {
        let fields = Markup(desktop.get(form).text).fields(ofForm: form)
        return desktop.post(
            form,
            fields.map { ($0, changes[$0] ?? $1) }
                + changes.filter { change in !fields.contains { $0.0 == change.key } }.map {
                    ($0.key, $0.value)
                }
                + [step].compactMap(\.self))
    }

    @Test("as it stands it changes nothing")
    func unchanged() throws {
        expectSound(desktop.get(form))
        let before = try interview()
        #expect(send().location == "/recruitments/1")
        #expect(try interview() == before)
    }

    @Test("each field changes what it names")
    func changes() throws {
        let done = send([
            "organisation": "City Archive", "role": "Archivist", "time": "16:30", "medium": "video",
            "topic-0": "the map room", "sentence-0": "I would enjoy that.", "greeting-0": "Jane",
            "contact-name": "Hana Lee", "contact-email": "hana@example.org", "decision-by": "2026-12-20",
            "role-short": "archive", "organisation-as": "the City Archive", "voice": "plain",
        ])
        #expect(done.location == "/recruitments/1?saved=yes")
        let (interview, known) = (
            try interview(), try desktop.application.desk.interviewOnRecord(.init(rawValue: 1))
        )
        #expect(known.recruitment.organisation == "City Archive" && known.recruitment.role == "Archivist")
        #expect(interview.ended == (try wall("2026-12-03 16:30", "Europe/London")))
        #expect(interview.medium == .video && interview.panel[0].talkingPoint == "the map room")
        #expect(interview.panel[0].ownSentence == "I would enjoy that.")
        #expect(interview.panel[0].person.salutation == "Jane")
        #expect(interview.contact?.name == "Hana Lee" && interview.decisionBy == Day("2026-12-20"))
        #expect(known.recruitment.roleShort == "archive" && known.recruitment.voice?.rawValue == "plain")
        expectSound(desktop.get("/recruitments/1", query: [("saved", "yes")]))
        #expect(send(["topic-0": "", "role-short": ""]).status == 303)
        #expect(try self.interview().panel[0].talkingPoint == nil)
    }

    @Test("one more person gets a row without anything being saved, and one whose fields are emptied leaves")
    func panel() throws {
        let more = send(["topic-0": "the map room"], step: ("more", "yes"))
        expectSound(more)
        let fields = Markup(more.text)
        #expect(fields.element(id: "topic-0")?.text.trimmed == "the map room")
        #expect(fields.element(id: "name-2") != nil)
        #expect(try interview().panel.count == 2)
        let added = send([
            "name-2": "Sam Reid", "email-2": "sam@example.org", "topic-2": "the stacks", "sentence-2": "",
            "greeting-2": "",
        ])
        #expect(added.status == 303)
        #expect(try interview().panel.map(\.person.name) == ["Jane Okafor", "Tom Ó Briain", "Sam Reid"])
        #expect(try interview().panel[2].talkingPoint == "the stacks")
        let left = send([
            "name-1": "", "email-1": "", "topic-1": "", "sentence-1": "", "greeting-1": "",
        ])
        #expect(left.status == 303)
        #expect(try interview().panel.map(\.person.name) == ["Jane Okafor", "Sam Reid"])
    }

    @Test(
        "what can't be kept is said on top and at its field, and everything that was typed stays",
        arguments: [
            ("organisation", "", "organisation"), ("role", String(repeating: "r", count: 201), "role"),
            ("day", "someday", "day"), ("zone", "Nowhere", "zone"), ("decision-by", "soon", "decision-by"),
            ("email-0", "no address", "email-0"), ("contact-email", "x@", "contact-name"),
            ("voice", "no-such-voice", nil), ("name-0", "", "name-0"), ("day", "2030-01-01", nil),
            ("decision-by", "2026-01-01", nil),
        ] as [(String, String, String?)])
    func wrong(field: String, value: String, at place: String?) throws {
        let before = try interview()
        let page = send([field: value, "topic-1": "<b>typed</b> & kept"])
        #expect(page.status == 422, "\(field)")
        expectSound(page, field)
        let markup = Markup(page.text)
        #expect(markup.element(id: field)?.attributes["value"] == value)
        #expect(markup.element(id: "topic-1")?.text.trimmed == "<b>typed</b> & kept")
        #expect(markup.element(id: "problems-heading") != nil)
        if let place { #expect(markup.element(id: place + "-error") != nil, "\(place)") }
        #expect(try interview() == before)
    }

    @Test("what was recorded can be changed and not emptied")
    func emptied() throws {
        #expect(send(["decision-by": "2026-12-20"]).status == 303)
        let page = send(["decision-by": ""])
        #expect(page.status == 422)
        #expect(Markup(page.text).element(id: "decision-by-error") != nil)
    }

    @Test("a form that lacks its fields is none")
    func notAForm() throws {
        #expect(desktop.post(form, [("organisation", "X")]).status == 400)
    }

    @Test("a form of a record that was changed meanwhile changes nothing until it is saved once more")
    func meanwhile() throws {
        let desk = try desktop.application.desk
        let fields = Markup(desktop.get(form).text).fields(ofForm: form)
        let address = try EmailAddress("jane.third@example.org")
        _ = try desk.edit(
            "1", PersonChanges(name: nil, address: address, salutation: nil), at: desktop.application.now)
        let (before, messages) = (try interview(), try desk.interviewOnRecord(.init(rawValue: 1)).messages)
        let refused = desktop.post(form, fields.map { ($0, $0 == "role" ? "Senior Analyst" : $1) })
        #expect(refused.status == 409)
        expectSound(refused)
        #expect(Markup(refused.text).element(id: "role")?.attributes["value"] == "Senior Analyst")
        #expect(try interview() == before)
        #expect(try desk.interviewOnRecord(.init(rawValue: 1)).messages == messages)
    }
}
