import Etiquette
import Foundation
import Ledger
import Mail

/// What goes to the connections, and what is not even tried.
extension SendingRun {
    /// Gives the next window to the dispatcher.
    func handOut() throws {
        let now = sender.clock()
        var outboundMessages: [OutboundMessage] = []
        while outboundMessages.isEmpty, let window = windows.popFirst() {
            let free = try sift(window, at: now)
            if sender.settings.isByHand {
                report.ready += free.map(\.id)
            } else {
                outboundMessages = try withinCeilings(spread(free, at: now), at: now)
            }
        }
        dispatcher.put(outboundMessages, isLast: windows.isEmpty)
        unprepared += outboundMessages
    }

    /// What of a window still waits to leave, each with its verdict at a moment.
    func judged(
        _ window: ArraySlice<Message.ID>, in transaction: LedgerTransaction, at now: Date
    ) throws -> [(outgoing: Outgoing, verdict: Verdict)] {
        try outgoing(window, in: transaction).filter { $0.message.state == .queued }.map {
            ($0, sender.handOver.verdict(on: $0, at: now))
        }
    }

    /// The messages of a window that etiquette lets go; what it keeps back is held, or put off.
    private func sift(_ window: ArraySlice<Message.ID>, at now: Date) throws -> [OutboundMessage] {
        let (outboundMessages, kept) = try read { try sift(window, in: $0, at: now) }
        guard !kept.isEmpty else { return outboundMessages }
        // A held thank-you holds the question to the same person: what was read before is read again.
        return try write { transaction in
            var ids = Array(window)
            while true {
                let (outboundMessages, kept) = try sift(ids[...], in: transaction, at: now)
                guard !kept.isEmpty else { return outboundMessages }
                for (id, verdict) in kept { try keep(id, verdict, in: transaction) }
                let keptIDs = Set(kept.map(\.id))
                ids.removeAll { keptIDs.contains($0) }
            }
        }
    }

    private func sift(
        _ window: ArraySlice<Message.ID>, in transaction: LedgerTransaction, at now: Date
    ) throws -> (outboundMessages: [OutboundMessage], kept: [(id: Message.ID, verdict: Verdict)]) {
        let reading = OutboundMessage.Reading(foreignChanges: foreignChanges, ownChanges: lastChange)
        var outboundMessages: [OutboundMessage] = []
        var kept: [(id: Message.ID, verdict: Verdict)] = []
        for (outgoing, verdict) in try judged(window, in: transaction, at: now) {
            switch verdict {
            case .hold: kept.append((outgoing.message.id, verdict))
            case .wait(let until, let reason):
                // A mailbox that can't be read is told of, and not tried at every run.
                let isNews =
                    reason.code == .mailboxUnread && until > max(now, outgoing.message.nextAttempt ?? now)
                if isNews { kept.append((outgoing.message.id, verdict)) }
            case .send:
                if let envelope = envelope(of: outgoing) {
                    outboundMessages.append(OutboundMessage(outgoing, envelope, reading))
                }
            }
        }
        return (outboundMessages, kept)
    }

    private func keep(_ id: Message.ID, _ verdict: Verdict, in transaction: LedgerTransaction) throws {
        switch verdict {
        case .hold(let reason):
            try transaction.hold(id, because: reason)
            report.held.append(id)
        case .wait(let until, let reason):
            try transaction.postpone(id, until: until, because: reason.detail, reason.code)
            report.deferred.append(id)
        case .send: break
        }
    }

    /// Nil for a card: it is posted by the user, and here only held when it is late.
    private func envelope(of outgoing: Outgoing) -> Envelope? {
        guard outgoing.message.channel == .email else { return nil }
        return outgoing.message.recipient.address.map {
            Envelope(sender: sender.settings.from.address, recipient: $0)
        }
    }

    /// One note of each panel, unless another of it has just left; the rest waits for a later run.
    private func spread(_ outboundMessages: [OutboundMessage], at now: Date) -> [OutboundMessage] {
        outboundMessages.filter { isSpread($0.outgoing, at: now) }
    }

    /// Whether the last note to the same panel is long enough ago.
    private func isSpread(_ outgoing: Outgoing, at now: Date) -> Bool {
        guard sender.settings.spread > 0, let interview = outgoing.message.followUp.interview else {
            return true
        }
        let last = [outgoing.lastOfPanel, panels[interview]].compactMap(\.self).max()
        guard last.map({ now >= $0 + sender.settings.spread }) ?? true else { return false }
        panels[interview] = now
        return true
    }

    /// As many as the account may send; the rest waits for its turn.
    private func withinCeilings(_ outboundMessages: [OutboundMessage], at now: Date) throws
        -> [OutboundMessage]
    {
        guard let left = room, outboundMessages.count > left.count else {
            room?.count -= outboundMessages.count
            return outboundMessages
        }
        room?.count = 0
        try write { transaction in
            try postpone(
                outboundMessages.dropFirst(left.count), until: left.next,
                because: "your own limit of \(left.limit)", in: transaction)
        }
        return Array(outboundMessages.prefix(left.count))
    }

    private func postpone(
        _ outboundMessages: some Sequence<OutboundMessage>, until next: Date, because detail: String?,
        in transaction: LedgerTransaction
    ) throws {
        for outboundMessage in outboundMessages where try transaction.state(of: outboundMessage.id) == .queued
        {
            try transaction.postpone(outboundMessage.id, until: next, because: detail)
            report.deferred.append(outboundMessage.id)
        }
    }

    /// What was not tried: late messages are held all the same, a server that is down defers all, and where the user has
    /// to mend something, each says what.
    func lookThroughTheRest() throws {
        let now = sender.clock()
        for window in due.windows {
            let rest = try sift(window, at: now)
            guard !rest.isEmpty else { continue }
            try write { transaction in
                switch report.stop {
                case .server(let reply, let fault):
                    let next = try standBack(because: fault, in: transaction, at: now)
                    try postpone(rest, until: next, because: reply?.words ?? fault.words, in: transaction)
                case .mend(let cause, let reply):
                    let why = Reason(.notSending, moment: now, detail: reply?.words ?? cause.rawValue)
                    for outboundMessage in rest { try transaction.explain(outboundMessage.id, by: why) }
                case .asked, nil: break
                }
            }
        }
    }
}
