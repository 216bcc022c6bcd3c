import Etiquette
import Foundation
import Ledger

/// The last look into the mailbox before a question goes: it is asked only while nothing was heard (rule `two-weeks`).
extension Run {
    /// Has the mailbox read where a decision-status message is about to go. What cannot be read keeps the questions
    /// waiting, and nothing else.
    func listenBeforeAsking(at now: Date) throws {
        guard let listen = sender.settings.listenBeforeAsking else { return }
        let questions = try read { books in
            try books.outgoing(books.questions(dueBy: now)).filter {
                sender.handOver.judge.verdict(in: $0.circumstances, at: now) == .send
            }.map(\.message.id)
        }
        guard !questions.isEmpty else { return }
        let trouble = listen()
        try write { books in
            // What was heard may have held some of them.
            report.held = try books.messages(.held, dueBy: now)
            guard let trouble else { return }
            for id in questions where try books.state(of: id) == .queued {
                try books.postpone(id, until: now + Self.untilNextListening, because: trouble, .mailboxUnread)
                report.deferred.append(id)
            }
        }
    }

    /// Seconds until a mailbox that could not be read is tried again.
    private static let untilNextListening: TimeInterval = 300
}
