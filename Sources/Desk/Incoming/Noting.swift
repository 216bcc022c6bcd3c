import Etiquette
import Foundation
import Ledger

/// What follows from mails that were found: they are heard as if the user had said so, as far as a program may decide.
extension Desk {
    /// A mail that was noted, and what it has led to.
    package struct Noted: Equatable, Sendable {
        package let mail: HeardMail
        /// Its entry in the contact log, where it has one.
        package let contact: Contact?
        /// The messages that changed, as they are now.
        package let changed: [Message]
    }

    /// Notes mails, each once for ever, together with where the reading of their folder stopped: all of it or nothing.
    package func note(_ facts: [MailFact], upTo position: FolderPosition?, at now: Date) throws -> [Noted] {
        try ledger.write { transaction in
            var notes: [Note] = []
            for fact in facts.sorted(by: { $0.mail.time < $1.mail.time }) {
                if let note = try self.note(fact, in: transaction, at: now) { notes.append(note) }
            }
            try follow(&notes, in: transaction, at: now)
            if let position { try transaction.set(position) }
            return try notes.map { note in
                let mail = try transaction.heardMail(note.id)
                return Noted(
                    mail: mail, contact: try mail.contact.map(transaction.contact), changed: note.changed)
            }
        }
    }

    /// A mail that was noted in the transaction under way.
    private struct Note {
        let id: MailFact.ID
        /// Those that it answers.
        var answered: [Recruitment.ID] = []
        var changed: [Message] = []

        /// Those that have changed since, as they are now.
        mutating func add(_ later: [Message]) {
            changed.removeAll { known in later.contains { $0.id == known.id } }
            changed += later
        }
    }

    private func note(_ fact: MailFact, in transaction: LedgerTransaction, at now: Date) throws -> Note? {
        let forgotten = try whoWasForgotten(writing: fact, in: transaction)
        // Of who was forgotten only an answer is noted, and of that no word: it holds the question all the same.
        guard forgotten == nil || fact.meaning.isAnswer, var fact = try placed(fact, in: transaction) else {
            return nil
        }
        if let forgotten { fact = try transaction.withoutWords(fact, of: forgotten) }
        guard let id = try transaction.note(fact, at: now) else { return nil }
        var note = Note(id: id)
        switch fact.meaning {
        case .bounce:
            note.changed = try changes(in: fact.recruitments, transaction) {
                try takeBack(fact, id, in: transaction, at: now)
            }
        case .automatic, .challenge:
            note.changed = try changes(in: fact.recruitments, transaction) {
                try noteMachine(fact, id, in: transaction, at: now)
            }
            if fact.tellsOfLeaving { note.answered = fact.recruitments }
        case .reply, .possibleReply:
            // An answer may prove that a message arrived.
            let isProof = try fact.message.map { try transaction.state(of: $0) == .unconfirmed } ?? false
            note.changed = try changes(in: isProof ? fact.recruitments : [], transaction) {
                try noteReply(fact, id, in: transaction, at: now)
            }
            note.answered = fact.recruitments
        }
        if forgotten == nil, let (person, written) = try readOwnName(in: fact, transaction) {
            // What is held for it may belong to any recruitment of theirs.
            let held = try changes(among: { try transaction.messages(to: person.id) }) {
                try NameRecord(transaction).take(written, of: person, at: now)
            }
            note.add(held)
        }
        return note
    }

    /// Who wrote a mail and was forgotten; nobody where the user has met them again.
    private func whoWasForgotten(writing fact: MailFact, in transaction: LedgerTransaction) throws -> Person?
    {
        guard fact.person == nil, let address = try? EmailAddress(fact.mail.fromAddress) else { return nil }
        return try transaction.whoWasForgotten(at: address)
    }

    /// Brings the messages of each recruitment in line with all its answers at once; what that changes belongs to the
    /// last of them.
    private func follow(_ notes: inout [Note], in transaction: LedgerTransaction, at now: Date) throws {
        var followed: Set<Recruitment.ID> = []
        for index in notes.indices.reversed() {
            for id in notes[index].answered where followed.insert(id).inserted {
                let changed = try follow(transaction.recruitment(id), in: transaction, at: now)
                notes[index].add(changed)
            }
        }
    }

