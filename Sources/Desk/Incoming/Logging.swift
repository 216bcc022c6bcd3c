import Etiquette
import Foundation
import Ledger

extension Desk {
    /// Something said outside the program, as the user tells it.
    package struct Said: Equatable, Sendable {
        /// An id, an address, an exact name, or `Name <address>` together with a recruitment.
        package var person: String
        /// Over which it was said.
        package var channel: Channel
        package var direction: Direction
        /// What it was about, where the person has to do with several.
        package var recruitment: Recruitment.ID?
        package var message: Message.ID?
        /// It answered their own call or post.
        package var answering: Bool
        /// When it was said; never in the future.
        package var time: Date
        /// The user's own words about it.
        package var note: String?

        /// Checked when it is logged.
        package init(
            person: String, channel: Channel, direction: Direction, recruitment: Recruitment.ID?,
            message: Message.ID?, answering: Bool, time: Date, note: String?
        ) {
            self.person = person
            self.channel = channel
            self.direction = direction
            self.recruitment = recruitment
            self.message = message
            self.answering = answering
            self.time = time
            self.note = note
        }
    }

    /// Records what was said. An outgoing email, card or word in person fulfils the person's pending thank-you
    /// (rule `email-or-post`); anything incoming is heard as a reply.
    ///
    /// - Parameter seen: the text of the message that it makes superfluous, where one was shown.
    package func log(_ said: Said, seen: [Message.ID: Seen] = [:], at now: Date) throws -> Heard {
        guard said.time <= now else { throw DeskProblem.inFuture(said.time, now: now) }
        let note = try said.note.map { text throws(InputProblem) in try Field.note.admit(text) }
        return try unlessOnRecord { try ledger.write { try log(said, note, seen, $0, at: now) } }
    }

    private func log(
        _ said: Said, _ note: String?, _ seen: [Message.ID: Seen], _ transaction: LedgerTransaction,
        at now: Date
    ) throws -> Heard {
        try refuseClockBehind(in: transaction, at: now)
        try check(seen, in: transaction)
        let person = try person(of: said, in: transaction, at: now)
        let recruitment = try recruitment(of: said, with: person, in: transaction)
        if let known = try repeated(said, note, by: person, in: recruitment, transaction, at: now) {
            throw OnRecord(contact: known)
        }
        let served =
            said.direction == .out ? try served(by: said, to: person, in: recruitment, transaction) : nil
        let isReply = said.direction == .in && recruitment != nil
        let entry = try transaction.add(
            Entry(
                time: said.time, direction: said.direction, channel: said.channel, person: person,
                recruitment: recruitment, outcome: isReply ? .replied : .logged, message: served?.id,
                kind: served?.followUp.kind, detail: note, answering: said.answering,
                agency: try transaction.isAgency(person.id)))
        var changed: [Message] = []
        if let served {
            try fulfil(served, by: said, in: transaction, at: now)
            changed = [try transaction.message(served.id)]
        }
        // Their answer, and a mail of the user's own, stop the question; a thank-you that is done lets it go.
        if let place = served?.followUp.recruitment ?? recruitment {
            changed += try follow(transaction.recruitment(place), in: transaction, at: now)
        }
        return Heard(contact: try transaction.contact(entry), existing: false, changed: changed)
    }

    /// A card to the recipient of a thank-you is on its way, in the place of an email or as the card that the message is.
    package func posted(_ id: Message.ID, seen: Seen? = nil, at now: Date) throws -> Heard {
        let message = try messages([id])[0]
        let said = Said(
            person: String(message.recipient.id.rawValue), channel: .post, direction: .out,
            recruitment: message.followUp.recruitment, message: id, answering: false, time: now, note: nil)
        return try log(said, seen: [id: seen].compactMapValues(\.self), at: now)
    }

    private func person(of said: Said, in transaction: LedgerTransaction, at now: Date) throws -> Person {
        guard let recruitment = said.recruitment else {
            return try PersonLookup(transaction).person(reachable: said.person)
        }
        return try PersonLookup(transaction).person(
            meant: said.person, orNewIn: transaction.recruitment(recruitment).id, at: now)
    }

