import Foundation
import Mail
import Testing

/// One connection serves message after message, as long as nothing goes wrong on it.
@Suite struct ReuseTests {
    private func deliver(_ transport: SMTPTransport, _ text: String = "Subject: x\r\n\r\nHello\r\n") throws
        -> String
    {
        transport.deliver(try .adaToJane()) { Array(text.utf8) }.summary
    }

    @Test func consecutiveMessagesShareAConnectionAndItsLogin() throws {
        let login: Dialogue = .helloWithLogin + "S: 334 \nC: AGFkYQBwYXNz\nS: 235 ok"
        let server = try ScriptedServer(
            login + .envelope + .accepted + .envelope + .accepted + .envelope + .accepted + "C: QUIT")
        let transport = SMTPTransport(.scripted(server, user: "ada"), secret: Secret("pass"))
        for number in 1...3 {
            #expect(try deliver(transport, "Subject: \(number)\r\n\r\nHello\r\n") == "accepted 250 body")
        }
        transport.close()
        let transcript = server.finish()
        #expect(transcript.problems == [])
        #expect(transcript.connections == 1)
        #expect(transcript.bodies == (1...3).map { "Subject: \($0)\r\n\r\nHello\r\n" })
    }

    @Test func theReplyIsTheReplyToThatMessage() throws {
        let server = try ScriptedServer(
            .hello + .envelope + "body\nS: 250 first" + .envelope + "body\nS: 250 second\nC: QUIT\nS: 221 bye"
        )
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let replies = try (1...2).map { _ in
            transport.deliver(try .adaToJane()) { HandOver().give() }.reply?.text
        }
        transport.close()
        #expect(replies == ["first", "second"])
        #expect(server.finish().problems == [])
    }

    /// The failure that matters most: the late 250 of one mail taken for the answer to the next.
    @Test func aLate250IsNeverTakenForTheNextMessage() throws {
        let server = try ScriptedServer(
            .hello + .envelope + "body\npause\nS: 250 late\nagain" + .hello + .envelope
                + "body\nS: 554 refused")
        var settings = SMTPSettings.scripted(server)
        settings.replyTimeout = 1
        let transport = SMTPTransport(settings, secret: nil)
        #expect(try deliver(transport, "Subject: 1\r\n\r\nHello\r\n") == "unconfirmed timedOut")
        server.resume()
        #expect(try deliver(transport, "Subject: 2\r\n\r\nHello\r\n") == "refused 554 body")
        transport.close()
        let transcript = server.finish()
        #expect(transcript.connections == 2)
        #expect(transcript.bodies.count == 2)
    }

    /// Whatever is said behind the reply to one message is not the reply to MAIL of the next.
    @Test func anUnaskedReplyEndsTheConnection() throws {
        let server = try ScriptedServer(
            .hello + .envelope + "body\nS: 250 one\npause\nS: 421 too long idle\nready\nC: QUIT\nagain"
                + .hello + .envelope
                + .accepted)
        let transport = SMTPTransport(.scripted(server), secret: nil)
        #expect(try deliver(transport) == "accepted 250 body")
        server.resume()
        try #require(server.awaitReady())
        #expect(try deliver(transport) == "accepted 250 body")
        transport.close()
        let transcript = server.finish()
        #expect(transcript.connections == 2)
        #expect(transcript.problems == [])
    }

    @Test func aConnectionThatTheServerClosedIsReplaced() throws {
        let server = try ScriptedServer(
            .hello + .envelope + .accepted + "pause\nclose\nready\nagain" + .hello + .envelope + .accepted)
        let transport = SMTPTransport(.scripted(server), secret: nil)
        #expect(try deliver(transport) == "accepted 250 body")
        server.resume()
        try #require(server.awaitReady())
        #expect(try deliver(transport) == "accepted 250 body")
        transport.close()
        #expect(server.finish().connections == 2)
    }

    @Test(arguments: ["C: MAIL\nS: 451 later", "C: MAIL\nS: 250 Ok\nC: RCPT\nS: 550 no"])
    func afterARefusalTheNextMessageHasANewConnection(refusal: String) throws {
        let server = try ScriptedServer(
            .hello + Dialogue(refusal) + "C: QUIT\nagain" + .hello + .envelope + .accepted)
        let transport = SMTPTransport(.scripted(server), secret: nil)
        #expect(try deliver(transport) != "accepted 250 body")
        #expect(try deliver(transport) == "accepted 250 body")
        transport.close()
        let transcript = server.finish()
        #expect(transcript.connections == 2)
        #expect(transcript.problems == [])
    }

    @Test func aClosedTransportConnectsAgain() throws {
        let server = try ScriptedServer(
            .hello + .envelope + .accepted + "C: QUIT\nagain" + .hello + .envelope + .accepted + "C: QUIT")
        let transport = SMTPTransport(.scripted(server), secret: nil)
        #expect(try deliver(transport) == "accepted 250 body")
        transport.close()
        #expect(try deliver(transport) == "accepted 250 body")
        transport.close()
        let transcript = server.finish()
        #expect(transcript.connections == 2)
        #expect(transcript.problems == [])
    }

    /// A new connection logs in again; that the last one was logged in does not count.
    @Test func theLoginOfOneConnectionIsNotThatOfTheNext() throws {
        let login: Dialogue = .helloWithLogin + "S: 334 \nC: AGFkYQBwYXNz\nS: 235 ok"
        let server = try ScriptedServer(login + .envelope + .accepted + "pause\nclose\nready\nagain" + .hello)
        let transport = SMTPTransport(.scripted(server, user: "ada"), secret: Secret("pass"))
        #expect(try deliver(transport) == "accepted 250 body")
        server.resume()
        try #require(server.awaitReady())
        #expect(try deliver(transport) == "stopped authNotOffered")
        transport.close()
        #expect(!server.finish().lines.suffix(1).contains { $0.hasPrefix("MAIL") })
    }
}
