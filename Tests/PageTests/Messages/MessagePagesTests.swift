import Desk
import Etiquette
import Foundation
import Ledger
import Testing

@testable import Page

@Suite("A message: as it will go, with what was found in it, and each step for the text that was seen")
struct MessagePagesTests {
    private let desktop: Desktop
    private let form = "/messages/1"

    init() throws {
        desktop = try Desktop()
        desktop.record()
    }

    private func message() throws -> Message {
        try desktop.application.desk.messages([.init(rawValue: 1)])[0]
    }

    @Test("every state is a sound page", arguments: ["", "approve", "hold", "cancel"])
    func states(step: String) throws {
        if !step.isEmpty { _ = desktop.press(step, on: desktop.get(form), form: form) }
        expectSound(desktop.get(form), step)
        expectSound(desktop.get(form + "/raw"), step)
        expectSound(desktop.get("/queue", query: [("show", "all")]), step)
        expectSound(desktop.get("/"), step)
    }

    @Test("approved, it is queued, and shows the mail itself")
    func approve() throws {
        let response = desktop.press("approve", on: desktop.get(form), form: form)
        #expect(response.location == form)
        #expect(try message().state == .queued)
        #expect(desktop.get(form + "/raw").text.contains("Message-ID:"))
        let today = desktop.get("/")
        #expect(today.text.contains("Approved, but sending is off (1)"), "nobody sends")
        #expect(!today.text.contains("Leaves by itself"))
    }

    @Test(
        "a step about another text is refused, with both texts, and changes nothing",
        arguments: ["approve", "hold", "cancel", "posted", "by-post"])
    func changedMeanwhile(step: String) throws {
        let seen = desktop.get(form)
        _ = try desktop.application.desk.edit(.init(rawValue: 1), subject: "Another subject", body: nil)
        let before = try message()
        let response = desktop.press(step, on: seen, form: form)
        #expect(response.status == 409)
        expectSound(response, step)
        #expect(response.text.contains("Another subject"))
        #expect(response.text.contains("Data Analyst"))
        #expect(try message() == before)
    }

    @Test("pressed twice, a step is done once", arguments: ["approve", "hold", "cancel"])
    func twice(step: String) throws {
        let page = desktop.get(form)
        _ = desktop.press(step, on: page, form: form)
        let done = try message()
        let again = desktop.press(step, on: page, form: form)
        #expect([303, 409].contains(again.status))
        if again.status == 409 { expectSound(again, step) }
        #expect(try message() == done)
    }

    @Test("a card that was posted is on record once")
    func posted() throws {
        let card = "/messages/2"
        let page = desktop.get(card)
        expectSound(page)
        for _ in 1...2 {
            _ = desktop.press("posted", on: page, form: card)
        }
        #expect(try desktop.application.desk.messages([.init(rawValue: 2)])[0].state == .sent)
        #expect(try desktop.application.desk.audit(ContactFilter()).count == 1)
    }

    @Test("without what was seen nothing is done", arguments: [[("step", "approve")], [("seen", "1-x")], []])
    func unseen(fields: [(String, String)]) throws {
        #expect(desktop.post(form, fields).status == 400)
        #expect(try message().state == .draft)
    }

