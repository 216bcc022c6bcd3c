import Etiquette
import Foundation
import Ledger

/// The look into the Sent folder before anything is handed over. A computer, or a file system, that was set back to an
/// earlier state took this ledger and its mark along; what left in the meantime lies there, and nowhere else.
extension SendingRun {
    /// What lies there has been sent, and is settled; what only looks so is held for the user. Where it can't be searched
    /// everything goes all the same, as it does without a mailbox, unless the machine was started anew or the ledger
    /// adopted since it could be.
    func lookForCopies(_ turn: Turn, at now: Date) throws {
        guard let look = sender.settings.lookForCopies else { return }
        // One window after the other, and of each message only what is asked for: the bytes of all that is due are many.
        let leaving = try read { transaction in
            try due.windows.flatMap { window in
                try judged(window, in: transaction, at: now).filter {
                    $0.verdict == .send && $0.outgoing.message.channel == .email
                }.map { outgoing, _ in
                    (
                        id: outgoing.message.id,
                        isWaived: outgoing.circumstances.waived.contains(.sentFolderUnread)
                    )
                }
            }
        }
        guard !leaving.isEmpty else { return }
        switch look(leaving.map(\.id)) {
        case .searched(let found):
            try turn.hasLooked()
            let settled = try write { try $0.settle(found, at: now) }
            report.sentBefore += settled.sent
            report.held += settled.held
        case .noFolder: break
        case .unsearched(let trouble):
            guard try turn.mustLook() else { return }
            try write { transaction in
                // The user may have looked there instead.
                for (id, isWaived) in leaving where try !isWaived && transaction.state(of: id) == .queued {
                    try transaction.postpone(
                        id, until: now + Self.untilNextLook, because: trouble, .sentFolderUnread)
                    report.deferred.append(id)
                }
            }
        }
    }

    /// Seconds until a Sent folder that could not be searched is tried again.
    static let untilNextLook: TimeInterval = 300
}

extension LedgerTransaction {
    /// What lies in the Sent folder has been sent, and is settled; what only looks so is held for the user.
    func settle(
        _ found: [Message.ID: FoundCopy], at now: Date
    ) throws -> (sent: [Message.ID], held: [Message.ID]) {
        var settled: (sent: [Message.ID], held: [Message.ID]) = ([], [])
        for (id, copy) in found.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where try state(of: id) == .queued {
            if copy.isCertain {
                try sentElsewhere(id, copy, at: now)
                settled.sent.append(id)
            } else {
                try hold(id, because: Reason(.copyFound, moment: copy.left))
                settled.held.append(id)
            }
        }
        return settled
    }
}
