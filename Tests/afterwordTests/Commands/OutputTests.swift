import Foundation
import Testing

/// Colour, pipes and terminals.
@Suite struct OutputTests {
    private func applicant() throws -> Applicant {
        let ada = try Applicant()
        try ada.add()
        return ada
    }

    @Test(arguments: [
        ["queue"], ["show", "1"], ["doctor"], ["send", "--dry-run", "--at", "2026-11-21 15:00"],
    ])
    func colourIsForTerminalsAlone(_ command: [String]) throws {
        let ada = try applicant()
        #expect(try !ada.run(command).out.contains("\u{1B}"))
        #expect(try ada.runAtTerminal(command).out.contains("\u{1B}["))
        #expect(try !ada.runAtTerminal(command, environment: ["NO_COLOR": "1"]).out.contains("\u{1B}"))
        #expect(try !ada.runAtTerminal(command, environment: ["TERM": "dumb"]).out.contains("\u{1B}"))
    }

    @Test func jsonHasNoColourOnATerminalEither() throws {
        #expect(try !applicant().runAtTerminal(["queue", "--json"]).out.contains("\u{1B}"))
    }

    @Test(arguments: [["audit", "--format", "csv"], ["queue", "--json"], ["queue"], ["--help"]])
    func readerThatLeavesIsNoCrash(_ command: [String]) throws {
        let ada = try applicant()
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        close(ends[0])
        let errors = try ada.scratch.file("errors", "")
        let files = [open("/dev/null", O_RDONLY | O_CLOEXEC), ends[1], open(errors, O_WRONLY | O_CLOEXEC)]
        defer { files.forEach { close($0) } }
        let child = try Program.spawn(
            Program.command(command, clock: ada.clock), environment: Program.environment(home: ada.home),
            descriptors: files)
        #expect(Program.status(of: child) == 0)
        #expect(try String(contentsOfFile: errors, encoding: .utf8).isEmpty)
    }

    @Test func fullDiskIsNoWholeList() throws {
        let ada = try applicant()
        let errors = try ada.scratch.file("errors", "")
        let files = [open("/dev/null", O_RDONLY), open("/dev/full", O_WRONLY), open(errors, O_WRONLY)]
        defer { files.forEach { close($0) } }
        let child = try Program.spawn(
            Program.command(["queue", "--json"], clock: ada.clock),
            environment: Program.environment(home: ada.home),
            descriptors: files)
        #expect(Program.status(of: child) == 73)
        #expect(try String(contentsOfFile: errors, encoding: .utf8).contains("the output can't be written"))
    }

    @Test func wordsFromOutsideCannotDriveTheTerminal() throws {
        let ada = try Applicant(
            server: MailServer(MailServer.Manners(recipients: ["jane": "550 no\u{1B}[2Jsuch user"])))
        try ada.add()
        ada.clock = Applicant.nextDay
        for run in [try ada.run("send"), try ada.run("show", "1"), try ada.run("advise")] {
            #expect(!(run.out + run.err).contains("\u{1B}"))
        }
    }
}
