import Foundation
import Testing

@testable import Page

@Suite("Set-up: a first visit tells who writes, and what can't be right changes nothing")
struct SetUpPagesTests {
    private static let typed = [
        ("name", "Ada Example"), ("email", "ada@example.org"), ("zone", "Europe/London"),
        ("server", "smtp://mail.example.org"), ("user", "ada"), ("command", "pass show mail"),
    ]

    @Test("who writes is asked first, then the server of a provider that is known is filled in")
    func provider() throws {
        let desktop = try Desktop(configuration: nil)
        expectSound(desktop.get("/set-up"))
        let next = desktop.post(
            "/set-up",
            [("name", "Ada"), ("email", "ada@gmail.com"), ("zone", "Europe/London"), ("step", "provider")])
        expectSound(next)
        let form = Markup(next.text).fields(ofForm: "/set-up")
        #expect(form.contains { $0.0 == "server" && $0.1.contains("gmail.com") })
        #expect(form.contains { $0 == ("user", "ada@gmail.com") })
        #expect(desktop.get("/").location == "/set-up")
    }

    @Test("saved once, it leads to the pages; pressed twice, nothing is written anew")
    func saved() throws {
        let desktop = try Desktop(configuration: nil)
        for _ in 1...2 {
            #expect(desktop.post("/set-up", Self.typed + [("step", "save")]).location == "/set-up")
        }
        expectSound(desktop.get("/set-up"))
        #expect(desktop.get("/").status == 200)
        #expect(try desktop.scratch.mode("config.yaml") == 0o600)
    }

    @Test("who sends by hand needs neither a server nor a password")
    func byHand() throws {
        let desktop = try Desktop(configuration: nil)
        let typed =
            Self.typed.prefix(3) + [("server", ""), ("user", ""), ("command", ""), ("by-hand", "yes")]
        #expect(desktop.post("/set-up", typed + [("step", "save")]).location == "/set-up")
        #expect(try desktop.application.configuration.smtp == nil)
        let shown = desktop.get("/set-up")
        expectSound(shown)
        #expect(shown.text.contains("You send each message yourself"))
        // Nothing there could be turned on.
        #expect(!shown.text.contains("Sending is off") && !shown.text.contains("service install"))
        #expect(desktop.get("/").status == 200)
    }

    @Test(
        "what can't be right comes back with everything that was typed",
        arguments: [
            ("name", ""), ("email", "ada"), ("zone", "London"), ("server", "mail"),
            ("server", "ftp://mail.example.org"),
        ])
    func refused(field: String, value: String) throws {
        let desktop = try Desktop(configuration: nil)
        let typed = Self.typed.map { ($0.0, $0.0 == field ? value : $0.1) }
        let response = desktop.post("/set-up", typed + [("step", "save")])
        #expect(response.status == 422)
        expectSound(response)
        let page = Markup(response.text)
        #expect(page.all("a").contains { $0.attributes["href"] == "#\(field)" })
        let kept = page.fields(ofForm: "/set-up")
        for one in typed { #expect(kept.contains { $0 == one }, "\(one.0) was lost") }
        #expect(!FileManager.default.fileExists(atPath: desktop.application.home.configuration))
    }
}
