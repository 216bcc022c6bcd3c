import Fixtures
import Foundation
import Setup
import Testing

@testable import afterword

@Suite struct InitTests {
    /// Somebody who has not set anything up.
    private func newcomer() throws -> Applicant {
        let ada = try Applicant()
        try FileManager.default.removeItem(atPath: ada.home)
        return ada
    }

    private static let options = [
        "init", "--name", "Ada Example", "--email", "ada@example.org", "--smtp-url",
        "smtp://mail.example.org:587",
        "--time-zone", "Europe/London",
    ]
    private static let secret = ["--user", "ada", "--password-command", "pass show mail"]

    @Test func optionsMakeAConfigurationThatWorks() throws {
        let ada = try newcomer()
        let run = try ada.run(Self.options + Self.secret)
        #expect(run.status == 0, "\(run)")
        #expect(run.out.hasPrefix("Written: \(ada.home)/config.yaml\n"))
        #expect(try ada.scratch.mode("home") == 0o700 && ada.scratch.mode("home/config.yaml") == 0o600)
        let text = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
        #expect(text.contains("thank_you_after: 24h") && text.contains("pass show mail"))
        #expect(try ada.run("queue").out == "Nothing is queued.\n")
        #expect(try ada.scratch.mode("home/afterword.sqlite") == 0o600)
    }

    /// As mail programs copy it: the name comes along, unless another is given.
    @Test(arguments: [
        ("Ada Example <ada@example.org>", nil, "Ada Example"),
        ("\"Example, Ada\" <ada@example.org>", nil, "Example, Ada"),
        ("Ada Lovelace <ada@example.org>", "Ada Example", "Ada Example"),
        ("<ada@example.org>", "Ada Example", "Ada Example"),
        ("ada@example.org", "Ada Example", "Ada Example"),
    ])
    func anAddressMayComeWithItsName(email: String, name: String?, expected: String) throws {
        let ada = try newcomer()
        let run = try ada.run(
            [
                "init", "--email", email, "--smtp-url", "smtp://mail.example.org:587", "--time-zone",
                "Europe/London",
            ]
                + (name.map { ["--name", $0] } ?? []) + Self.secret)
        #expect(run.status == 0, "\(run)")
        let configuration = try Configuration.read(path: ada.home + "/config.yaml", homeFolder: nil)
        #expect(configuration.me.name == expected && configuration.me.email.text == "ada@example.org")
    }

