import Application
import Foundation
import Testing

@testable import Page

@Suite("Pages: every request gets a page, and what is wrong is one too")
struct PagesTests {
    @Test(
        "an address at which nothing is gets a page that says so",
        arguments: ["/nowhere", "/messages/0x1", "/a/b/c"])
    func notFound(path: String) throws {
        let response = try Desktop().get(path)
        #expect(response.status == 404)
        expectSound(response, path)
    }

    @Test("what is only looked at takes no form")
    func methods() throws {
        let response = try Desktop().post("/")
        #expect(response.status == 405)
        expectSound(response)
    }

    @Test("without a configuration a visit leads to the set-up")
    func firstVisit() throws {
        let desktop = try Desktop(configuration: nil)
        #expect(desktop.get("/").location == "/set-up")
        expectSound(desktop.get("/set-up"))
    }

    @Test("a configuration that can't be read is said on every page, and heeded as soon as it is mended")
    func brokenConfiguration() throws {
        let desktop = try Desktop()
        #expect(desktop.get("/").status == 200)
        try desktop.scratch.file("config.yaml", "me: [")
        let response = desktop.get("/")
        #expect(response.status == 500)
        #expect(response.text.contains("config.yaml"))
        expectSound(response)
        try desktop.scratch.file(
            "config.yaml",
            "me:\n  name: Ada Example\n  email: ada@example.org\n  time_zone: Asia/Tokyo\nsmtp:\n  url: smtp://mail.example.org\n"
        )
        #expect(desktop.get("/").text.contains("Asia/Tokyo"))
    }

    @Test("a ledger that is taken away is not made anew")
    func ledgerGone() throws {
        let desktop = try Desktop()
        #expect(desktop.get("/").status == 200)
        try FileManager.default.removeItem(atPath: desktop.application.home.database)
        let response = desktop.get("/")
        #expect(response.status == 500)
        #expect(response.text.contains("is gone"))
        #expect(!FileManager.default.fileExists(atPath: desktop.application.home.database))
    }

    @Test("the style is one file, and fetches nothing")
    func style() throws {
        let style = try Desktop().get("/style.css")
        #expect(style.contentType == "text/css; charset=utf-8")
        for word in ["http", "url(", "@import", "@font-face"] { #expect(!style.text.contains(word)) }
        #expect(try Desktop().get("/icon.svg").contentType == "image/svg+xml")
    }

    @Test("no template asks for text to be markup")
    func escaping() throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: PageTemplates.folder, includingPropertiesForKeys: nil)
        let templates = files.filter { $0.pathExtension == "mustache" }
        #expect(templates.count > 5)
        for file in templates {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in ["{{{", "{{&", "{{ &", "CONTENT_TYPE", "style=", "<script"] {
                #expect(!text.contains(word), "\(file.lastPathComponent)")
            }
        }
    }

    @Test("today with nothing to do")
    func emptyToday() throws {
        let response = try Desktop().get("/")
        #expect(response.status == 200)
        #expect(response.text.contains("Today, Friday 4 December"))
        expectSound(response)
    }

    @Test("what is served for one visit has a button that ends it; what stays has none")
    func closing() throws {
        let desktop = try Desktop()
        #expect(!desktop.get("/").text.contains("Close Afterword"))
        #expect(desktop.post("/close").status == 404)
        func ask(_ method: PageRequest.Method, _ path: [String]) -> PageResponse {
            desktop.pages.response(
                to: PageRequest(method: method, path: path, formToken: Desktop.token, endsWithVisit: true))
        }
        let today = ask(.get, [])
        expectSound(today)
        #expect(today.text.contains("Close Afterword") && !today.isLast)
        let closed = ask(.post, ["close"])
        expectSound(closed)
        #expect(closed.isLast)
        #expect(ask(.get, ["close"]).location == "/")
    }
}
