import Fixtures
import Foundation
import Testing

/// The page of a job seeker, served by a process of its own.
struct ServedPage {
    let program: RunningProgram
    let port: Int
    private let ada: Applicant

    init(_ ada: Applicant, environment: [String: String] = [:]) throws {
        program = try RunningProgram(ada, ["open", "--no-browser"], environment: environment)
        try program.waitUntil(says: "The page stays")
        port = try #require(try Self.keptPort(ada))
        self.ada = ada
    }

    /// Its folder below the state folder, where there is one.
    static func folder(_ ada: Applicant) throws -> String {
        let state = ada.home + "/.local/state/afterword"
        let name = try FileManager.default.contentsOfDirectory(atPath: state).first { $0.hasPrefix("page-") }
        return state + "/" + (try #require(name))
    }

    /// Where it is served, or was.
    static func keptPort(_ ada: Applicant) throws -> Int? {
        let text = try String(contentsOfFile: folder(ada) + "/port", encoding: .utf8)
        return Int(text.dropLast())
    }

    /// Tells it to stop, and waits for its end.
    func end() {
        program.signal(SIGTERM)
        #expect(program.status() == 0)
    }

    /// A fresh token, by the command.
    func token() throws -> String {
        let run = try ada.run("open", "--no-browser")
        let file = try #require(URL(string: run.out.trimmingCharacters(in: .newlines)))
        let text = try String(contentsOf: file, encoding: .utf8)
        return try String(#require(text.firstMatch(of: /token=([0-9a-f]{64})/)).1)
    }

    /// A browser that came in: its cookie.
    func enter() throws -> String {
        let answer = try HTTPAnswer(to: port, "GET /enter?token=\(try token()) HTTP/1.1")
        return try String(#require(answer.field("set-cookie")).prefix { $0 != ";" })
    }

    /// The process that listens at a port: the one with its socket among its descriptors.
    func process() throws -> Int {
        let ending = ":" + String(format: "%04X", port)
        let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: " ") }
        let line = try #require(table.first { $0.count > 9 && $0[3] == "0A" && $0[1].hasSuffix(ending) })
        let socket = "socket:[\(line[9])]"
        let files = FileManager.default
        for process in try files.contentsOfDirectory(atPath: "/proc").compactMap({ Int($0) }) {
            let folder = "/proc/\(process)/fd"
            for name in (try? files.contentsOfDirectory(atPath: folder)) ?? []
            where (try? files.destinationOfSymbolicLink(atPath: folder + "/" + name)) == socket {
                return process
            }
        }
        throw NoProcess()
    }

    /// Nobody listens.
    private struct NoProcess: Error {}
}
