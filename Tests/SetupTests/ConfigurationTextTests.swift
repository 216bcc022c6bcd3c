import Etiquette
import Foundation
import Mail
import TestFiles
import Testing

@testable import Setup

@Suite struct ConfigurationTextTests {
    private static func answers() -> ConfigurationText.Answers {
        .init(
            name: "Ada Example", email: "ada@example.org", timeZone: "Europe/London",
            smtpURL: "smtp://mail.example.org:587")
    }

    static let names = [
        "Ada Example", "Siân O'Neil: #1 \"x\"", "No", "Æther – ñ", "12345", "null", "~", "Null", "- Ada",
        "? Ada", "*Ada",
        "&Ada", "!Ada", "@Ada", "`Ada`", "%Ada", "Ada #1", "Ada: x", "Ada:", "'Ada'", "\"Ada\"", "''",
        "[Ada]", "{Ada}",
        "a\\nb", "back\\slash", "08:00-19:00", "Jean-Luc d’Arc", "李小龙", "עדה", "👩💻",
        "Ada, PhD", "| Ada", "> Ada", "---", "...", "0x1F", "name:", "# Ada", "A\u{A0}B", "=", "<<", "x y",
        "true",
    ]

    @Test(arguments: names)
    func nameComesBackAsItWas(name: String) throws {
        var answers = Self.answers()
        answers.name = name
        let text = try ConfigurationText.make(answers, documented: ConfigurationText.documented())
        #expect(try Sample.read(text).me.name == name)
    }

    @Test(arguments: [
        "secret-tool lookup service afterword", "echo 'a: b' # c", "printf \"%s\\n\" \"$X\"", "a\nb\n",
        "a\tb", "  a  ",
        "gpg -dq ~/x.gpg | head -n1", "'", "\"", "\\", "é\u{85}\u{2028}\u{FEFF}\u{200B}", "\u{1}",
    ])
    func commandComesBackAsItWas(command: String) throws {
        var answers = Self.answers()
        answers.user = "ada"
        answers.passwordCommand = command
        let text = try ConfigurationText.make(answers, documented: ConfigurationText.documented())
        #expect(try Sample.read(text).smtp?.secret == .command(command))
    }

    @Test func everyAnswerComesBack() throws {
        let scratch = try Scratch()
        var answers = Self.answers()
        answers.smtpURL = "smtp://[::1]:2525"
        answers.user = "ada example"
        answers.passwordFile = "/run/ada's secret"
        answers.authentication = .xoauth2
        answers.requiresTLS = false
        answers.caFile = try scratch.file("my ca.pem", "")
        let configuration = try Sample.read(
            ConfigurationText.make(answers, documented: ConfigurationText.documented()))
        #expect(configuration.me.email.text == "ada@example.org")
        #expect(configuration.me.timeZone.identifier == "Europe/London")
        var server = SMTPSettings(scheme: .smtp, host: "::1", port: 2525, user: "ada example")
        server.authentication = .xoauth2
        server.requiresTLS = false
        server.caFile = answers.caFile
        #expect(configuration.smtp?.server == server)
        #expect(configuration.smtp?.secret == .file("/run/ada's secret"))
    }

