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

    /// The messages of a window that etiquette lets go; what it holds is held.
    private func sift(_ window: ArraySlice<Message.ID>, at now: Date) throws -> [Errand] {
        let (errands, holds) = try read { try sift(window, in: $0, at: now) }
        guard !holds.isEmpty else { return errands }
        // A held thank-you holds the question to the same person: what was read before is read again.
        return try write { books in
            var ids = Array(window)
            while true {
                let (errands, holds) = try sift(ids[...], in: books, at: now)
                guard !holds.isEmpty else { return errands }
                for (id, reason) in holds { try books.hold(id, because: reason) }
                report.held += holds.map(\.id)
                let held = Set(holds.map(\.id))
                ids.removeAll { held.contains($0) }
            }
        }
    }

    private func sift(
        _ window: ArraySlice<Message.ID>, in books: Books, at now: Date
    ) throws -> (errands: [Errand], holds: [(id: Message.ID, reason: Reason)]) {
        let reading = Errand.Reading(foreignChanges: foreignChanges, ownChanges: lastChange)
        var errands: [Errand] = []
        var holds: [(id: Message.ID, reason: Reason)] = []
        for outgoing in try books.outgoing(window) where outgoing.message.state == .queued {
            switch sender.handOver.judge.verdict(in: outgoing.circumstances, at: now) {
            case .hold(let reason): holds.append((outgoing.message.id, reason))
            case .wait: break
            case .send:
                if let envelope = envelope(of: outgoing) {
                    errands.append(Errand(outgoing, envelope, reading))
                }
            }
        }
        return (errands, holds)
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

    /// What was not tried: late messages are held all the same, and a server that is down defers all.
    func lookThroughTheRest(postponing: Bool) throws {
        let now = sender.clock()
        for window in due.windows {
            let rest = try sift(window, at: now)
            guard postponing, !rest.isEmpty else { continue }
            try write { books in
                let next = try standBack(in: books, at: now)
                try postpone(rest, until: next, because: words(of: report.stop), in: books)
            }
        }
    }

    private func words(of stop: SendReport.Stop?) -> String? {
        guard case .server(let reply, let fault)? = stop else { return nil }
        return reply?.words ?? fault.words
    }
}
