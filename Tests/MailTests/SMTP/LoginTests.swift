import Foundation
import Mail
import Testing

@Suite struct LoginTests {
    private func transport(
        _ server: ScriptedServer, _ authentication: SMTPSettings.Authentication = .password
    ) -> SMTPTransport {
        var settings = SMTPSettings.scripted(server, user: "ada@example.org")
        settings.authentication = authentication
        return SMTPTransport(settings, secret: Secret("token"))
    }

    private static func decoded(_ line: String?) throws -> String {
        let line = try #require(line)
        let data = try #require(Data(base64Encoded: line))
        return String(decoding: data, as: UTF8.self).replacing("\u{1}", with: "|").replacing("\0", with: "|")
    }

    @Test(arguments: [
        (SMTPSettings.Authentication.password, "PLAIN", "|ada@example.org|token"),
        (.xoauth2, "XOAUTH2", "user=ada@example.org|auth=Bearer token||"),
    ])
    func theLoginIsThatOfTheSettings(
        authentication: SMTPSettings.Authentication, mechanism: String, said: String
    ) throws {
        let server = try ScriptedServer(
            Dialogue("S: 220 hi\nC: EHLO\nS: 250 AUTH GSSAPI NTLM CRAM-MD5 OAUTHBEARER XOAUTH2 LOGIN PLAIN\n")
                + Dialogue("C: AUTH \(mechanism)\nS: 334 \nC: \nS: 235 ok\nC: NOOP\nS: 250 Ok\nC: QUIT"))
        #expect(transport(server, authentication).checkLogin().summary == "passed 250 noop")
        let transcript = server.finish()
        #expect(transcript.problems == [])
        #expect(try Self.decoded(transcript.lines.dropFirst(2).first) == said)
    }

    @Test func oauthbearerNamesTheServer() throws {
        let server = try ScriptedServer(
            "S: 220 hi\nC: EHLO\nS: 250 AUTH XOAUTH2 OAUTHBEARER\nC: AUTH OAUTHBEARER\nS: 334 \nC: \nS: 235 ok\nC: NOOP\nS: 250 Ok"
        )
        #expect(transport(server, .oauthbearer).checkLogin().summary == "passed 250 noop")
        let said = try Self.decoded(server.finish().lines.dropFirst(2).first)
        #expect(said == "n,a=ada@example.org,|host=127.0.0.1|port=\(server.port)|auth=Bearer token||")
    }

    /// A server that dislikes a token says so in a challenge, and refuses after an empty answer (RFC 7628 3.2.3);
    /// libcurl gives that answer with OAUTHBEARER, and with XOAUTH2 leaves at once.
    @Test(arguments: [
        (SMTPSettings.Authentication.oauthbearer, "C: \nS: 535 5.7.8 no", "stopped loginRefused 535 auth"),
        (.xoauth2, "drop", "stopped loginRefused"),
    ])
    func anExpiredTokenIsARefusedLogin(
        authentication: SMTPSettings.Authentication, rest: String, outcome: String
    ) throws {
        let server = try ScriptedServer(
            Dialogue("S: 220 hi\nC: EHLO\nS: 250 AUTH XOAUTH2 OAUTHBEARER\nC: AUTH\nS: 334 \nC: ")
                + Dialogue("S: 334 eyJzdGF0dXMiOiI0MDEifQ==") + Dialogue(rest))
        #expect(transport(server, authentication).checkLogin().summary == outcome)
        #expect(server.finish().problems == [])
    }

    @Test(arguments: [
        ("LOGIN", SMTPSettings.Authentication.xoauth2), ("XOAUTH2", .password), ("GSSAPI NTLM", .password),
        ("PLAIN", .oauthbearer),
    ])
    func anotherMechanismIsNotTried(offered: String, authentication: SMTPSettings.Authentication) throws {
        let server = try ScriptedServer(Dialogue("S: 220 hi\nC: EHLO\nS: 250 AUTH \(offered)"))
        #expect(transport(server, authentication).checkLogin().summary == "stopped authNotOffered")
        #expect(!server.finish().lines.contains { $0.hasPrefix("AUTH") })
    }

    @Test func loginInTwoStepsWorks() throws {
        let server = try ScriptedServer(
            "S: 220 hi\nC: EHLO\nS: 250 AUTH LOGIN\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: \nS: 334 UGFzc3dvcmQ6\nC: \nS: 235 ok\nC: NOOP\nS: 250 Ok\nC: QUIT"
        )
        #expect(transport(server).checkLogin().summary == "passed 250 noop")
        let lines = server.finish().lines
        #expect(try lines[2...3].map { try Self.decoded($0) } == ["ada@example.org", "token"])
    }

    @Test func nothingIsMailedByACheck() throws {
        let server = try ScriptedServer(.hello + "C: NOOP\nS: 250 Ok\nC: QUIT\nS: 221 bye")
        let check = SMTPTransport(.scripted(server), secret: nil).checkLogin()
        #expect(check.summary == "passed 250 noop")
        let transcript = server.finish()
        #expect(transcript.lines == ["EHLO [127.0.0.1]", "NOOP", "QUIT"])
    }

    @Test(arguments: [
        (Dialogue("S: 421 busy"), "deferred 421 greeting answered"), ("drop", "deferred connectionLost"),
        (.hello + "C: NOOP\nS: 502 what", "deferred 502 noop answered"),
    ])
    func aCheckSaysWhatIsWrong(dialogue: Dialogue, outcome: String) throws {
        let server = try ScriptedServer(dialogue)
        #expect(SMTPTransport(.scripted(server), secret: nil).checkLogin().summary == outcome)
        _ = server.finish()
    }
}
