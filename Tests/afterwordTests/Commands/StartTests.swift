import ArgumentParser
import Testing

@testable import afterword

/// What a command does without, most of all in the moment of its start.
@Suite struct StartTests {
    /// A name that is left to be derived from the type costs the start of every command a search through all protocols.
    @Test func everyCommandSaysItsName() {
        var waiting: [any ParsableCommand.Type] = [Afterword.self]
        var count = 0
        while let command = waiting.popLast() {
            count += 1
            #expect(command.configuration.commandName != nil, "\(command)")
            waiting += command.configuration.subcommands
        }
        #expect(count > 30)
    }

    @Test(arguments: [
        ["queue"], ["audit", "--person", "Jane Okafor"], ["person", "show", "Jane Okafor"], ["show", "1"],
        ["advise"],
    ])
    func whatTalksToNoServerNeedsNoLibcurl(arguments: [String]) throws {
        let ada = try Applicant()
        try ada.add()
        let run = try ada.run(arguments, environment: try Self.withoutLibcurl(ada))
        #expect(run.status == 0, "\(run)")
        #expect(run.err.isEmpty)
    }

    @Test func withoutLibcurlNothingIsSentAndThePackageIsNamed() throws {
        let ada = try Applicant()
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run(["send"], environment: try Self.withoutLibcurl(ada))
        #expect(run.status == 78, "\(run)")
        #expect(run.err.contains("install the package libcurl4"), "\(run)")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    @Test func withoutLibcurlNoMailboxIsReadAndThePackageIsNamed() throws {
        let ada = try Applicant()
        try ada.configure(
            "smtp:\n  url: smtp://127.0.0.1:1\n  tls: 'off'\nimap:\n  url: imap://127.0.0.1:1\n  tls: 'off'\n",
            etiquette: "")
        try ada.add()
        let run = try ada.run(["listen"], environment: try Self.withoutLibcurl(ada))
        #expect(run.status == 78, "\(run)")
        #expect(run.err.contains("install the package libcurl4"), "\(run)")
    }

    /// Where the loader looks first, there is a libcurl that it can't load.
    private static func withoutLibcurl(_ applicant: Applicant) throws -> [String: String] {
        let folder = try applicant.scratch.folder("libraries")
        try applicant.scratch.file("libraries/libcurl.so.4", "")
        return ["LD_LIBRARY_PATH": folder]
    }
}