    @Test func documentedFileSaysTheDefaults() throws {
        let documented = try ConfigurationText.documented()
        let text = ConfigurationText.make(Self.answers(), documented: documented)
        let defaults = try Sample.read(text)
        // The commented keys are the defaults: with the marks of comment removed, the same is read.
        let inner = [
            "reply_timeout", "connections", "spread", "max_per_hour", "max_per_day", "tls", "auth",
            "thank_you_after",
            "thank_you_within", "decision_after", "decision_within", "feedback_after", "feedback_within",
            "hours",
            "weekends",
        ]
        var uncommented = text.replacing("\n# language: ", with: "\nlanguage: ")
        for key in inner { uncommented.replace("\n  # \(key): ", with: "\n  \(key): ") }
        #expect(
            uncommented.split(separator: "\n").count(where: { $0.first != "#" && !$0.hasPrefix("  #") }) >= 23
        )
        #expect(try Sample.read(uncommented) == defaults)
        var etiquette = EtiquetteSettings()
        etiquette.holidays = try #require(PublicHolidays(region: "GB")).days(in: 2020...2060)
        #expect(defaults.etiquette == etiquette)
    }

    @Test func documentedMailboxIsValidOnceUncommented() throws {
        let text = try ConfigurationText.make(Self.answers(), documented: ConfigurationText.documented())
        let start = try #require(text.range(of: "\n# imap:\n"))
        let end = try #require(text[start.upperBound...].range(of: "\n\n"))
        let block = text[start.lowerBound..<end.lowerBound].replacing("\n# ", with: "\n")
            .replacing("  ca_file:", with: "  # ca_file:")
        let mailbox = try #require(
            try Sample.read(text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: block)).imap
        )
        #expect(mailbox.sentFolder == "Sent")
        #expect(mailbox.folders == ["INBOX", "Work/Interviews"])
        guard case .server(let server) = mailbox.location else {
            Issue.record("\(mailbox.location)")
            return
        }
        #expect(server.user == "ada@example.org")
    }

    @Test func documentedFileAsksToBeFilledIn() throws {
        let problem = try #require(Sample.problem(try ConfigurationText.documented()))
        #expect(problem.key == "me.name")
        #expect(problem.fault == .noValue(.name))
    }

    @Test func commentsAreKept() throws {
        let documented = try ConfigurationText.documented()
        let text = ConfigurationText.make(Self.answers(), documented: documented)
        #expect(text.split(separator: "\n").count == documented.split(separator: "\n").count)
        #expect(text.contains("  # Your full name, as you sign it.\n  name: Ada Example\n"))
    }

    @Test func providerIsFilledIn() throws {
        func answers(_ email: String, smtpURL: String? = nil) -> ConfigurationText.Answers {
            ConfigurationText.Answers(
                name: "Ada", email: email, timeZone: "UTC", smtpURL: smtpURL,
                service: MailProviders.of(address: email).map { .provider($0) } ?? .unknown)
        }
        let gmail = answers("ada@GMail.com")
        #expect(gmail.smtpURL == "smtp://smtp.gmail.com:587")
        #expect(gmail.user == "ada@GMail.com")
        #expect(answers("ada@outlook.com").authentication == .xoauth2)
        #expect(answers("ada@web.de").user == "ada")
        let found = ConfigurationText.Answers(
            name: "Ada", email: "ada@own.example", timeZone: "UTC",
            service: .servers(smtp: "smtps://smtp.own.example:465", imap: nil))
        #expect(found.smtpURL == "smtps://smtp.own.example:465" && found.user == "ada@own.example")
        #expect(answers("ada@tuta.com").smtpURL.isEmpty)
        let own = answers("ada@gmail.com", smtpURL: "smtp://localhost")
        #expect(own.smtpURL == "smtp://localhost")
        #expect(own.user == nil)
    }
}

@Suite struct ByHandTextTests {
    @Test func byHandIsWrittenAndReadBack() throws {
        var answers = ConfigurationText.Answers(
            name: "Ada Example", email: "ada@example.org", timeZone: "Europe/London")
        answers.isByHand = true
        let text = ConfigurationText.make(answers, documented: try ConfigurationText.documented())
        let configuration = try Sample.read(text)
        #expect(configuration.isByHand && configuration.smtp == nil)
        #expect(configuration.ownAddresses == [configuration.me.email])
        #expect(text.contains("\nsmtp: by-hand\n"))
    }

    @Test(arguments: ["smtp: by-hand\n", "smtp: 'by-hand'   # myself\n"])
    func theWordStandsInThePlaceOfTheSection(smtp: String) throws {
        #expect(try Sample.read(Sample.me + smtp).isByHand)
    }

    @Test(arguments: ["smtp: hand\n", "smtp: [by-hand]\n", "smtp:\n  by-hand: yes\n", "smtp:\n"])
    func nothingElseMeansIt(smtp: String) {
        #expect(Sample.problem(Sample.me + smtp) != nil)
    }
}

@Suite struct YAMLScalarTests {
    @Test(arguments: [
        ("Ada Example", "Ada Example"), ("ada@example.org", "ada@example.org"),
        ("Europe/London", "Europe/London"),
        ("smtp://mail.example.org:587", "smtp://mail.example.org:587"), ("No", "'No'"), ("12", "'12'"),
        ("", "''"),
        ("O'Neil", "'O''Neil'"), ("a: b", "'a: b'"), ("a\nb", "\"a\\nb\""),
        ("\u{200B}\"\\", "\"\\U0000200B\\\"\\\\\""),
        ("smtp://[::1]:25", "'smtp://[::1]:25'"), (" a", "' a'"), ("off", "'off'"),
    ])
    func textIsQuotedWhereItNeedsToBe(text: String, quoted: String) {
        #expect(YAMLScalar.quoted(text) == quoted)
    }
}
