import Etiquette
import Foundation
import Testing

@testable import Page

@Suite("What did you hear? It says what it will change before anything is saved")
struct HeardPagesTests {
    private let desktop: Desktop
    private let form = "/heard/1"

    init() throws {
        desktop = try Desktop()
        desktop.record()
    }

    private var states: [MessageState] {
        get throws {
            try desktop.application.desk.interviewOnRecord(.init(rawValue: 1)).messages.map(\.state)
        }
    }

    @Test("the roles that are open are offered, and found by a part of their name")
    func whom() throws {
        let page = desktop.get("/heard", query: [("news", "rejected")])
        expectSound(page)
        #expect(page.text.contains("/heard/1?news=rejected"))
        #expect(desktop.get("/heard", query: [("q", "library")]).text.contains("City Library"))
        #expect(!desktop.get("/heard", query: [("q", "harbour")]).text.contains("City Library"))
    }

    @Test("nothing is saved by looking at what it changes", arguments: HeardNews.allCases)
    func preview(news: HeardNews) throws {
        let before = try states
        let page = desktop.press(
            "preview", on: desktop.get(form), form: form, with: ["day": "2026-12-18"])
        expectSound(page)
        #expect(page.status == 422)
        let shown = desktop.post(form, [("news", news.rawValue), ("day", "2026-12-18"), ("step", "preview")])
        expectSound(shown, news.rawValue)
        #expect(try states == before)
    }

    @Test("an offer calls off what has not gone, once, and is taken back")
    func offer() throws {
        let shown = desktop.post(form, [("news", "offered"), ("step", "preview")])
        #expect(shown.text.contains("What will change"))
        for _ in 1...2 {
            let saved = desktop.post(form, [("news", "offered"), ("step", "save")])
            #expect(saved.location == "/recruitments/1")
        }
        #expect(try states.allSatisfy { $0 == .cancelled })
        #expect(desktop.post(form, [("news", "undo"), ("step", "save")]).status == 303)
        #expect(try states.allSatisfy { $0 == .draft })
    }

    @Test(
        "what can't be taken comes back with what was typed",
        arguments: [
            (["news": "decision-by", "day": "soon"], "day"),
            (["news": "decision-by", "day": "2026-12-01"], "day"),
            (["news": "replied", "from": "Nobody Known"], "from"), (["news": "song"], "news"),
        ])
    func refused(typed: [String: String], field: String) throws {
        let response = desktop.post(form, typed.map { ($0.key, $0.value) } + [("step", "save")])
        #expect([409, 422].contains(response.status))
        expectSound(response)
        let page = Markup(response.text)
        #expect(page.all("a").contains { $0.attributes["href"] == "#\(field)" })
        let kept = page.fields(ofForm: form)
        for (name, value) in typed where value != "song" { #expect(kept.contains { $0 == (name, value) }) }
    }

    @Test("a role that is not there is not found")
    func unknown() throws {
        #expect(desktop.get("/heard/99").status == 404)
    }
}
