import Etiquette
import Foundation
import Ledger
import Mail

/// What leaves the house, and what became of it, in the ledger: one transaction for all that waits.
extension Run {
    /// Writes down every outcome and every hand-over that waits; who asked for one goes on when it is on disk.
    func commit(_ work: Work) throws {
        unrecorded += work.outcomes
        guard !(work.requests.isEmpty && work.outcomes.isEmpty) else { return }
        let now = sender.clock()
        do {
            var changed = report
            let answers = try write { books in
                for outcome in unrecorded { try record(outcome, in: books, &changed) }
                return try handOver(work.requests, in: books, at: now, &changed)
            }
            // Only now: a transaction that failed has recorded nothing.
            unrecorded = []
            report = changed
            lastCommit = max(0, sender.clock().timeIntervalSince(now))
            for (request, answer) in zip(work.requests, answers) { request.ticket.give(answer) }
        } catch {
            for request in work.requests { request.ticket.give(.failure(error)) }
            throw error
        }
    }

    /// When the run is over and the ledger refused some of it before: each outcome by itself, so that none is
    /// lost for another's sake.
    func recordTheRest() throws {
        var problem: (any Error)?
        for outcome in unrecorded {
            do {
                var changed = report
                try write { try record(outcome, in: $0, &changed) }
                report = changed
            } catch {
                problem = problem ?? error
            }
        }
        unrecorded = []
        if case .failed(let error)? = counter.ending { throw error }
        if let problem { throw problem }
    }
}

// MARK: - Hand-overs

extension Run {
    /// Answers each request; one that is withdrawn spoils nothing for the others.
    private func handOver(
        _ requests: [Request], in books: Books, at now: Date, _ report: inout SendReport
    ) throws -> [Result<Handed, any Error>] {
        guard !requests.isEmpty else { return [] }
        let known = try facts(for: requests, in: books)
        return try requests.map { request in
            do {
                guard let outgoing = known[request.errand.id] else {
                    throw HandOver.Withdrawn(verdict: .send)
                }
                return .success(try handOver(request, outgoing, in: books, at: now))
            } catch let withdrawn as HandOver.Withdrawn {
                if case .hold(let reason) = withdrawn.verdict {
                    try books.hold(request.errand.id, because: reason)
                    report.held.append(request.errand.id)
                    hasChanged(request.errand.recipient)
                }
                return .failure(withdrawn)
            }
        }
    }

    /// What is known of the messages now: what was read ahead, or read again where anything may have changed since.
    private func facts(for requests: [Request], in books: Books) throws -> [Message.ID: Outgoing] {
        var known: [Message.ID: Outgoing] = [:]
        var stale: [Message.ID] = []
        for errand in requests.map(\.errand) {
            let isFresh =
                errand.reading.foreignChanges == foreignChanges
                && changes[errand.recipient] ?? 0 <= errand.reading.ownChanges
            if isFresh { known[errand.id] = errand.outgoing } else { stale.append(errand.id) }
        }
        for outgoing in try books.outgoing(stale) { known[outgoing.message.id] = outgoing }
        return known
    }

    /// From now on what was read of messages to this person is stale.
    private func hasChanged(_ recipient: Person.ID) {
        lastChange += 1
        changes[recipient] = lastChange
    }

    private func handOver(
        _ request: Request, _ outgoing: Outgoing, in books: Books, at now: Date
    ) throws -> Handed {
        try sender.handOver.judge(outgoing, at: now)
        let dispatch: Dispatch
        do throws(Dispatch.Unreadable) {
            // What was edited and approved in the meantime goes as it is now.
            let isSameText =
                outgoing.frozen == request.errand.outgoing.frozen
                && outgoing.answered == request.errand.outgoing.answered
            dispatch = isSameText ? try request.dispatch.get() : try Dispatch(outgoing, at: now)
        } catch {
            throw HandOver.Withdrawn(
                verdict: .hold(Reason(.unreadable, moment: now, detail: error.detail)))
        }
        try sender.handOver.compare(dispatch.letter, outgoing, request.errand.envelope.recipient, at: now)
        try books.handOver(
            outgoing.message.id, dispatched: dispatch.bytes, subject: dispatch.subject, at: now)
        return Handed(bytes: dispatch.bytes, moment: now)
    }
}

// MARK: - Outcomes