    @Test("a hostile text is shown as the text that it is")
    func hostile() throws {
        let text = "<script>alert(1)</script> \" ' & <b>Jane</b> </textarea></form> \u{202E}evil"
        _ = try desktop.application.desk.edit(
            .init(rawValue: 1), subject: "\"><img src=x onerror=alert(1)>", body: text + "\n")
        for path in [form, form + "/edit", "/interviews/1/messages"] {
            let page = desktop.get(path)
            expectSound(page, path)
            let markup = Markup(page.text)
            #expect(markup.all("img").isEmpty)
            #expect(markup.all("b").isEmpty)
            #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        }
        // What turns the reading around is made visible where the text is shown.
        #expect(!Markup(desktop.get(form).text).all("div").contains { $0.text.contains("\u{202E}") })
    }

    @Test("what was found is marked in the text, mended by its button, or set aside")
    func findings() throws {
        let body = try message().body.replacing(
            "Dear Jane Okafor,\n", with: "Dear Jane Okafor,\n\nI enjoyed the the tour.\n")
        _ = try desktop.application.desk.edit(.init(rawValue: 1), subject: nil, body: body)
        let page = desktop.get(form)
        expectSound(page)
        let markup = Markup(page.text)
        #expect(markup.all("mark").contains { $0.text.contains("the the") })
        let steps = markup.buttons(ofForm: form).values
        let fix = try #require(steps.first { $0.hasPrefix("fix:doubled-word") })
        #expect(desktop.press(fix, on: page, form: form).status == 303)
        #expect(try !message().body.contains("the the"))
        // The same button again is about another text.
        #expect(desktop.press(fix, on: page, form: form).status != 500)
    }

    @Test("the editor checks before it saves, and keeps what was typed")
    func editor() throws {
        let address = form + "/edit"
        let page = desktop.get(address)
        expectSound(page)
        let typed = [
            "subject": "My own subject", "body": "Dear Jane Okafor,\n\nThank you you.\n\nAda Example\n",
        ]
        let checked = desktop.press("check", on: page, form: address, with: typed)
        #expect(checked.status == 200)
        expectSound(checked)
        #expect(try message().subject != "My own subject")
        let kept = Markup(checked.text).fields(ofForm: address)
        for (name, value) in typed { #expect(kept.contains { $0 == (name, value) }) }
        #expect(desktop.press("save", on: checked, form: address).location == form)
        #expect(try message().subject == "My own subject")
        let refused = desktop.press("save", on: desktop.get(address), form: address, with: ["subject": ""])
        #expect(refused.status == 422)
        expectSound(refused)
    }

    @Test("saved over another text, the editor shows that, and keeps what was typed until it is saved again")
    func editedMeanwhile() throws {
        let address = form + "/edit"
        let page = desktop.get(address)
        _ = try desktop.application.desk.edit(.init(rawValue: 1), subject: "Theirs", body: nil)
        let refused = desktop.press("save", on: page, form: address, with: ["subject": "Mine"])
        #expect(refused.status == 409)
        expectSound(refused)
        #expect(refused.text.contains("Theirs"))
        #expect(Markup(refused.text).fields(ofForm: address).contains { $0 == ("subject", "Mine") })
        #expect(try message().subject == "Theirs")
        #expect(desktop.press("save", on: refused, form: address).status == 303)
        #expect(try message().subject == "Mine")
    }

    @Test("gone through one by one, each step leads back to the next; another way back is not taken")
    func review() throws {
        let address = "/interviews/1/messages"
        var page = desktop.get(address)
        var steps = 0
        while page.text.contains("action=\"/messages/"), steps < 5 {
            let form = try #require(
                Markup(page.text).all("form").compactMap { $0.attributes["action"] }.first {
                    $0.hasPrefix("/messages/")
                })
            let number = form.dropFirst("/messages/".count)
            #expect(desktop.press("approve", on: page, form: form).location == "\(address)?done=\(number)")
            // A second click at the same place meets no other letter.
            let between = desktop.get(address, query: [("done", String(number))])
            expectSound(between)
            #expect(!between.text.contains("action=\"/messages/"))
            #expect(between.text.contains("queued"))
            page = desktop.get(address)
            expectSound(page)
            steps += 1
        }
        #expect(steps == 3)
        #expect(
            try desktop.application.desk.queue(all: true, at: desktop.application.now).allSatisfy {
                $0.message.state == .queued
            })
        let elsewhere = desktop.press(
            "hold", on: desktop.get(form), form: form, with: ["back": "//evil.example"])
        #expect(elsewhere.location == form)
    }

    @Test(
        "a reason that came after the look is not set aside: they have answered, and the question stays held")
    func reasonMeanwhile() throws {
        let question = try #require(
            desktop.application.desk.interviewOnRecord(.init(rawValue: 1)).messages.first {
                $0.followUp.kind == .decisionStatus
            })
        let address = "/messages/\(question.id.rawValue)"
        _ = desktop.press("approve", on: desktop.get(address), form: address)
        _ = desktop.press("hold", on: desktop.get(address), form: address)
        let page = desktop.get(address)
        let desk = try desktop.application.desk
        _ = try desk.release([question.id], at: desktop.application.now)
        _ = try desk.hear(
            .replied(courtesy: false), in: question.followUp.recruitment, from: nil,
            at: desktop.application.now)
        let response = desktop.press("release", on: page, form: address)
        #expect(response.status == 409)
        expectSound(response)
        #expect(response.text.contains("Since you looked"))
        #expect(try desk.messages([question.id])[0].state == .held)
    }
}
