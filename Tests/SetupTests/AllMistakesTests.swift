import Etiquette
import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite("All mistakes of a configuration are told at once, in the order of the file")
struct AllMistakesTests {
    private static let all = """
        me:
          name: ""
          email: ada at example.org
          time_zone: London
          colour: red
        smtp:
          url: http://mail.example.org
          user: ada
          tls: maybe
          connections: 99
          max_per_hour: some
        imap:
          url: imaps://
          interval: 1s
          save_sent: perhaps
        etiquette:
          thank_you_after: soon
          hours: 9-5
          weekends: maybe
        language: en_GB
        """

    private static let keys = [
        "me.name", "me.email", "me.time_zone", "me.colour", "smtp.url", "smtp.user", "smtp.tls",
        "smtp.connections", "smtp.max_per_hour", "imap.url", "imap.interval", "imap.save_sent",
        "etiquette.thank_you_after", "etiquette.hours", "etiquette.weekends", "language",
    ]

    @Test func eachIsToldOnceWithItsPlace() throws {
        let problem = try #require(Sample.problem(Self.all))
        let told = [problem] + problem.further
        #expect(told.map(\.key) == Self.keys)
        #expect(told.compactMap(\.place?.line) == told.compactMap(\.place?.line).sorted())
        #expect(problem.further.allSatisfy { $0.further.isEmpty })
    }

    /// Each by itself is told alone: none is the echo of another.
    @Test(arguments: [
        ("me:\n  nam: Ada\n  email: a@b.example\n  time_zone: Europe/London\n" + Sample.smtp, ["me.nam"]),
        (Sample.me + "smtp:\n  uri: smtp://a.example\n", ["smtp.uri"]),
        (Sample.me + "smtp: smtp://a.example\n", ["smtp"]),
        (Sample.me + "smtp:\n  url: smtp://a.example\n  user: ada\n  password: hunter2\n", ["smtp.password"]),
        (Sample.me + "smtp:\n  url: nowhere\n  tls: off\n", ["smtp.url"]),
        (
            Sample.me + "smtp:\n  url: smtp://a.example\n  user: [a]\n  password_file: x\n", ["smtp.user"]
        ),
        (Sample.all + "imap: x\netiquette: y\n", ["imap", "etiquette"]),
        ("{}", ["me.name", "me.email", "me.time_zone", "smtp.url"]),
    ])
    func whatFollowsFromAnotherMistakeIsNotTold(text: String, keys: [String]) throws {
        let problem = try #require(Sample.problem(text))
        #expect(([problem] + problem.further).map(\.key) == keys)
    }

    @Test func thoseOfTheHolidaysComeLast() throws {
        let scratch = try Scratch()
        try scratch.file("days.txt", "2026-12-25\nsoon\n2026-02-30\n")
        let text = "language: x\n" + Sample.all + "etiquette:\n  hours: 1\n  holidays: days.txt\n"
        do throws(ConfigurationProblem) {
            _ = try Sample.read(text, folder: scratch.path)
            Issue.record("nothing wrong was found")
        } catch {
            let all = [error] + error.further
            #expect(
                all.map { $0.key + " \($0.place?.line ?? 0)" } == [
                    "language 1", "etiquette.hours 11", "etiquette.holidays 2", "etiquette.holidays 3",
                ])
        }
    }
}
