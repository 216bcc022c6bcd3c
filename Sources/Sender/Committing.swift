import Dispatch
import Etiquette
import Foundation
import Ledger

/// One transaction for all that waits, outcomes and hand-overs alike.
extension Run {
    /// Writes down every outcome and every hand-over that waits, and whatever comes meanwhile; who asked for one goes on
    /// when it is on disk.
    func commit(_ papers: Papers) throws {
        guard !papers.isEmpty else { return }
        // First of all: whatever fails, none of them is lost.
        var batch = Batch(papers: papers, report: report)
        do {
            try commit(&batch) { batch, books in
                var end = DispatchTime.now() + worthSharing
                var next: Papers? = papers
                while let papers = next {
                    if batch.answers.isEmpty, !papers.requests.isEmpty {
                        isBrisk = granted.map { $0 + worthSharing > DispatchTime.now() } ?? false
                        end = DispatchTime.now() + worthSharing
                    }
                    for outcome in papers.outcomes { try record(outcome, in: books, &batch.report) }
                    batch.answers += try handOver(
                        papers.requests, in: books, at: sender.clock(), &batch.report)
                    next = counter.share(with: batch.papers.requests.count, until: end)
                    if let next { batch.papers += next }
                }
            }
        } catch {
            fail(batch.papers, error)
            throw error
        }
    }

    /// As long as one connection is alone and quick, its next hand-over is written down while it still waits for the
    /// answer to the message before: then only the commit is left to do when it asks. If it does not ask in time, or
    /// brings anything but an acceptance, that transaction never was.
    func commitAhead() throws {
        while isBrisk, let errand = counter.anticipate() {
            // What came all the same.
            if let papers = try commitAhead(errand) { try commit(papers) }
        }
    }

    /// Answers what came, where it has to be written down otherwise.
    private func commitAhead(_ errand: Errand) throws -> Papers? {
        var batch = Batch(report: report)
        do {
            try commit(&batch) { batch, books in
                let end = DispatchTime.now() + worthSharing
                batch.answers = [.success(try handOver(errand, in: books, at: sender.clock()))]
                while batch.papers.requests.isEmpty {
                    guard let papers = counter.share(with: 0, until: end) else { throw Unasked() }
                    batch.papers += papers
                    for outcome in papers.outcomes {
                        guard failures == 0, case .accepted = outcome.delivery else { throw Unasked() }
                        try record(outcome, in: books, &batch.report)
                    }
                }
                guard batch.papers.requests.map(\.errand.id) == [errand.id] else { throw Unasked() }
            }
            return nil
        } catch let error where error is Unasked || error is HandOver.Withdrawn {
            isBrisk = false
            return batch.papers
        } catch {
            fail(batch.papers, error)
            throw error
        }
    }

    /// What was written ahead was not asked for.
    private struct Unasked: Error {}

    /// What one transaction holds.
    private struct Batch {
        var papers = Papers()
        /// To the requests, in their order.
        var answers: [Result<Handed, any Error>] = []
        /// With what the transaction adds to it.
        var report: SendReport

        var handsOver: Bool { answers.contains { (try? $0.get()) != nil } }
    }

    private func commit(_ batch: inout Batch, _ body: (inout Batch, Books) throws -> Void) throws {
        breathe()
        var written = DispatchTime.now()
        try writeOrForget { books in
            try body(&batch, books)
            if batch.handsOver { try turn?.countOn(in: books) }
            written = DispatchTime.now()
        }
        // Only now: a transaction that failed has recorded nothing.
        report = batch.report
        // Before the first byte leaves; what is on disk is not lost where this fails.
        if batch.handsOver { endingOnFailure { try turn?.reach() } }
        lastCommit = written.seconds(until: DispatchTime.now())
        for (request, answer) in zip(batch.papers.requests, batch.answers) { request.ticket.give(answer) }
        if !batch.papers.requests.isEmpty { granted = DispatchTime.now() }
    }

    /// Who waits for the ledger looks again every millisecond (`Ledger.look`), and finds it free a few times a second,
    /// however many messages leave: a `cancel` counts up to the hand-over.
    private func breathe() {
        guard rested + 0.25 < DispatchTime.now() else { return }
        Thread.sleep(forTimeInterval: 2 * Ledger.look)
        rested = DispatchTime.now()
    }

    /// One transaction; where it fails, nothing is known of the server that is not on disk.
    private func writeOrForget(_ body: (Books) throws -> Void) throws {
        let known = (failures, isDownUntil)
        do {
            try write(body)
        } catch {
            (failures, isDownUntil) = known
            throw error
        }
    }

    /// The ledger could not take it: nobody waits in vain, and outcomes are tried once more at the end.
    private func fail(_ papers: Papers, _ error: any Error) {
        unrecorded += papers.outcomes
        for request in papers.requests { request.ticket.give(.failure(error)) }
    }

    /// For how long a transaction is kept open for others, in seconds: the commit that they save.
    private var worthSharing: TimeInterval { min(lastCommit, longestSharing) }

    /// When the run is over and the ledger refused some of it before: each outcome by itself, so that none is
    /// lost for another's sake.
    func recordTheRest() throws {
        var problem: (any Error)?
        for outcome in unrecorded {
            do {
                var changed = report
                try writeOrForget { try record(outcome, in: $0, &changed) }
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

extension DispatchTime {
    fileprivate func seconds(until end: DispatchTime) -> TimeInterval {
        TimeInterval(end.uptimeNanoseconds - uptimeNanoseconds) / 1e9
    }
}
