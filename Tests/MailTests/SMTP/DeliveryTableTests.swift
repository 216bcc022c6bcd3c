import Etiquette
import Foundation
import Mail
import Testing

/// The table of the design, row by row, against a server that follows a script.
@Suite struct DeliveryTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let dialogue: Dialogue
        let outcome: String
        /// The message was asked for.
        var handedOver = false
        var user: String?
        var requiresTLS = false
        var testDescription: String { name }

        init(
            _ name: String, _ dialogue: Dialogue, _ outcome: String, handedOver: Bool = false,
            user: String? = nil,
            requiresTLS: Bool = false
        ) {
            self.name = name
            self.dialogue = dialogue
            self.outcome = outcome
            self.handedOver = handedOver
            self.user = user
            self.requiresTLS = requiresTLS
        }
    }

    static func at(_ step: String) -> Dialogue { Dialogue(step) }

    static let mail: Dialogue = "C: MAIL FROM:"
    static let rcpt: Dialogue = mail + "S: 250 Ok\nC: RCPT TO:"
    static let data: Dialogue = rcpt + "S: 250 Ok\nC: DATA"

    static let accepted = [
        Row("250", .hello + .envelope + .accepted, "accepted 250 body", handedOver: true),
        Row(
            "250 of many lines", .hello + .envelope + "body\nS: 250-2.0.0 one\nS: 250 2.0.0 two",
            "accepted 250 body", handedOver: true),
        Row("250 without words", .hello + .envelope + "body\nS: 250", "accepted 250 body", handedOver: true),
        Row("any 2xx", .hello + .envelope + "body\nS: 251 forwarded", "accepted 251 body", handedOver: true),
        Row(
            "250, then the end", .hello + .envelope + .accepted + "drop", "accepted 250 body",
            handedOver: true),
        Row(
            "noise before 250", .hello + .envelope + "body\nS: queueing\nS: 250 Ok", "accepted 250 body",
            handedOver: true),
        Row(
            "login", .helloWithLogin + "S: 334 \nC: AGFkYQBwYXNz\nS: 235 ok" + .envelope + .accepted,
            "accepted 250 body", handedOver: true, user: "ada"),
    ]

    static let beforeTheLogin = [
        Row("greeting 421", "S: 421 busy", "deferred server 421 greeting answered"),
        Row("greeting 554", "S: 554 no", "deferred server 554 greeting answered"),
        Row(
            "greeting garbage, then the end", "S: HTTP/1.1 400 Bad Request\ndrop",
            "deferred server connectionLost"),
        Row("dropped at greeting", "drop", "deferred server connectionLost"),
        Row("reset at greeting", "reset", "deferred server connectionLost"),
        Row(
            "EHLO and HELO 502", "S: 220 hi\nC: EHLO\nS: 502 what\nC: HELO\nS: 502 what",
            "deferred server 502 ehlo answered"),
        Row("EHLO 421", "S: 220 hi\nC: EHLO\nS: 421 busy\nC: HELO\ndrop", "deferred server connectionLost"),
        Row("dropped at EHLO", "S: 220 hi\nC: EHLO\ndrop", "deferred server connectionLost"),
        Row("no TLS", .hello, "stopped tlsNotOffered", requiresTLS: true),
        Row(
            "EHLO refused, TLS required", "S: 220 hi\nC: EHLO\nS: 550 no",
            "deferred server 550 ehlo answered", requiresTLS: true),
        Row(
            "STARTTLS 454", "S: 220 hi\nC: EHLO\nS: 250 STARTTLS\nC: STARTTLS\nS: 454 later",
            "deferred server 454 startTLS answered", requiresTLS: true),
        Row(
            "STARTTLS 502", "S: 220 hi\nC: EHLO\nS: 250 STARTTLS\nC: STARTTLS\nS: 502 no",
            "stopped tlsNotOffered 502 startTLS", requiresTLS: true),
        Row(
            "STARTTLS with a reply smuggled in",
            "S: 220 hi\nC: EHLO\nS: 250 STARTTLS\nC: STARTTLS\nS- 220 go\r\n250 AUTH PLAIN\r\n",
            "deferred server protocolViolated", requiresTLS: true),
        Row(
            "STARTTLS with a login smuggled in",
            "S: 220 hi\nC: EHLO\nS: 250 STARTTLS\nC: STARTTLS\nS- 220 go\r\n250 AUTH PLAIN\r\n235 Ok\r\n250 Ok\r\n",
            "deferred server protocolViolated", requiresTLS: true),
        Row(
            "TLS withheld, AUTH offered", "S: 220 hi\nC: EHLO\nS: 250 AUTH PLAIN", "stopped tlsNotOffered",
            requiresTLS: true),
        Row(
            "dropped at STARTTLS", "S: 220 hi\nC: EHLO\nS: 250 STARTTLS\nC: STARTTLS\ndrop",
            "deferred server connectionLost", requiresTLS: true),
        Row(
            "dropped in the TLS handshake",
            "S: 220 hi\nC: EHLO\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\ndrop", "deferred server tlsFailed",
            requiresTLS: true),
    ]

    static let atTheLogin = [
        Row("AUTH 535", .helloWithLogin + "S: 535 5.7.8 no", "stopped loginRefused 535 auth", user: "ada"),
        Row(
            "AUTH 535 after the password", .helloWithLogin + "S: 334 \nC: AGFkYQBwYXNz\nS: 535 5.7.8 no",
            "stopped loginRefused 535 auth", user: "ada"),
        Row(
            "AUTH 454", .helloWithLogin + "S: 334 \nC: AGFkYQBwYXNz\nS: 454 later",
            "deferred server 454 auth answered", user: "ada"),
        Row("AUTH 421", .helloWithLogin + "S: 421 busy", "deferred server 421 auth answered", user: "ada"),
        Row("dropped at AUTH", .helloWithLogin + "drop", "deferred server connectionLost", user: "ada"),
        Row(
            "dropped after the password", .helloWithLogin + "S: 334 \nC: AGFkYQBwYXNz\ndrop",
            "deferred server connectionLost", user: "ada"),
        Row("no AUTH", .hello, "stopped authNotOffered", user: "ada"),
        Row(
            "AUTH in small letters", "S: 220 hi\nC: EHLO\nS: 250 auth plain", "stopped authNotOffered",
            user: "ada"),
        Row(
            "AUTH without our mechanism", "S: 220 hi\nC: EHLO\nS: 250 AUTH GSSAPI NTLM CRAM-MD5",
            "stopped authNotOffered", user: "ada"),
        Row(
            "HELO instead of EHLO", "S: 220 hi\nC: EHLO\nS: 502 what\nC: HELO\nS: 250 hi",
            "stopped authNotOffered", user: "ada"),
    ]

    static let beforeTheBody = [
        Row("MAIL 451", .hello + mail + "S: 451 later", "deferred message 451 mail answered"),
        Row("MAIL 552", .hello + mail + "S: 552 quota", "stopped senderRefused 552 mail"),
        Row("MAIL 530", .hello + mail + "S: 530 log in", "stopped loginWanted 530 mail"),
        Row("MAIL 354", .hello + mail + "S: 354 what", "deferred message 354 mail protocolViolated"),
        Row("dropped at MAIL", .hello + mail + "drop", "deferred message connectionLost"),
        Row("RCPT 450", .hello + rcpt + "S: 450 greylisted", "deferred message 450 rcpt answered"),
        Row("RCPT 550", .hello + rcpt + "S: 550-5.1.1 no such\nS: 550 5.1.1 user", "refused 550 rcpt"),
        Row(
            "half a 550 to RCPT", .hello + rcpt + "S: 550-5.1.1 no such\ndrop",
            "deferred message connectionLost"),
        Row("dropped at RCPT", .hello + rcpt + "drop", "deferred message connectionLost"),
        Row(
            "two codes to RCPT", .hello + rcpt + "S: 550-5.1.1 no such\nS: 250 Ok",
            "deferred message protocolViolated"),
        Row(
            "two codes to MAIL", .hello + mail + "S: 250-Ok\nS: 550 no", "deferred message protocolViolated"),
        Row("DATA 451", .hello + data + "S: 451 later", "deferred message 451 data answered"),
        Row("DATA 554", .hello + data + "S: 554 no", "refused 554 data"),
        Row("DATA 250", .hello + data + "S: 250 what", "deferred message 250 data protocolViolated"),
        Row("dropped at DATA", .hello + data + "drop", "deferred message connectionLost"),
        Row("reset at DATA", .hello + data + "reset", "deferred message connectionLost"),
        Row(
            "a reply without end", .hello + mail + "flood 100\nS: 250 Ok", "deferred message protocolViolated"
        ),
    ]

    static let afterTheBody = [
        Row(
            "body 451", .hello + .envelope + "body\nS: 451 4.3.0 later", "deferred message 451 body answered",
            handedOver: true),
        Row(
            "body 554", .hello + .envelope + "body\nS: 554-5.7.1 looks\nS: 554 5.7.1 like spam",
            "refused 554 body", handedOver: true),
        Row(
            "dropped after the dot", .hello + .envelope + "body\ndrop", "unconfirmed connectionLost",
            handedOver: true),
        Row(
            "reset after the dot", .hello + .envelope + "body\nreset", "unconfirmed connectionLost",
            handedOver: true),
        Row(
            "half a 250", .hello + .envelope + "body\nS- 250 2.0.0 Ok: que\ndrop",
            "unconfirmed connectionLost", handedOver: true),
        Row(
            "half a 250 of many lines", .hello + .envelope + "body\nS: 250-2.0.0 Ok\ndrop",
            "unconfirmed connectionLost", handedOver: true),
        Row(
            "half a 554", .hello + .envelope + "body\nS: 554-5.7.1 looks\ndrop", "unconfirmed connectionLost",
            handedOver: true),
        Row(
            "garbage", .hello + .envelope + "body\nS: hello?\nS: 25O Ok\ndrop", "unconfirmed connectionLost",
            handedOver: true),
        Row(
            "250, then 451 in one reply", .hello + .envelope + "body\nS: 250-2.0.0 Ok\nS: 451 4.3.0 later",
            "unconfirmed protocolViolated", handedOver: true),
        Row(
            "451, then 250 in one reply", .hello + .envelope + "body\nS: 451-4.3.0 later\nS: 250 2.0.0 Ok",
            "unconfirmed protocolViolated", handedOver: true),
        Row(
            "250, then 554 in one reply", .hello + .envelope + "body\nS: 250-Ok\nS: 554 no",
            "unconfirmed protocolViolated", handedOver: true),
        Row(
            "another 354", .hello + .envelope + "body\nS: 354 more?", "unconfirmed protocolViolated 354 body",
            handedOver: true),
        Row(
            "a reply without end", .hello + .envelope + "body\nflood 100\nS: 250 Ok",
            "unconfirmed protocolViolated", handedOver: true),
        Row(
            "dropped at 354, the body being given all the same", .hello + .envelope + "drop",
            "unconfirmed connectionLost", handedOver: true),
    ]

    @Test(arguments: accepted + beforeTheLogin + atTheLogin + beforeTheBody + afterTheBody)
    func theOutcomeIsThatOfTheTable(row: Row) throws {
        let server = try ScriptedServer(row.dialogue)
        var settings = SMTPSettings.scripted(server, user: row.user)
        settings.requiresTLS = row.requiresTLS
        let transport = SMTPTransport(settings, secret: row.user.map { _ in Secret("pass") })
        let message = HandOver()
        let delivery = transport.deliver(try .adaToJane()) { message.give() }
        transport.close()
        let transcript = server.finish()
        #expect(delivery.summary == row.outcome)
        #expect(message.count == (row.handedOver ? 1 : 0))
        #expect(transcript.problems == [])
        #expect(transcript.connections == 1)
    }

    /// A password is configured: nothing about the message may reach a server that did not take it.
    @Test(arguments: atTheLogin)
    func mailIsNotSaidWithoutTheLogin(row: Row) throws {
        let server = try ScriptedServer(row.dialogue)
        let transport = SMTPTransport(.scripted(server, user: row.user), secret: Secret("pass"))
        _ = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        let lines = server.finish().lines
        #expect(!lines.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") || $0.hasPrefix("DATA") })
    }

    /// TLS is required, and a password is configured: whoever sits in between sees neither.
    @Test(arguments: beforeTheLogin.filter(\.requiresTLS))
    func nothingIsSaidWithoutTLS(row: Row) throws {
        let server = try ScriptedServer(row.dialogue)
        var settings = SMTPSettings.scripted(server, user: "ada")
        settings.requiresTLS = true
        let transport = SMTPTransport(settings, secret: Secret("pass"))
        let message = HandOver()
        let delivery = transport.deliver(try .adaToJane()) { message.give() }
        transport.close()
        let lines = server.finish().lines
        #expect(
            !lines.contains { said in
                ["AUTH", "MAIL", "RCPT", "DATA", "AGFk"].contains { said.hasPrefix($0) }
            })
        #expect(delivery.summary == row.outcome && message.count == 0)
    }

    @Test func nobodyListens() throws {
        let server = try ScriptedServer("drop")
        let settings = SMTPSettings.scripted(server)
        let first = SMTPTransport(settings, secret: nil)
        _ = first.deliver(try .adaToJane()) { HandOver().give() }
        _ = server.finish()
        let delivery = first.deliver(try .adaToJane()) { HandOver().give() }
        #expect(delivery.summary == "deferred server notConnected")
    }

    @Test func aHostThatDoesNotExist() throws {
        let settings = SMTPSettings(scheme: .smtp, host: "mail.invalid", port: 25, user: nil)
        let delivery = SMTPTransport(settings, secret: nil).deliver(try .adaToJane()) { HandOver().give() }
        #expect(delivery.summary == "deferred server hostNotFound")
    }

    @Test(arguments: ["", "a b", "example.org/x@", "a\r\nb"])
    func aHostThatIsNone(host: String) throws {
        let settings = SMTPSettings(scheme: .smtp, host: host, port: 25, user: nil)
        let delivery = SMTPTransport(settings, secret: nil).deliver(try .adaToJane()) { HandOver().give() }
        #expect(delivery.summary == "stopped settingsUnusable")
    }

    @Test func aUserWithoutSecretIsNotSentAnywhere() throws {
        let settings = SMTPSettings(scheme: .smtp, host: "mail.invalid", port: 25, user: "ada")
        let delivery = SMTPTransport(settings, secret: nil).deliver(try .adaToJane()) { HandOver().give() }
        #expect(delivery.summary == "stopped settingsUnusable")
    }
}
