import Etiquette
import Foundation
import Testing

@testable import Mail

/// Servers that are slower, older or worse than Dovecot.
@Suite struct IMAPDialogueTests {
    private static let login = Dialogue.imapLogin
    private static let examine: Dialogue = """
        C: w1 EXAMINE "INBOX"
        S: * 3 EXISTS
        S: * OK [UIDVALIDITY 7] ok
        S: * OK [UIDNEXT 10] ok
        S: w1 OK [READ-ONLY] done
        """

    private func mailbox(
        _ server: ScriptedServer, authentication: SMTPSettings.Authentication = .password, patience: Int = 20
    ) -> IMAPMailbox {
        var settings = IMAPSettings(scheme: .imap, host: "127.0.0.1", port: server.port, user: "ada")
        settings.requiresTLS = false
        settings.authentication = authentication
        settings.replyTimeout = patience
        settings.connectTimeout = patience
        return IMAPMailbox(settings, secret: Secret("pass"))
    }

    private func name(_ problem: MailboxProblem?) -> String {
        problem.map { String("\($0)".prefix { $0 != "(" }) } ?? "none"
    }

    @Test func aSecondLookCostsOneRoundTrip() throws {
        let server = try ScriptedServer(Self.login + Self.examine)
        let box = mailbox(server)
        #expect(try box.open(.inbox, since: Position(text: "imap 7 9")).news == .nothing)
        #expect(try box.search(.from("jane")) == [])
        box.close()
        let transcript = server.finish()
        #expect(transcript.problems == [])
        #expect(transcript.lines.suffix(2) == ["w1 EXAMINE \"INBOX\"", "bye LOGOUT"])
    }

    @Test func onlyWhatIsNewIsSearchedEvenWithoutESEARCH() throws {
        let server = try ScriptedServer(
            Self.login + Self.examine
                + "C: w2 UID SEARCH UID 6:9 FROM \"jane\"\nS: * 4 EXISTS\nS: * SEARCH 9 7 3 12\nS: * SEARCH\nS: w2 OK done"
        )
        let box = mailbox(server)
        _ = try box.open(.inbox, since: Position(text: "imap 7 5"))
        // What lies outside of the range was not asked for.
        #expect(try box.search(.from("jane")) == [.uid(7), .uid(9)])
        box.close()
        #expect(server.finish().problems == [])
    }

    @Test(arguments: ["NO [BADCHARSET (US-ASCII)] no", "BAD what"])
    func aServerThatTakesOnlyASCIIIsAskedForMore(answer: String) throws {
        let server = try ScriptedServer(
            Self.login + Self.examine
                + Dialogue("C: w2 UID SEARCH CHARSET UTF-8 UID 1:9 FROM {9}\nS: w2 \(answer)")
                + "C: w3 UID SEARCH UID 1:9 FROM \" Briain\"\nS: * SEARCH 2\nS: w3 OK done")
        let box = mailbox(server)
        _ = try box.open(.inbox, since: nil)
        #expect(try box.search(.from("Ó Briain")) == [.uid(2)])
        box.close()
        #expect(server.finish().problems == [])
    }

    @Test func aServerWithoutUIDNEXTIsAskedForItsLast() throws {
        let server = try ScriptedServer(
            Self.login
                + "C: w1 EXAMINE\nS: * 3 EXISTS\nS: * OK [UIDVALIDITY 7] ok\nS: w1 OK\nC: w2 FETCH * (UID)\nS: * 3 FETCH (UID 41)\nS: w2 OK"
        )
        let box = mailbox(server)
        #expect(try box.open(.inbox, since: nil).position == Position(text: "imap 7 41"))
        box.close()
        #expect(server.finish().problems == [])
    }

    @Test func aServerThatKnowsOnlyLOGINIsTold() throws {
        let hello = "S: * OK ready\nC: \nS: * CAPABILITY IMAP4rev1\nS: A001 OK\n"
        let server = try ScriptedServer(
            Dialogue(hello + "again\n" + hello + "C: A002 LOGIN ada pass\nS: A002 OK\n") + Self.examine)
        let box = mailbox(server)
        #expect(try box.open(.inbox, since: nil).exists == 3)
        box.close()
        #expect(server.finish().problems == [])
    }

    @Test func whatAServerCanDoIsAskedWhereTheLoginDidNotTell() throws {
        let login =
            "S: * OK ready\nC: A001\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN ESEARCH\nS: A001 OK\nC: A002\nS: +\nC: \nS: A002 OK"
        let server = try ScriptedServer(
            Dialogue(login) + Self.examine
                + "C: w2 CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: w2 OK\nC: w3 UID SEARCH UID 1:9\nS: * SEARCH 4\nS: w3 OK"
        )
        let box = mailbox(server)
        _ = try box.open(.inbox, since: nil)
        #expect(try box.search(.everything) == [.uid(4)])
        box.close()
        #expect(server.finish().problems == [])
    }