    private func changes(
        in recruitments: [Recruitment.ID], _ transaction: LedgerTransaction, _ body: () throws -> Void
    ) throws -> [Message] {
        try changes(among: { try recruitments.flatMap(transaction.messages(of:)) }, body)
    }

    private func changes(
        among messages: () throws -> [Message], _ body: () throws -> Void
    ) throws -> [Message] {
        let before = try messages()
        try body()
        return try messages().filter { !before.contains($0) }
    }

    /// The mail with the recruitments that it can be about: those that the listener took it for, else that of the message
    /// which it answers; of these the ones that were under way when it came. Nil where there are none: an invitation,
    /// say, from before the interview.
    private func placed(_ fact: MailFact, in transaction: LedgerTransaction) throws -> MailFact? {
        var fact = fact
        if let message = fact.message {
            let answered = try transaction.message(message)
            let recruitment = answered.followUp.recruitment
            // Whoever's machine says so: it is about the one who was written to.
            if fact.tellsOfLeaving, fact.person == nil { fact.person = answered.recipient.id }
            // It is about something that has begun, whenever that was.
            if !fact.meaning.isAnswer || fact.recruitments.isEmpty || fact.recruitments == [recruitment] {
                fact.recruitments = [recruitment]
                return fact
            }
        }
        let begun = try fact.recruitments.map(transaction.recruitment).filter { recruitment in
            try transaction.interviews(of: recruitment.id).contains { $0.ended.instant < fact.mail.time }
        }
        let open = begun.filter { $0.standing == .open }
        fact.recruitments = (open.isEmpty && fact.meaning == .reply ? begun.suffix(1) : open).map(\.id)
        // Which of two it is about, only the user can tell.
        if fact.meaning == .reply, fact.recruitments.count > 1 { fact.meaning = .possibleReply }
        return fact.recruitments.isEmpty ? nil : fact
    }

    // MARK: - Answers

    private func noteReply(
        _ fact: MailFact, _ id: MailFact.ID, in transaction: LedgerTransaction, at now: Date
    ) throws {
        try confirm(fact.message, in: transaction, at: now)
        let recruitments = try fact.recruitments.map(transaction.recruitment)
        if let only = recruitments.first, recruitments.count == 1 {
            if let word = try wordAlreadySaid(of: fact, in: only.id, transaction) {
                try transaction.link(id, to: word)
                try transaction.settle(id, in: nil, at: now)
            } else if fact.meaning == .reply {
                let person = try writer(of: fact, in: only.id, transaction)
                try transaction.link(
                    id, to: transaction.add(entry(.replied, of: fact, by: person, in: only.id, transaction)))
                try transaction.forgetFailure(of: person.id)
            }
            // Nothing goes out any more that an answer could hold.
            if only.standing != .open { try transaction.settle(id, in: nil, at: now) }
        }
    }

    /// What the user has said already, having read the mail before this program did: of the one who wrote it, where they said
    /// of whom. A word that lets the question go is taken for it only where the mail sounds like that.
    private func wordAlreadySaid(
        of fact: MailFact, in id: Recruitment.ID, _ transaction: LedgerTransaction
    ) throws -> Contact.ID? {
        let sounds = Set(fact.suggestions.map(\.kind))
        return try transaction.wordsWithoutMail(
            in: id, from: fact.mail.time, to: fact.mail.time + Self.saidWithin
        ).first { word in
            guard !word.isNamed || fact.person == nil || word.person.id == fact.person else { return false }
            switch word.outcome {
            case .courtesy: return sounds == ["courtesy"]
            case .decisionBy: return sounds.contains("date") && sounds.isSubset(of: ["date", "courtesy"])
            default: return true
            }
        }?.id
    }

