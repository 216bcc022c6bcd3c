import Etiquette
import Foundation
import Ledger
import Mail

/// What would go at a moment: the same judgement, without lock, server or any change.
public struct Preview: Sendable {
    /// A message that would be sent, byte for byte as it would leave.
    public struct Parcel: Sendable {
        /// Which message it is.
        public let message: Message.ID
        /// From whom and to whom.
        public let envelope: Envelope
        /// The mail as it would leave, Date included.
        public let bytes: [UInt8]
    }

    /// In the order in which they would leave.
    public private(set) var wouldSend: [Parcel] = []
    /// With why each would wait for the user.
    public private(set) var wouldHold: [(message: Message.ID, reason: Reason)] = []

    /// Judges everything that is due by `moment`; `address` is From and envelope sender.
    public init(of ledger: Ledger, settings: EtiquetteSettings, address: EmailAddress, at moment: Date) throws
    {
        let judge = Judge(settings: settings)
        (wouldSend, wouldHold) = try ledger.read { books in
            var parcels: [Parcel] = []
            var held = try books.emails(.held, dueBy: moment).map { id in
                (message: id, reason: try books.message(id).reason ?? Reason(.byUser))
            }
            var written: Set<Person.ID> = []
            for message in try books.emails(.queued, dueBy: moment).map(books.message) {
                let circumstances = try books.circumstances(of: message)
                switch judge.verdict(in: circumstances, at: moment) {
                case .hold(let reason): held.append((message.id, reason))
                case .wait: continue
                case .send:
                    guard let to = message.recipient.address, !written.contains(message.recipient.id) else {
                        continue
                    }
                    do {
                        let parcel = try HandOver.preview(
                            message, zone: circumstances.zone, from: address, in: books, at: moment)
                        written.insert(message.recipient.id)
                        parcels.append(
                            Parcel(
                                message: message.id, envelope: Envelope(sender: address, recipient: to),
                                bytes: parcel.bytes))
                    } catch let withdrawn as HandOver.Withdrawn {
                        if case .hold(let reason) = withdrawn.verdict { held.append((message.id, reason)) }
                    }
                }
            }
            return (parcels, held)
        }
    }
}