    @Test(arguments: ["* ESEARCH (TAG \"w2\") UID ALL 1:4000000000", "* ESEARCH UID ALL 1:x", "* SEARCH 1 x"])
    func anAnswerThatCannotBeIsRefused(answer: String) throws {
        let huge = "C: w1\nS: * OK [UIDVALIDITY 7] ok\nS: * OK [UIDNEXT 4294967295] ok\nS: w1 OK"
        let server = try ScriptedServer(
            Self.login + Dialogue(huge) + Dialogue("C: w2\nS: \(answer)\nS: w2 OK"))
        let box = mailbox(server)
        _ = try box.open(.inbox, since: nil)
        #expect(name(problem { _ = try box.search(.everything) }) == "protocolViolated")
        box.close()
        _ = server.finish()
    }

    static let logins: [(SMTPSettings.Authentication, String, String)] = [
        (.password, "C: A002\nS: A002 NO [AUTHENTICATIONFAILED] no", "loginRefused"),
        (.password, "C: A002\nS: A002 NO [UNAVAILABLE] later", "notNow"),
        (.xoauth2, "C: A002\nS: +\nC: \nS: A002 NO expired", "tokenRefused"),
        (
            .xoauth2, "C: A002\nS: +\nC: \nS: + eyJzdGF0dXMiOiI0MDEifQ==\nC: \nS: A002 NO expired",
            "tokenRefused"
        ),
        (
            .oauthbearer, "C: A002\nS: +\nC: \nS: + eyJzdGF0dXMiOiI0MDEifQ==\nC: \nS: A002 NO expired",
            "tokenRefused"
        ),
    ]

    @Test(arguments: logins)
    func aRefusedLoginIsNamed(authentication: SMTPSettings.Authentication, rest: String, outcome: String)
        throws
    {
        let server = try ScriptedServer(
            Dialogue(
                "S: * OK ready\nC: A001\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 AUTH=OAUTHBEARER\nS: A001 OK"
            )
                + Dialogue(rest))
        let box = mailbox(server, authentication: authentication)
        #expect(name(problem { _ = try box.folders() }) == outcome)
        box.close()
        _ = server.finish()
    }

    @Test func requiredEncryptionThatIsNotOfferedStopsBeforeTheLogin() throws {
        let server = try ScriptedServer(
            "S: * OK ready\nC: A001 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: A001 OK")
        var settings = IMAPSettings(scheme: .imap, host: "127.0.0.1", port: server.port, user: "ada")
        settings.connectTimeout = 20
        let box = IMAPMailbox(settings, secret: Secret("pass"))
        #expect(problem { _ = try box.folders() } == .tlsNotOffered)
        #expect(server.finish().lines.count == 1)
    }

    static let faults: [(Dialogue, String)] = [
        ("silence", "unreachable"), ("S: * 3 EXISTS\nS: * OK [UIDVALID\nsilence", "unreachable"),
        ("drop", "unreachable"),
        ("S: * BYE shutting down", "unreachable"), ("S: * BYE [UNAVAILABLE] soon", "notNow"),
        ("S: w1 NO [NONEXISTENT] no", "noSuchFolder"), ("S: w1 NO no", "noSuchFolder"),
        ("S: w1 NO [NOPERM] no", "refused"), ("S: w1 NO [UNAVAILABLE] no", "notNow"),
        ("S: w1 BAD what", "refused"),
        ("S: w7 OK whose", "protocolViolated"), ("S: * 3 EXISTS\nS: w1 OK", "protocolViolated"),
        ("S: HTTP/1.1 400 Bad Request", "protocolViolated"),
        ("S: * LIST (((((((((((((((((((((((((((((((((((", "protocolViolated"),
        ("S: * 1 FETCH (BODY[] {99999999999999999999}", "protocolViolated"),
        (Dialogue("S: * " + String(repeating: "x", count: 10 << 20)), "protocolViolated"),
    ]

    @Test(arguments: faults)
    func whateverGoesWrongIsOverInTimeAndNamed(dialogue: Dialogue, outcome: String) throws {
        let server = try ScriptedServer(Self.login + "C: w1 EXAMINE" + dialogue)
        let box = mailbox(server, patience: 1)
        let started = ContinuousClock.now
        #expect(name(problem { _ = try box.open(.inbox, since: nil) }) == outcome)
        box.close()
        #expect(ContinuousClock.now - started < .seconds(15))
        _ = server.finish()
    }

    @Test func aCopyWithoutAnAnswerIsInDoubt() throws {
        let server = try ScriptedServer(Self.login + "C: w1 APPEND \"INBOX\"\nS: + go on\nC: x\ndrop")
        let box = mailbox(server)
        let outcome = try box.append(Array("x\r\n".utf8), to: .inbox, seen: true, date: .distantPast)
        if case .unconfirmed = outcome {} else { Issue.record("\(outcome)") }
        _ = server.finish()
    }

    @Test(arguments: [
        ("NO [OVERQUOTA] full", "overQuota"), ("NO [TRYCREATE] none", "noSuchFolder"),
        ("NO no", "noSuchFolder"),
    ])
    func aCopyThatIsRefusedIsNot(answer: String, outcome: String) throws {
        let server = try ScriptedServer(Self.login + Dialogue("C: w1 APPEND \"INBOX\"\nS: w1 \(answer)"))
        let box = mailbox(server)
        let found = problem { _ = try box.append([0x78], to: .inbox, seen: true, date: .distantPast) }
        #expect(name(found) == outcome)
        box.close()
        _ = server.finish()
    }
}
