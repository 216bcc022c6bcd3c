import Etiquette
import Fixtures
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
        let undoing = desktop.post(form, [("news", "undo"), ("step", "save")])
        #expect(undoing.status == 200 && undoing.text.contains("What will change"), "it is shown first")
        #expect(try states.allSatisfy { $0 == .cancelled })
        #expect(desktop.press("save", on: undoing, form: form).status == 303)
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

    @Test("that nothing was heard is offered where a question waits for it, and lets that go")
    func nothing() throws {
        let clock = SetClock(at("2026-12-04T09:00:00Z"))
        let desktop = try Desktop(now: clock.now)
        desktop.record(TypedInterview.library(with: ["person-1-email": "tom@example.org"]))
        let desk = try desktop.application.desk
        let question = try #require(
            desk.interviewOnRecord(.init(rawValue: 1)).messages.first { $0.followUp.kind == .decisionStatus })
        for message in try desk.interviewOnRecord(.init(rawValue: 1)).messages where message.id != question.id
        {
            _ = try desk.cancel([message.id], at: clock.now())
        }
        let address = "/messages/\(question.id.rawValue)"
        _ = desktop.press("approve", on: desktop.get(address), form: address)
        let label = "I have heard nothing: the question may go"
        #expect(!desktop.get(form).text.contains(label))
        clock.set(at("2026-12-21T10:00:00Z"))
        let page = desktop.get(form)
        expectSound(page)
        #expect(page.text.contains(label))
        #expect(desktop.get("/").text.contains("\(form)?news=nothing"))
        let shown = desktop.post(form, [("news", "nothing"), ("step", "preview")])
        expectSound(shown)
        #expect(shown.text.contains("You have heard nothing from City Library"))
        #expect(try desk.asksForNews(in: .init(rawValue: 1), at: clock.now()))
        #expect(desktop.post(form, [("news", "nothing"), ("step", "save")]).status == 303)
        #expect(try !desk.asksForNews(in: .init(rawValue: 1), at: clock.now()))
        #expect(try desk.messages([question.id])[0].state == .queued)
    }

    @Test("where no question waits, saying so is refused with a sentence")
    func nothingToSay() throws {
        let refused = desktop.post(form, [("news", "nothing"), ("step", "save")])
        #expect(refused.status == 422)
        expectSound(refused)
    }

    @Test("pressed twice, one word is taken back, and the one before it stands")
    func undoneTwice() throws {
        _ = desktop.post(form, [("news", "replied"), ("step", "save")])
        _ = desktop.post(form, [("news", "decision-by"), ("day", "2026-12-18"), ("step", "save")])
        let undoing = desktop.post(form, [("news", "undo"), ("step", "preview")])
        #expect(desktop.press("save", on: undoing, form: form).status == 303)
        let again = desktop.press("save", on: undoing, form: form)
        #expect(again.status == 422)
        expectSound(again)
        #expect(try desktop.application.desk.lastWord(in: .init(rawValue: 1))?.outcome == .replied)
    }
}
