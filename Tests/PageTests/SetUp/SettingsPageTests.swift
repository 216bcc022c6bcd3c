import Foundation
import Setup
import TestFiles
import Testing

@testable import Page

@Suite("Settings that are written are changed on the page, and the file keeps its comments")
struct SettingsPageTests {
    private let desktop: Desktop
    private let form = "/set-up/settings"
    private let account = "/set-up/account"

    init() throws { desktop = try Desktop(configuration: "# mine\n" + Sample.all) }

    private var text: String {
        get throws { try String(contentsOfFile: desktop.application.home.configuration, encoding: .utf8) }
    }

    private func send(_ changes: [String: String], on page: PageResponse? = nil) -> PageResponse {
        let fields = Markup((page ?? desktop.get(form)).text).fields(ofForm: form)
        return desktop.post(form, fields.map { ($0, changes[$0] ?? $1) })
    }

    private func read() throws -> Configuration {
        try Configuration.read(path: desktop.application.home.configuration, homeFolder: nil)
    }

    @Test("the set-up leads to both forms, and each shows what is written")
    func shown() throws {
        let links = Markup(desktop.get("/set-up").text).all("a").compactMap { $0.attributes["href"] }
        #expect(links.contains(form) && links.contains(account))
        expectSound(desktop.get(form))
        expectSound(desktop.get(account))
        let fields = Markup(desktop.get(form).text).fields(ofForm: form)
        #expect(fields.contains { $0 == ("name", "Ada Example") } && fields.contains { $0 == ("hours", "") })
        #expect(Markup(desktop.get(account).text).fields(ofForm: account).contains { $0 == ("user", "ada") })
        let first = try Desktop(configuration: nil)
        for path in [form, account] { #expect(first.get(path).location == "/set-up") }
    }

    @Test(
        "each field changes the key that it stands for, at once, and an emptied one is as the advice has it")
    func changed() throws {
        #expect(
            send([
                "name": "Ada Lovelace", "zone": "Asia/Tokyo", "postal-address": "1 High St, Leith",
                "hours": "09:00-17:00", "weekends": "all", "holidays": "GB-SCT", "language": "en-US",
                "voice": "plain", "thank-you-after": "20h", "decision-within": "20d",
            ]).location == "/set-up")
        let read = try read()
        #expect(read.me.name == "Ada Lovelace" && read.me.postalAddress.count == 2)
        #expect(read.etiquette.hours == 540..<1020 && read.etiquette.weekends == .all)
        #expect(read.language == "en-US" && read.voice?.rawValue == "plain")
        #expect(read.etiquette.thankYouAfter == .elapsed(seconds: 72_000))
        #expect(read.etiquette.decisionWithin == .days(20))
        #expect(try text.hasPrefix("# mine\n") && text.contains("pass show mail"))
        #expect(desktop.get("/").text.contains("Asia/Tokyo"))
        #expect(send(["hours": "", "voice": "", "thank-you-after": ""]).status == 303)
        #expect(try self.read().voice == nil && self.read().etiquette.hours == 480..<1140)
        let before = try text
        #expect(send([:]).location == "/set-up")
        #expect(try text == before, "nothing was changed")
    }

    @Test(
        "what can't be right comes back at its field with everything that was typed, and nothing is written",
        arguments: [
            ("name", ""), ("name", "n/a"), ("email", "ada"), ("zone", "GMT"), ("zone", ""), ("hours", "9-5"),
            ("holidays", "XX"), ("thank-you-after", "soon"), ("decision-within", "0d"),
            ("language", "english"),
            ("language", "fr-FR"),
            ("voice", "loud"),
        ])
    func refused(field: String, value: String) throws {
        let before = try text
        let response = send([field: value, "postal-address": "1 High St"])
        #expect(response.status == 422)
        expectSound(response, field)
        let page = Markup(response.text)
        #expect(
            page.all("a").contains { $0.attributes["href"] == "#\(field)" })
        #expect(page.fields(ofForm: form).contains { $0 == ("postal-address", "1 High St") })
        #expect(try text == before)
    }

    @Test("a form of another text is not saved; sent once more, it takes the place of that")
    func meanwhile() throws {
        let page = desktop.get(form)
        try desktop.scratch.file("config.yaml", Sample.all + "language: en-US\n")
        let refused = send(["name": "Ada Lovelace"], on: page)
        #expect(refused.status == 409)
        expectSound(refused)
        #expect(try read().me.name == "Ada Example")
        #expect(send([:], on: refused).status == 303)
        #expect(try read().me.name == "Ada Lovelace")
    }

    @Test("a file that is written otherwise is left alone, and named")
    func writtenOtherwise() throws {
        let other = "me: {name: Ada, email: ada@example.org, time_zone: Europe/London}\nsmtp: by-hand\n"
        try desktop.scratch.file("config.yaml", other)
        let response = send(["name": "Ada Lovelace"])
        #expect(response.status == 422 && response.text.contains("config.yaml"))
        expectSound(response)
        #expect(try text == other)
    }

    @Test("how messages leave is changed: by hand, and back to an account whose login was tried")
    func way() throws {
        let byHand = desktop.press("save", on: desktop.get(account), form: account, with: ["way": "by-hand"])
        #expect(byHand.location == "/set-up")
        #expect(try read().smtp == nil)
        let asked = desktop.press(
            "continue", on: desktop.get(account), form: account, with: ["way": "account"])
        expectSound(asked)
        let typed = ["server": "127.0.0.1:1", "user": "ada", "password": "hunter2 My$ecret"]
        let refused = desktop.press("save", on: asked, form: account, with: typed)
        #expect(refused.status == 422 && !refused.text.contains("hunter2"))
        expectSound(refused)
        #expect(try read().smtp == nil, "the login does not work")
        #expect(desktop.press("keep", on: refused, form: account, with: typed).location == "/set-up")
        #expect(try read().smtp?.secret == .file(desktop.scratch.path + "/password"))
        #expect(try !text.contains("hunter2"))
    }

    @Test("without another password the one that is known serves on, for the same user only")
    func passwordStays() throws {
        let page = desktop.get(account)
        #expect(
            desktop.press("keep", on: page, form: account, with: ["server": "mail.example.net"]).status == 303
        )
        #expect(try read().smtp?.server.host == "mail.example.net")
        #expect(try read().smtp?.secret == .command("pass show mail"))
        let other = desktop.press("keep", on: desktop.get(account), form: account, with: ["user": "eve"])
        #expect(other.status == 422)
        #expect(Markup(other.text).all("a").contains { $0.attributes["href"] == "#password" })
    }
}
