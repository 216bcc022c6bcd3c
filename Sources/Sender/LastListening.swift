import Etiquette
import Foundation
import Ledger

/// The last look into the mailbox before a question goes: it is asked only while nothing was heard (rule `two-weeks`).
extension SendingRun {
    /// Has the mailbox read where a decision-status message is about to go. What comes of that is a circumstance of every
    /// message from then on; a question that becomes free later, in a run that has not read the mailbox, waits for the next.
    func listenBeforeAsking(at now: Date) throws {
        guard let listen = sender.settings.listenBeforeAsking else {
            mailbox = sender.settings.isMailboxRead ? .unasked : .nobodyReads
            return
        }
        mailbox = .unread
        let isAsking = try read { transaction in
            try transaction.outgoing(transaction.questions(dueBy: now)).contains {
                sender.handOver.judge.verdict(in: $0.circumstances, at: now) == .send
            }
        }
        guard isAsking else { return }
        mailbox = listen()
        // What was heard may have held some of them.
        report.held = try read { try $0.messages(.held, dueBy: now) }
    }

    /// What is to leave, as it is judged in this run.
    func outgoing(_ ids: some Collection<Message.ID>, in transaction: LedgerTransaction) throws -> [Outgoing]
    {
        try transaction.outgoing(ids).map { outgoing in
            var outgoing = outgoing
            outgoing.circumstances.mailbox = mailbox
            return outgoing
        }
    }
}
