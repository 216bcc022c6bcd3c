import Fixtures
import Foundation
import Glibc
import Testing

@Suite("The served page: loopback alone, one way in, and the same fields on every answer")
struct ServedPageTests {
    private let ada: Applicant

    init() throws { ada = try Applicant(at: nil) }

    @Test("it listens on 127.0.0.1 and nowhere else")
    func loopback() throws {
        let page = try ServedPage(ada)
        let listening = try ServedPage.listeners(at: page.port).map { $0[1].prefix(8) }
        #expect(listening == ["0100007F"])
        page.end()
        #expect(try ServedPage.listeners(at: page.port).isEmpty)
    }

    @Test("its port stays the same from one time to the next, and is another where somebody has it")
    func port() throws {
        let first = try ServedPage(ada)
        first.end()
        let second = try ServedPage(ada)
        #expect(second.port == first.port)
        second.end()
        let taken = try LoopbackListener(port: first.port)
        let third = try ServedPage(ada)
        #expect(third.port != first.port)
        #expect(try ServedPage.keptPort(ada) == third.port)
        third.end()
        taken.close()
        let fourth = try ServedPage(ada)
        #expect(fourth.port == third.port)
        fourth.end()
    }

    @Test("a rebound name gets a page that says so, and no screen")
    func rebound() throws {
        let page = try ServedPage(ada)
        let cookie = try page.enter()
        let answer = try HTTPAnswer(
            to: page.port, "GET / HTTP/1.1", ["Host: rebound.example:\(page.port)", "Cookie: \(cookie)"])
        #expect(answer.status == 421)
        #expect(answer.body.contains("<h1>"))
        #expect(try HTTPAnswer(to: page.port, "GET / HTTP/1.1", ["Cookie: \(cookie)"]).status != 421)
        let doubled = [
            "Host: localhost:\(page.port)", "Host: rebound.example:\(page.port)", "Cookie: \(cookie)",
        ]
        #expect([400, 421].contains(try HTTPAnswer(to: page.port, "GET / HTTP/1.1", doubled).status))
        #expect(
            try HTTPAnswer(
                to: page.port, "GET http://rebound.example/ HTTP/1.1", ["Host: rebound.example:\(page.port)"]
            ).status == 421)
        page.end()
    }

    @Test("a browser without a session sees one page, whatever it asks for, and nothing of the user in it")
    func stranger() throws {
        let page = try ServedPage(ada)
        let bodies = try ["/", "/queue", "/messages/1", "/audit?format=csv", "/nothing", "/people/1"].map {
            path in
            let answer = try HTTPAnswer(to: page.port, "GET \(path) HTTP/1.1")
            #expect(answer.status == 403)
            #expect(answer.field("set-cookie") == nil)
            return answer.body
        }
        #expect(Set(bodies).count == 1)
        #expect(bodies[0].contains("afterword open"))
        page.end()
    }

    @Test("a token is exchanged at once for a session, and works once")
    func token() throws {
        let page = try ServedPage(ada)
        let token = try page.token()
        let answer = try HTTPAnswer(to: page.port, "GET /enter?token=\(token) HTTP/1.1")
        #expect(answer.status == 303)
        #expect(answer.field("location")?.contains(token) == false)
        let cookie = try #require(answer.field("set-cookie"))
        #expect(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/;"))
        #expect(try HTTPAnswer(to: page.port, "GET /enter?token=\(token) HTTP/1.1").status == 403)
        #expect(
            try HTTPAnswer(to: page.port, "GET /enter?token=\(String(repeating: "0", count: 64)) HTTP/1.1")
                .status == 403)
        page.end()
    }

    @Test("sessions end with the process that gave them")
    func sessionsEnd() throws {
        let first = try ServedPage(ada)
        let cookie = try first.enter()
        #expect(try HTTPAnswer(to: first.port, "GET / HTTP/1.1", ["Cookie: \(cookie)"]).status != 403)
        first.end()
        let second = try ServedPage(ada)
        #expect(try HTTPAnswer(to: second.port, "GET / HTTP/1.1", ["Cookie: \(cookie)"]).status == 403)
        second.end()
    }

    @Test("a form without the session's own token is refused, as is one from another origin")
    func forms() throws {
        let page = try ServedPage(ada)
        let cookie = "Cookie: " + (try page.enter())
        let type = "Content-Type: application/x-www-form-urlencoded"
        func post(_ fields: [String], _ body: String) throws -> HTTPAnswer {
            try HTTPAnswer(to: page.port, "POST /nothing HTTP/1.1", [cookie, type] + fields, body: body)
        }
        let own = "Sec-Fetch-Site: same-origin"
        let wrong = String(repeating: "0", count: 64)
        let answers = try [
            post([own], "a=b"), post([own], "form-token=\(wrong)&form-token=\(wrong)"),
            post([own], "form-token="),
            post([own], "form-token=\(wrong)"), post(["Sec-Fetch-Site: same-site"], "form-token=1"),
            post([], "form-token=1"), post(["Origin: http://127.0.0.1:\(page.port + 1)"], "form-token=1"),
        ]
        #expect(answers.map(\.status) == [400, 400, 409, 409, 403, 403, 403])
        #expect(answers.allSatisfy { $0.body.contains("Nothing was changed") })
        page.end()
    }

    @Test("a form from before the browser came in anew is kept, and sent once more with the new token")
    func again() throws {
        let page = try ServedPage(ada)
        let cookie = "Cookie: " + (try page.enter())
        let fields = [
            cookie, "Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Site: same-origin",
        ]
        let typed = "form-token=old&say=%22Dear%22+%3Cb%3E%0D%0AJane&step=save"
        let kept = try HTTPAnswer(to: page.port, "POST /nothing?a=%22 HTTP/1.1", fields, body: typed)
        #expect(kept.status == 409)
        #expect(kept.body.contains("name=\"say\" value=\"&quot;Dear&quot; &lt;b&gt;\nJane\""))
        #expect(kept.body.contains("action=\"/nothing?a=%22\""))
        let tokens = kept.body.matches(of: /name="form-token" value="([0-9a-f]{64})"/)
        let token = try #require(tokens.count == 1 ? tokens.first : nil).1
        let sent = try HTTPAnswer(
            to: page.port, "POST /nothing HTTP/1.1", fields, body: "form-token=\(token)")
        // It got as far as the screens, of which none is there.
        #expect(sent.status == 404)
        // Without a session it is kept by the browser, which sends it again when the tab is loaded anew.
        let stranger = try HTTPAnswer(
            to: page.port, "POST / HTTP/1.1", Array(fields.dropFirst()), body: typed)
        #expect(stranger.status == 403)
        #expect(stranger.body.contains("reload"))
        page.end()
    }

    @Test("forms have their limit, and what is no form is none")
    func limits() throws {
        let page = try ServedPage(ada)
        let cookie = "Cookie: " + (try page.enter())
        func status(_ type: String, _ body: String) throws -> Int {
            try HTTPAnswer(
                to: page.port, "POST / HTTP/1.1", [cookie, type, "Sec-Fetch-Site: same-origin"], body: body
            ).status
        }
        let type = "Content-Type: application/x-www-form-urlencoded"
        #expect(try status(type, "a=" + String(repeating: "b", count: 64 * 1024)) == 413)
        #expect(try status(type, "form-token=" + String(repeating: "b", count: 64 * 1024 - 11)) == 409)
        #expect(try status("Content-Type: application/json", "{}") == 400)
        #expect(try status("Content-Type: text/plain", "form-token=1") == 400)
        #expect(try status("X-Nothing: 1", "form-token=1") == 400)
        #expect(try status(type, "a=%") == 400)
        page.end()
    }

    /// With which every answer tells a browser to do no more than show it.
    private static let fields = [
        "content-security-policy":
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin", "cache-control": "no-store",
    ]

    @Test("every answer carries the fields, those to nonsense and to strangers, too")
    func fields() throws {
        let page = try ServedPage(ada)
        let cookie = "Cookie: " + (try page.enter())
        let answers = try [
            HTTPAnswer(to: page.port, "GET / HTTP/1.1"),
            HTTPAnswer(to: page.port, "GET / HTTP/1.1", [cookie]),
            HTTPAnswer(to: page.port, "GET /nothing HTTP/1.1", [cookie]),
            HTTPAnswer(to: page.port, "HEAD / HTTP/1.1", [cookie]),
            HTTPAnswer(to: page.port, "GET / HTTP/1.1", ["Host: evil.example"]),
            HTTPAnswer(to: page.port, "PUT / HTTP/1.1"),
            HTTPAnswer(to: page.port, "GET /%zz HTTP/1.1", [cookie]),
            HTTPAnswer(to: page.port, "GET /enter?token=1 HTTP/1.1"),
            HTTPAnswer(to: page.port, "GET /entered HTTP/1.1"), HTTPAnswer(to: page.port, "NONSENSE"),
            HTTPAnswer(to: page.port, "GET / HTTP/1.1", ["X: " + String(repeating: "x", count: 70_000)]),
        ]
        for answer in answers {
            #expect(answer.status > 0, "\(answer.text)")
            for (name, value) in Self.fields {
                #expect(answer.field(name) == value, "\(name) of \(answer.text.prefix(300))")
            }
        }
        page.end()
    }

    @Test("HEAD is GET without its content")
    func head() throws {
        let page = try ServedPage(ada)
        let cookie = "Cookie: " + (try page.enter())
        let (get, head) = try (
            HTTPAnswer(to: page.port, "GET /nothing HTTP/1.1", [cookie]),
            HTTPAnswer(to: page.port, "HEAD /nothing HTTP/1.1", [cookie])
        )
        #expect(head.status == get.status)
        #expect(head.field("content-length") == get.field("content-length"))
        #expect(head.body.isEmpty)
        page.end()
    }

    @Test("of more than 32 connections the next waits until one ends")
    func connections() throws {
        let page = try ServedPage(ada)
        func ask(_ connection: LoopbackConnection) -> Bool {
            connection.send("HEAD / HTTP/1.1\r\nHost: localhost:\(page.port)\r\n\r\n")
            return !connection.piece().isEmpty
        }
        var all = try (0..<32).map { _ in try LoopbackConnection(to: page.port) }
        for connection in all { #expect(ask(connection)) }
        let late = try LoopbackConnection(to: page.port)
        // It would have been taken by now: the server has gone round many times since.
        for connection in all { #expect(ask(connection)) }
        #expect(try waiting(at: page.port) == 1)
        all.removeFirst()
        #expect(ask(late))
        page.end()
    }

    /// How many connections wait to be taken: the receive queue of who listens.
    private func waiting(at port: Int) throws -> Int? {
        try ServedPage.listeners(at: port).first.flatMap { Int($0[4].suffix(8), radix: 16) }
    }

    @Test("while 'run' is up it serves the page, and 'open' ends at once")
    func besideDelivery() throws {
        let run = try RunningProgram(ada)
        try run.waitUntil(says: " info page port=")
        let opened = try ada.run("open", "--no-browser")
        #expect(opened.status == 0)
        #expect(opened.err.isEmpty)
        let file = try #require(URL(string: opened.out.trimmingCharacters(in: .newlines)))
        let text = try String(contentsOf: file, encoding: .utf8)
        let token = try #require(text.firstMatch(of: /token=([0-9a-f]{64})/)).1
        let port = try #require(try ServedPage.keptPort(ada))
        #expect(try HTTPAnswer(to: port, "GET /enter?token=\(token) HTTP/1.1").status == 303)
        run.signal(SIGTERM)
        #expect(run.status() == 0)
        #expect(!run.said.contains(token))
    }
}
