import Fixtures
import Foundation
import Testing

@Suite(
    "Hostile visitors: nonsense does no harm, and another account of the machine gets no further than the door"
)
struct HostileVisitorsTests {
    private let ada: Applicant

    init() throws { ada = try Applicant(at: nil) }

    /// Requests that are wrong in one way or another, the same for the same seed.
    private struct Nonsense {
        var chance: SeededGenerator
        let port: Int
        let cookie: String

        private mutating func noise(_ count: Int) -> [UInt8] {
            (0..<Int.random(in: 1...count, using: &chance)).map { _ in
                UInt8.random(in: 0...255, using: &chance)
            }
        }

        private mutating func word(_ count: Int) -> String {
            String(repeating: "aZ%/?&=;:\"\\.".randomElement(using: &chance) ?? "x", count: count)
        }

        mutating func next() -> [UInt8] {
            let long = word([1, 50, 5000, 40_000].randomElement(using: &chance) ?? 1)
            let host = "Host: localhost:\(port)\r\n"
            let known = host + "Cookie: \(cookie)\r\nSec-Fetch-Site: same-origin\r\n"
            let form = "POST / HTTP/1.1\r\n" + known
            switch Int.random(in: 0..<14, using: &chance) {
            case 0: return noise(3000)
            case 1: return Array("GET /\(long) HTTP/1.1\r\n\(known)\r\n".utf8)
            case 2: return Array("GET / HTTP/9.9\r\n\(host)\r\n".utf8)
            case 3: return Array("\(long) / HTTP/1.1\r\n\(host)\r\n".utf8)
            case 4: return Array("GET / HTTP/1.1\r\n\(host)X: \(long)\r\n\r\n".utf8)
            case 5: return Array(("GET / HTTP/1.1\r\n" + String(repeating: host, count: 300) + "\r\n").utf8)
            case 6: return Array("GET / HTTP/1.1\r\n\(host)Cookie: \(long)\r\n\r\n".utf8)
            case 7: return Array("\(form)Content-Length: -1\r\n\r\n".utf8)
            case 8: return Array("\(form)Content-Length: 99999999999999999999\r\n\r\n".utf8)
            case 9: return Array("\(form)Transfer-Encoding: chunked\r\n\r\nffffffffff\r\n".utf8) + noise(50)
            case 10:
                let type =
                    "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 200\r\n\r\n--x\r\n"
                return Array((form + type).utf8) + noise(195)
            case 11:
                let type = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n"
                return Array((form + type).utf8) + noise(100)
            case 12: return Array("GET /entered?\(long) HTTP/1.1\r\n\(known)Content-Length: 10\r\n\r\n".utf8)
            default:
                return Array("GET / HTTP/1.1\r\n\(known)\r\n".utf8).dropLast(
                    Int.random(in: 1...60, using: &chance))
            }
        }
    }

    /// Kilobytes of memory that a process has.
    private func memory(of process: Int) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        return try Int(#require(status.firstMatch(of: /VmRSS:\s+(\d+)/)).1) ?? 0
    }

    @Test("two thousand malformed requests: it answers the next as before, and has not grown")
    func malformed() throws {
        let page = try ServedPage(ada)
        let cookie = try page.enter()
        var nonsense = Nonsense(chance: SeededGenerator(seed: 15), port: page.port, cookie: cookie)
        func send(_ count: Int) throws {
            for _ in 0..<count {
                let connection = try LoopbackConnection(to: page.port)
                connection.send(nonsense.next())
                connection.finish()
                _ = connection.rest()
            }
        }
        try send(500)
        let process = Int(try page.program.itself())
        let before = try memory(of: process)
        try send(1500)
        let grown = try memory(of: process) - before
        #expect(grown < 8192, "\(grown) KB more")
        #expect(try HTTPAnswer(to: page.port, "GET /style.css HTTP/1.1").status == 200)
        #expect(try HTTPAnswer(to: page.port, "GET / HTTP/1.1", ["Cookie: \(cookie)"]).status < 400)
        page.end()
    }

    @Test(
        "another account gets the one page, and can read neither the way in nor the port",
        .enabled(if: geteuid() == 0))
    func otherAccount() throws {
        _ = try ada.run(Applicant.interview("--yes"))
        let page = try ServedPage(ada)
        let run = try ada.run("open", "--no-browser")
        let file = try #require(URL(string: run.out.trimmingCharacters(in: .newlines))).path
        func asAnother(_ command: String) throws -> (status: Int32, out: String) {
            let out = try ada.scratch.file("other", "")
            let descriptors = [open("/dev/null", O_RDONLY), open(out, O_WRONLY)]
            defer { descriptors.forEach { close($0) } }
            let child = try ChildProcess.spawn(
                [
                    "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/bin/sh", "-c",
                    command,
                ],
                environment: ["PATH": "/usr/bin:/bin"], descriptors: descriptors)
            return (ChildProcess.status(of: child), try String(contentsOfFile: out, encoding: .utf8))
        }
        // The tests' folder is closed to others, and so is each below it: opened here, they still are.
        for path in [ada.scratch.path, ada.home, ada.home + "/.local", ada.home + "/.local/state"] {
            chmod(path, 0o755)
        }
        #expect(try asAnother("cat '\(file)'").status != 0)
        #expect(try asAnother("ls '\(ServedPage.folder(ada))'").status != 0)
        let seen = try asAnother("curl -s -i http://127.0.0.1:\(page.port)/queue")
        #expect(seen.status == 0)
        #expect(seen.out.hasPrefix("HTTP/1.1 403"))
        #expect(seen.out.contains("afterword open") && !seen.out.contains("Okafor"))
        page.end()
    }
}