    /// The recruitment meant: the one named, else that of the message, else the only open one, else the last.
    private func recruitment(of said: Said, with person: Person, in transaction: LedgerTransaction) throws
        -> Recruitment.ID?
    {
        if let named = said.recruitment { return try transaction.recruitment(named).id }
        if let message = said.message { return try transaction.message(message).followUp.recruitment }
        let all = try transaction.recruitments(with: person.id)
        let open = all.filter { $0.standing == .open }
        guard open.count < 2 else { throw DeskProblem.severalRecruitments(person, open) }
        return (open.first ?? all.last)?.id
    }

    /// How long the same words are taken for the same contact, told again after an interruption.
    private static let repeatedWithin: TimeInterval = 3600

    /// The same again: same person, channel, direction, note and job, at the same time or within the hour; nil where it
    /// would change something to hear it once more, or serves a thank-you that was not there then.
    private func repeated(
        _ said: Said, _ note: String?, by person: Person, in recruitment: Recruitment.ID?,
        _ transaction: LedgerTransaction, at now: Date
    ) throws -> Contact? {
        var filter = ContactFilter()
        filter.people = [person.id]
        filter.since = said.time - Self.repeatedWithin
        filter.until = said.time + 0.001
        filter.channel = said.channel
        let known = try transaction.contacts(filter).last {
            try $0.direction == said.direction && [.logged, .replied].contains($0.outcome)
                && ($0.detail == note)
                && $0.recruitment?.id == recruitment && (said.message == nil || $0.message == said.message)
                && transaction.stands($0.id)
        }
        if let known, known.message == nil, said.direction == .out,
            try served(by: said, to: person, in: recruitment, transaction) != nil
        {
            return nil
        }
        guard let known, known.outcome == .replied, let place = known.recruitment else { return known }
        let isNews = try wouldChange(
            saidAgain: known, in: transaction.recruitment(place.id), transaction, at: now)
        return isNews ? nil : known
    }

    /// The pending message that an outgoing contact makes superfluous.
    private func served(
        by said: Said, to person: Person, in recruitment: Recruitment.ID?, _ transaction: LedgerTransaction
    ) throws -> Message? {
        guard EmailOrPost.thanks(over: said.channel) else {
            guard said.message == nil else { throw DeskProblem.thanksNobody(said.channel) }
            return nil
        }
        if let named = said.message {
            let message = try transaction.message(named)
            guard message.recipient.id == person.id else { throw DeskProblem.notTheirs(named, person) }
            guard message.state.isPending || message.state.isReturned else {
                throw DeskProblem.wrongState(named, message.state, .log)
            }
            if let ended = try end(of: message, transaction), said.time < ended.instant {
                throw DeskProblem.beforeInterview(said.time, ended: ended)
            }
            return message
        }
        let pending = try transaction.messages(to: person.id).filter { message in
            try message.followUp.kind == .thankYou && (message.state.isPending || message.state.isReturned)
                && message.followUp.recruitment == recruitment
                // What was said before an interview thanks nobody for it.
                && end(of: message, transaction).map { $0.instant <= said.time } ?? true
        }
        guard pending.count < 2 else { throw DeskProblem.severalThankYous(pending.map(\.id)) }
        return pending.first
    }

    /// The end of the interview that somebody is thanked for.
    private func end(of message: Message, _ transaction: LedgerTransaction) throws -> ZonedTime? {
        try message.followUp.interview.map(transaction.interview)?.ended
    }

    /// A card that was posted is sent; any other message need not go any more.
    private func fulfil(_ message: Message, by said: Said, in transaction: LedgerTransaction, at now: Date)
        throws
    {
        guard message.channel == .post, said.channel == .post else {
            return try transaction.cancel(
                message.id, because: Reason(.fulfilled, moment: said.time, detail: said.channel.rawValue))
        }
        if message.state == .held { try transaction.release(message.id) }
        if try transaction.message(message.id).state == .draft {
            try transaction.approve(message.id, frozen: nil, at: now)
        }
        try transaction.posted(message.id)
    }
}
