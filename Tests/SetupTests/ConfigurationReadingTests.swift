import Etiquette
import Foundation
import Mail
import TestFiles
import Testing

@testable import Setup

@Suite struct ConfigurationReadingTests {
    @Test func whatIsNotWrittenIsAsDocumented() throws {
        let configuration = try Sample.read(Sample.all)
        #expect(configuration.me.name == "Ada Example")
        #expect(configuration.me.email.text == "ada@example.org")
        #expect(configuration.me.timeZone.identifier == "Europe/London")
        #expect(configuration.smtp?.connections == 2)
        #expect(configuration.smtp?.spread == 20)
        #expect(configuration.smtp?.maxPerHour == nil)
        #expect(configuration.smtp?.maxPerDay == nil)
        #expect(configuration.imap == nil)
        var etiquette = EtiquetteSettings()
        etiquette.holidays = try #require(PublicHolidays(region: "GB")).days(in: 2020...2060)
        #expect(configuration.etiquette == etiquette && etiquette.keysAgainstAdvice.isEmpty)
        #expect(configuration.language == "en-GB")
    }

    @Test func whatIsNotWrittenOfAServerIsAsDocumented() throws {
        let smtp = try #require(try Sample.read(Sample.all).smtp)
        #expect(smtp.server == SMTPSettings(scheme: .smtp, host: "mail.example.org", port: 587, user: "ada"))
        #expect(smtp.server.requiresTLS)
        #expect(smtp.server.replyTimeout == 600)
        #expect(smtp.secret == .command("pass show mail"))
    }

    @Test func everyKeyOfSMTPCounts() throws {
        let scratch = try Scratch()
        try scratch.file("ca.pem", "not looked into")
        let text =
            Sample.me
                + """
                smtp:
                  url: SMTPS://Mail.Example.ORG:2465/
                  user: ada
                  password_file: ~/secret
                  auth: oauthbearer
                  tls: required
                  reply_timeout: 90s
                  ca_file: ca.pem
                  connections: 8
                  spread: 5m
                  max_per_hour: 40
                  max_per_day: 200
                """
        let smtp = try #require(try Sample.read(text, folder: scratch.path).smtp)
        var server = SMTPSettings(scheme: .smtps, host: "mail.example.org", port: 2465, user: "ada")
        server.authentication = .oauthbearer
        server.replyTimeout = 90
        server.caFile = scratch.path + "/ca.pem"
        let expected = Configuration.Outgoing(
            server: server, secret: .file("/home/ada/secret"), connections: 8, spread: 300, maxPerHour: 40,
            maxPerDay: 200)
        #expect(smtp == expected)
    }

    @Test func everyKeyOfEtiquetteCounts() throws {
        let scratch = try Scratch()
        try scratch.file("days.txt", "# bank holidays\n\n2026-12-25  # Christmas\r\n 2026-12-28\n")
        let text =
            Sample.all
                + """
                etiquette:
                  thank_you_after: 0h
                  thank_you_within: 90m
                  decision_after: 10d
                  decision_within: 20d
                  feedback_after: 30s
                  feedback_within: 3d
                  hours: 00:00-24:00
                  weekends: none
                  holidays: days.txt
                """
        var expected = EtiquetteSettings()
        expected.thankYouAfter = .elapsed(seconds: 0)
        expected.thankYouWithin = .elapsed(seconds: 5400)
        expected.decisionAfter = .days(10)
        expected.decisionWithin = .days(20)
        expected.feedbackAfter = .elapsed(seconds: 30)
        expected.feedbackWithin = .days(3)
        expected.hours = 0..<1440
        expected.weekends = .none
        expected.holidays = [try #require(Day("2026-12-25")), try #require(Day("2026-12-28"))]
        #expect(try Sample.read(text, folder: scratch.path).etiquette == expected)
        #expect(
            expected.keysAgainstAdvice == [
                "thank_you_after", "thank_you_within", "decision_after", "decision_within", "feedback_after",
                "feedback_within", "hours", "weekends",
            ])
    }

    @Test(
        "public holidays are those of a region, or of the language's country",
        arguments: [
            ("", "GB"), ("language: en-US\n", "US"), ("language: de-DE\n", "DE"), ("language: en-CA\n", "CA"),
            ("etiquette:\n  holidays: GB-SCT\n", "GB-SCT"), ("etiquette:\n  holidays: de-by\n", "DE-BY"),
            ("language: de-DE\netiquette:\n  holidays: IE\n", "IE"), ("language: fr-FR\n", nil),
            ("language: en\n", nil),
            ("etiquette:\n  holidays: none\n", nil),
        ] as [(String, String?)])
    func holidays(text: String, region: String?) throws {
        let expected = region.flatMap { PublicHolidays(region: $0)?.days(in: 2020...2060) } ?? []
        #expect(try Sample.read(Sample.all + text).etiquette.holidays == expected)
    }

