import Foundation
import Mail
import Testing

/// A server that says nothing: each wait has its limit, one second here.
@Suite struct SilenceTests {
    static let rows = [
        ("greeting", Dialogue("silence"), "deferred server timedOut"),
        ("EHLO", Dialogue("S: 220 hi\nC: EHLO\nsilence"), "deferred server timedOut"),
        ("AUTH", .helloWithLogin + "silence", "deferred server timedOut"),
        ("MAIL", .helloAndLogin + "C: MAIL\nsilence", "deferred message timedOut"),
        ("RCPT", .helloAndLogin + "C: MAIL\nS: 250 Ok\nC: RCPT\nsilence", "deferred message timedOut"),
        (
            "DATA", .helloAndLogin + "C: MAIL\nS: 250 Ok\nC: RCPT\nS: 250 Ok\nC: DATA\nsilence",
            "deferred message timedOut"
        ),
        ("body", .helloAndLogin + .envelope + "body\nsilence", "unconfirmed timedOut"),
        (
            "body, half a reply", .helloAndLogin + .envelope + "body\nS- 250 O\nsilence",
            "unconfirmed timedOut"
        ),
    ]

    @Test(arguments: rows)
    func silenceAtAnyStepIsOverInTime(step: String, dialogue: Dialogue, outcome: String) throws {
        let server = try ScriptedServer(dialogue)
        let transport = SMTPTransport(.impatient(server), secret: Secret("pass"))
        let started = ContinuousClock.now
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        #expect(delivery.summary == outcome)
        #expect(ContinuousClock.now - started < .seconds(20))
        #expect(server.finish().problems == [])
    }

    /// libcurl says QUIT to a server that has refused, and would wait for an answer that does not come.
    @Test func nobodyWaitsForTheAnswerToQuit() throws {
        let server = try ScriptedServer(.hello + "C: MAIL\nS: 552 no\nC: QUIT\nsilence")
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let started = ContinuousClock.now
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        #expect(ContinuousClock.now - started < .seconds(20))
        #expect(delivery.summary == "stopped senderRefused 552 mail")
        #expect(server.finish().problems == [])
    }

    @Test func closingSaysQuitAndWaitsForNothing() throws {
        let server = try ScriptedServer(.hello + .envelope + .accepted + "C: QUIT\nsilence")
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        let started = ContinuousClock.now
        transport.close()
        #expect(ContinuousClock.now - started < .seconds(20))
        #expect(delivery.summary == "accepted 250 body")
        #expect(server.finish().problems == [])
    }

    @Test func whoeverWaitsIsCalledMeanwhile() throws {
        let server = try ScriptedServer(.helloAndLogin + .envelope + "body\nsilence")
        let transport = SMTPTransport(.impatient(server), secret: Secret("pass"))
        let message = HandOver()
        var callsSinceHandOver = 0
        transport.onProgress = {
            callsSinceHandOver += message.count
            return true
        }
        _ = transport.deliver(try .adaToJane()) { message.give() }
        transport.close()
        #expect(callsSinceHandOver >= 1)
        _ = server.finish()
    }

    /// The program is to end, and the server thinks.
    @Test(arguments: [
        ("C: MAIL FROM:\nready\nsilence", "deferred message brokenOff"),
        (
            "C: MAIL FROM:\nS: 250 Ok\nC: RCPT TO:\nS: 250 Ok\nC: DATA\nS: 354 go on\nbody\nready\nsilence",
            "unconfirmed brokenOff"
        ),
    ])
    func whoeverWaitsMayBreakOff(script: String, outcome: String) throws {
        let server = try ScriptedServer(.hello + Dialogue(script))
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let started = ContinuousClock.now
        var isSilent = false
        transport.onProgress = {
            isSilent = isSilent || server.isReadyNow
            return !isSilent
        }
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        #expect(delivery.summary == outcome)
        #expect(ContinuousClock.now - started < .seconds(20))
        #expect(server.finish().problems == [])
    }

    /// More than any socket buffers: the server reads nothing of it.
    @Test func aStalledBodyIsKnownNotToBeDelivered() throws {
        let server = try ScriptedServer(.helloAndLogin + .envelope + "pause")
        let transport = SMTPTransport(.impatient(server), secret: Secret("pass"))
        let large = HandOver(String(repeating: String(repeating: "x", count: 998) + "\r\n", count: 5_000))
        let delivery = transport.deliver(try .adaToJane()) { large.give() }
        server.resume()
        transport.close()
        #expect(delivery.summary == "deferred message timedOut")
        _ = server.finish()
    }

    @Test func aBodyCutShortIsKnownNotToBeDelivered() throws {
        let server = try ScriptedServer(.hello + .envelope + "drop")
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let large = HandOver(String(repeating: String(repeating: "x", count: 998) + "\r\n", count: 5_000))
        let delivery = transport.deliver(try .adaToJane()) { large.give() }
        transport.close()
        #expect(delivery.summary == "deferred message connectionLost")
        #expect(large.count == 1)
        _ = server.finish()
    }
}

extension Dialogue {
    fileprivate static let helloAndLogin = .helloWithLogin + "S: 334 \nC: AGFkYQBwYXNz\nS: 235 ok"
}

extension SMTPSettings {
    fileprivate static func impatient(_ server: ScriptedServer) -> SMTPSettings {
        var settings = scripted(server, user: "ada")
        settings.replyTimeout = 1
        settings.connectTimeout = 1
        return settings
    }
}
