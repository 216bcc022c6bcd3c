import Etiquette
import Foundation
import Testing

@testable import Mail

/// Servers that want, refuse or fail at something that others take: each step falls back to a simpler one.
@Suite struct IMAPFallbackTests {
    private static func examine(_ tag: String) -> Dialogue {
        Dialogue(
            """
            C: \(tag) EXAMINE "INBOX"
            S: * 3 EXISTS
            S: * OK [UIDVALIDITY 7] ok
            S: * OK [UIDNEXT 10] ok
            S: \(tag) OK [READ-ONLY] done
            """)
    }

    private func mailbox(_ server: ScriptedServer, secret: String = "pass") -> IMAPMailbox {
        var settings = IMAPSettings(scheme: .imap, host: "127.0.0.1", port: server.port, user: "ada")
        settings.requiresTLS = false
        settings.replyTimeout = 20
        settings.connectTimeout = 20
        return IMAPMailbox(settings, secret: Secret(secret))
    }

    private static let hers = Criteria.all([
        .since(Day(number: 20_000)), .any([.from("jane"), .subject("x")]),
    ])

    /// What is found for Jane since 4 October 2024, and that the server heard what the script says.
    private func found(_ dialogue: Dialogue, _ criteria: Criteria = hers) throws -> [MailKey] {
        let server = try ScriptedServer(dialogue)
        let box = mailbox(server)
        _ = try box.open(.inbox, since: nil)
        let keys = try box.search(criteria)
        box.close()
        #expect(server.finish().problems == [])
        return keys
    }

    // MARK: - Who asks

    private static let unsafe: Dialogue = """
        C: w1 EXAMINE
        S: w1 NO EXAMINE Unsafe Login. Please contact kefu@188.com for help
        C: w2 ID ("name" "afterword"
        """

    @Test(arguments: ["S: * ID NIL\nS: w2 OK done", "S: w2 NO no", "S: w2 BAD what"])
    func aServerThatOpensNothingToAStrangerIsToldWhoAsks(answer: String) throws {
        let found = try found(
            Dialogue.imapLogin + Self.unsafe + Dialogue(answer) + Self.examine("w3")
                + "C: w4 UID SEARCH\nS: * SEARCH 4\nS: w4 OK")
        #expect(found == [.uid(4)])
    }

