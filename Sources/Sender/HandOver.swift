import Etiquette
import Foundation
import Ledger
import Mail

/// The last word on a message on its way out, before its first byte leaves.
struct HandOver {
    let judge: Judge
    /// Under whose name and address everything leaves now.
    let sender: Correspondent
    /// It goes to the user, and not to a server.
    var isByHand = false

    /// Why a message that was due a moment ago is not sent after all.
    struct Withdrawn: Error {
        let verdict: Verdict
    }

    /// What etiquette says of a message now; what may stand in a window of the user's own mail program still is held once,
    /// since it could be sent from there as well.
    func verdict(on outgoing: Outgoing, at now: Date) -> Verdict {
        let verdict = judge.verdict(in: outgoing.circumstances, at: now)
        guard verdict == .send, !isByHand, let opened = outgoing.opened,
            !outgoing.circumstances.waived.contains(.notDelivered)
        else { return verdict }
        return .hold(Reason(.notDelivered, moment: opened, detail: LedgerTransaction.openedByHand))
    }

    /// Judges a message with what is known of it now.
    ///
    /// - Throws: `Withdrawn` where a cancelling, an answer or another change came first.
    func judge(_ outgoing: Outgoing, at now: Date) throws(Withdrawn) {
        // Somebody else has moved it since this run began; there is nothing left to do.
        guard outgoing.message.state == .queued else { throw Withdrawn(verdict: .send) }
        let verdict = verdict(on: outgoing, at: now)
        guard verdict == .send else { throw Withdrawn(verdict: verdict) }
    }

    /// The message as it leaves.
    ///
    /// - Throws: `Withdrawn` where what was approved can't be read any more.
    func made(at now: Date, _ make: () throws(Dispatch.Unreadable) -> Dispatch) throws(Withdrawn) -> Dispatch
    {
        do throws(Dispatch.Unreadable) {
            return try make()
        } catch {
            throw Withdrawn(verdict: .hold(Reason(.unreadable, moment: now, detail: error.detail)))
        }
    }

    /// Looks once more at what would leave, and to whom.
    ///
    /// - Parameter recipient: as the server was told a moment ago.
    /// - Throws: `Withdrawn` where it is not right any more.
    func compare(_ letter: FrozenLetter, _ outgoing: Outgoing, _ recipient: EmailAddress, at now: Date)
        throws(Withdrawn)
    {
        if let reason = change(of: letter, outgoing, at: now) { throw Withdrawn(verdict: .hold(reason)) }
        // An address that was mended while the server was being talked to is for the next run.
        guard letter.to.address.key == recipient.key else { throw Withdrawn(verdict: .send) }
    }

    /// Why what was approved is not right any more: it goes from another address or under another name of the user's, or
    /// somebody's name, address or another fact was mended since (rule `names-right`).
    func change(of letter: FrozenLetter, _ outgoing: Outgoing, at now: Date) -> Reason? {
        guard letter.from.address.key == sender.address.key else {
            return Reason(.senderChanged, moment: now, detail: letter.from.address.text)
        }
        guard letter.from.name == sender.name else {
            return Reason(.senderChanged, moment: now, detail: letter.from.name)
        }
        let recipient = outgoing.message.recipient
        let isSamePerson =
            letter.to.address.key == recipient.address?.key && letter.to.name == recipient.name
        return isSamePerson && !outgoing.isOutdated ? nil : Reason(.outdated, moment: now)
    }
}
