import Etiquette
import Foundation
import Ledger
import Mail

@testable import Sender

extension Post {
    /// Messages as a run would hand them out: one note to each of a panel.
    func outboundMessages(_ panel: [String]) throws -> [OutboundMessage] {
        let notes = try interview(panel).messages.prefix(panel.count)
        return try ledger.read { try $0.outgoing(Array(notes)) }.map { outgoing in
            guard let address = outgoing.message.recipient.address else { throw NoAddress() }
            return OutboundMessage(
                outgoing, Envelope(sender: try EmailAddress("ada@example.net"), recipient: address),
                OutboundMessage.Reading(foreignChanges: 0, ownChanges: 0))
        }
    }

    private struct NoAddress: Error {}

    /// A run that nobody serves, over a server that can't be connected to.
    ///
    /// - Parameter glance: called whenever the run looks at the clock.
    func run(
        _ dispatcher: Dispatcher, on ledger: Ledger? = nil, glance: @escaping @Sendable () -> Void = {}
    ) throws -> SendingRun {
        let settings = Sender.Settings(
            etiquette: desk.settings, from: try Post.ada(), server: "")
        let sender = Sender(
            ledger: ledger ?? self.ledger, settings: settings, lock: try SenderLock(folder: folder.path),
            clock: { [hands] in
                glance()
                return hands.time.withLock { $0 }
            }, chance: { _ in 1 }, connecting: { throw NoPassword() })
        return SendingRun(sender, dispatcher)
    }
}

/// Why the server can't be connected to.
struct NoPassword: Error {}

extension DeliveryOutcome {
    /// The server has taken it.
    static func accepted(_ outboundMessage: OutboundMessage, at moment: Date) -> DeliveryOutcome {
        DeliveryOutcome(
            outboundMessage: outboundMessage, delivery: .accepted(Answer.accepted), started: moment,
            ended: moment,
            wasAsked: true,
            wasHandedOver: true)
    }
}
