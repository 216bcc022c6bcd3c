import Etiquette
import Foundation
import Ledger

/// The steps that the user takes with a message; approval and editing have files of their own. `seen` says of which text they
/// were taken, where one was shown.
extension Desk {
    /// Stops a message that has not been handed over.
    package func hold(_ ids: [Message.ID], seen: [Message.ID: Seen] = [:], at now: Date) throws -> [Message] {
        try step(.hold, ids, seen, from: [.draft, .queued], at: now) { message, transaction in
            try transaction.hold(message.id, because: Reason(.byUser, moment: now))
        }
    }

    /// Calls a message off.
    package func cancel(_ ids: [Message.ID], seen: [Message.ID: Seen] = [:], at now: Date) throws -> [Message]
    {
        try step(.cancel, ids, seen, from: [.draft, .queued, .held, .refused, .bounced], at: now) {
            message, transaction in
            try transaction.cancel(message.id, because: Reason(.byUser, moment: now))
        }
    }

    /// Sets the reason aside for which a message is held and puts it back, or makes a cancelled one a draft
    /// again. A new reason holds it again. One that a server deferred may be tried at once.
    package func release(_ ids: [Message.ID], seen: [Message.ID: Seen] = [:], at now: Date) throws
        -> [Message]
    {
        try step(.release, ids, seen, from: [.held, .cancelled, .queued], at: now) { message, transaction in
            switch message.state {
            case .cancelled: try revive(message, in: transaction, at: now)
            case .held:
                let isStopped = message.reason?.code.isOfUser ?? false
                let doubt = isStopped ? try transaction.doubt(about: message) : nil
                try waive(message, in: transaction, at: now)
                // One reason after the other: stopped by the user, it may have left from another copy.
                if let doubt { try transaction.hold(message.id, because: doubt) }
                try reconsider(message.id, in: transaction, at: now)
            default: try hasten(message, in: transaction, at: now)
            }
        }
    }

    /// Settles a doubtful delivery: it arrived, or it did not and may be released to go again.
    package func resolve(_ id: Message.ID, delivered: Bool, seen: Seen? = nil, at now: Date) throws -> Message
    {
        let seen = [id: seen].compactMapValues(\.self)
        let settled = try step(.resolve, [id], seen, from: [.unconfirmed], at: now) { message, transaction in
            guard delivered else { return try notDelivered(message, in: transaction, at: now) }
            let left = try transaction.attempts(of: id).last?.started ?? now
            try transaction.sent(id, at: left, by: .resolved)
        }
        return settled[0]
    }

    /// Says of a message that was opened in the user's own mail program whether they have sent it; if not, it goes back into
    /// the queue, since nothing has left.
    package func answer(opened id: Message.ID, isSent: Bool, seen: Seen? = nil, at now: Date) throws
        -> Message
    {
        guard !isSent else { return try resolve(id, delivered: true, seen: seen, at: now) }
        let seen = [id: seen].compactMapValues(\.self)
        let settled = try step(.resolve, [id], seen, from: [.unconfirmed], at: now) { message, transaction in
            guard message.reason?.code == .opened else {
                throw DeskProblem.wrongState(id, message.state, .resolve)
            }
            try notDelivered(message, in: transaction, at: now)
            guard try transaction.state(of: id) == .held else { return }
            if try transaction.isOutdated(id) {
                try transaction.redraft(message)
            }
            try drafting(in: transaction).renew(id, at: now)
            guard try transaction.state(of: id) == .held else { return }
            try transaction.release(id)
            try reconsider(id, in: transaction, at: now)
        }
        return settled[0]
    }

    private func notDelivered(_ message: Message, in transaction: LedgerTransaction, at now: Date) throws {
        try transaction.notDelivered(message.id, because: Reason(.notDelivered, moment: now))
        try bringInLine(message.id, in: transaction, at: now)
    }

    /// Says that nothing was heard in a recruitment, so that its question may go (rule `two-weeks`).
    ///
    /// - Throws: `DeskProblem.nothingAsked` where no question waits for that.
    package func heardNothing(in id: Recruitment.ID, at now: Date) throws -> Message {
        try ledger.write { try heardNothing(in: id, $0, at: now) }
    }

    /// What would become of that; nothing is recorded.
    package func rehearseHeardNothing(in id: Recruitment.ID, at now: Date) throws -> Message {
        try ledger.rehearse { try heardNothing(in: id, $0, at: now) }
    }

    /// Whether a question waits for the user to say so.
    package func asksForNews(in id: Recruitment.ID, at now: Date) throws -> Bool {
        try ledger.read { transaction in
            try transaction.message(for: .decisionStatus(id)).map {
                try isAskedAbout($0, in: transaction, at: now)
            } ?? false
        }
    }

    /// It is held for want of that word, or would be, if it were to go now.
    private func isAskedAbout(_ question: Message, in transaction: LedgerTransaction, at now: Date) throws
        -> Bool
    {
        try messageStatus(for: question, in: transaction, at: now).reason?.code == .anyNews
    }

