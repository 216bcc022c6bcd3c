import Fixtures
import Foundation
import Testing

/// Where the system gives no thread or little memory, a command ends with words, and what was sent is on record.
@Suite struct LackTests {
    private let server: MailServer
    private let ada: Applicant

    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
        try ada.add()
        ada.clock = nil
    }

    /// Runs the program below limits of its shell.
    private func run(below limits: String, _ arguments: String...) throws -> Run {
        let (out, err) = try (ada.scratch.file("limited-out", ""), ada.scratch.file("limited-err", ""))
        let files = [open("/dev/null", O_RDONLY), open(out, O_WRONLY), open(err, O_WRONLY)]
        defer { files.forEach { close($0) } }
        let shell = ["/bin/sh", "-c", "\(limits); exec \"$@\"", "sh", Program.path] + arguments
        let child = try ChildProcess.spawn(
            ["/usr/bin/timeout", "-k", "5", "30"] + Program.atClock(Applicant.nextDay) + shell,
            environment: Program.environment(home: ada.home), descriptors: files)
        // Only when it has ended is everything said.
        let status = ChildProcess.status(of: child)
        return Run(out: "", err: try String(contentsOfFile: err, encoding: .utf8), status: status)
    }

    /// A stack of 64 GB for each thread, and no room for one.
    private static let noThread = "ulimit -s 67108864; ulimit -v 8388608"

    @Test(arguments: [["send"], ["run"], ["backup", "copy"]])
    func withoutAThreadItEndsWithWordsAndGivesTheLockBack(_ command: [String]) throws {
        let arguments = command.map { $0 == "copy" ? ada.scratch.path + "/copy" : $0 }
        let run =
            arguments.count > 1
            ? try run(below: Self.noThread, arguments[0], arguments[1])
            : try run(below: Self.noThread, arguments[0])
        #expect(run.status == 75, "\(run)")
        #expect(run.err.contains("won't give Afterword a thread to work with ("), "\(run)")
        ada.clock = Applicant.nextDay
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 2)
    }

    @Test(arguments: [["queue"], ["doctor"], ["advise"]])
    func whatNeedsNoThreadWorksWithoutOne(_ command: [String]) throws {
        #expect(try run(below: Self.noThread, command[0]).status == 0)
    }

    /// From less than the program needs to start to more than it needs to send: no signal, nothing twice, nothing lost.
    @Test func withLittleMemoryNothingEndsByASignal() throws {
        var statuses: [Int32] = []
        for megabytes in stride(from: 60, through: 300, by: 15) {
            let run = try run(below: "ulimit -v \(megabytes * 1024)", "send")
            statuses.append(run.status)
            guard run.status != 0 else { break }
            // 127: not even its libraries could be loaded.
            #expect([75, 127].contains(run.status), "\(megabytes) MB: \(run)")
        }
        #expect(statuses.contains(75) && statuses.last == 0, "\(statuses)")
        ada.clock = Applicant.nextDay
        #expect(try ada.states() == ["1 sent", "2 sent", "3 queued"])
        #expect(server.mails.count == 2)
    }
}
