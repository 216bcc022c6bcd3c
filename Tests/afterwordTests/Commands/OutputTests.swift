import Fixtures
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
        let child = try ChildProcess.spawn(
            Program.command(command, clock: ada.clock), environment: Program.environment(home: ada.home),
            descriptors: files)
        #expect(ChildProcess.status(of: child) == 0)
        #expect(try String(contentsOfFile: errors, encoding: .utf8).isEmpty)
    }

    /// More of them than are put into words at a time.
    @Test func manyMessagesAreOneDocumentInTheirOrder() throws {
        let ada = try Applicant()
        let interviews = (1...50).map { number in
            let people = ["Jane Okafor", "Tom Briain"].map { name in
                let address = name.lowercased().replacing(" ", with: ".") + "@firm\(number).example"
                return #"{"name":"\#(name)","address":"\#(address)"}"#
            }
            return #"{"organisation":"Firm \#(number)","role":"Analyst","ended":"2026-11-20 15:00","panel":["#
                + people.joined(separator: ",") + "]}"
        }
        try ada.run(
            "interview", "add", "--from-json", "-", "--yes", input: interviews.joined(separator: "\n"))

        struct Known: Decodable, Equatable {
            let id: Int
            let due: String
        }
        let queue = try ada.run("queue", "--json").out
        let all = try JSONDecoder().decode([Known].self, from: Data(queue.utf8))
        #expect(Set(all.map(\.id)) == Set(1...150))
        #expect(all == all.sorted { ($0.due, $0.id) < ($1.due, $1.id) })
        let lines = queue.split(separator: "\n")
        #expect(lines.count == 150 && queue.hasPrefix("[{") && queue.hasSuffix("}]\n"))
        #expect(lines.dropLast().allSatisfy { $0.hasSuffix("},") })

        let preview = try ada.run("send", "--dry-run", "--at", "2026-11-21 15:00", "--json").out
        let would = try JSONDecoder().decode([String: [Known]].self, from: Data(preview.utf8))
        #expect(would["wouldSend"] == Array(all.prefix(100)))
        #expect(preview.hasPrefix(#"{"wouldHold":[],"wouldSend":[{"#) && preview.hasSuffix("}]}\n"))
        #expect(preview.split(separator: "\n").count == 100)
    }

    @Test func fullDiskIsNoWholeList() throws {
        let ada = try applicant()
        let errors = try ada.scratch.file("errors", "")
        let files = [open("/dev/null", O_RDONLY), open("/dev/full", O_WRONLY), open(errors, O_WRONLY)]
        defer { files.forEach { close($0) } }
        let child = try ChildProcess.spawn(
            Program.command(["queue", "--json"], clock: ada.clock),
            environment: Program.environment(home: ada.home),
            descriptors: files)
        #expect(ChildProcess.status(of: child) == 73)
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
