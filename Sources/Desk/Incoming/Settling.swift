import Etiquette
import Foundation
import Ledger

/// How the user says what a mail was that the listener found.
extension Desk {
    /// What became of a mail that has nothing to do with a recruitment.
    package struct Dismissed: Equatable, Sendable {
        package let mail: HeardMail
        /// The messages that changed, as they are now.
        package let changed: [Message]
    }

    /// Sets a mail aside that has nothing to do with a recruitment, or that is dealt with: what it held goes on.
    ///
    /// - Parameter mail: needed where several wait.
    package func dismiss(_ mail: MailFact.ID?, in id: Recruitment.ID, at now: Date) throws -> Dismissed {
        try ledger.write { try dismiss(mail, in: id, $0, at: now) }
    }

    /// What would become of that; nothing is set aside.
    package func rehearseDismissing(_ mail: MailFact.ID?, in id: Recruitment.ID, at now: Date) throws
        -> Dismissed
    {
        try ledger.rehearse { try dismiss(mail, in: id, $0, at: now) }
    }

    private func dismiss(
        _ mail: MailFact.ID?, in id: Recruitment.ID, _ transaction: LedgerTransaction, at now: Date
    ) throws -> Dismissed {
        try refuseClockBehind(in: transaction, at: now)
        let recruitment = try transaction.recruitment(id)
        let open = try transaction.openMails(in: id)
        guard open.count == 1 || mail != nil || open.isEmpty else {
            throw DeskProblem.severalMails(recruitment, open)
        }
        guard let meant = open.first(where: { mail == nil || $0.id == mail }) else {
            throw DeskProblem.noMail(recruitment)
        }
        try undo(meant, in: transaction, at: now)
        try transaction.settle(meant.id, in: id, at: now)
        let changed = try follow(recruitment, in: transaction, at: now)
        return Dismissed(mail: try transaction.heardMail(meant.id), changed: changed)
    }

    /// The mail that a word is about: the one named, else the newest that waits. The user's own withdrawal is about none.
    func meant(_ mail: MailFact.ID?, by word: Word, in id: Recruitment.ID, _ transaction: LedgerTransaction)
        throws
        -> HeardMail?
    {
        guard mail != nil || word.outcome != .withdrew else { return nil }
        let open = try transaction.openMails(in: id).filter { $0.fact.meaning.isAnswer }
        guard let mail else { return open.last }
        guard let named = open.first(where: { $0.id == mail }) else {
            throw DeskProblem.noMail(try transaction.recruitment(id))
        }
        return named
    }

    /// Writes down what a mail was, in the place of what was taken from it before.
    func settle(
        _ meant: HeardMail, as word: Word, by person: Person?, in recruitment: Recruitment,
        _ transaction: LedgerTransaction, at now: Date
    ) throws -> Heard {
        let others = try meant.open.filter { $0 != recruitment.id }.map(transaction.recruitment)
        let isKnown = word == .replied(courtesy: false) && person == nil && meant.contact != nil
        if !isKnown {
            try undo(meant, in: transaction, at: now)
            let isNamed = person != nil
            let person = try person ?? writer(of: meant.fact, in: recruitment.id, transaction)
            var entry = try entry(word.outcome, of: meant.fact, by: person, in: recruitment.id, transaction)
            entry.detail = word.detail
            entry.isNamed = isNamed || entry.isNamed
            try transaction.link(meant.id, to: transaction.add(entry))
        }
        try transaction.settle(meant.id, in: nil, at: now)
        var changed = try follow(recruitment, in: transaction, at: now)
        for other in others { changed += try follow(other, in: transaction, at: now) }
        guard let contact = try transaction.heardMail(meant.id).contact else {
            throw DeskProblem.noMail(recruitment)
        }
        return Heard(contact: try transaction.contact(contact), existing: isKnown, changed: changed)
    }

    /// A word was taken back: the mail that it was about waits again, unless it was this program that had said it.
    func reopen(_ word: Contact, in transaction: LedgerTransaction, at now: Date) throws {
        guard let mail = try transaction.heardMail(of: word.id) else { return }
        try transaction.link(mail.id, to: nil)
        try transaction.settle(mail.id, in: nil, at: mail.open.isEmpty ? nil : now)
    }

    private func undo(_ mail: HeardMail, in transaction: LedgerTransaction, at now: Date) throws {
        guard let former = try mail.contact.map(transaction.contact), former.outcome == .replied else {
            return
        }
        try transaction.link(mail.id, to: nil)
        try transaction.add(
            Entry(
                time: now, direction: former.direction, channel: former.channel, person: former.person,
                recruitment: former.recruitment?.id, outcome: .undone, undoes: former.id))
    }
}
