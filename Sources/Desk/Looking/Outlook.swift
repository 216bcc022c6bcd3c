import Etiquette
import Foundation
import Ledger
import Mail

/// A message and what etiquette says of it now.
public struct Outlook: Equatable, Sendable {
    /// As the ledger has it.
    public let message: Message
    /// What the message is about.
    public let recruitment: Recruitment
    /// The zone of the interview, in which people read its times.
    public let zone: TimeZone
    /// Nil for a message that is not queued.
    public let verdict: Verdict?
    /// Why etiquette would hold a draft if it were approved now; nil where it would not, and for what is no draft.
    public let prospect: Reason?
    /// Every try to deliver it, oldest first.
    public let attempts: [Attempt]
    /// The subject under which it goes, or went, as an answer in a thread; nil where it stands by itself.
    public let threadSubject: String?
    /// Why there is still no copy of it in the Sent folder, a day and more after it was sent.
    public internal(set) var missingCopy: String?

    /// Why it waits or is held.
    public var reason: Reason? {
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
    public var nextAttempt: Date? {
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
    public func queue(all: Bool, at now: Date) throws -> [Outlook] {
        let states = MessageState.allCases.filter { all || !$0.isOver }
        return try ledger.read { books in
            try outlook(for: books.messages(in: states), in: books, at: now)
        }
    }

    /// What becomes of messages.
    public func outlook(for ids: [Message.ID], at now: Date) throws -> [Outlook] {
        try ledger.read { books in
            try ids.windows.flatMap { window in
                let known = try books.messages(Array(window)).reduce(into: [:]) { $0[$1.id] = $1 }
                return try outlook(for: window.map { try known[$0] ?? books.message($0) }, in: books, at: now)
            }
        }
    }

    /// What becomes of the messages of each of these interviews, which were just recorded.
    public func outlook(for recorded: some Sequence<Recorded>, at now: Date) throws -> [[Outlook]] {
        try ledger.read { books in try recorded.map { try outlook(for: $0, in: books, at: now) } }
    }

    private func outlook(for recorded: Recorded, in books: Books, at now: Date) throws -> [Outlook] {
        guard !recorded.foreseen.isEmpty, let zone = try books.zone(of: recorded.recruitment) else {
            return try recorded.messages.map { try outlook(for: books.message($0), in: books, at: now) }
        }
        let recruitment = try books.recruitment(recorded.recruitment)
        let messages = try books.messages(of: recruitment.id).reduce(into: [:]) { $0[$1.id] = $1 }
        return try recorded.messages.map { id in
            guard let message = messages[id], message.state == .queued, let verdict = recorded.foreseen[id]
            else { return try outlook(for: books.message(id), in: books, at: now) }
            return Outlook(
                message: message, recruitment: recruitment, zone: zone, verdict: verdict, prospect: nil,
                attempts: [], threadSubject: try threadSubject(of: message, in: books))
        }
    }

    func outlook(for message: Message, in books: Books, at now: Date) throws -> Outlook {
        try outlook(for: message, books.circumstances(of: message), in: books, at: now)
    }

    private func outlook(for messages: [Message], in books: Books, at now: Date) throws -> [Outlook] {
        try messages.windows.flatMap { window in
            try zip(window, books.circumstances(of: Array(window))).map { message, circumstances in
                try outlook(for: message, circumstances, in: books, at: now)
            }
        }
    }

    private func outlook(
        for message: Message, _ circumstances: Circumstances, in books: Books, at now: Date
    ) throws -> Outlook {
        let verdict = judge.verdict(in: circumstances, at: now)
        let prospect: Reason? = if message.state == .draft, case .hold(let why) = verdict { why } else { nil }
        return Outlook(
            message: message, recruitment: try books.recruitment(message.followUp.recruitment),
            zone: circumstances.zone,
            verdict: message.state == .queued ? verdict : nil, prospect: prospect,
            attempts: try books.attempts(of: message.id),
            threadSubject: try threadSubject(of: message, in: books),
            missingCopy: try missingCopy(of: message, in: books, at: now))
    }

    /// Nothing to be told of before a day is over: it is tried again by itself.
    private func missingCopy(of message: Message, in books: Books, at now: Date) throws -> String? {
        guard message.state == .sent, let trouble = try books.copyTrouble(of: message.id),
            let left = try books.attempts(of: message.id).last?.started, left < now - 86_400
        else { return nil }
        return trouble
    }

    private func threadSubject(of message: Message, in books: Books) throws -> String? {
        if message.state.mayHaveLeft || message.state == .bounced {
            return try books.sentSubject(of: message.id).flatMap { $0 == message.subject ? nil : $0 }
        }
        return try books.answered(by: message).map {
            LetterThread(messageID: $0.messageID, references: $0.thread, subject: $0.subject)
        }?
        .reply(to: message.subject)
    }
}

extension MessageState {
    /// Nothing more is to be done about it.
    var isOver: Bool { self == .sent || self == .cancelled }
}