    @Test("a country that is not known is told with those that are", arguments: ["FR", "GB-XYZ", "xx"])
    func unknownCountry(region: String) throws {
        #expect(throws: ConfigurationProblem.self) {
            try Sample.read(Sample.all + "etiquette:\n  holidays: \(region)\n")
        }
    }

    @Test func everyKeyOfIMAPCounts() throws {
        let text =
            Sample.all
                + """
                imap:
                  url: imap://127.0.0.1:1143
                  user: ada
                  password_file: /run/ada
                  auth: xoauth2
                  tls: off
                  folders: INBOX,  Arbeit/Gespräche
                  interval: 10m
                  sent_folder: Gesendete Objekte
                  save_sent: never
                """
        let mailbox = try #require(try Sample.read(text).imap)
        var server = IMAPSettings(scheme: .imap, host: "127.0.0.1", port: 1143, user: "ada")
        server.authentication = .xoauth2
        server.requiresTLS = false
        #expect(mailbox.location == .server(server))
        #expect(mailbox.secret == .file("/run/ada"))
        #expect(mailbox.folders == ["INBOX", "Arbeit/Gespräche"])
        #expect(mailbox.interval == 600)
        #expect(mailbox.sentFolder == "Gesendete Objekte")
        #expect(mailbox.saveSent == .never)
    }

    @Test(arguments: [
        ("imaps://mail.example.org", 993, true), ("imap://mail.example.org", 143, false),
        ("imaps://mail.example.org:9993", 9993, true),
    ])
    func mailboxHasItsUsualPort(url: String, port: Int, isImplicit: Bool) throws {
        let mailbox = try #require(try Sample.read(Sample.all + "imap:\n  url: \(url)\n").imap)
        let scheme: IMAPSettings.Scheme = isImplicit ? .imaps : .imap
        let server = IMAPSettings(scheme: scheme, host: "mail.example.org", port: port, user: nil)
        #expect(mailbox.location == .server(server))
        #expect(mailbox.folders == [] && mailbox.interval == 300)
        #expect(mailbox.saveSent == .auto)
    }

    @Test(arguments: [
        ("maildir:/var/mail/ada", "/var/mail/ada"), ("maildir:~/Maildir", "/home/ada/Maildir"),
        ("maildir:Mail", "/etc/afterword/Mail"),
    ])
    func maildirIsAFolder(url: String, path: String) throws {
        let mailbox = try #require(try Sample.read(Sample.all + "imap:\n  url: \(url)\n").imap)
        #expect(mailbox.location == .maildir(path: path))
    }

    @Test func mboxIsAFile() throws {
        let mailbox = try #require(try Sample.read(Sample.all + "imap:\n  url: mbox:~/mbox\n").imap)
        #expect(mailbox.location == .mbox(path: "/home/ada/mbox"))
    }

    @Test(arguments: [
        "smtp://127.0.0.1:2525", "smtp://127.8.9.10", "smtp://localhost", "smtp://LOCALHOST:25",
        "smtp://[::1]:25",
        "smtp://[0:0:0:0:0:0:0:1]",
    ])
    func encryptionMayBeOffOnThisMachine(url: String) throws {
        let text = Sample.me + "smtp:\n  url: \(url)\n  tls: off\n"
        let smtp = try #require(try Sample.read(text).smtp)
        #expect(!smtp.server.requiresTLS)
        #expect(smtp.server.user == nil)
        #expect(smtp.secret == nil)
    }

    @Test(arguments: [
        "smtp://128.0.0.1", "smtp://127.0.0.1.example.org", "smtp://localhost.example.org", "smtp://127.1",
        "smtp://[::2]", "smtp://[::ffff:127.0.0.1]", "smtp://mylocalhost",
    ])
    func encryptionMayNotBeOffElsewhere(url: String) throws {
        let problem = try #require(Sample.problem(Sample.me + "smtp:\n  url: '\(url)'\n  tls: 'off'\n"))
        guard case .tlsOffElsewhere = problem.fault else {
            Issue.record("\(problem)")
            return
        }
        #expect(problem.key == "smtp.tls")
    }

    @Test func sizeIsLimited() throws {
        let scratch = try Scratch()
        let large = try scratch.file("config.yaml", Sample.all + String(repeating: "#\n", count: 1 << 19))
        #expect(
            throws: ConfigurationProblem(
                file: large, place: nil, key: "", fault: .unreadable(.tooLarge(limit: 1 << 20), found: nil))
        ) {
            try Configuration.read(path: large, homeFolder: nil)
        }
    }

    @Test func absentFileIsMissing() throws {
        let path = try Scratch().path + "/config.yaml"
        let problem = ConfigurationProblem(
            file: path, place: nil, key: "", fault: .unreadable(.missing, found: nil))
        #expect(throws: problem) { try Configuration.read(path: path, homeFolder: nil) }
    }

    @Test func folderAndPipeAreNoConfiguration() throws {
        let scratch = try Scratch()
        let pipe = scratch.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [scratch.path, pipe] {
            let problem = ConfigurationProblem(
                file: path, place: nil, key: "", fault: .unreadable(.notAFile, found: nil))
            #expect(throws: problem) { try Configuration.read(path: path, homeFolder: nil) }
        }
    }

    @Test func aliasBombIsRefusedWithoutComparingItsKeys() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(alias), \(alias), \(alias), \(alias)]\n"
        }
        #expect(Sample.problem(text + "? *a40\n: x\n")?.fault == .anchor)
    }
}
