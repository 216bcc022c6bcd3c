import Etiquette
import Foundation
import Ledger
import Mail

/// What leaves the house, in the ledger before it leaves.
extension Run {
    /// Answers each request; one that is withdrawn spoils nothing for the others.
    func handOver(
        _ requests: [Request], in books: Books, at now: Date, _ report: inout SendReport
    ) throws -> [Result<Handed, any Error>] {
        guard !requests.isEmpty else { return [] }
        let known = try facts(for: requests.map(\.errand), in: books)
        return try requests.map { request in
            let errand = request.errand
            do {
                guard let outgoing = known[errand.id] else {
                    throw HandOver.Withdrawn(verdict: .send)
                }
                return .success(try handOver(errand, outgoing, in: books, at: now))
            } catch let withdrawn as HandOver.Withdrawn {
                if case .hold(let reason) = withdrawn.verdict {
                    try books.hold(errand.id, because: reason)
                    report.held.append(errand.id)
                    hasChanged(errand.recipient)
                }
                return .failure(withdrawn)
            }
        }
    }

    /// What is known of the messages now: what was read ahead, or read again where anything may have changed since.
    private func facts(for errands: [Errand], in books: Books) throws -> [Message.ID: Outgoing] {
        var known: [Message.ID: Outgoing] = [:]
        var stale: [Message.ID] = []
        for errand in errands {
            let isFresh =
                errand.reading.foreignChanges == foreignChanges
                && changes[errand.recipient] ?? 0 <= errand.reading.ownChanges
            if isFresh { known[errand.id] = errand.outgoing } else { stale.append(errand.id) }
        }
        for outgoing in try outgoing(stale, in: books) { known[outgoing.message.id] = outgoing }
        return known
    }

    /// From now on what was read of messages to this person is stale.
    func hasChanged(_ recipient: Person.ID) {
        lastChange += 1
        changes[recipient] = lastChange
    }

    private func handOver(
        _ errand: Errand, _ outgoing: Outgoing, in books: Books, at now: Date
    ) throws -> Handed {
        try sender.handOver.judge(outgoing, at: now)
        let dispatch: Dispatch
        do throws(Dispatch.Unreadable) {
            // What was edited and approved in the meantime goes as it is now.
            let isSameText =
                outgoing.frozen == errand.outgoing.frozen && outgoing.answered == errand.outgoing.answered
            dispatch = try isSameText ? errand.dispatch(at: now) : Dispatch(outgoing, at: now)
        } catch {
            throw HandOver.Withdrawn(
                verdict: .hold(Reason(.unreadable, moment: now, detail: error.detail)))
        }
        try sender.handOver.compare(dispatch.letter, outgoing, errand.envelope.recipient, at: now)
        try books.handOver(
            outgoing.message.id, dispatched: dispatch.bytes, subject: dispatch.subject, at: now)
        return Handed(bytes: dispatch.bytes, moment: now)
    }
}
