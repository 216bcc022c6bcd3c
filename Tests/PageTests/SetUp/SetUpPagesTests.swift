import Foundation
import Setup
import Testing

@testable import Page

@Suite("Set-up: a first visit tells who writes, the login is tried, and what can't be right changes nothing")
struct SetUpPagesTests {
    private static let person = [
        ("name", "Ada Example"), ("email", "ada@example.org"), ("zone", "Europe/London"),
    ]
    /// At a port where nobody listens.
    private static let typed =
        person + [
            ("way", "account"), ("server", "smtp://127.0.0.1:1"), ("user", "ada"), ("command", ""),
            ("password", "hunter2 My$ecret"),
        ]

    private func configuration(_ desktop: Desktop) throws -> String {
        try String(contentsOfFile: desktop.application.home.configuration, encoding: .utf8)
    }

    private func isWritten(_ desktop: Desktop) -> Bool {
        FileManager.default.fileExists(atPath: desktop.application.home.configuration)
    }

    @Test(
        "who writes is asked first, then the server of a provider that is known is filled in, and its mailbox offered"
    )
    func provider() throws {
        let desktop = try Desktop(configuration: nil)
        expectSound(desktop.get("/set-up"))
        let next = desktop.post(
            "/set-up",
            [
                ("name", "Ada"), ("email", "ada@gmail.com"), ("zone", "Europe/London"), ("way", "account"),
                ("step", "continue"),
            ])
        expectSound(next)
        let form = Markup(next.text).fields(ofForm: "/set-up")
        #expect(form.contains { $0.0 == "server" && $0.1.contains("gmail.com") })
        #expect(form.contains { $0 == ("user", "ada@gmail.com") })
        #expect(form.contains { $0 == ("mailbox", "yes") })
        #expect(form.contains { $0 == ("password", "") })
        #expect(next.text.contains("app password"))
        #expect(desktop.get("/").location == "/set-up")
    }

    @Test("who sends by hand is asked for neither a server nor a password, and is set up at once")
    func byHand() throws {
        let desktop = try Desktop(configuration: nil)
        for location in ["/", "/set-up"] {
            let typed = Self.person + [("way", "by-hand"), ("step", "continue")]
            #expect(desktop.post("/set-up", typed).location == location)
        }
        #expect(try desktop.application.configuration.smtp == nil)
        #expect(try desktop.scratch.mode("config.yaml") == 0o600)
        let shown = desktop.get("/set-up")
        expectSound(shown)
        #expect(shown.text.contains("You send each message yourself"))
        // Nothing there could be turned on, and no note be sent.
        #expect(!shown.text.contains("Sending is off") && !shown.text.contains("service install"))
        #expect(!shown.text.contains("test note"))
        #expect(desktop.get("/").status == 200)
    }

    @Test(
        "a login that does not work is said in words before anything is written; the password is not echoed")
    func loginFails() throws {
        let desktop = try Desktop(configuration: nil)
        let refused = desktop.post("/set-up", Self.typed + [("step", "save")])
        #expect(refused.status == 422)
        expectSound(refused)
        let problems = Markup(refused.text).all("div").first { $0.attributes["class"] == "problems" }
        #expect(problems?.text.contains("127.0.0.1:1 can't be reached") == true)
        #expect(!refused.text.contains("hunter2"))
        let kept = Markup(refused.text).fields(ofForm: "/set-up")
        for one in Self.typed where one.0 != "password" {
            #expect(kept.contains { $0 == one }, "\(one.0) was lost")
        }
        #expect(kept.contains { $0 == ("password", "") })
        #expect(!isWritten(desktop))
        #expect(!FileManager.default.fileExists(atPath: desktop.scratch.path + "/password"))
    }

