import Etiquette
import Foundation
import Mail
import Testing

/// The message is asked for when the server is ready for it, and not before.
@Suite struct HandOverTests {
    struct NotQueuedAnyMore: Error {}

    @Test func aHandOverThatFailsSaysNothing() throws {
        let server = try ScriptedServer(.hello + .envelope)
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let delivery = transport.deliver(try .adaToJane()) { throw NotQueuedAnyMore() }
        transport.close()
        #expect(delivery.summary == "notHandedOver NotQueuedAnyMore()")
        let transcript = server.finish()
        #expect(transcript.problems == [])
        #expect(transcript.lines.last == "DATA")
    }

    @Test func afterAHandOverThatFailedTheNextMessageGoes() throws {
        let server = try ScriptedServer(.hello + .envelope + "close\nagain" + .hello + .envelope + .accepted)
        let transport = SMTPTransport(.scripted(server), secret: nil)
        _ = transport.deliver(try .adaToJane()) { throw NotQueuedAnyMore() }
        let delivery = transport.deliver(try .adaToJane()) { HandOver().give() }
        transport.close()
        #expect(delivery.summary == "accepted 250 body")
        #expect(server.finish().problems == [])
    }

    /// Before 354 nothing is committed: the server is paused in front of it.
    @Test func theMessageIsNotAskedForBefore354() throws {
        let server = try ScriptedServer(
            .hello + "C: MAIL\nS: 250 Ok\nC: RCPT\nS: 250 Ok\nC: DATA\nready\nS: 354 go\nbody\nS: 250 Ok")
        let transport = SMTPTransport(.scripted(server), secret: nil)
        var wasReady = false
        _ = transport.deliver(try .adaToJane()) {
            wasReady = server.isReadyNow
            return HandOver().give()
        }
        transport.close()
        #expect(wasReady)
        #expect(server.finish().problems == [])
    }

    @Test(arguments: [
        ("", WireForm.Fault.empty), ("a\n.\nMAIL FROM:<eve@example.com>\r\n", .bareLineBreak(offset: 1)),
        ("é\r\n", .notSevenBit(offset: 0)), ("no end", .noFinalLineBreak),
    ])
    func bytesThatMayNotGoAreNotSent(text: String, fault: WireForm.Fault) throws {
        let server = try ScriptedServer(.hello + .envelope)
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let delivery = transport.deliver(try .adaToJane()) { Array(text.utf8) }
        transport.close()
        #expect(delivery.summary == "notHandedOver \(fault)")
        #expect(server.finish().lines.last == "DATA")
    }

    @Test(arguments: [
        "Subject: x\r\n\r\nHello\r\n", "Subject: x\r\n\r\n.\r\n..\r\n.hidden\r\n\r\n.\r\n", "\r\n",
        "Subject: large\r\n\r\n" + String(repeating: ".2345678 2345678 2345678\r\n", count: 20_000),
    ])
    func theMessageArrivesByteForByte(text: String) throws {
        let server = try ScriptedServer(.hello + .envelope + .accepted)
        let transport = SMTPTransport(.scripted(server), secret: nil)
        let delivery = transport.deliver(try .adaToJane()) { Array(text.utf8) }
        transport.close()
        #expect(delivery.summary == "accepted 250 body")
        #expect(server.finish().bodies == [text])
    }

    @Test(arguments: [
        "a@b>\r\nRCPT TO:<eve@example.com", "a b@example.org", "", "<a@example.org>", "é@example.org",
    ])
    func anAddressThatWasNotReadAtTheDoorIsNotSaid(text: String) throws {
        let envelope = Envelope(
            sender: try Letters.address("ada@example.org"), recipient: EmailAddress(recorded: text))
        let settings = SMTPSettings(scheme: .smtp, host: "127.0.0.1", port: 9, user: nil)
        let delivery = SMTPTransport(settings, secret: nil).deliver(envelope) { HandOver().give() }
        guard case .notHandedOver(let error) = delivery else {
            Issue.record("\(delivery.summary)")
            return
        }
        #expect(error as? EnvelopeFault == .unsafeAddress(text))
    }
}
