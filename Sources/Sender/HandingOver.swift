import Etiquette
import Foundation
import Ledger
import Mail

/// What leaves the house, in the ledger before it leaves.
extension SendingRun {
    /// Answers each request; one that is withdrawn spoils nothing for the others.
    func handOver(
        _ requests: [HandOverRequest], in transaction: LedgerTransaction, at now: Date,
        _ report: inout SendReport
    ) throws -> [Result<HandOverGrant, any Error>] {
        guard !requests.isEmpty else { return [] }
        let known = try facts(for: requests.map(\.outboundMessage), in: transaction)
        return try requests.map { request in
            let outboundMessage = request.outboundMessage
            do {
                guard let outgoing = known[outboundMessage.id] else {
                    throw HandOver.Withdrawn(verdict: .send)
                }
                return .success(try handOver(outboundMessage, outgoing, in: transaction, at: now))
            } catch let withdrawn as HandOver.Withdrawn {
                if case .hold(let reason) = withdrawn.verdict {
                    try transaction.hold(outboundMessage.id, because: reason)
                    report.held.append(outboundMessage.id)
                    hasChanged(outboundMessage.recipient)
                }
                return .failure(withdrawn)
            }
        }
    }

    /// What is known of the messages now: what was read ahead, or read again where anything may have changed since.
    private func facts(for outboundMessages: [OutboundMessage], in transaction: LedgerTransaction) throws
        -> [Message.ID: Outgoing]
    {
        var known: [Message.ID: Outgoing] = [:]
        var stale: [Message.ID] = []
        for outboundMessage in outboundMessages {
            let isFresh =
                outboundMessage.reading.foreignChanges == foreignChanges
                && changes[outboundMessage.recipient] ?? 0 <= outboundMessage.reading.ownChanges
            if isFresh {
                known[outboundMessage.id] = outboundMessage.outgoing
            } else {
                stale.append(outboundMessage.id)
            }
        }
        for outgoing in try outgoing(stale, in: transaction) { known[outgoing.message.id] = outgoing }
        return known
    }

    /// From now on what was read of messages to this person is stale.
    func hasChanged(_ recipient: Person.ID) {
        lastChange += 1
        changes[recipient] = lastChange
    }

    private func handOver(
        _ outboundMessage: OutboundMessage, _ outgoing: Outgoing, in transaction: LedgerTransaction,
        at now: Date
    ) throws -> HandOverGrant {
        try sender.handOver.judge(outgoing, at: now)
        // What was edited and approved in the meantime goes as it is now.
        let isSameText =
            outgoing.frozen == outboundMessage.outgoing.frozen
            && outgoing.answered == outboundMessage.outgoing.answered
        let dispatch = try sender.handOver.made(at: now) { () throws(Dispatch.Unreadable) in
            try isSameText ? outboundMessage.dispatch(at: now) : Dispatch(outgoing, at: now)
        }
        try sender.handOver.compare(dispatch.letter, outgoing, outboundMessage.envelope.recipient, at: now)
        try transaction.handOver(
            outgoing.message.id, dispatched: dispatch.bytes, subject: dispatch.subject, at: now)
        return HandOverGrant(bytes: dispatch.bytes, moment: now)
    }
}
