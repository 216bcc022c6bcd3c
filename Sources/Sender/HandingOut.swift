import Dispatch
import Etiquette
import Foundation
import Ledger
import Mail

/// What goes to the connections, and what is not even tried.
extension Run {
    /// Puts the next window on the counter.
    func handOut() throws {
        let now = sender.clock()
        var errands: [Errand] = []
        while errands.isEmpty, let window = windows.popFirst() {
            errands = try withinCeilings(spread(try sift(window, at: now), at: now), at: now)
        }
        counter.put(errands, isLast: windows.isEmpty)
        unprepared += errands
    }

    /// The messages of a window that etiquette lets go; what it keeps back is held, or put off.
    private func sift(_ window: ArraySlice<Message.ID>, at now: Date) throws -> [Errand] {
        let (errands, kept) = try read { try sift(window, in: $0, at: now) }
        guard !kept.isEmpty else { return errands }
        // A held thank-you holds the question to the same person: what was read before is read again.
        return try write { books in
            var ids = Array(window)
            while true {
                let (errands, kept) = try sift(ids[...], in: books, at: now)
                guard !kept.isEmpty else { return errands }
                for (id, verdict) in kept { try keep(id, verdict, in: books) }
                let keptIDs = Set(kept.map(\.id))
                ids.removeAll { keptIDs.contains($0) }
            }
        }
    }

    private func sift(
        _ window: ArraySlice<Message.ID>, in books: Books, at now: Date
    ) throws -> (errands: [Errand], kept: [(id: Message.ID, verdict: Verdict)]) {
        let reading = Errand.Reading(foreignChanges: foreignChanges, ownChanges: lastChange)
        var errands: [Errand] = []
        var kept: [(id: Message.ID, verdict: Verdict)] = []
        for outgoing in try outgoing(window, in: books) where outgoing.message.state == .queued {
            let verdict = sender.handOver.judge.verdict(in: outgoing.circumstances, at: now)
            switch verdict {
            case .hold: kept.append((outgoing.message.id, verdict))
            case .wait(let until, let reason):
                // A mailbox that can't be read is told of, and not tried at every run.
                let isNews =
                    reason.code == .mailboxUnread && until > max(now, outgoing.message.nextAttempt ?? now)
                if isNews { kept.append((outgoing.message.id, verdict)) }
            case .send:
                if let envelope = envelope(of: outgoing) {
                    errands.append(Errand(outgoing, envelope, reading))
                }
            }
        }
        return (errands, kept)
    }

    private func keep(_ id: Message.ID, _ verdict: Verdict, in books: Books) throws {
        switch verdict {
        case .hold(let reason):
            try books.hold(id, because: reason)
            report.held.append(id)
        case .wait(let until, let reason):
            try books.postpone(id, until: until, because: reason.detail, reason.code)
            report.deferred.append(id)
        case .send: break
        }
    }

    /// Nil for a card: it is posted by the user, and here only held when it is late.
    private func envelope(of outgoing: Outgoing) -> Envelope? {
        guard outgoing.message.channel == .email else { return nil }
        return outgoing.message.recipient.address.map {
            Envelope(sender: sender.settings.address, recipient: $0)
        }
    }

    /// One note of each panel, unless another of it has just left; the rest waits for a later run.
    private func spread(_ errands: [Errand], at now: Date) -> [Errand] {
        errands.filter { isSpread($0.outgoing, at: now) }
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
    private func withinCeilings(_ errands: [Errand], at now: Date) throws -> [Errand] {
        guard let left = room, errands.count > left.count else {
            room?.count -= errands.count
            return errands
        }
        room?.count = 0
        try write { books in
            try postpone(
                errands.dropFirst(left.count), until: left.next, because: "your own limit of \(left.limit)",
                in: books)
        }
        return Array(errands.prefix(left.count))
    }

    private func postpone(
        _ errands: some Sequence<Errand>, until next: Date, because detail: String?, in books: Books
    ) throws {
        for errand in errands where try books.state(of: errand.id) == .queued {
            try books.postpone(errand.id, until: next, because: detail)
            report.deferred.append(errand.id)
        }
    }

    /// What was not tried: late messages are held all the same, a server that is down defers all, and where the user has
    /// to mend something, each says what.
    func lookThroughTheRest() throws {
        let now = sender.clock()
        for window in due.windows {
            let rest = try sift(window, at: now)
            guard !rest.isEmpty else { continue }
            try write { books in
                switch report.stop {
                case .server(let reply, let fault):
                    let next = try standBack(because: fault, in: books, at: now)
                    try postpone(rest, until: next, because: reply?.words ?? fault.words, in: books)
                case .mend(let cause, let reply):
                    let why = Reason(.notSending, moment: now, detail: reply?.words ?? cause.rawValue)
                    for errand in rest { try books.explain(errand.id, by: why) }
                case .asked, nil: break
                }
            }
        }
    }
}
