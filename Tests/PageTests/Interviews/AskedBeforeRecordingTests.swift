import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Page

@Suite("New interview: what may be a slip is asked about before anything is recorded")
struct AskedBeforeRecordingTests {
    private let desktop: Desktop
    private let form = "/interviews/new"

    init() throws {
        desktop = try Desktop(now: { at("2026-12-04T09:00:00Z") })
        desktop.record()
    }

    /// At another time and for another job.
    private func record(_ changes: [String: String]) -> PageResponse {
        let other = ["organisation": "Harbour Trust", "role": "Pilot", "date": "2026-12-01"]
        return desktop.record(TypedInterview.library(with: other.merging(changes) { $1 }))
    }

    private func name() throws -> String {
        try desktop.application.desk.people([.init(rawValue: 1)]).values.first?.name ?? ""
    }

    @Test(
        "who is known under another name is asked about, beside the name; one answer corrects it, the other keeps it",
        arguments: ["Jane", "Jane Okafor-Smith", "JANE OKAFOR", "Jane Okafer", "Bo Marsh"],
        ["typed", "known"])
    func knownName(name: String, answer: String) throws {
        let asked = record(["person-0-name": name])
        #expect(asked.status == 422)
        expectSound(asked, name)
        let page = Markup(asked.text)
        #expect(page.all("a").contains { $0.attributes["href"] == "#person-0-spelling" })
        #expect(page.element(id: "person-0-name")?.attributes["value"] == name)
        #expect(try desktop.application.desk.meetings().count == 1)
        let answered = desktop.press(
            "show", on: asked, form: form, with: [:], adding: [("person-0-spelling", answer)])
        #expect(answered.status == 303)
        #expect(try self.name() == (answer == "typed" ? name : "Jane Okafor"))
        #expect(try desktop.application.desk.meetings().count == 2)
    }

    @Test("so is somebody else who is to be asked for the decision")
    func knownContact() throws {
        let typed = [
            "asked": "other", "contact-name": "J. Okafor", "contact-email": "jane.okafor@example.org",
        ]
        let asked = record(typed.merging(["person-0-email": "", "person-0-name": "Ann Bell"]) { $1 })
        #expect(asked.status == 422)
        #expect(Markup(asked.text).all("a").contains { $0.attributes["href"] == "#contact-spelling" })
        let kept = desktop.press("show", on: asked, form: form, adding: [("contact-spelling", "known")])
        #expect(kept.status == 303)
        #expect(try name() == "Jane Okafor")
    }

    @Test(
        "a time that the clock showed twice is asked about", arguments: [("earlier", 0.0), ("later", 3600)])
    func twice(answer: String, after: Double) throws {
        let asked = record(["date": "2026-10-25", "time": "01:30"])
        #expect(asked.status == 422)
        expectSound(asked)
        #expect(Markup(asked.text).all("a").contains { $0.attributes["href"] == "#which" })
        #expect(desktop.press("show", on: asked, form: form, adding: [("which", answer)]).status == 303)
        let ended = try desktop.application.desk.interview(.init(rawValue: 2)).ended.instant
        #expect(ended == at("2026-10-25T00:30:00Z") + after)
        // On record, it may be moved to such a time too.
        let edit = "/interviews/1/edit"
        let moved = desktop.press(
            "", on: desktop.get(edit), form: edit, with: ["day": "2026-10-25", "time": "01:40"])
        #expect(moved.status == 422)
        expectSound(moved)
        #expect(desktop.press("", on: moved, form: edit, adding: [("which", answer)]).status == 303)
        #expect(
            try desktop.application.desk.interview(.init(rawValue: 1)).ended.instant
                == at("2026-10-25T00:40:00Z") + after)
    }

    @Test(
        "a day long ago is asked about, and taken where it is right", arguments: ["2024-02-29", "2026-09-04"])
    func longAgo(day: String) throws {
        let asked = record(["date": day])
        #expect(asked.status == 422)
        expectSound(asked)
        #expect(Markup(asked.text).all("a").contains { $0.attributes["href"] == "#date" })
        #expect(desktop.press("show", on: asked, form: form, adding: [("long-ago", "yes")]).status == 303)
        #expect(record(["date": "2026-09-10", "role": "Clerk"]).status == 303, "three months are not long")
    }

    @Test("of what may be one meeting the record is named, with where it is corrected")
    func doubled() throws {
        let asked = desktop.record(TypedInterview.library(with: ["organisation": "City Libary"]))
        #expect(asked.status == 422)
        #expect(Markup(asked.text).all("a").contains { $0.attributes["href"] == "/interviews/1/edit" })
    }

    @Test("after “One more person” the user goes on with that person's name")
    func focus() throws {
        let more = desktop.post(form, TypedInterview.library + [("step", "more")])
        let focused = Markup(more.text).elements.filter { $0.attributes["autofocus"] != nil }
        #expect(focused.map { $0.attributes["id"] } == ["person-2-name"])
    }
}
