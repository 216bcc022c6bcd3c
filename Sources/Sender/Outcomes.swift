import Etiquette
import Foundation
import Ledger
import Mail

/// What became of what left, in the ledger.
extension SendingRun {
    /// What an outcome leaves in the ledger; docs/how-it-works.md has the table.
    func record(_ outcome: DeliveryOutcome, in transaction: LedgerTransaction, _ report: inout SendReport)
        throws
    {
        let id = outcome.outboundMessage.id
        switch outcome.delivery {
        case .accepted(let reply):
            try transaction.sent(id, outcome.attempt(.sent, reply.words))
            report.sent.append(id)
            try recover(in: transaction)
        case .refused(let reply):
            let attempt = outcome.attempt(.refused, reply.words)
            if try settle(outcome, attempt, in: transaction, { try transaction.refused(id, attempt) }) {
                report.refused.append(id)
            }
            try recover(in: transaction)
        case .deferred(_, _, let fault) where fault.kind == .brokenOff && !outcome.wasHandedOver:
            // We broke it off ourselves before anything was said.
            break
        case .deferred(let scope, let reply, let fault):
            try putOff(outcome, scope, reply, fault, in: transaction, &report)
        case .stopped(let cause, let reply):
            try takeBack(outcome, reply?.words ?? cause.rawValue, in: transaction)
        case .unconfirmed(let fault, let reply):
            try transaction.unconfirmed(id, outcome.attempt(.unconfirmed, reply?.words ?? fault.words))
            report.unconfirmed.append(id)
        case .notHandedOver(let error):
            try keepBack(outcome, because: error, in: transaction, &report)
        }
    }

    /// Moves a message on, unless somebody else has moved it while the server was being talked to: then only the
    /// attempt is recorded. Answers whether it was moved.
    private func settle(
        _ outcome: DeliveryOutcome, _ attempt: Attempt, in transaction: LedgerTransaction,
        _ move: () throws -> Void
    )
        throws -> Bool
    {
        hasChanged(outcome.outboundMessage.recipient)
        let state = try transaction.state(of: outcome.outboundMessage.id)
        guard state == .queued || state == .handedOver else {
            try transaction.stopped(outcome.outboundMessage.id, attempt)
            return false
        }
        try move()
        return true
    }

    private func putOff(
        _ outcome: DeliveryOutcome, _ scope: Delivery.Scope, _ reply: ServerReply?, _ fault: TransportFault,
        in transaction: LedgerTransaction, _ report: inout SendReport
    ) throws {
        let id = outcome.outboundMessage.id
        let attempt = outcome.attempt(.deferred, reply?.words ?? fault.words)
        let isMoved = try settle(outcome, attempt, in: transaction) {
            let next =
                switch scope {
                case .server: try standBack(because: fault, in: transaction, at: outcome.ended)
                case .message:
                    outcome.ended + sender.retryDelay.after(failures: try transaction.deferrals(of: id))
                }
            try transaction.deferred(id, attempt, nextAttempt: next)
        }
        if isMoved { report.deferred.append(id) }
        if scope == .message, reply != nil { try recover(in: transaction) }
    }

    /// Known not to be delivered, and for nothing that concerns this message: it goes back into the queue.
    private func takeBack(_ outcome: DeliveryOutcome, _ words: String, in transaction: LedgerTransaction)
        throws
    {
        let (id, attempt) = (outcome.outboundMessage.id, outcome.attempt(.stopped, words))
        let isHandedOver = try outcome.wasHandedOver && transaction.state(of: id) == .handedOver
        if isHandedOver {
            try transaction.takenBack(id, attempt)
        } else {
            try transaction.stopped(id, attempt)
        }
    }

    /// Nothing was said: known not to be delivered.
    private func keepBack(
        _ outcome: DeliveryOutcome, because error: any Error, in transaction: LedgerTransaction,
        _ report: inout SendReport
    ) throws {
        let id = outcome.outboundMessage.id
        if outcome.wasHandedOver { try takeBack(outcome, "\(error)", in: transaction) }
        guard error is EnvelopeFault, try transaction.state(of: id) == .queued else { return }
        try transaction.hold(id, because: Reason(.unreadable, moment: outcome.ended, detail: "\(error)"))
        report.held.append(id)
        hasChanged(outcome.outboundMessage.recipient)
    }
}

// MARK: - A server that is down

extension SendingRun {
    /// Until when a server that is down, or has enough of the account, is left alone; counted once a run.
    func standBack(because fault: TransportFault, in transaction: LedgerTransaction, at now: Date) throws
        -> Date
    {
        if let isDownUntil { return isDownUntil }
        let least = fault.kind == .limitReached ? RetryDelay.afterLimit : 0
        let next = now + max(least, sender.retryDelay.after(failures: failures))
        try transaction.hasFailed(sender.settings.server, at: now)
        isDownUntil = next
        return next
    }

    private func recover(in transaction: LedgerTransaction) throws {
        guard failures > 0 else { return }
        try transaction.hasRecovered(sender.settings.server)
        failures = 0
    }
}

extension DeliveryOutcome {
    fileprivate func attempt(_ outcome: Attempt.Outcome, _ words: String?) -> Attempt {
        Attempt(started: started, ended: ended, outcome: outcome, code: delivery.reply?.code, reply: words)
    }
}

extension ServerReply {
    /// As it is kept and shown: code, status and the server's own words.
    var words: String {
        [enhancedStatus ?? "", text].reduce(into: String(code)) { words, part in
            if !part.isEmpty { words += " " + part }
        }
    }
}

extension TransportFault {
    /// As it is kept and shown.
    var words: String { detail.isEmpty ? kind.rawValue : detail }
}
