import Etiquette
import Foundation
import Mail

/// A note from the user to themselves, which shows that mail arrives. It follows up nothing: it is no message of the ledger,
/// and on no record.
package struct TestNote {
    private let letter: Letter
    private let envelope: Envelope

    /// - Parameter token: 16 bytes of chance, which name it.
    package init(to me: Correspondent, subject: String, body: String, token: [UInt8]) {
        let domain = me.address.text.split(separator: "@").last.map(String.init) ?? ""
        let name = "test-" + Digest.sha256(token).prefix(32)
        letter = Letter(
            from: me, to: me, subject: subject, body: body, messageID: "\(name)@\(domain)")
        envelope = Envelope(sender: me.address, recipient: me.address)
    }

    /// - Parameter zone: of its Date.
    package func send(over transport: SMTPTransport, at now: Date, zone: TimeZone) throws -> Delivery {
        defer { transport.close() }
        let bytes = try FrozenLetter(letter.frozen()).dispatch(date: now, zone: zone)
        return transport.deliver(envelope) { bytes }
    }
}
