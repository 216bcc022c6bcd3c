import Composer
import Etiquette
import Foundation
import Ledger

extension Desk {
    /// Something that was heard in a recruitment, or said by the user about it.
    package enum Word: Equatable, Sendable {
        /// `courtesy`: only thanks for the note.
        case replied(courtesy: Bool)
        case rejected
        case offered
        case withdrew
        /// The same, and nobody was told of it yet.
        case withdrewUntold
        case decisionBy(Day)

        var outcome: Contact.Outcome {
            switch self {
            case .replied(let courtesy): courtesy ? .courtesy : .replied
            case .rejected: .rejected
            case .offered: .offered
            case .withdrew, .withdrewUntold: .withdrew
            case .decisionBy: .decisionBy
            }
        }

        /// Once said it holds until something else is: saying it again tells nothing new.
        var isLasting: Bool {
            switch self {
            case .replied: false
            case .rejected, .offered, .withdrew, .withdrewUntold, .decisionBy: true
            }
        }

        var detail: String? {
            switch self {
            case .decisionBy(let day): day.description
            case .withdrewUntold: Contact.toldNobody
            default: nil
            }
        }
    }

    /// What became of something heard.
    package struct Heard: Equatable, Sendable {
        /// The entry in the contact log.
        package let contact: Contact
        /// It was recorded less than a day ago already; nothing was added.
        package let existing: Bool
        /// The messages that changed, as they are now.
        package let changed: [Message]
    }

    /// Records what was heard and lets the messages that have not left follow it.
    ///
    /// - Parameters:
    ///   - from: an id, an address, a name or `Name <address>`; without it, whoever wrote the mail, or the contact.
    ///   - mail: which mail it stood in; without it the newest of which that was not said yet, if there is one.
    ///   - moment: when it was heard, where that was not now; then it stood in no mail that was found.
    package func hear(
        _ word: Word, in id: Recruitment.ID, from: String?, mail: MailFact.ID? = nil,
        heard moment: Date? = nil,
        at now: Date
    ) throws -> Heard {
        try unlessOnRecord {
            try ledger.write { try hear(word, in: id, from: from, mail: mail, heard: moment, $0, at: now) }
        }
    }

    /// What is on record already leaves the transaction as an error, so that the ledger stays as it is, to the byte, whatever
    /// was tried to find that out.
    struct OnRecord: Error {
        let contact: Contact
    }

    func unlessOnRecord(_ body: () throws -> Heard) throws -> Heard {
        do {
            return try body()
        } catch let known as OnRecord {
            return Heard(contact: known.contact, existing: true, changed: [])
        }
    }

    /// What would become of it; nothing is recorded.
    package func rehearse(
        _ word: Word, in id: Recruitment.ID, from: String?, mail: MailFact.ID? = nil, at now: Date
    ) throws -> Heard {
        try unlessOnRecord {
            try ledger.rehearse { try hear(word, in: id, from: from, mail: mail, heard: nil, $0, at: now) }
        }
    }

    private func hear(
        _ word: Word, in id: Recruitment.ID, from: String?, mail: MailFact.ID?, heard moment: Date?,
        _ transaction: LedgerTransaction, at now: Date
    ) throws -> Heard {
        try refuseClockBehind(in: transaction, at: now)
        let recruitment = try transaction.recruitment(id)
        let named = try from.map { try PersonLookup(transaction).person(meant: $0, orNewIn: id, at: now) }
        if case .decisionBy(let day) = word { try check(day, for: id, in: transaction) }
        if let moment { try check(moment, for: id, in: transaction, at: now) }
        if moment == nil, let meant = try meant(mail, by: word, in: id, transaction) {
            return try settle(meant, as: word, by: named, in: recruitment, transaction, at: now)
        }
        let person = try named ?? contactPerson(of: id, in: transaction)
        if let known = try transaction.lastHeard(in: id),
            try repeats(known, word, person, in: transaction, at: moment ?? now),
            known.isNamed || named == nil,
            try !wouldChange(saidAgain: known, in: recruitment, transaction, at: now)
        {
            throw OnRecord(contact: known)
        }
        var said = Entry(
            time: moment ?? now, direction: word.outcome == .withdrew ? .out : .in, channel: nil,
            person: person,
            recruitment: id, outcome: word.outcome, detail: word.detail)
        said.isNamed = named != nil
        let entry = try transaction.add(said)
        let changed = try follow(recruitment, in: transaction, at: now)
        return Heard(contact: try transaction.contact(entry), existing: false, changed: changed)
    }

