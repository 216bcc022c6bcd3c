import Dispatch
import Foundation

/// Transactions of one writer, each of which is kept open for a moment for whatever else is to be written: they share one
/// commit, which takes longer than what it holds (group commit).
///
/// For one thread.
package final class GroupCommit {
    /// However slow the disk is, in seconds: other programs wait for the ledger meanwhile.
    static let longestSharing: TimeInterval = 0.05
    /// In seconds: how often, at the least, the ledger is left alone for as long as others take to look.
    static let longestWithoutPause: TimeInterval = 0.25

    private let ledger: Ledger
    /// How long the last commit took, in seconds: what it is worth to wait for others.
    private var lastCommit: TimeInterval = 0
    var lastPause = DispatchTime.now()

    /// Of a writer that has not written yet.
    package init(_ ledger: Ledger) { self.ledger = ledger }

    /// One transaction, on disk when this returns.
    ///
    /// - Parameters:
    ///   - first: what waits.
    ///   - record: writes some of it down.
    ///   - more: what else has come, waited for until that time at most; nil to end the transaction.
    package func commit<Work>(
        _ first: Work, record: (Work, LedgerTransaction) throws -> Void, more: (DispatchTime) -> Work?
    ) throws {
        pauseForOthers()
        var written = DispatchTime.now()
        try ledger.write { transaction in
            let end = DispatchTime.now() + min(lastCommit, Self.longestSharing)
            var next: Work? = first
            while let work = next {
                try record(work, transaction)
                next = more(end)
            }
            written = DispatchTime.now()
        }
        lastCommit = TimeInterval(DispatchTime.now().uptimeNanoseconds - written.uptimeNanoseconds) / 1e9
    }

    /// Nothing is written for a while: others need no pause made for them.
    package func rest(since moment: DispatchTime) {
        if moment + 2 * Ledger.look < DispatchTime.now() { lastPause = DispatchTime.now() }
    }

    /// Who waits for the ledger looks again every millisecond (`Ledger.look`), and finds it free a few times a second,
    /// however much is written: a `cancel` counts up to the hand-over.
    private func pauseForOthers() {
        guard lastPause + Self.longestWithoutPause < DispatchTime.now() else { return }
        Thread.sleep(forTimeInterval: 2 * Ledger.look)
        lastPause = DispatchTime.now()
    }
}
