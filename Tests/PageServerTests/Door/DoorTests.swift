import Fixtures
import Foundation
import Page
import Testing

@testable import PageServer

@Suite("Door: who is let in, by a request's head alone")
struct DoorTests {
    private let door = Door(port: 4711, cookieName: "afterword-0a1b")
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    /// A browser that is in, and those that are.
    private func visitor() -> (Session, Sessions) {
        var (sessions, count) = (Sessions(), UInt8(0))
        let session = sessions.begin(at: now) {
            count += 1
            return [UInt8](repeating: count, count: 16)
        }
        return (session, sessions)
    }

    private func decision(
        _ method: String = "GET", _ target: String = "/", host: [String] = ["afterword.localhost:4711"],
        cookie: String? = nil, _ more: [(name: String, value: String)] = []
    ) -> Door.Decision {
        let (session, sessions) = visitor()
        let cookie = cookie ?? "afterword-0a1b=\(session.id.text)"
        let fields = host.map { (name: "Host", value: $0) } + [(name: "Cookie", value: cookie)] + more
        return door.decide(
            RequestHead(method: method, target: target, fields: fields), sessions: sessions, at: now)
    }

    private func isAdmitted(_ decision: Door.Decision) -> Bool {
        if case .admitted = decision { true } else { false }
    }

    private func refusal(_ decision: Door.Decision) -> DoorRefusal? {
        if case .refused(let refusal) = decision { refusal } else { nil }
    }

    @Test(
        "four names are its own, with its port, in whatever case",
        arguments: [
            "127.0.0.1:4711", "localhost:4711", "[::1]:4711", "afterword.localhost:4711", "LOCALHOST:4711",
        ])
    func ownName(host: String) {
        #expect(isAdmitted(decision(host: [host])))
    }

    @Test(
        "any other name is refused, whatever else it brings",
        arguments: [
            ["rebound.example:4711"], ["127.0.0.1"], ["127.0.0.1:4712"], ["localhost"],
            ["afterword.localhost"],
            ["evil.afterword.localhost:4711"], ["afterword.localhost:4711.evil.example"],
            ["127.0.0.1.nip.io:4711"], ["127.1:4711"], ["0.0.0.0:4711"], ["[::]:4711"],
            ["afterword.localhost.:4711"],
            ["afterword.localhost:04711"], ["user@localhost:4711"], [""], [],
            ["localhost:4711", "rebound.example:4711"], ["localhost:4711", "localhost:4711"],
            [" localhost:4711"],
        ])
    func foreignName(hosts: [String]) {
        for method in ["GET", "POST", "HEAD", "PUT"] {
            #expect(refusal(decision(method, host: hosts)) == .wrongHost, "\(hosts)")
        }
        #expect(refusal(decision(target: "/enter?token=1", host: hosts)) == .wrongHost)
    }

    private func decision(target: String, host: [String]) -> Door.Decision {
        decision("GET", target, host: host)
    }

    @Test(
        "without the cookie of a session nothing is looked at",
        arguments: [
            "", "other=1", "afterword-0a1b=", "afterword-0a1b=00", "afterword-ffff=%", "afterword-0a1b",
        ])
    func noSession(cookie: String) {
        let (session, _) = visitor()
        let cookie = cookie.replacing("%", with: session.id.text)
        for target in ["/", "/queue", "/messages/1"] {
            #expect(refusal(decision("GET", target, cookie: cookie)) == .noSession)
            let form = decision("POST", target, cookie: cookie, [("Sec-Fetch-Site", "same-origin")])
            #expect(refusal(form) == .formWithoutSession)
        }
    }

    @Test("of two cookies of its name none is believed: another program on this host may have set one")
    func twoCookies() {
        let (session, _) = visitor()
        let own = "afterword-0a1b=\(session.id.text)"
        #expect(refusal(decision(cookie: "\(own); afterword-0a1b=1")) == .noSession)
        #expect(refusal(decision(cookie: own, [("Cookie", own)])) == .noSession)
        #expect(isAdmitted(decision(cookie: "a=b; \(own);c=d")))
    }

    @Test("half a day later the session has ended")
    func endOfSession() {
        let (session, sessions) = visitor()
        func refusal(after seconds: TimeInterval) -> DoorRefusal? {
            let head = RequestHead(
                method: "GET", target: "/",
                fields: [("Host", "localhost:4711"), ("Cookie", "afterword-0a1b=\(session.id.text)")])
            return self.refusal(door.decide(head, sessions: sessions, at: now + seconds))
        }
        #expect(refusal(after: 12 * 3600 - 1) == nil)
        #expect(refusal(after: 12 * 3600) == .noSession)
    }

    private static let own = "http://afterword.localhost:4711"

    @Test(
        "a form is taken from a page of this origin alone",
        arguments: [
            ([("Sec-Fetch-Site", "same-origin")], true), ([("Sec-Fetch-Site", "none")], true),
            ([("Sec-Fetch-Site", "same-site")], false), ([("Sec-Fetch-Site", "cross-site")], false),
            ([("Sec-Fetch-Site", "")], false), ([("Sec-Fetch-Site", "Same-Origin")], false),
            ([("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "cross-site")], false),
            // The older sign counts only where the newer one is missing.
            ([("Sec-Fetch-Site", "same-site"), ("Origin", own)], false), ([("Origin", own)], true),
            ([("Origin", "http://127.0.0.1:4711")], false),
            ([("Origin", "http://afterword.localhost:4712")], false),
            ([("Origin", "https://afterword.localhost:4711")], false), ([("Origin", "null")], false),
            ([("Origin", own), ("Origin", own)], false), ([], false), ([("Referer", own + "/")], false),
        ] as [([(String, String)], Bool)])
    func forms(fields: [(String, String)], isTaken: Bool) {
        let decision = decision("POST", "/messages/1", fields.map { (name: $0.0, value: $0.1) })
        #expect(isAdmitted(decision) == isTaken)
        #expect(isTaken || refusal(decision) == .foreignForm)
    }

    @Test(
        "there is nothing but looking and filling in",
        arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get"])
    func methods(method: String) {
        #expect(refusal(decision(method)) == .methodNotAllowed)
    }

    @Test("a token is looked at without a session, by GET alone")
    func entrance() {
        guard case .entering("5e") = decision("GET", "/enter?token=5e", cookie: "") else {
            Issue.record("not entering")
            return
        }
        let posted = decision("POST", "/enter?token=5e", cookie: "", [("Sec-Fetch-Site", "none")])
        #expect(refusal(posted) == .formWithoutSession)
    }

    @Test("its cookie can't be read by a script, nor brought from another site")
    func cookie() {
        let (session, _) = visitor()
        let cookie = door.cookie(for: session)
        #expect(cookie == "afterword-0a1b=\(session.id.text); Path=/; HttpOnly; SameSite=Strict")
        #expect(session.id.text.count == 64)
    }
}