    private func heardNothing(
        in id: Recruitment.ID, _ transaction: LedgerTransaction, at now: Date
    ) throws -> Message {
        let recruitment = try transaction.recruitment(id)
        guard let question = try transaction.message(for: .decisionStatus(id)),
            try isAskedAbout(question, in: transaction, at: now)
        else { throw DeskProblem.nothingAsked(recruitment) }
        try transaction.waive(Reason.Code.anyNews.rawValue, for: question.id, at: now)
        if question.state == .held {
            try transaction.release(question.id)
            try reconsider(question.id, in: transaction, at: now)
        }
        return try transaction.message(question.id)
    }

    /// Does one thing with each message, or nothing at all.
    private func step(
        _ step: DeskProblem.Step, _ ids: [Message.ID], _ seen: [Message.ID: Seen],
        from states: Set<MessageState>, at now: Date, _ body: (Message, LedgerTransaction) throws -> Void
    ) throws -> [Message] {
        try ledger.write { transaction in
            try check(seen, for: step, in: transaction)
            return try ids.map { id in
                let message = try transaction.message(id)
                guard states.contains(message.state) else {
                    throw DeskProblem.wrongState(id, message.state, step)
                }
                try body(message, transaction)
                try freeQuestion(after: message, in: transaction, at: now)
                return try transaction.message(id)
            }
        }
    }

    /// Puts a decision-status message back that was held for want of a thank-you, once that is settled.
    func freeQuestion(after message: Message, in transaction: LedgerTransaction, at now: Date) throws {
        guard message.followUp.kind == .thankYou,
            let question = try transaction.message(for: .decisionStatus(message.followUp.recruitment))
        else { return }
        try freeQuestion(question.id, in: transaction, at: now)
    }

    /// The same for thank-yous that something in the mailbox has settled.
    package func freeQuestions(after ids: [Message.ID], at now: Date) throws {
        guard !ids.isEmpty else { return }
        try ledger.write { transaction in
            for id in ids { try freeQuestion(after: transaction.message(id), in: transaction, at: now) }
        }
    }

    /// Puts it back, and holds it again where something still does.
    func freeQuestion(_ id: Message.ID, in transaction: LedgerTransaction, at now: Date) throws {
        let question = try transaction.message(id)
        guard question.state == .held, question.reason?.code == .notThanked else { return }
        try transaction.release(id)
        try reconsider(id, in: transaction, at: now)
    }

    private func waive(_ message: Message, in transaction: LedgerTransaction, at now: Date) throws {
        if let reason = message.reason, reason.code.standsForChange {
            // Nothing to waive: approved anew, it says what is right today.
            try transaction.redraft(message)
        } else {
            if let reason = message.reason {
                guard reason.canBeWaived else { throw DeskProblem.cannotBeWaived(message.id, reason) }
                try transaction.waive(reason.code.rawValue, for: message.id, at: now)
            }
            try transaction.release(message.id)
        }
        try drafting(in: transaction).renew(message.id, at: now)
    }

    /// A queued message that a server deferred may be tried at once, and one that would be held may go.
    private func hasten(_ message: Message, in transaction: LedgerTransaction, at now: Date) throws {
        if case .hold(let reason) = judge.verdict(in: try transaction.circumstances(of: message), at: now) {
            guard reason.canBeWaived else { throw DeskProblem.cannotBeWaived(message.id, reason) }
            try transaction.waive(reason.code.rawValue, for: message.id, at: now)
        }
        if message.reason?.code == .sentFolderUnread {
            // The user has looked into the folder that can't be searched.
            try transaction.waive(Reason.Code.sentFolderUnread.rawValue, for: message.id, at: now)
        }
        try transaction.reschedule(message.id, due: message.due)
        try transaction.release(message.id)
    }

    private func revive(_ message: Message, in transaction: LedgerTransaction, at now: Date) throws {
        let circumstances = try transaction.circumstances(of: message)
        if circumstances.done != nil || message.reason?.code == .fulfilled {
            throw DeskProblem.alreadyDone(message.id)
        }
        if let reason = message.reason, reason.code.keepsCancelled {
            throw DeskProblem.cannotBeWaived(message.id, reason)
        }
        try transaction.redraft(message)
        try drafting(in: transaction).renew(message.id, at: now)
    }

    /// Holds a queued message at once where etiquette holds it now, rather than when it is due.
    func reconsider(_ id: Message.ID, in transaction: LedgerTransaction, at now: Date) throws {
        let message = try transaction.message(id)
        guard message.state == .queued else { return }
        if case .hold(let reason) = judge.verdict(in: try transaction.circumstances(of: message), at: now) {
            return try transaction.hold(id, because: reason)
        }
        try NameRecord(transaction).holdMessages(to: message.recipient, at: now)
    }
}

extension Reason.Code {
    /// What was cancelled for it is made a draft by nobody's word: it was done, there is nothing to do it for, or nobody to do it
    /// for. Who was not on the panel is thanked once the panel has been mended again.
    package var keepsCancelled: Bool {
        [.fulfilled, .ended, .notOnPanel, .calledOff, .forgotten].contains(self)
    }
}
