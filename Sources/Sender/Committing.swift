import Foundation
import Ledger

/// One transaction for all that waits, outcomes and hand-overs alike.
extension SendingRun {
    /// Writes down every outcome and every hand-over that waits, and whatever comes meanwhile; who asked for one goes on
    /// when it is on disk.
    func commit(_ writes: PendingWrites) throws {
        guard !writes.isEmpty else { return }
        // First of all: whatever fails, none of them is lost.
        var all = writes
        var answers: [Result<HandOverGrant, any Error>] = []
        // A transaction that failed has recorded nothing.
        var changed = report
        do {
            try orForget {
                try groupCommit.commit(writes) { writes, transaction in
                    try noticing(transaction) {
                        for outcome in writes.outcomes { try record(outcome, in: transaction, &changed) }
                        answers += try handOver(
                            writes.requests, in: transaction, at: sender.clock(), &changed)
                        if answers.contains(where: \.isSuccess) { try turn?.countOn(in: transaction) }
                    }
                } more: { end in
                    let more = dispatcher.share(with: all.requests.count, until: end)
                    if let more { all += more }
                    return more
                }
            }
        } catch {
            fail(all, error)
            throw error
        }
        report = changed
        // Before the first byte leaves; what is on disk is not lost where this fails.
        if answers.contains(where: \.isSuccess) { endingOnFailure { try turn?.reach() } }
        for (request, answer) in zip(all.requests, answers) { request.promise.give(answer) }
    }

    /// Where it fails, nothing is known of the server that is not on disk.
    private func orForget(_ write: () throws -> Void) throws {
        let known = (failures, isDownUntil)
        do {
            try write()
        } catch {
            (failures, isDownUntil) = known
            throw error
        }
    }

    /// The ledger could not take it: nobody waits in vain, and outcomes are tried once more at the end.
    private func fail(_ writes: PendingWrites, _ error: any Error) {
        unrecorded += writes.outcomes
        for request in writes.requests { request.promise.give(.failure(error)) }
    }

    /// When the run is over and the ledger refused some of it before: each outcome by itself, so that none is
    /// lost for another's sake.
    func recordTheRest() throws {
        var problem: (any Error)?
        for outcome in unrecorded {
            do {
                var changed = report
                try orForget { try write { try record(outcome, in: $0, &changed) } }
                report = changed
            } catch {
                problem = problem ?? error
            }
        }
        unrecorded = []
        if case .failed(let error)? = dispatcher.ending { throw error }
        if let problem { throw problem }
    }
}

extension Result {
    fileprivate var isSuccess: Bool { if case .success = self { true } else { false } }
}
