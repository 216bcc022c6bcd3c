import Etiquette
import Foundation
import Ledger

/// What a process handed over and did not live to record. It is doubtful, and never sent again by itself.
package enum InterruptedSending {
    /// Says so of each, for whoever has the right to send.
    ///
    /// - Parameter lock: shows that nobody is sending any of them now.
    /// - Returns: which messages these were.
    @discardableResult
    package static func settle(in ledger: Ledger, with lock: borrowing SenderLock, at now: Date) throws
        -> [Message.ID]
    {
        guard try !ledger.read({ try $0.messages(in: [.handedOver]) }).isEmpty else { return [] }
        return try ledger.write { try settle(in: $0, at: now) }
    }

    /// The same within the transaction of a sender.
    static func settle(in transaction: LedgerTransaction, at now: Date) throws -> [Message.ID] {
        try transaction.messages(in: [.handedOver]).map { message in
            let started = try transaction.attempts(of: message.id).last?.started ?? now
            try transaction.unconfirmed(
                message.id,
                Attempt(
                    started: started, ended: now, outcome: .unconfirmed, code: nil,
                    reply: "the program ended before the server's answer was known"))
            return message.id
        }
    }
}
