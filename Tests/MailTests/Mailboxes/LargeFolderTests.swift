import Fixtures
import Foundation
import Mail
import Testing

/// A folder with a hundred mails, which these settings call large: each half of it is looked through over a connection
/// of its own.
@Suite struct LargeFolderTests {
    private static let login = Dialogue.imapLogin

    private static func examine(_ validity: Int = 7) -> Dialogue {
        Dialogue(
            """
            C: w1 EXAMINE "INBOX"
            S: * 100 EXISTS
            S: * OK [UIDVALIDITY \(validity)] ok
            S: * OK [UIDNEXT 101] ok
            S: w1 OK [READ-ONLY] done
            """)
    }

    /// The newer mails: only the connection that counted them is sure to see them all.
    private static let firstHalf: Dialogue = """
        C: w2 UID SEARCH UID 51:100 FROM "jane"
        S: * SEARCH 60
        """
    private static let otherHalfToo: Dialogue = """
        S: w2 OK done
        C: w3 UID SEARCH UID 1:50 FROM "jane"
        S: * SEARCH 7
        S: w3 OK done
        """

    private func found(on server: ScriptedServer, largeFolder: Int = 100) throws -> [MailKey] {
        var settings = IMAPSettings(scheme: .imap, host: "127.0.0.1", port: server.port, user: "ada")
        settings.requiresTLS = false
        settings.largeFolder = largeFolder
        let box = IMAPMailbox(settings, secret: Secret("pass"))
        defer { box.close() }
        _ = try box.open(.inbox, since: nil)
        return try box.search(.from("jane"))
    }

    @Test func bothHalvesAreLookedThroughAtOnce() throws {
        // The first half is not answered before the other is asked for, so that neither waits for the other.
        let server = try ScriptedServer(
            Self.login + Self.examine() + Self.firstHalf + "pause\nS: w2 OK done\nagain" + Self.login
                + Self.examine()
                + "C: w2 UID SEARCH UID 1:50 FROM \"jane\"\nready\nS: * SEARCH 7\nS: w2 OK done",
            sideBySide: true)
        goOnWhenReady(server)
        #expect(try found(on: server) == [.uid(7), .uid(60)])
        let transcript = server.finish()
        #expect(transcript.problems == [] && transcript.connections == 2)
        #expect(transcript.lines.count { $0 == "bye LOGOUT" } == 2)
    }

    @Test(
        "whatever becomes of the second connection, nothing is missed",
        arguments: [
            "S: * BYE too many of you", "drop",
            "S: * OK ready\nC: A001\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: A001 OK\nC: A002\nS: A002 NO [LIMIT] too many",
        ])
    func withoutASecondConnection(steps: String) throws {
        try expectAllOverOne(second: Dialogue(steps))
    }

    @Test(
        "what the second leaves half done, or finds in another folder of that name, is looked for again",
        arguments: [
            (7, "C: w2 UID SEARCH UID 1:50\nready\ndrop"),
            (7, "C: w2 UID SEARCH UID 1:50\nready\nS: w2 NO busy"),
            (8, "C: bye LOGOUT\nready"),
        ])
    func halfDone(validity: Int, steps: String) throws {
        try expectAllOverOne(
            first: Self.firstHalf + "pause", second: Self.login + Self.examine(validity) + Dialogue(steps))
    }

    private func expectAllOverOne(first: Dialogue = firstHalf, second: Dialogue) throws {
        let server = try ScriptedServer(
            Self.login + Self.examine() + first + Self.otherHalfToo + "again" + second,
            sideBySide: true)
        goOnWhenReady(server)
        #expect(try found(on: server) == [.uid(7), .uid(60)])
        #expect(server.finish().problems == [])
    }

    /// Ends the pause of one connection when the other is ready.
    private func goOnWhenReady(_ server: ScriptedServer) {
        Thread.detachNewThread {
            if server.awaitReady() != nil { server.resume() }
        }
    }

    @Test func whereTheSecondLoginEndsTheFirstOneIsEnough() throws {
        let server = try ScriptedServer(
            Self.login + Self.examine() + Self.firstHalf + "pause\ndrop\nagain" + Self.login + Self.examine()
                + "C: w2 UID SEARCH UID 1:50\nready\ndrop\nagain" + Self.login + Self.examine()
                + Self.firstHalf + Self.otherHalfToo,
            sideBySide: true)
        goOnWhenReady(server)
        #expect(try found(on: server) == [.uid(7), .uid(60)])
        #expect(server.finish().problems == [])
    }

    @Test func whoIsNotLoggedInByThenIsNotWaitedFor() throws {
        let server = try ScriptedServer(
            Self.login + Self.examine() + Self.firstHalf + Self.otherHalfToo + "again\npause\ndrop",
            sideBySide: true)
        #expect(try found(on: server) == [.uid(7), .uid(60)])
        server.resume()
        #expect(server.finish().problems == [])
    }

    @Test func aFolderThatIsNotLargeIsSearchedOverOne() throws {
        let server = try ScriptedServer(
            Self.login + Self.examine()
                + "C: w2 UID SEARCH UID 1:100 FROM \"jane\"\nS: * SEARCH 7 60\nS: w2 OK done")
        #expect(try found(on: server, largeFolder: 101) == [.uid(7), .uid(60)])
        #expect(server.finish().problems == [])
    }
}
