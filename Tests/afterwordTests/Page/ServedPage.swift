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

    /// To its end: whoever goes by the size of such a file, which is none, has the first piece alone.
    private static func text(ofTable path: String) throws -> String {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var text = Data()
        while let piece = try file.read(upToCount: 4096), !piece.isEmpty { text += piece }
        return String(decoding: text, as: UTF8.self)
    }

    /// Those who listen at a port: the fields of Linux's tables (proc_net_tcp), each socket once. The kernel tells them piece by
    /// piece, and leaves a line out where another socket closes meanwhile: what any of many readings tells counts.
    static func listeners(at port: Int) throws -> [[String]] {
        let ending = ":" + String(format: "%04X", port)
        var found: [String: [String]] = [:]
        for table in Array(repeating: ["/proc/net/tcp", "/proc/net/tcp6"], count: 50).joined() {
            for line in try text(ofTable: table).split(separator: "\n").dropFirst() {
                let fields = line.split(separator: " ").map(String.init)
                // 0A: listens.
                guard fields.count > 9, fields[3] == "0A", fields[1].hasSuffix(ending) else { continue }
                found[fields[9]] = fields
            }
        }
        return found.values.sorted { $0[9] < $1[9] }
    }
}
