import Fixtures
import Foundation
import TestFiles
import Testing

/// A job seeker with a folder and a mail server of her own, who runs the program.
final class Applicant {
    let scratch: Scratch
    let home: String
    /// UTC, standing still during a run; nil for the machine's own clock.
    var clock: String?
    private let server: MailServer?
    private var runs = 0

    /// An hour after the interview that `add` records ended.
    static let evening = "2026-11-20 16:00:00"
    /// The moment at which its thank-yous are due.
    static let nextDay = "2026-11-21 15:00:00"
    /// The moment at which its decision-status message is due.
    static let twoWeeksLater = "2026-12-04 15:00:00"

    /// - Parameters:
    ///   - server: where her mail goes; a port where nobody listens if nil.
    ///   - etiquette: lines of that section; hours and weekends are open if nil.
    init(
        at clock: String? = evening, server: MailServer? = nil, etiquette: String? = nil, smtp: String = ""
    ) throws {
        self.server = server
        scratch = try Scratch()
        home = try scratch.folder("home")
        self.clock = clock
        let etiquette = etiquette ?? "  hours: 00:00-24:00\n  weekends: all\n"
        let port = server?.port ?? 1
        try configure("smtp:\n  url: smtp://127.0.0.1:\(port)\n  tls: 'off'\n\(smtp)", etiquette: etiquette)
    }

    /// Writes the configuration anew.
    func configure(_ smtp: String, etiquette: String) throws {
        try scratch.file(
            "home/config.yaml", Sample.me + smtp + (etiquette.isEmpty ? "" : "etiquette:\n" + etiquette))
    }

    var database: String { home + "/afterword.sqlite" }

    /// The database byte for byte, to see that nothing was changed; empty where there is none.
    var ledger: Data { FileManager.default.contents(atPath: database) ?? Data() }

    /// Runs the program to its end, at most a minute.
    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Run {
        try run(arguments, input: input, environment: environment)
    }

    @discardableResult
    func run(
        program: String = Program.path, _ arguments: [String], input: String = "",
        environment: [String: String] = [:]
    ) throws -> Run {
        runs += 1
        let given = try scratch.file("in-\(runs)", input)
        let (out, err) = try (scratch.file("out-\(runs)", ""), scratch.file("err-\(runs)", ""))
        let files = [open(given, O_RDONLY), open(out, O_WRONLY), open(err, O_WRONLY)]
        defer { files.forEach { close($0) } }
        let all = Program.environment(home: home).merging(environment) { $1 }
        let child = try ChildProcess.spawn(
            Program.command(arguments, clock: clock, program: program), environment: all, descriptors: files)
        let status = ChildProcess.status(of: child)
        return Run(
            out: try String(contentsOfFile: out, encoding: .utf8),
            err: try String(contentsOfFile: err, encoding: .utf8), status: status)
    }

    /// Runs a command that is to end well, and reads its document.
    func document(
        _ arguments: String..., location: SourceLocation = #_sourceLocation
    ) throws -> Value {
        let run = try run(arguments + ["--json"])
        // Advice that the user has to follow ends with 1.
        let ends: Set<Int32> = arguments.first == "advise" ? [0, 1] : [0]
        #expect(ends.contains(run.status), "\(run.err)", sourceLocation: location)
        #expect(run.err.isEmpty, sourceLocation: location)
        return try run.json(location)
    }

    /// The arguments that record the interview of the tests: two on the panel, and a contact.
    static func interview(ended: String = "2026-11-20 15:00", _ more: String...) -> [String] {
        [
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended", ended,
            "--panel", "Jane Okafor <jane.okafor@example.org>", "--panel", "Tom Ó Briain <tom@example.org>",
            "--talking-point", "jane.okafor@example.org=the open-data portal",
            "--talking-point", "tom@example.org=how the team shares its on-call week",
            "--contact", "Hana Lee <hana.lee@example.org>",
        ] + more
    }

    /// Records that interview and queues its messages: 1 to Jane, 2 to Tom, 3 the question to Hana.
    @discardableResult
    func add(_ location: SourceLocation = #_sourceLocation) throws -> Value {
        let run = try run(Self.interview("--yes", "--json"))
        #expect(run.status == 0, "\(run)", sourceLocation: location)
        return try run.json(location)
    }

    /// How a message stands.
    func state(_ message: Int) throws -> String {
        try run("show", String(message), "--json").json()["state"].string
    }

    /// Every message, as number and state.
    func states() throws -> [String] {
        try run("queue", "--all", "--json").json().items.map { "\($0["id"]) \($0["state"])" }
    }
}