    @Test("saved all the same, the password lies in a file of the user's alone, and not in the configuration")
    func kept() throws {
        let desktop = try Desktop(configuration: nil)
        for _ in 1...2 {
            #expect(desktop.post("/set-up", Self.typed + [("step", "keep")]).location == "/set-up")
        }
        #expect(try !configuration(desktop).contains("hunter2"))
        #expect(try desktop.scratch.mode("password") == 0o600)
        let source = try #require(try desktop.application.configuration.smtp?.secret)
        #expect(source == .file(desktop.scratch.path + "/password"))
        #expect(
            !FileManager.default.fileExists(atPath: desktop.scratch.path + "/password-2"), "pressed twice")
        let shown = desktop.get("/set-up")
        expectSound(shown)
        #expect(shown.text.contains(desktop.scratch.path + "/password"))
        #expect(!shown.text.contains("hunter2"))
        #expect(desktop.get("/").status == 200)
    }

    @Test(
        "what can't be right comes back with everything that was typed but the password",
        arguments: [
            ("name", ""), ("email", "ada"), ("zone", "London"), ("server", ""), ("way", "pigeon"),
            ("server", "ftp://mail.example.org"), ("password", ""), ("command", "hunter2-My$ecret"),
            ("command", "abcd efgh ijkl mnop"),
        ])
    func refused(field: String, value: String) throws {
        let desktop = try Desktop(configuration: nil)
        var typed = Self.typed.map { ($0.0, $0.0 == field ? value : $0.1) }
        if field == "command" { typed = typed.map { ($0.0, $0.0 == "password" ? "" : $0.1) } }
        let response = desktop.post("/set-up", typed + [("step", "save")])
        #expect(response.status == 422)
        expectSound(response)
        let page = Markup(response.text)
        #expect(page.all("a").contains { $0.attributes["href"] == "#\(field)" })
        let kept = page.fields(ofForm: "/set-up")
        let asksAccount = !["name", "email", "zone", "way"].contains(field)
        for one in typed
        where one.0 != "password" && one.1 != "pigeon" && (asksAccount || page.element(id: one.0) != nil) {
            #expect(kept.contains { $0 == one }, "\(one.0) was lost")
        }
        #expect(!response.text.contains("hunter2 My$ecret"))
        #expect(!isWritten(desktop))
    }

    @Test("a password that stands in the field for a command is written nowhere")
    func passwordAsCommand() throws {
        let desktop = try Desktop(configuration: nil)
        let typed = Self.typed.map { one in
            switch one.0 {
            case "password": (one.0, "")
            case "command": (one.0, "hunter2-My$ecret")
            default: one
            }
        }
        for step in ["save", "keep"] {
            #expect(desktop.post("/set-up", typed + [("step", step)]).status == 422)
            #expect(!isWritten(desktop))
        }
    }

    @Test("a host alone is taken for a server, with the usual port")
    func hostAlone() throws {
        let desktop = try Desktop(configuration: nil)
        let typed = Self.typed.map { ($0.0, $0.0 == "server" ? "mail.example.org" : $0.1) }
        #expect(desktop.post("/set-up", typed + [("step", "keep")]).status == 303)
        #expect(try desktop.application.configuration.smtp?.server.host == "mail.example.org")
    }

    @Test("everything is looked at on a button, with what is wrong beside what is in order; nothing is sent")
    func check() throws {
        let desktop = try Desktop(configuration: nil)
        _ = desktop.post("/set-up", Self.typed + [("step", "keep")])
        let checked = desktop.post("/set-up/check")
        #expect(checked.status == 200)
        expectSound(checked)
        #expect(checked.text.contains("In order:") && checked.text.contains("Not in order:"))
        #expect(checked.text.contains("The database is intact"))
        #expect(!checked.text.contains("set differently from the advice"), "nothing was set")
        #expect(!checked.text.contains("hunter2"))
        for path in ["/set-up/check", "/set-up/test-note", "/set-up/service"] {
            #expect(desktop.get(path).location == "/set-up")
        }
        let note = desktop.post("/set-up/test-note")
        expectSound(note)
        #expect(note.text.contains("Not in order:"))
    }

    @Test("what has no configuration yet can't be checked, and is led to the set-up")
    func tooEarly() throws {
        let desktop = try Desktop(configuration: nil)
        for path in ["/set-up/check", "/set-up/service"] {
            let response = desktop.post(path)
            #expect(response.status != 200)
            #expect(!isWritten(desktop))
        }
        #expect(desktop.post("/set-up", []).status == 400)
    }

    @Test("where no copy of the database is in doubt, none is asked about, and there is nothing to adopt")
    func nothingInDoubt() throws {
        let desktop = try Desktop()
        #expect(!desktop.get("/set-up").text.contains("send from this one"))
        let adopted = desktop.post("/set-up/adopt")
        expectSound(adopted)
        #expect(adopted.text.contains("There is nothing to adopt"))
    }
}
