import Etiquette
import Foundation
import Mail
import TestFiles
import Testing

@testable import Setup

/// What is asked of whom: as a value, without a terminal.
@Suite struct SetupDialogueTests {
    private typealias Question = SetupDialogue.Question

    /// Answers question after question with what is typed, and says which were asked.
    private func walk(
        _ typed: [String], given: SetupDialogue.Given = SetupDialogue.Given()
    ) throws -> (asked: [String], answers: ConfigurationText.Answers, secret: Secret?, isDone: Bool) {
        let dialogue = SetupDialogue(
            given: given, machineZone: "Europe/London", path: "/usr/bin:/bin"
        ) { MailProviders.of(address: $0).map(MailService.provider) ?? .unknown }
        var answers = Answers<SetupDialogue.Question, SetupDialogue.Answer>()
        var asked: [String] = []
        for text in typed {
            guard let question = dialogue.nextQuestion(after: answers) else { break }
            asked.append(Self.name(question))
            answers.give(try dialogue.answer(to: question, typed: text, after: answers), to: question)
        }
        return (
            asked, dialogue.answers(after: answers), dialogue.secret(after: answers),
            dialogue.nextQuestion(after: answers) == nil
        )
    }

    private static func name(_ question: Question) -> String {
        String("\(question)".prefix { $0.isLetter })
    }

    @Test("what the computer knows of the user is offered, and anything else may be typed")
    func theAccountIsOffered() throws {
        let account = SetupDialogue.Account(name: "Ada Example", address: "Ada <ada@example.org>")
        let dialogue = SetupDialogue(
            given: SetupDialogue.Given(), account: account, machineZone: "Europe/London", path: nil
        ) { _ in .unknown }
        #expect(dialogue.usual(.name) == "Ada Example" && dialogue.usual(.address) == "ada@example.org")
        #expect(dialogue.usual(.server) == nil)
        func answer(_ question: Question, _ text: String) throws -> String? {
            let answer = try dialogue.answer(to: question, typed: text, after: Answers())
            if case .text(let text) = answer { return text } else { return nil }
        }
        #expect(try answer(.name, "") == "Ada Example" && answer(.name, "A. Example") == "A. Example")
        #expect(try answer(.address, "") == "ada@example.org" && answer(.address, "a@b.org") == "a@b.org")
    }

    @Test func aKnownProviderAsksForLittle() throws {
        let walk = try walk(["Ada Example", "ada@gmail.com", "", "abcd efgh ijkl mnop", ""])
        #expect(walk.isDone && walk.asked == ["name", "address", "zone", "password", "mailbox"])
        #expect(walk.answers.smtpURL == "smtp://smtp.gmail.com:587" && walk.answers.user == "ada@gmail.com")
        #expect(walk.answers.imapURL == "imaps://imap.gmail.com:993")
        #expect(walk.secret?.text == "abcd efgh ijkl mnop")
        #expect(walk.answers.passwordCommand == nil, "a password never goes there")
    }

    @Test(arguments: ["ada@outlook.com", "ada@hotmail.co.uk", "ada@tuta.com"])
    func whereNoPasswordIsTakenByHandIsOfferedFirst(address: String) throws {
        let walk = try walk(["Ada Example", address, "", ""])
        #expect(walk.isDone && walk.asked.last == "byHand")
        #expect(walk.answers.isByHand)
    }

    @Test func whoHasATokenToolSaysSo() throws {
        let walk = try walk(["Ada Example", "ada@outlook.com", "", "n", "oama access ada@outlook.com", "n"])
        #expect(walk.isDone && walk.asked.suffix(3) == ["byHand", "command", "mailbox"])
        #expect(walk.answers.authentication == .xoauth2 && !walk.answers.isByHand)
        #expect(walk.answers.imapURL == nil)
    }

    @Test(arguments: [
        (["c", "pass show mail"], ["otherWay", "command"]), (["f", "/run/secret"], ["otherWay", "file"]),
        (["h"], ["otherWay"]),
    ])
    func nothingTypedForThePasswordAsksForAnotherWay(typed: [String], asked: [String]) throws {
        let walk = try walk(
            ["Ada Example", "ada@example.org", "", "smtp://mail.example.org:587", "ada", ""] + typed)
        #expect(walk.isDone && Array(walk.asked.suffix(asked.count)) == asked)
        #expect(walk.answers.isByHand == (typed == ["h"]))
        #expect(walk.answers.passwordCommand == (typed[0] == "c" ? "pass show mail" : nil))
        #expect(walk.answers.passwordFile == (typed[0] == "f" ? "/run/secret" : nil))
    }

