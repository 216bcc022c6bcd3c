import Etiquette
import Foundation
import Ledger

/// How messages fare when a ledger is adopted of which another copy may have sent.
extension Desk {
    /// Holds all that may have left from elsewhere, and gives it names of its own: the numbers from which names are made may
    /// begin again in this ledger, and two mails to two people must not bear one.
    ///
    /// - Parameter seed: 16 random bytes.
    /// - Returns: nil where there was no doubt, and nothing changed.
    package func adopt(_ turn: Turn, seed: [UInt8], at now: Date) throws -> Adoption? {
        try turn.adopt(seed: seed, at: now) { transaction in
            for message in try transaction.messages(in: [.held]) {
                // What this ledger has given to a server goes again under the name that it had.
                guard let name = message.messageID, try transaction.dispatched(message.id) == nil,
                    // What is not right any more gets words and a name when it is released.
                    try transaction.frozen(message.id) == frozen(message, called: name)?.bytes,
                    let anew = try frozen(message, seed: seed)
                else { continue }
                try transaction.rename(message, anew, at: now)
            }
        }
    }

    /// The messages that are in doubt since the ledger was adopted, and of which a copy would show that they have left.
    package func doubted() throws -> [Message.ID] {
        try ledger.read { transaction in
            try transaction.messages(in: [.held]).filter {
                try $0.channel == .email && transaction.doubt(about: $0) != nil
            }.map(\.id)
        }
    }

    /// What a search of the Sent folder made of messages in doubt.
    package struct Searched: Equatable, Sendable {
        /// Their copies lie there.
        package var sent: [Message.ID] = []
        /// None does, and nothing else holds them.
        package var released: [Message.ID] = []
        /// Still held: something like it lies there, or there is another reason.
        package var held: [Message.ID] = []
    }

    /// Settles messages in doubt once the Sent folder was searched for all of them: what lies there was sent, what does not
    /// is released. What the user had stopped stays so, without the doubt.
    package func settle(_ doubted: [Message.ID], by found: [Message.ID: FoundCopy], at now: Date) throws
        -> Searched
    {
        try ledger.write { transaction in
            var searched = Searched()
            for id in doubted where try transaction.state(of: id) == .held {
                let message = try transaction.message(id)
                if let copy = found[id], copy.isCertain {
                    try settle(message, by: copy, in: transaction, at: now)
                } else if let copy = found[id] {
                    try transaction.hold(id, because: Reason(.copyFound, moment: copy.left))
                } else {
                    try transaction.waive(Reason.Code.otherLedger.rawValue, for: id, at: now)
                    if message.reason?.code == .otherLedger { try free(message, in: transaction, at: now) }
                }
                switch try transaction.state(of: id) {
                case .sent: searched.sent.append(id)
                case .held: searched.held.append(id)
                default: searched.released.append(id)
                }
                try freeQuestion(after: transaction.message(id), in: transaction, at: now)
            }
            return searched
        }
    }

    private func free(_ message: Message, in transaction: LedgerTransaction, at now: Date) throws {
        try transaction.release(message.id)
        try drafting(in: transaction).renew(message.id, at: now)
        try reconsider(message.id, in: transaction, at: now)
    }

    /// A draft was approved where it was sent.
    private func settle(
        _ message: Message, by copy: FoundCopy, in transaction: LedgerTransaction, at now: Date
    ) throws {
        try transaction.release(message.id)
        if try transaction.state(of: message.id) == .draft,
            let frozen = try frozen(message, seed: transaction.seeds().last)
        {
            try transaction.approve(message.id, frozen: frozen, at: copy.left)
        }
        try transaction.sentElsewhere(message.id, copy, at: now)
    }
}