    /// How long after a mail came a word of the user is taken to be about it, in seconds.
    private static let saidWithin: TimeInterval = 3 * 86_400

    /// An answer to a message is proof that it arrived.
    private func confirm(_ id: Message.ID?, in transaction: LedgerTransaction, at now: Date) throws {
        guard let message = try id.map(transaction.message), message.state == .unconfirmed else { return }
        let left = try transaction.attempts(of: message.id).last?.started ?? now
        try transaction.sent(message.id, at: left, by: .answered)
        try freeQuestion(after: message, in: transaction, at: now)
    }

    // MARK: - Machines

    private func noteMachine(
        _ fact: MailFact, _ id: MailFact.ID, in transaction: LedgerTransaction, at now: Date
    ) throws {
        try confirm(fact.message, in: transaction, at: now)
        let known = try fact.person ?? fact.message.map { try transaction.message($0).recipient.id }
        if let known, let recruitment = fact.recruitments.first {
            let person = try transaction.person(known)
            var entry = try entry(.automatic, of: fact, by: person, in: recruitment, transaction)
            entry.detail = [fact.sort, fact.returns?.description].compactMap(\.self).joined(separator: " ")
            try transaction.link(id, to: transaction.add(entry))
        }
        // A challenge wants something of the user, and so does a question that would reach nobody; all else is only told.
        let isAsking = try fact.meaning == .challenge || holdsQuestion(fact, in: transaction)
        if !isAsking { try transaction.settle(id, in: nil, at: now) }
    }

    /// Whether a question that has not left is to go to somebody who has left the house.
    func holdsQuestion(_ fact: MailFact, in transaction: LedgerTransaction) throws -> Bool {
        guard fact.tellsOfLeaving, let person = fact.person else { return false }
        return try fact.recruitments.contains { recruitment in
            let question = try transaction.message(for: .decisionStatus(recruitment))
            return question?.recipient.id == person && question?.state.isPending == true
        }
    }

    private func takeBack(
        _ fact: MailFact, _ id: MailFact.ID, in transaction: LedgerTransaction, at now: Date
    ) throws {
        try transaction.settle(id, in: nil, at: now)
        guard let message = try fact.message.map(transaction.message), let failure = fact.failure,
            let contact = try transaction.bounced(message, failure, fact.mail)
        else { return }
        try transaction.link(id, to: contact)
        try bringInLine(message.id, in: transaction, at: now)
    }

    // MARK: - Entries

    /// The entry that a mail makes in the contact log.
    func entry(
        _ outcome: Contact.Outcome, of fact: MailFact, by person: Person, in recruitment: Recruitment.ID,
        _ transaction: LedgerTransaction
    ) throws -> Entry {
        var entry = Entry(
            time: fact.mail.time, direction: .in, channel: .email, person: person, recruitment: recruitment,
            outcome: outcome, agency: try transaction.isAgency(person.id))
        entry.subject = fact.mail.subject
        entry.messageID = fact.mail.messageID
        let from = (try? EmailAddress(fact.mail.fromAddress))?.key
        entry.isNamed = from != nil && from == person.address?.key
        return entry
    }

    /// Who is taken to have written a mail: whom the ledger knows; else, where an unknown address answers a message, to
    /// whom that went; else somebody new, if the header names them in full; else who speaks for the recruitment.
    func writer(of fact: MailFact, in recruitment: Recruitment.ID, _ transaction: LedgerTransaction) throws
        -> Person
    {
        if let known = try fact.person.map(transaction.person) { return known }
        if fact.evidence.contains(where: { $0.code == "unknown-sender" }), let message = fact.message {
            return try transaction.person(transaction.message(message).recipient.id)
        }
        if let address = try? EmailAddress(fact.mail.fromAddress) {
            if let known = try transaction.person(at: address) { return known }
            if fact.mail.fromName.contains(" "), let name = try? Field.name.admit(fact.mail.fromName) {
                return try transaction.addPerson(name: name, address: address, in: recruitment)
            }
        }
        return try contactPerson(of: recruitment, in: transaction)
    }
}