    /// Takes the last thing heard back, by a further entry.
    ///
    /// - Parameter word: the entry that is meant; nil for whichever is the last.
    /// - Throws: `DeskProblem.heardMeanwhile` where another is the last.
    package func unhear(_ word: Contact.ID? = nil, in id: Recruitment.ID, at now: Date) throws -> Heard {
        try ledger.write { try unhear(word, in: id, $0, at: now) }
    }

    /// What would become of that; nothing is recorded.
    package func rehearseUnhearing(in id: Recruitment.ID, at now: Date) throws -> Heard {
        try ledger.rehearse { try unhear(nil, in: id, $0, at: now) }
    }

    /// The last thing heard that was not taken back; nil where there is none.
    package func lastWord(in id: Recruitment.ID) throws -> Contact? {
        try ledger.read { try $0.lastHeard(in: id) }
    }

    private func unhear(
        _ word: Contact.ID?, in id: Recruitment.ID, _ transaction: LedgerTransaction, at now: Date
    ) throws -> Heard {
        try refuseClockBehind(in: transaction, at: now)
        let recruitment = try transaction.recruitment(id)
        guard let last = try transaction.lastHeard(in: id) else {
            throw DeskProblem.nothingHeard(recruitment)
        }
        if let word, word != last.id { throw DeskProblem.heardMeanwhile }
        let entry = try transaction.add(
            Entry(
                time: now, direction: last.direction, channel: last.channel, person: last.person,
                recruitment: id, outcome: .undone, undoes: last.id))
        try reopen(last, in: transaction, at: now)
        let changed = try follow(recruitment, in: transaction, at: now)
        return Heard(contact: try transaction.contact(entry), existing: false, changed: changed)
    }

    /// Whether what was heard would change a message if it were heard once more: something has happened since, such as that
    /// the user let a question go in spite of it.
    func wouldChange(
        saidAgain known: Contact, in recruitment: Recruitment, _ transaction: LedgerTransaction, at now: Date
    ) throws -> Bool {
        let changed = try transaction.rehearse {
            try transaction.add(
                Entry(
                    time: known.time, direction: known.direction, channel: known.channel,
                    person: known.person, recruitment: recruitment.id, outcome: known.outcome,
                    detail: known.detail))
            return try follow(recruitment, in: transaction, at: now)
        }
        return changed?.isEmpty == false
    }

    /// The same word of the same person about the same interviews: one that says where the recruitment stands whenever it
    /// was said, another one less than a day ago.
    private func repeats(
        _ known: Contact, _ word: Word, _ person: Person, in transaction: LedgerTransaction, at now: Date
    )
        throws -> Bool
    {
        guard known.outcome == word.outcome, known.detail == word.detail, known.person.id == person.id,
            let recruitment = known.recruitment,
            word.isLasting || abs(now.timeIntervalSince(known.time)) < 86_400
        else { return false }
        let last = try transaction.interviews(of: recruitment.id).last?.ended.instant
        return last.map { known.time > $0 } ?? true
    }

    /// What is said now is dated by the clock: behind what is on record it would count as said before that.
    ///
    /// - Throws: `DeskProblem.clockBehind`.
    func refuseClockBehind(in transaction: LedgerTransaction, at now: Date) throws {
        guard let newest = try transaction.newestAhead(of: now) else { return }
        throw DeskProblem.clockBehind(newest: newest, now: now)
    }

    /// Nothing is heard of an interview before its end, and nothing that is still to be said.
    private func check(
        _ moment: Date, for id: Recruitment.ID, in transaction: LedgerTransaction, at now: Date
    ) throws {
        guard moment <= now else { throw DeskProblem.inFuture(moment, now: now) }
        let first = try transaction.interviews(of: id).filter { !$0.isCalledOff }.map(\.ended).min {
            $0.instant < $1.instant
        }
        if let first, moment < first.instant { throw DeskProblem.beforeInterview(moment, ended: first) }
    }

    private func check(_ day: Day, for id: Recruitment.ID, in transaction: LedgerTransaction) throws {
        guard let ended = try transaction.interviews(of: id).last?.ended.wall.day, day < ended else { return }
        throw RecordProblem.decisionBeforeInterview(day, ended: ended)
    }

    /// Who speaks for a recruitment where nobody is named: the contact, else who is asked, else the panel.
    func contactPerson(of id: Recruitment.ID, in transaction: LedgerTransaction) throws -> Person {
        let interviews = try transaction.interviews(of: id).counting
        let named =
            interviews.compactMap(\.contact).last
            ?? interviews.last.flatMap { $0.asked ?? $0.panel.first?.person }
        guard let named else { throw LedgerProblem.noSuch(.recruitment, number: id.rawValue) }
        return named
    }
}