    @Test func nothingIsOverwritten() throws {
        let ada = try Applicant()
        let before = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
        let run = try ada.run(Self.options + Self.secret)
        #expect(run.status == 73)
        #expect(
            run.err
                == "afterword: \(ada.home)/config.yaml exists already and is kept; edit it, or move it away first.\n"
        )
        #expect(try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8) == before)
    }

    @Test(arguments: [
        (["--tls", "off"], "another machine, and the password would cross the network in the clear"),
        (["--time-zone", "Mars/Olympus"], "me.time_zone: found 'Mars/Olympus'"),
        (["--email", "ada@@example.org"], "me.email: found 'ada@@example.org'"),
        (["--name", ""], "me.name"),
        (["--smtp-url", "http://example.org"], "which begins with http://"),
        (["--smtp-url", "smtp://ada:hunter2@example.org"], "which names a user"),
    ])
    func badAnswerIsRefusedAndNothingIsWritten(options: [String], says: String) throws {
        let ada = try newcomer()
        var arguments = Self.options + Self.secret
        if let there = arguments.firstIndex(of: options[0]) {
            arguments[there + 1] = options[1]
        } else {
            arguments += options
        }
        let run = try ada.run(arguments)
        #expect(run.status == 78 || run.status == 65, "\(run)")
        #expect(run.err.contains(says), "\(run.err)")
        #expect(run.err.hasSuffix(" Nothing was written.\n") && !run.err.contains("config.yaml"))
        #expect(!run.err.contains("hunter2"))
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
    }

    @Test(arguments: ["--name", "--email", "--smtp-url", "--password-command"])
    func missingAnswerIsNamedWhereNobodyCanBeAsked(option: String) throws {
        let ada = try newcomer()
        var arguments = Self.options + Self.secret
        if let there = arguments.firstIndex(of: option) { arguments.removeSubrange(there...(there + 1)) }
        let run = try ada.run(arguments)
        #expect(run.status == 64)
        #expect(run.err.hasPrefix("afterword: \(option)"))
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
    }

    @Test func terminalIsAskedForTheRest() throws {
        let ada = try newcomer()
        let run = try ada.runAtTerminal(
            ["init", "--time-zone", "Europe/London"],
            typed: "Ada Example\nada@example.org\nsmtp://mail.example.org:587\nada\n\nc\npass show mail\n")
        #expect(run.status == 0, "\(run)")
        let questions = [
            "Your name, as you sign it: ", "Your email address: ", "mail server for sending", "log in with",
            "prints the password",
        ]
        for question in questions { #expect(run.out.contains(question)) }
        #expect(try ada.run("queue").status == 0)
    }

    @Test func endOfInputWritesNothing() throws {
        let ada = try newcomer()
        #expect(try ada.runAtTerminal(["init"], typed: "Ada Example\n\u{4}").status == 64)
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
    }

    @Test func passwordsAreNoOptions() throws {
        let help = try newcomer().run("init", "--help").out
        #expect(!help.contains("--password ") && !help.contains("--password="))
        #expect(try newcomer().run(Self.options + ["--password", "hunter2"]).status == 64)
    }

    @Test(arguments: [("", "Etc/UTC"), ("Europe/Paris", "Europe/Paris")])
    func terminalIsAskedForTheZone(typed: String, zone: String) throws {
        let ada = try newcomer()
        let run = try ada.runAtTerminal(
            ["init"],
            typed:
                "Ada Example\nada@example.org\n\(typed)\nsmtp://mail.example.org:587\nada\n\nc\npass show mail\n"
        )
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("Your time zone [Enter = Etc/UTC]: "))
        let text = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
        #expect(text.contains("time_zone: \(zone)"))
    }

    @Test func answerThatCannotBeRightIsAskedForAgain() throws {
        let ada = try newcomer()
        let run = try ada.runAtTerminal(
            ["init"],
            typed:
                "Ada Example\nada\nada@example.org\nParis\nMars/Olympus\nEurope/Paris\nmy server\n?\nhelp\n"
                + "smtp://mail.example.org:587\nada\n\nc\npass show mail\n")
        #expect(run.status == 0, "\(run)")
        let sentences = [
            "That can't be right; write one email address",
            "“Paris” is not a time zone name. Try Europe/Paris.",
            "“Mars/Olympus” is not a time zone name. Write the nearest city",
            "“my server” is not the name of a server.", "“help” is not the name of a server.",
        ]
        for sentence in sentences { #expect(run.out.contains(sentence), "\(run.out)") }
    }

    @Test("who knows no server sends by hand, and a server's name alone will do")
    func aServerNobodyKnows() throws {
        let begin = "Ada Example\nada@uni.example\n\n"
        for typed in ["\n", "by hand\n"] {
            let ada = try newcomer()
            let run = try ada.runAtTerminal(["init"], typed: begin + typed)
            let text = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
            #expect(run.status == 0 && text.contains("\nsmtp: by-hand"), "\(run)")
            #expect(
                !run.out.contains("login included")
                    && run.out.contains("After your next interview: afterword add"))
        }
        let ada = try newcomer()
        let run = try ada.runAtTerminal(
            ["init"], typed: begin + "mail.uni.example\nada\n\nc\npass show mail\n")
        let text = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
        #expect(run.status == 0 && text.contains("url: smtp://mail.uni.example:587"), "\(run)")
    }

    @Test func threeAnswersThatCannotBeRightAreEnough() throws {
        let ada = try newcomer()
        let run = try ada.runAtTerminal(
            ["init", "--time-zone", "Europe/London", "--user", "ada", "--password-command", "pass"],
            typed: "Ada Example\nada\nbob\neve\n")
        #expect(run.status == 65, "\(run)")
        #expect(run.out.contains("that can't be right; write one email address"))
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
    }

    /// A work address whose mail lies at a large provider: found by its MX record.
    @Test func theProviderOfAnOrganisationIsFoundAndWhatItWantsIsSaidFirst() throws {
        let ada = try newcomer()
        let names = try MockNameServer([
            "startup.example": [.exchanger(preference: 1, host: "aspmx.l.google.com")]
        ])
        let run = try ada.run(
            [
                "init", "--name", "Ada Example", "--email", "ada@startup.example", "--time-zone",
                "Europe/London",
                "--password-command", "pass show mail",
            ], environment: ["AFTERWORD_NAME_SERVER": "127.0.0.1:\(names.port)"])
        #expect(run.status == 0, "\(run)")
        #expect(run.out.hasPrefix("Gmail takes an app password"))
        let text = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
        #expect(text.contains("url: smtp://smtp.gmail.com:587") && text.contains("user: ada@startup.example"))
    }
}
