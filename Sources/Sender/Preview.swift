import Etiquette
import Foundation
import Ledger
import Mail

/// What would go at a moment: the same judgement, without lock, server or any change.
package struct Preview: Sendable {
    /// A message that would be sent, byte for byte as it would leave.
    package struct Parcel: Sendable {
        package let message: Message.ID
        /// From whom and to whom.
        package let envelope: Envelope
        /// The mail as it would leave, Date included.
        package let bytes: [UInt8]
    }

    /// In the order in which they would leave.
    package private(set) var wouldSend: [Parcel] = []
    /// With why each would wait for the user.
    package private(set) var wouldHold: [(message: Message.ID, reason: Reason)] = []
    private var written: Set<Person.ID> = []

    private let mailbox: Circumstances.Mailbox

    /// Judges everything that is due by `moment`; `from` has its name and address.
    ///
    /// - Parameter isMailboxRead: false where only the user knows what they have heard.
    package init(
        of ledger: Ledger, settings: EtiquetteSettings, from: Correspondent, isMailboxRead: Bool = true,
        at moment: Date
    ) throws {
        mailbox = isMailboxRead ? .unasked : .nobodyReads
        let handOver = HandOver(judge: Judge(settings: settings), sender: from)
        try ledger.read { transaction in
            wouldHold = try transaction.messages(.held, dueBy: moment).map { id in
                (message: id, reason: try transaction.message(id).reason ?? Reason(.byUser))
            }
            for window in try transaction.messages(.queued, dueBy: moment).windows {
                for outgoing in try transaction.outgoing(window) { look(at: outgoing, handOver, moment) }
            }
        }
    }

    private mutating func look(at outgoing: Outgoing, _ handOver: HandOver, _ moment: Date) {
        let message = outgoing.message
        var outgoing = outgoing
        outgoing.circumstances.mailbox = mailbox
        switch handOver.verdict(on: outgoing, at: moment) {
        case .hold(let reason): wouldHold.append((message.id, reason))
        case .wait: break
        case .send:
            guard message.channel == .email, let to = message.recipient.address,
                !written.contains(message.recipient.id)
            else { return }
            open(outgoing, Envelope(sender: handOver.sender.address, recipient: to), handOver, moment)
        }
    }

    private mutating func open(
        _ outgoing: Outgoing, _ envelope: Envelope, _ handOver: HandOver, _ moment: Date
    ) {
        let id = outgoing.message.id
        do throws(Dispatch.Unreadable) {
            let dispatch = try Dispatch(outgoing, at: moment)
            if let reason = handOver.change(of: dispatch.letter, outgoing, at: moment) {
                return wouldHold.append((id, reason))
            }
            written.insert(outgoing.message.recipient.id)
            wouldSend.append(Parcel(message: id, envelope: envelope, bytes: dispatch.bytes))
        } catch {
            wouldHold.append((id, Reason(.unreadable, moment: moment, detail: error.detail)))
        }
    }
}