    @Test func aServerThatListsNothingToAStrangerIsToldOnce() throws {
        let server = try ScriptedServer(
            Dialogue.imapLogin
                + """
                C: w1 LIST
                S: w1 NO LIST Unsafe Login
                C: w2 ID
                S: w2 OK
                C: w3 LIST
                S: * LIST () "/" INBOX
                S: w3 OK
                C: w4 EXAMINE
                S: w4 NO none
                """)
        let box = mailbox(server)
        #expect(try box.folders().map(\.name) == ["INBOX"])
        #expect(
            problem { _ = try box.open(.inbox, since: nil) } == .noSuchFolder(name: "INBOX", words: "none"))
        box.close()
        #expect(server.finish().problems == [])
    }

    @Test func aFolderThatIsMissingStaysMissing() throws {
        let server = try ScriptedServer(
            Dialogue.imapLogin
                + "C: w1 EXAMINE\nS: w1 NO none\nC: w2 ID\nS: w2 BAD what\nC: w3 EXAMINE\nS: w3 NO none")
        let box = mailbox(server)
        let expected = MailboxProblem.noSuchFolder(name: "INBOX", words: "none")
        #expect(problem { _ = try box.open(.inbox, since: nil) } == expected)
        box.close()
        _ = server.finish()
    }

    // MARK: - What it repeats

    /// In the answer to the login, at goodbye, or in any later answer; as it is, in capitals, or encoded.
    @Test(arguments: [
        "correct-horse-battery", "CORRECT-HORSE-BATTERY", "correct-horse-",
        "AGFkYQBjb3JyZWN0LWhvcnNlLWJhdHRlcnk=",
        Data("user=ada\u{1}auth=Bearer correct-horse-battery\u{1}\u{1}".utf8).base64EncodedString(),
    ])
    func aLoginThatTheServerRepeatsIsNotTold(repeated: String) throws {
        let words = "no (\(repeated))"
        let begin = """
            S: * OK ready
            C: A001 CAPABILITY
            S: * CAPABILITY IMAP4rev1 AUTH=PLAIN
            S: A001 OK
            C: A002 AUTHENTICATE PLAIN
            S: +
            C: AGFkYQBjb3JyZWN0LWhvcnNlLWJhdHRlcnk=

            """
        for rest in ["S: A002 NO \(words)", "S: A002 OK in\nC: w1 EXAMINE\nS: * BYE \(words)"] {
            let server = try ScriptedServer(Dialogue(begin + rest))
            let box = mailbox(server, secret: "correct-horse-battery")
            let told = problem { _ = try box.open(.inbox, since: nil) }
            box.close()
            _ = server.finish()
            let text = "\(try #require(told))"
            #expect(text.contains("no (") && text.contains("…"))
            for piece in [
                "correct-", "horse", "battery", "CORRECT", "b3JyZWN0", "aG9yc2U", "hvcnNl", "YmF0dGVy",
            ] {
                #expect(!text.contains(piece), "\(text)")
            }
        }
    }

    // MARK: - How it is asked

    /// It says NO or BAD, says nothing, answers of numbers instead of UIDs, or can't be understood.
    @Test(arguments: [
        "S: w2 NO [SERVERBUG] sorry", "S: w2 BAD what", "S: w2 OK done",
        "S: * ESEARCH (TAG \"w2\") ALL 1:2\nS: w2 OK", "S: * ESEARCH (TAG \"w2\") UID ALL x\nS: w2 OK",
    ])
    func anExtendedSearchThatFailsIsAPlainOne(answer: String) throws {
        let found = try found(
            Dialogue.imapLogin(with: " ESEARCH") + Self.examine("w1")
                + Dialogue("C: w2 UID SEARCH RETURN (ALL) UID 1:9 (SINCE 4-Oct-2024 OR FROM\n" + answer)
                + "C: w3 UID SEARCH UID 1:9 (SINCE 4-Oct-2024 OR FROM \"jane\" SUBJECT \"x\")\nS: * SEARCH 4\nS: w3 OK"
        )
        #expect(found == [.uid(4)])
    }

    /// As mail.ru says it, and others.
    @Test(arguments: ["NO Unsupported search criterion: FROM", "BAD command not support", "NO [CANNOT] no"])
    func whatRefusesAKeyIsAskedForTheDays(answer: String) throws {
        let found = try found(
            Dialogue.imapLogin + Self.examine("w1")
                + Dialogue("C: w2 UID SEARCH UID 1:9 (SINCE\nS: w2 \(answer)")
                + "C: w3 UID SEARCH UID 1:9 (SINCE 4-Oct-2024)\nS: * SEARCH 4 5 6\nS: w3 OK")
        #expect(found == [.uid(4), .uid(5), .uid(6)])
    }

    @Test func whatCannotSearchAtAllIsListedAndTheDaysAreLookedAtHere() throws {
        let found = try found(
            Dialogue.imapLogin + Self.examine("w1")
                + """
                C: w2 UID SEARCH
                S: w2 BAD no
                C: w3 UID SEARCH UID 1:9 (SINCE 4-Oct-2024)
                S: w3 BAD no
                C: w4 UID FETCH 1:9 (UID INTERNALDATE)
                S: * 1 FETCH (UID 3 INTERNALDATE "01-Oct-2024 10:00:00 +0000")
                S: * 2 FETCH (UID 4 INTERNALDATE "04-Oct-2024 10:00:00 +0000")
                S: * 3 FETCH (UID 8)
                S: w4 OK
                """)
        #expect(found == [.uid(4), .uid(8)])
    }

    @Test func manyKeysAreAskedForInShortQuestionsBeforeTheyAreGivenUp() throws {
        let many = Criteria.any((0..<40).map { .from("person.number.\($0)@example.org") })
        var dialogue =
            Dialogue.imapLogin + Self.examine("w1") + "C: w2 UID SEARCH UID 1:9 OR\nS: w2 BAD too long"
        for number in 3...6 {
            dialogue =
                dialogue
                + Dialogue("C: w\(number) UID SEARCH UID 1:9 OR\nS: * SEARCH \(number)\nS: w\(number) OK")
        }
        #expect(try found(dialogue, many) == [.uid(3), .uid(4), .uid(5), .uid(6)])
    }

    @Test func whatWasRefusedOnceIsNotAskedAgain() throws {
        let server = try ScriptedServer(
            Dialogue.imapLogin(with: " ESEARCH") + Self.examine("w1")
                + """
                C: w2 UID SEARCH RETURN
                S: w2 BAD no
                C: w3 UID SEARCH UID 1:9 (SINCE 4-Oct-2024 OR
                S: w3 NO no FROM
                C: w4 UID SEARCH UID 1:9 (SINCE 4-Oct-2024)
                S: * SEARCH 4
                S: w4 OK
                """ + Self.examine("w5")
                + "C: w6 UID SEARCH UID 1:9 (SINCE 4-Oct-2024)\nS: * SEARCH 5\nS: w6 OK")
        let box = mailbox(server)
        for uid: UInt32 in [4, 5] {
            _ = try box.open(.inbox, since: nil)
            #expect(try box.search(Self.hers) == [.uid(uid)])
        }
        box.close()
        #expect(server.finish().problems == [])
    }

    @Test func aServerThatClosesTheConnectionIsAskedASimplerQuestionOverAnother() throws {
        let found = try found(
            Dialogue.imapLogin(with: " ESEARCH") + Self.examine("w1") + "C: w2 UID SEARCH RETURN\ndrop\nagain"
                + Dialogue.imapLogin(with: " ESEARCH") + Self.examine("w1")
                + "C: w2 UID SEARCH UID 1:9 (SINCE\nS: * SEARCH 4\nS: w2 OK")
        #expect(found == [.uid(4)])
    }

    @Test func aServerThatTakesNoQuestionAtAllIsNamed() throws {
        let server = try ScriptedServer(
            Dialogue.imapLogin + Self.examine("w1")
                + "C: w2\nS: w2 NO no\nC: w3\nS: w3 NO no\nC: w4 UID FETCH\nS: w4 NO still no")
        let box = mailbox(server)
        _ = try box.open(.inbox, since: nil)
        #expect(problem { _ = try box.search(Self.hers) } == .refused(words: "still no"))
        box.close()
        _ = server.finish()
    }

    // MARK: - Goodbye

    @Test(arguments: [
        "S: * BYE Too many connections from your address",
        "S: * OK ready\nC: A001\nS: * BYE Too many connections from your address\ndrop",
        "S: * OK ready\nC: A001\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: A001 OK\nC: A002\nS: * BYE Too many connections from your address\ndrop",
    ])
    func aGoodbyeHasWordsThatAreKept(dialogue: String) throws {
        let server = try ScriptedServer(Dialogue(dialogue))
        let box = mailbox(server)
        let fault = TransportFault(
            kind: .connectionLost, code: 0, detail: "Too many connections from your address")
        #expect(problem { _ = try box.folders() } == .unreachable(fault))
        box.close()
        _ = server.finish()
    }

    @Test func aGoodbyeThatIsOnlyForNowSaysSo() throws {
        let server = try ScriptedServer("S: * BYE [UNAVAILABLE] back at noon")
        let box = mailbox(server)
        #expect(problem { _ = try box.folders() } == .notNow(words: "back at noon"))
        box.close()
        _ = server.finish()
    }
}
