import Etiquette
import Foundation
import Ledger
import Mail

/// A message and what etiquette says of it now.
package struct MessageStatus: Equatable, Sendable {
    package let message: Message
    package let recruitment: Recruitment
    /// The zone of the interview, in which people read its times.
    package let zone: TimeZone
    /// Nil for a message that is not queued.
    package let verdict: Verdict?
    /// Why etiquette would hold a draft if it were approved now; nil where it would not, and for what is no draft.
    package let prospect: Reason?
    /// Every try to deliver it, oldest first.
    package let attempts: [Attempt]
    /// The subject under which it goes, or went, as an answer in a thread; nil where it stands by itself.
    package let threadSubject: String?
    /// Why there is still no copy of it in the Sent folder, a day and more after it was sent.
    package internal(set) var missingCopy: String?

    /// Why it waits or is held.
    package var reason: Reason? {
        switch verdict {
        // The message may really go then; the rule's own moment may lie in the night.
        case .wait(let until, let reason):
            Reason(
                reason.code == .deferred ? message.reason?.code ?? .deferred : reason.code, moment: until,
                detail: reason.detail ?? message.reason?.detail)
        case .hold(let reason): reason
        case .send, nil: message.reason
        }
    }

    /// When it is tried next; nil for what is not queued.
    package var nextAttempt: Date? {
        switch verdict {
        case .wait(let until, _): until
        case .send: message.nextAttempt ?? message.due
        case .hold, nil: nil
        }
    }
}

extension Desk {
    /// The messages that still go somewhere or wait for the user, oldest due first; with `all`, those that are sent or
    /// cancelled as well.
    package func queue(all: Bool, at now: Date) throws -> [MessageStatus] {
        let states = MessageState.allCases.filter { all || !$0.isOver }
        return try ledger.read { transaction in
            try messageStatus(for: transaction.messages(in: states), in: transaction, at: now)
        }
    }

    /// A stretch of the messages in some states, by their due times.
    package func queue(
        in states: [MessageState], from start: Int, count: Int, newestFirst: Bool, at now: Date
    ) throws -> [MessageStatus] {
        try ledger.read { transaction in
            let messages = try transaction.messages(
                in: states, from: start, count: count, newestFirst: newestFirst)
            return try messageStatus(for: messages, in: transaction, at: now)
        }
    }

    /// What becomes of messages.
    package func messageStatus(for ids: [Message.ID], at now: Date) throws -> [MessageStatus] {
        try ledger.read { transaction in
            try ids.windows.flatMap { window in
                try messageStatus(for: transaction.messages(Array(window)), in: transaction, at: now)
            }
        }
    }

    /// What becomes of the messages of each of these interviews.
    package func messageStatus(for recorded: some Sequence<Recorded>, at now: Date) throws
        -> [[MessageStatus]]
    {
        let ids = recorded.map(\.messages)
        var rest = try messageStatus(for: ids.flatMap(\.self), at: now)[...]
        return ids.map { ids in
            defer { rest = rest.dropFirst(ids.count) }
            return Array(rest.prefix(ids.count))
        }
    }

    func messageStatus(for message: Message, in transaction: LedgerTransaction, at now: Date) throws
        -> MessageStatus
    {
        try messageStatus(for: [message], in: transaction, at: now)[0]
    }

    /// Each subject is asked once for a whole window of messages.
    func messageStatus(for messages: [Message], in transaction: LedgerTransaction, at now: Date)
        throws -> [MessageStatus]
    {
        try messages.windows.flatMap { window in
            let ids = window.map(\.id)
            let verdicts = try verdicts(on: window, in: transaction, at: now)
            let recruitments = try transaction.recruitments(Set(window.map(\.followUp.recruitment)))
            let attempts = try transaction.attempts(of: ids)
            let subjects = try transaction.sentSubjects(of: ids)
            let troubles = try transaction.copyTroubles(of: ids)
            return try zip(window, transaction.zones(of: window)).map { message, zone in
                let tries = attempts[message.id] ?? []
                return MessageStatus(
                    message: message,
                    recruitment: try recruitments[message.followUp.recruitment]
                        ?? transaction.recruitment(message.followUp.recruitment),
                    zone: zone, verdicts[message.id], attempts: tries,
                    threadSubject: try threadSubject(
                        of: message, sentAs: subjects[message.id], in: transaction),
                    missingCopy: troubles[message.id].flatMap {
                        isMissed(message, left: tries.last?.started, at: now) ? $0 : nil
                    })
            }
        }
    }

    /// What etiquette says of those in which it still has a say.
    private func verdicts(
        on messages: ArraySlice<Message>, in transaction: LedgerTransaction, at now: Date
    ) throws -> [Message.ID: Verdict] {
        let undecided = messages.filter { $0.state == .queued || $0.state == .draft }
        // Nothing of a ledger goes of which another copy may have sent.
        let isInDoubt = try undecided.contains { $0.state == .queued } && ledger.doubt(in: transaction) != nil
        return try zip(undecided, transaction.circumstances(of: undecided)).reduce(into: [:]) {
            var circumstances = $1.1
            if !isMailboxRead { circumstances.mailbox = .nobodyReads }
            $0[$1.0.id] =
                isInDoubt && $1.0.state == .queued
                ? .hold(Reason(.otherLedger)) : judge.verdict(in: circumstances, at: now)
        }
    }

    /// Nothing to be told of before a day is over: it is tried again by itself.
    private func isMissed(_ message: Message, left: Date?, at now: Date) -> Bool {
        message.state == .sent && left.map { $0 < now - 86_400 } ?? false
    }

    private func threadSubject(
        of message: Message, sentAs sent: String?, in transaction: LedgerTransaction
    ) throws -> String? {
        if message.state.mayHaveLeft || message.state == .bounced {
            return sent == message.subject ? nil : sent
        }
        return try transaction.answered(by: message)?.reply(to: message.subject)
    }
}

extension MessageStatus {
    /// - Parameter verdict: told of what is queued; of a draft only that it would be held.
    fileprivate init(
        message: Message, recruitment: Recruitment, zone: TimeZone, _ verdict: Verdict?, attempts: [Attempt],
        threadSubject: String?, missingCopy: String?
    ) {
        let prospect: Reason? = if message.state == .draft, case .hold(let why) = verdict { why } else { nil }
        self.init(
            message: message, recruitment: recruitment, zone: zone,
            verdict: message.state == .queued ? verdict : nil, prospect: prospect, attempts: attempts,
            threadSubject: threadSubject, missingCopy: missingCopy)
    }
}
