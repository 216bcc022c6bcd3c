import Foundation
import Testing

@testable import Application
@testable import afterword

/// A long run reads the mailbox at its interval, and sees to the Sent folder when a copy is due.
@Suite struct MailboxInRunTests {
    private let server: MailServer
    private let stage: Stage
    private let maildir: String
    private static let nextDay = ScriptedClock.moment(Applicant.nextDay)

    /// - Parameter imap: besides the place of the mailbox.
    private init(_ imap: String) throws {
        server = try MailServer()
        stage = try Stage(
            server: server, smtp: "  spread: 0s\nimap:\n  url: maildir:Maildir\n" + imap)
        maildir = stage.ada.home + "/Maildir"
    }

    init() throws { try self.init("  save_sent: always\n  interval: 1h\n") }

    private func heard() -> [String] { stage.lines.filter { $0.hasPrefix("heard") } }

    private func copies() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: maildir + "/.Sent/cur").count
    }

    @Test func itReadsAtItsIntervalAndNotBetween() throws {
        let box = try Letterbox(maildir)
        try stage.ada.add()
        var between: [String] = []
        try stage.run(
            .until(Self.nextDay),
            .change([]) { [server] in
                let note = try #require(server.mails.first?.header("Message-ID"))
                try box.put(
                    Incoming.reply("r1@example.org", to: note, date: "Sat, 21 Nov 2026 15:10:00 +0000"),
                    "1.M1.h",
                    at: "2026-11-21 15:10:00")
            },
            .until(Self.nextDay + 1800), .change([]) { [stage] in between = stage.lines },
            .until(Self.nextDay + 3700))
        #expect(between.contains { $0.hasPrefix("sent") } && !between.contains { $0.hasPrefix("heard") })
        #expect(heard() == ["heard mail=1 meaning=reply recruitment=1"])
        stage.settle()
        #expect(try stage.ada.state(3) == "held")
    }

    /// The folder was missing when the messages left; nothing else happens in between.
    @Test func aCopyThatFailedIsTriedAgainByItself() throws {
        let run = try MailboxInRunTests("  save_sent: always\n  interval: 24h\n")
        _ = try Letterbox(run.maildir)
        try run.stage.ada.add()
        try run.stage.run(
            .until(Self.nextDay), .change([]) { _ = try Letterbox(run.maildir + "/.Sent") },
            .until(Self.nextDay + 3600))
        #expect(run.server.mails.count == 2)
        #expect(try run.copies() == 2)
        #expect(
            run.stage.lines.contains { $0.hasPrefix("sent folder what=nothing is wrong with your messages") })
    }

    /// Within six hours, by the mailbox and the Sent folder together.
    @Test func aPasswordThatCanNotBeFetchedIsAskedForLessAndLess() throws {
        let stage = try Stage(
            server: server,
            smtp: "  spread: 0s\nimap:\n  url: imaps://127.0.0.1:1\n  user: ada\n  interval: 1m\n"
                + "  password_command: echo . >> \"$AFTERWORD_HOME/tries\"; exit 1\n")
        try stage.ada.add()
        try stage.run(.until(Self.nextDay + 6 * 3600))
        #expect(server.mails.count == 2)
        let file = stage.ada.home + "/tries"
        let tries = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").count
        // A day and six hours of an interval of a minute would be 1,800.
        #expect((4...40).contains(tries), "\(tries)")
    }

    /// Where the provider is not known, our copy waits a few seconds to see whether one comes by itself.
    @Test func autoWaitsForTheProviderAndThenPutsACopyItself() throws {
        let run = try MailboxInRunTests("  save_sent: auto\n  interval: 24h\n")
        _ = (try Letterbox(run.maildir), try Letterbox(run.maildir + "/.Sent"))
        try run.stage.ada.add()
        var atOnce: Int?
        try run.stage.run(
            .until(Self.nextDay), .change([]) { atOnce = try run.copies() }, .until(Self.nextDay + 120))
        #expect(atOnce == 0)
        #expect(try run.copies() == 2)
    }
}