    @Test func aServerThatWantsNoLoginHasNoPassword() throws {
        let walk = try walk(["Ada Example", "ada@example.org", "", "smtp://localhost:25", ""])
        #expect(walk.isDone && walk.answers.user == nil && walk.secret == nil)
    }

    @Test func whatWasGivenIsNotAsked() throws {
        var given = SetupDialogue.Given()
        (given.name, given.email, given.timeZone) = ("Ada Example", "ada@gmail.com", "Europe/Paris")
        given.passwordCommand = "pass show mail"
        let walk = try walk(["n"], given: given)
        #expect(walk.isDone && walk.asked == ["mailbox"])
        #expect(walk.answers.timeZone == "Europe/Paris" && walk.answers.passwordCommand == "pass show mail")
    }

    @Test func byHandAsksForNoServer() throws {
        var given = SetupDialogue.Given()
        given.isByHand = true
        let walk = try walk(["Ada Example", "ada@example.org", ""], given: given)
        #expect(walk.isDone && walk.answers.isByHand)
    }

    @Test func aPasswordInThePlaceOfACommandIsRefusedAndNotRepeated() throws {
        #expect(throws: SetupProblem.looksLikePassword) {
            try walk(
                [
                    "Ada Example", "ada@example.org", "", "smtp://mail.example.org:587", "ada", "", "c",
                    "hunter2",
                ])
        }
    }

    @Test(
        "the name of a server alone is one, and who knows none sends by hand",
        arguments: [
            ("smtp.leeds.example", "smtp://smtp.leeds.example:587"),
            ("mail.example.org:2525", "smtp://mail.example.org:2525"),
            ("127.0.0.1:2525", "smtp://127.0.0.1:2525"),
            ("smtps://mail.example.org", "smtps://mail.example.org"), ("", nil), ("by-hand", nil),
            ("By hand", nil),
        ])
    func server(typed: String, url: String?) throws {
        let walk = try walk(["Ada Example", "ada@uni.example", "", typed])
        #expect(walk.answers.isByHand == (url == nil) && walk.isDone == (url == nil))
        #expect(url == nil || walk.answers.smtpURL == url)
    }

    @Test(arguments: [
        "?x", "help", "my server", "http://mail.example.org", "mail.example.org:port", "localhost",
    ])
    func noServer(typed: String) {
        #expect(throws: SetupProblem.notAServer(typed)) {
            try walk(["Ada Example", "ada@uni.example", "", typed])
        }
    }

    @Test(
        "a city, a country or the letters on a clock are no zone, and the zone is named",
        arguments: [
            ("London", ["Europe/London"]), ("GMT", ["Europe/London"]), ("u.k.", ["Europe/London"]),
            ("new york", ["America/New_York"]), ("CET", ["Europe/Berlin", "Europe/Paris"]), ("nowhere", []),
            ("Mars/Olympus", []),
        ])
    func zone(typed: String, near: [String]) {
        #expect(throws: SetupProblem.notAZone(typed, near: near)) {
            try walk(["Ada Example", "ada@uni.example", typed])
        }
    }

    @Test func theMailboxIsWrittenAndReadBack() throws {
        var answers = try walk(["Ada Example", "ada@gmail.com", "", "secret", "y"]).answers
        answers.passwordCommand = "secret-tool lookup service afterword account ada@gmail.com"
        let text = ConfigurationText.make(answers, documented: try ConfigurationText.documented())
        let configuration = try Sample.read(text)
        let imap = try #require(configuration.imap)
        #expect(imap.secret == configuration.smtp?.secret)
        guard case .server(let server) = imap.location else {
            Issue.record("it is something else")
            return
        }
        #expect(server.host == "imap.gmail.com" && server.user == "ada@gmail.com")
        #expect(
            imap.folders.isEmpty && imap.saveSent == .auto && imap.interval == 300, "the rest is as usual")
        answers.passwordCommand = nil
        answers.passwordFile = "/run/secret"
        #expect(
            try Sample.read(
                ConfigurationText.make(answers, documented: ConfigurationText.documented())
            ).imap?.secret
                == .file("/run/secret"))
    }
}
