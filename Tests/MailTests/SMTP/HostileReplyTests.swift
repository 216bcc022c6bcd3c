import Etiquette
import FaultySMTP
import Foundation
import Mail
import Testing

/// A server that floods, mumbles, never ends a line, invents codes or dawdles: a bounded wait and a classified outcome.
@Suite struct HostileReplyTests {
    private static let tenMegabytes = 10_000_000

    /// Where libcurl itself breaks off, its version decides what it calls that: there the beginning of the outcome counts.
    static let rows: [(Fault, String)] = [
        (Fault(.greeting, .floods(bytes: tenMegabytes)), "deferred server protocolViolated"),
        (Fault(.ehlo, .floods(bytes: tenMegabytes)), "deferred server"),
        (Fault(.auth, .floods(bytes: tenMegabytes)), "deferred server protocolViolated"),
        (Fault(.mail, .floods(bytes: tenMegabytes)), "deferred message protocolViolated"),
        (Fault(.dot, .floods(bytes: tenMegabytes)), "unconfirmed protocolViolated"),
        (Fault(.greeting, .runsOn(bytes: tenMegabytes)), "deferred server"),
        (Fault(.rcpt, .runsOn(bytes: tenMegabytes)), "deferred message"),
        (Fault(.dot, .runsOn(bytes: tenMegabytes)), "unconfirmed"),
        (Fault(.greeting, .mumbles), "deferred server timedOut"),
        (Fault(.mail, .mumbles), "deferred message timedOut"),
        (Fault(.dot, .mumbles, keeps: true), "unconfirmed timedOut"),
        (Fault(.rcpt, .slurs), "accepted 250 body"),
        (Fault(.dot, .slurs, keeps: true), "accepted 250 body"),
        (Fault(.greeting, .says("999 what")), "deferred server 999 greeting protocolViolated"),
        (Fault(.auth, .says("999 what")), "stopped loginRefused 999 auth"),
        (Fault(.mail, .says("999 what")), "deferred message 999 mail protocolViolated"),
        (Fault(.rcpt, .says("999 what")), "deferred message 999 rcpt protocolViolated"),
        (Fault(.data, .says("999 what")), "deferred message 999 data protocolViolated"),
        (Fault(.dot, .says("999 what")), "unconfirmed protocolViolated 999 body"),
        (Fault(.dot, .says("000 what")), "unconfirmed timedOut 0 body"),
        // In time as a whole, byte for byte.
        (Fault(.rcpt, .trickles(milliseconds: 5)), "accepted 250 body"),
        (Fault(.dot, .trickles(milliseconds: 5), keeps: true), "accepted 250 body"),
        // Each byte in time, the reply as a whole not: the limit is for each reply (RFC 5321 4.5.3.2).
        (Fault(.greeting, .trickles(milliseconds: 150)), "deferred server timedOut"),
        (Fault(.mail, .trickles(milliseconds: 150)), "deferred message timedOut"),
        (Fault(.dot, .trickles(milliseconds: 150), keeps: true), "unconfirmed timedOut"),
    ]

    /// All at once: most of the time is spent in waiting for the end of somebody's patience.
    @Test func theWaitIsBoundedAndTheOutcomeClassified() throws {
        let envelope = try Envelope.adaToJane()
        let seen = AtOnce.map(Self.rows.map(\.0)) { Self.deliver(envelope, $0) }
        try #require(seen.count == Self.rows.count)
        for ((fault, outcome), seen) in zip(Self.rows, seen) {
            #expect(seen.outcome.hasPrefix(outcome), "\(fault): \(seen.detail)")
            #expect(seen.took < .seconds(20), "\(fault)")
            #expect(seen.words <= ServerReply.longestText, "\(fault)")
        }
    }

    private static func deliver(
        _ envelope: Envelope, _ fault: Fault
    ) -> (outcome: String, took: Duration, words: Int, detail: String) {
        guard let server = try? FaultyServer.failing(fault) else { return ("no server", .zero, 0, "") }
        let transport = SMTPTransport(.impatient(server), secret: Secret("pass"))
        let started = ContinuousClock.now
        let delivery = transport.deliver(envelope) { HandOver().give() }
        transport.close()
        return (
            delivery.summary, ContinuousClock.now - started, delivery.reply?.text.count ?? 0, "\(delivery)"
        )
    }
}

extension FaultyServer {
    /// Fails every time, in one way.
    static func failing(_ fault: Fault) throws -> FaultyServer {
        try FaultyServer(FaultChooser(percent: 100, of: [fault]), Manners(offersLogin: true))
    }
}

extension SMTPSettings {
    /// In the clear, with a login, and a second for each reply.
    static func impatient(_ server: FaultyServer) -> SMTPSettings {
        var settings = SMTPSettings(scheme: .smtp, host: "127.0.0.1", port: server.port, user: "ada")
        settings.requiresTLS = false
        settings.replyTimeout = 1
        settings.connectTimeout = 1
        return settings
    }
}
