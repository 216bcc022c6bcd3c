import Application
import Etiquette
import Fixtures
import Foundation
import TestFiles
import Testing

@testable import Page

@Suite(
    "By hand: a message is on record as perhaps sent before the way to send it is shown, and is given once")
struct ByHandPagesTests {
    private let clock = SetClock(at("2026-12-04T09:00:00Z"))
    private let desktop: Desktop
    private let form = "/messages/1"
    private let opened = "/messages/1/by-hand"

    init() throws {
        desktop = try Desktop(now: clock.now, configuration: Sample.me + "smtp: by-hand\n")
        desktop.record()
        _ = try desktop.application.desk.approve([.init(rawValue: 1)], ignoring: [], at: clock.now())
    }

    private func message() throws -> Message {
        try desktop.application.desk.messages([.init(rawValue: 1)])[0]
    }

    /// Opens it once it is due.
    private func open() -> PageResponse {
        clock.set(at("2026-12-04T15:30:00Z"))
        return desktop.press("open", on: desktop.get(form), form: form)
    }

    @Test("nothing is offered before it is due; then Today and the message offer it")
    func offered() throws {
        let button = "Send it yourself"
        #expect(Markup(desktop.get(form).text).buttons(ofForm: form)[button] == nil)
        let early = desktop.press("open", on: desktop.get(form), form: form)
        #expect(early.status == 409)
        expectSound(early)
        #expect(try message().state == .queued)
        let before = desktop.get("/")
        expectSound(before)
        #expect(before.text.contains("Approved, for you to send later (1)"))
        clock.set(at("2026-12-04T15:30:00Z"))
        #expect(Markup(desktop.get(form).text).buttons(ofForm: form)[button] == "open")
        let today = desktop.get("/")
        expectSound(today)
        #expect(!today.text.contains("for you to send later"))
        let press = try #require(Markup(today.text).buttons(ofForm: form).first { $0.key.hasPrefix(button) })
        #expect(desktop.press(press.value, on: today, form: form).location == opened)
    }

    @Test("looking gives nothing; the press makes it unconfirmed, and only then the links are there")
    func order() throws {
        clock.set(at("2026-12-04T15:30:00Z"))
        #expect(desktop.get(opened).location == form)
        #expect(desktop.get(opened + "/letter.eml").status == 404)
        #expect(!desktop.get(form).text.contains("mailto:"))
        #expect(open().location == opened)
        #expect(try message().isOpened)
        let page = desktop.get(opened)
        expectSound(page)
        let links = Markup(page.text).all("a").compactMap { $0.attributes["href"] }
        #expect(links.contains { $0.hasPrefix("mailto:jane.okafor@example.org?subject=") })
        #expect(links.contains { $0.hasPrefix("https://mail.google.com/") })
        #expect(links.contains { $0.hasPrefix("https://outlook.office.com/") })
        #expect(Markup(page.text).element(id: "letter")?.text.contains("Dear Jane") == true)
        let file = desktop.get(opened + "/letter.eml")
        #expect(file.fileName == "message-1.eml" && file.contentType == "message/rfc822")
        #expect(file.text.hasPrefix("X-Unsent: 1\r\n"))
    }

    @Test("pressed twice, it is given once")
    func twice() throws {
        clock.set(at("2026-12-04T15:30:00Z"))
        let page = desktop.get(form)
        #expect(desktop.press("open", on: page, form: form).location == opened)
        let done = try message()
        #expect(desktop.press("open", on: page, form: form).location == opened)
        #expect(try message() == done)
    }

    @Test("until the user has said whether they sent it, Today asks, and the message leads to the question")
    func asked() throws {
        _ = open()
        let today = desktop.get("/")
        expectSound(today)
        #expect(Markup(today.text).all("a").contains { $0.attributes["href"] == opened })
        let shown = desktop.get(form)
        expectSound(shown)
        #expect(Markup(shown.text).all("a").contains { $0.attributes["href"] == opened })
        #expect(Markup(shown.text).buttons(ofForm: form).isEmpty)
    }

    @Test("sent, it is on record once, however often that is said")
    func sent() throws {
        _ = open()
        let page = desktop.get(opened)
        #expect(desktop.press("sent", on: page, form: opened).location == "/")
        #expect(desktop.press("sent", on: page, form: opened).location == form)
        #expect(desktop.press("not-sent", on: page, form: opened).location == form)
        #expect(try message().state == .sent)
        #expect(try desktop.application.desk.audit(.init()).count == 1)
    }

    @Test("not sent, it waits in the queue, and may be opened anew")
    func notSent() throws {
        _ = open()
        #expect(desktop.press("not-sent", on: desktop.get(opened), form: opened).location == form)
        #expect(try message().state == .queued)
        #expect(open().location == opened)
    }

    @Test("a text that was changed meanwhile is not opened, and a form that no page has is refused")
    func changed() throws {
        clock.set(at("2026-12-04T15:30:00Z"))
        let page = desktop.get(form)
        _ = try desktop.application.desk.edit(.init(rawValue: 1), subject: "Another subject", body: nil)
        let response = desktop.press("open", on: page, form: form)
        #expect(response.status == 409)
        expectSound(response)
        #expect(try message().state == .draft)
        for fields in [[("step", "sent")], [("seen", "1-x")], [("step", "open"), ("seen", "1-x")]] {
            #expect(desktop.post(opened, fields).status == 400)
        }
    }

    @Test("who has a server is offered no way by hand")
    func withServer() throws {
        let other = try Desktop(now: clock.now)
        other.record()
        _ = try other.application.desk.approve([.init(rawValue: 1)], ignoring: [], at: clock.now())
        clock.set(at("2026-12-04T15:30:00Z"))
        #expect(!Markup(other.get(form).text).buttons(ofForm: form).values.contains("open"))
    }
}