extension Run {
    /// What an outcome leaves in the ledger; README.md has the table.
    private func record(_ outcome: Outcome, in books: Books, _ report: inout SendReport) throws {
        let id = outcome.errand.id
        switch outcome.delivery {
        case .accepted(let reply):
            try books.sent(id, outcome.attempt(.sent, reply.words))
            report.sent.append(id)
            try recover(in: books)
        case .refused(let reply):
            let attempt = outcome.attempt(.refused, reply.words)
            if try settle(outcome, attempt, in: books, { try books.refused(id, attempt) }) {
                report.refused.append(id)
            }
            try recover(in: books)
        case .deferred(_, _, let fault) where fault.kind == .brokenOff && !outcome.wasHandedOver:
            // We broke it off ourselves before anything was said.
            break
        case .deferred(let scope, let reply, let fault):
            try putOff(outcome, scope, reply, fault, in: books, &report)
        case .stopped(let cause, let reply):
            try books.stopped(id, outcome.attempt(.stopped, reply?.words ?? cause.rawValue))
        case .unconfirmed(let fault, let reply):
            try books.unconfirmed(id, outcome.attempt(.unconfirmed, reply?.words ?? fault.words))
            report.unconfirmed.append(id)
        case .notHandedOver(let error):
            try keepBack(outcome, because: error, in: books, &report)
        }
    }

    /// Moves a message on, unless somebody else has moved it while the server was being talked to: then only the
    /// attempt is recorded. Answers whether it was moved.
    private func settle(_ outcome: Outcome, _ attempt: Attempt, in books: Books, _ move: () throws -> Void)
        throws -> Bool
    {
        hasChanged(outcome.errand.recipient)
        let state = try books.state(of: outcome.errand.id)
        guard state == .queued || state == .handedOver else {
            try books.stopped(outcome.errand.id, attempt)
            return false
        }
        try move()
        return true
    }

    private func putOff(
        _ outcome: Outcome, _ scope: Delivery.Scope, _ reply: ServerReply?, _ fault: TransportFault,
        in books: Books, _ report: inout SendReport
    ) throws {
        let id = outcome.errand.id
        let attempt = outcome.attempt(.deferred, reply?.words ?? fault.words)
        let isMoved = try settle(outcome, attempt, in: books) {
            let next =
                switch scope {
                case .server: try standBack(in: books, at: outcome.ended)
                case .message:
                    outcome.ended + sender.retryDelay.after(failures: try books.deferrals(of: id))
                }
            try books.deferred(id, attempt, nextAttempt: next)
        }
        if isMoved { report.deferred.append(id) }
        if scope == .message, reply != nil { try recover(in: books) }
    }

    /// Nothing was said: known not to be delivered.
    private func keepBack(
        _ outcome: Outcome, because error: any Error, in books: Books, _ report: inout SendReport
    ) throws {
        let id = outcome.errand.id
        if outcome.wasHandedOver, try books.state(of: id) == .handedOver {
            try books.takenBack(id, outcome.attempt(.stopped, "\(error)"))
        }
        guard error is EnvelopeFault, try books.state(of: id) == .queued else { return }
        try books.hold(id, because: Reason(.unreadable, moment: outcome.ended, detail: "\(error)"))
        report.held.append(id)
        hasChanged(outcome.errand.recipient)
    }
}

// MARK: - A server that is down

extension Run {
    /// Until when a server that is down is left alone; counted once a run.
    func standBack(in books: Books, at now: Date) throws -> Date {
        if let isDownUntil { return isDownUntil }
        let next = now + sender.retryDelay.after(failures: failures)
        try books.hasFailed(sender.settings.server, at: now)
        isDownUntil = next
        return next
    }

    /// It answers.
    private func recover(in books: Books) throws {
        guard failures > 0 else { return }
        try books.hasRecovered(sender.settings.server)
        failures = 0
    }
}

extension Outcome {
    fileprivate func attempt(_ outcome: Attempt.Outcome, _ words: String?) -> Attempt {
        Attempt(started: started, ended: ended, outcome: outcome, code: delivery.reply?.code, reply: words)
    }
}

extension ServerReply {
    /// As it is kept and shown: code, status and the server's own words.
    var words: String {
        ([String(code), enhancedStatus, text] as [String?]).compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension TransportFault {
    /// As it is kept and shown.
    var words: String { detail.isEmpty ? kind.rawValue : detail }
}
