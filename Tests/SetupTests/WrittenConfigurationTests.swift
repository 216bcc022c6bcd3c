import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite("Values of a written configuration are changed, and every comment and all else stays")
struct WrittenConfigurationTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: scratch.path + "/" + name, encoding: .utf8)
    }

    private func changed(_ before: String, _ changes: [String: String?]) throws -> String {
        let path = try scratch.file("config.yaml", before)
        try WrittenConfiguration(path: path).changed(changes, homeFolder: nil).write()
        return try text("config.yaml")
    }

    @Test("a value that is written is replaced where it stands, its remark and its neighbours kept")
    func replaced() throws {
        let before = """
            # mine
            me:
                name: Ada Example   # as I sign
                email: ada@example.org
                time_zone: Europe/London
            smtp: by-hand
            etiquette:
              hours: '09:00-17:00'
            # the end
            """
        let expected = before.replacing("Ada Example   #", with: "Ada Lovelace   #")
            .replacing("09:00-17:00", with: "10:00-18:00")
        #expect(
            try changed(before, ["me.name": "Ada Lovelace", "etiquette.hours": "10:00-18:00"]) == expected)
    }

    @Test("what is only documented, or stands nowhere, gets a line; taken back, it is as it was before")
    func added() throws {
        let documented = try ConfigurationText.make(
            .init(
                name: "Ada", email: "ada@example.org", timeZone: "Europe/London",
                smtpURL: "smtp://m.example.org"),
            documented: ConfigurationText.documented())
        let changes = ["etiquette.hours": "09:00-17:00", "language": "en-US", "voice": "plain"]
        let after = try changed(documented, changes.mapValues { $0 })
        #expect(after.contains("  # hours: 08:00-19:00\n  hours: '09:00-17:00'\n"))
        #expect(after.contains("# voice: warm\nvoice: plain\n"))
        let read = try Sample.read(after)
        #expect(
            read.language == "en-US" && read.voice?.rawValue == "plain" && read.etiquette.hours == 540..<1020)
        #expect(Set(documented.split(separator: "\n")).isSubset(of: after.split(separator: "\n")))
        let back = try changed(after, changes.mapValues { _ in nil })
        #expect(try Sample.read(back) == Sample.read(documented))
        // However often it is done, the file does not grow.
        let again = try changed(changed(back, changes.mapValues { $0 }), changes.mapValues { _ in nil })
        #expect(again == back)
        #expect(
            try changed(Sample.all, ["etiquette.hours": "09:00-17:00"]) == Sample.all
                + "etiquette:\n  hours: '09:00-17:00'\n")
    }

    @Test("a server gives way to sending by hand, and comes back", arguments: [Sample.all, nil])
    func byHand(before: String?) throws {
        var answers = ConfigurationText.Answers(
            name: "Ada", email: "ada@example.org", timeZone: "Europe/London", smtpURL: "smtp://m.example.org")
        (answers.user, answers.passwordCommand) = ("ada", "pass show mail")
        answers.imapURL = "imaps://i.example.org"
        let before = try before ?? ConfigurationText.make(answers, documented: ConfigurationText.documented())
        let path = try scratch.file("config.yaml", before)
        var byHand = answers
        byHand.isByHand = true
        func change(_ answers: ConfigurationText.Answers) throws -> Configuration {
            let written = try WrittenConfiguration(path: path)
            try written.changed(answers.changes(to: written), homeFolder: nil).write()
            return try Configuration.read(path: path, homeFolder: nil)
        }
        #expect(try change(byHand).smtp == nil)
        answers.smtpURL = "smtps://other.example.org"
        let back = try change(answers)
        #expect(
            back.smtp?.server.host == "other.example.org" && back.smtp?.secret == .command("pass show mail"))
        #expect(back.imap?.secret == .command("pass show mail"))
        // Without another way to a password the one that is written stays, and a mailbox may be left.
        (answers.passwordCommand, answers.imapURL, answers.leavesMailbox) = (nil, nil, true)
        let last = try change(answers)
        #expect(last.smtp?.secret == .command("pass show mail") && last.imap == nil)
    }

    @Test(
        "a file that has no line for the value is left as it is",
        arguments: [
            "me: {name: Ada, email: ada@example.org, time_zone: Europe/London}\nsmtp: by-hand\n",
            "me:\n  name: >\n    Ada\n  email: ada@example.org\n  time_zone: Europe/London\nsmtp: by-hand\n",
            "\"me\":\n  name: Ada\n  email: ada@example.org\n  time_zone: Europe/London\nsmtp: by-hand\n",
            "me:\r\n  name: Ada\r\n  email: ada@example.org\r\n  time_zone: Europe/London\r\nsmtp: by-hand\r\n",
        ])
    func writtenOtherwise(before: String) throws {
        #expect(throws: WrittenOtherwise.self) { try changed(before, ["me.name": "Ada Lovelace"]) }
        #expect(try text("config.yaml") == before)
    }

    @Test("values that make no configuration are refused with their keys, and nothing is written")
    func refused() throws {
        #expect {
            try changed(Sample.all, ["etiquette.hours": "9-5", "etiquette.holidays": "XX"])
        } throws: { error in
            guard let problem = error as? ConfigurationProblem else { return false }
            return Set(([problem] + problem.further).map(\.key)) == ["etiquette.hours", "etiquette.holidays"]
        }
        #expect(try text("config.yaml") == Sample.all)
    }

    @Test("where a symbolic link leads to the file, the link stays")
    func link() throws {
        let target = try scratch.file("real.yaml", Sample.all)
        let link = scratch.path + "/config.yaml"
        #expect(symlink(target, link) == 0)
        try WrittenConfiguration(path: link).changed(["me.name": "Ada L"], homeFolder: nil).write()
        #expect(try text("real.yaml").contains("Ada L"))
        #expect(try scratch.mode("real.yaml") == 0o600)
    }
}
