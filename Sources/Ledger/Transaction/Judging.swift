import Etiquette
import Foundation
import GRDB

extension LedgerTransaction {
    /// Everything that the rules ask about a message, as the ledger has it now.
    package func circumstances(of message: Message) throws -> Circumstances {
        try circumstances(of: [message])[0]
    }

    /// The same for many, in their order: each subject is asked once for all of them.
    package func circumstances(of messages: [Message]) throws -> [Circumstances] {
        guard !messages.isEmpty else { return [] }
        let facts = try JudgingFacts(messages, in: self)
        return try messages.map(facts.circumstances)
    }
}

/// What the ledger has on the recruitments and recipients of some messages.
private struct JudgingFacts {
    /// One interview of a recruitment.
    struct Meeting {
        let id: Interview.ID
        let ended: Date
        /// By its name.
        let zone: String
        let isCalledOff: Bool
    }

    /// A reason that the user has set aside, with the newest entry of the log and the newest mail that were known then.
    struct Waiver {
        let code: Reason.Code
        let time: Date
        let contact: Contact.ID
        let fact: MailFact.ID
    }

    /// A message to one of the recipients that says whether something was done already, or waits.
    struct Note {
        let id: Message.ID
        let recruitment: Recruitment.ID
        let kind: String
        let interview: Interview.ID?
        let state: MessageState
        let reason: String?
        /// When the contact of it was, if there is one.
        let contact: Date?
        /// When the body left that is on its way or in doubt.
        let inDoubt: Date?
        let due: Date
        /// The user has released it although its time was up.
        let mayBeLate: Bool
    }

    var standings: [Recruitment.ID: Recruitment.Standing] = [:]
    var meetings: [Recruitment.ID: [Meeting]] = [:]
    var words: [Recruitment.ID: [(id: Contact.ID, word: Circumstances.Word)]] = [:]
    var notes: [Person.ID: [Note]] = [:]
    var emails: [Person.ID: [(message: Message.ID?, time: Date)]] = [:]
    /// Mails that may be answers, as long as the user has not said what they are.
    var possible: [Recruitment.ID: [(id: MailFact.ID, time: Date)]] = [:]
    /// Mails that say that somebody has left the house, by recruitment.
    var leavings: [Recruitment.ID: [(id: MailFact.ID, person: Person.ID, time: Date)]] = [:]
    var waivers: [Message.ID: [Waiver]] = [:]
    /// When questions were approved of which the user is asked before they go.
    var asked: [Message.ID: Date] = [:]

    init(_ messages: [Message], in transaction: LedgerTransaction) throws {
        let recruitments = Numbers(Set(messages.map(\.followUp.recruitment)))
        let people = Numbers(Set(messages.map(\.recipient.id)))
        try readRecruitments(recruitments, in: transaction)
        try readWords(recruitments, in: transaction)
        try readPossible(recruitments, in: transaction)
        try readNotes(people, in: transaction)
        try readEmails(people, in: transaction)
        try readWaivers(Numbers(messages.map(\.id)), in: transaction)
        let questions = messages.filter { $0.followUp.kind == .decisionStatus }.map(\.id)
        if !questions.isEmpty { try readApprovals(Numbers(questions), in: transaction) }
    }
}

// MARK: - Asking

extension JudgingFacts {
    private mutating func readRecruitments(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT recruitment.id, standing, interview.id, ended, zone, isCalledOff FROM recruitment
                JOIN interview ON interview.recruitment = recruitment.id
            WHERE recruitment.id IN (\(Numbers.list)) ORDER BY recruitment.id, isCalledOff DESC, ended
            """, asked.value
        ) { row in
            let recruitment = Recruitment.ID(rawValue: row[0])
            standings[recruitment] = try Recruitment.Standing(ledger: row[1])
            meetings[recruitment, default: []].append(
                Meeting(
                    id: Interview.ID(rawValue: row[2]), ended: Date(milliseconds: row[3]), zone: row[4],
                    isCalledOff: row[5]))
        }
    }

    private mutating func readWords(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT recruitment, time, outcome, id FROM contact
            WHERE recruitment IN (\(Numbers.list)) AND outcome <> 'sent' AND outcome IN (\(LedgerTransaction.wordsHeard))
                AND \(LedgerTransaction.stands)
            ORDER BY time, id
            """, asked.value
        ) { row in
            words[Recruitment.ID(rawValue: row[0]), default: []].append(
                (
                    Identifier(rawValue: row[3]),
                    Circumstances.Word(time: Date(milliseconds: row[1]), outcome: try .init(ledger: row[2]))
                ))
        }
    }

    private mutating func readPossible(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT recruitment, time, meaning, person, fact FROM mailFactRecruitment JOIN mailFact ON mailFact.id = fact
            WHERE recruitment IN (\(Numbers.list)) AND settled IS NULL
                AND (meaning IN ('reply', 'possible-reply') OR (meaning = 'automatic' AND sort = 'left'))
            ORDER BY time
            """, asked.value
        ) { row in
            let (recruitment, time) = (Recruitment.ID(rawValue: row[0]), Date(milliseconds: row[1]))
            let fact = MailFact.ID(rawValue: row[4])
            if try MailFact.Meaning(ledger: row[2] as String).isAnswer {
                possible[recruitment, default: []].append((fact, time))
            } else if let person = (row[3] as Int64?).map(Person.ID.init(rawValue:)) {
                leavings[recruitment, default: []].append((fact, person, time))
            }
        }
    }

    private mutating func readNotes(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT recipient, message.id, message.recruitment, message.kind, message.interview, state, reasonCode,
                contact.time, CASE WHEN state IN ('handedOver', 'unconfirmed') THEN
                    (SELECT max(\(LedgerTransaction.believed("started", of: "attempt"))) FROM attempt
                    WHERE attempt.message = message.id) END,
                due, EXISTS(SELECT 1 FROM waiver
                    WHERE waiver.message = message.id AND code = 'late' AND waiver.time >= due)
            FROM message LEFT JOIN contact ON contact.message = message.id AND direction = 'out'
                AND \(LedgerTransaction.stands)
            WHERE recipient IN (\(Numbers.list))
            """, asked.value
        ) { row in
            notes[Person.ID(rawValue: row[0]), default: []].append(
                Note(
                    id: Identifier(rawValue: row[1]), recruitment: Identifier(rawValue: row[2]), kind: row[3],
                    interview: (row[4] as Int64?).map(Identifier.init(rawValue:)),
                    state: try MessageState(ledger: row[5]), reason: row[6],
                    contact: (row[7] as Int64?).map(Date.init(milliseconds:)),
                    inDoubt: (row[8] as Int64?).map(Date.init(milliseconds:)),
                    due: Date(milliseconds: row[9]),
                    mayBeLate: row[10]))
        }
    }

    private mutating func readEmails(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT person, message, \(LedgerTransaction.believed("time", of: "contact")) FROM contact
            WHERE person IN (\(Numbers.list)) AND direction = 'out' AND channel = 'email'
                AND \(LedgerTransaction.stands)
            """, asked.value
        ) { row in
            emails[Person.ID(rawValue: row[0]), default: []].append(
                ((row[1] as Int64?).map(Identifier.init(rawValue:)), Date(milliseconds: row[2])))
        }
    }

    private mutating func readApprovals(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            "SELECT id, approved FROM message WHERE id IN (\(Numbers.list)) AND asksFirst AND approved IS NOT NULL",
            asked.value
        ) { row in
            self.asked[Message.ID(rawValue: row[0])] = Date(milliseconds: row[1])
        }
    }

    private mutating func readWaivers(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT message, code, time, contact, fact FROM waiver WHERE message IN (\(Numbers.list))
            ORDER BY message, code
            """, asked.value
        ) { row in
            // A finding that was ignored is no reason.
            guard let code = Reason.Code(rawValue: row[1]) else { return }
            waivers[Message.ID(rawValue: row[0]), default: []].append(
                Waiver(
                    code: code, time: Date(milliseconds: row[2]), contact: Identifier(rawValue: row[3]),
                    fact: Identifier(rawValue: row[4])))
        }
    }
}

// MARK: - Answering

extension JudgingFacts {
    func circumstances(of message: Message) throws -> Circumstances {
        let recruitment = message.followUp.recruitment
        guard let standing = standings[recruitment], let last = meetings[recruitment]?.last else {
            throw LedgerProblem.damaged(
                path: "", detail: "recruitment \(recruitment.rawValue) has no interview")
        }
        let own = meetings[recruitment]?.first { $0.id == message.followUp.interview } ?? last
        let zone = LedgerTransaction.zone(own.zone)
        var circumstances = Circumstances(
            kind: message.followUp.kind, channel: message.channel, due: message.due, zone: zone ?? .gmt,
            standing: standing, interviewEnded: own.ended, lastInterviewEnded: last.ended)
        circumstances.unknownZone = zone == nil ? own.zone : nil
        circumstances.nextAttempt = message.nextAttempt
        circumstances.isCalledOff = own.isCalledOff
        circumstances.lastEmail = lastEmail(besides: message)
        circumstances.done = done(message)
        circumstances.isUnthanked = isUnthanked(message)
        circumstances.queuedThankYou = queuedThankYou(alongside: message)
        circumstances.approvedAtScreen = asked[message.id]
        apply(waivers[message.id] ?? [], of: message, to: &circumstances)
        return circumstances
    }

    /// What was heard, but for what the user has set aside: a waiver covers what was known when it was given, and no more. An
    /// answer that is told later, of whatever time, and the window of a later due time, hold again.
    private func apply(_ waivers: [Waiver], of message: Message, to circumstances: inout Circumstances) {
        var heard = words[message.followUp.recruitment] ?? []
        var mails = possible[message.followUp.recruitment] ?? []
        var gone = (leavings[message.followUp.recruitment] ?? []).filter { $0.person == message.recipient.id }
        for waiver in waivers {
            switch waiver.code {
            case .replied: heard.removeAll { $0.word.outcome == .replied && $0.id <= waiver.contact }
            case .possibleReply: mails.removeAll { $0.id <= waiver.fact }
            case .left: gone.removeAll { $0.id <= waiver.fact }
            case .late where waiver.time < message.due: break
            // That nothing was heard by then says no more of later than the approval did.
            case .anyNews:
                circumstances.approvedAtScreen = circumstances.approvedAtScreen.map { max($0, waiver.time) }
            default: circumstances.waived.insert(waiver.code)
            }
        }
        circumstances.heard = heard.map(\.word)
        circumstances.possibleReplies = mails.map(\.time)
        circumstances.leavings = gone.map(\.time)
    }

    /// The newest email of ours to a person: in the log, or handed over with the outcome in doubt.
    private func lastEmail(besides message: Message) -> Date? {
        let logged = (emails[message.recipient.id] ?? []).filter { $0.message != message.id }.map(\.time)
        let inDoubt = (notes[message.recipient.id] ?? []).filter { $0.id != message.id }
            .compactMap(\.inDoubt)
        return (logged + inDoubt).max()
    }

    /// When the follow-up of a message was already done: by a contact of its own, or, for a thank-you, by one to
    /// the same person for an interview that shares it (rule `thank-each`).
    private func done(_ message: Message) -> Date? {
        let meetings = meetings[message.followUp.recruitment] ?? []
        var sharing: [Interview.ID?] = [message.followUp.interview]
        if let own = meetings.first(where: { $0.id == message.followUp.interview }) {
            sharing = meetings.filter { ThankEach.shares($0.ended, own.ended) }.map(\.id)
        }
        return alike(message)
            .filter { $0.state != .bounced && sharing.contains($0.interview) }
            .compactMap { $0.contact ?? ($0.id == message.id ? nil : $0.inDoubt) }.max()
    }

    /// The messages to the same person in the same recruitment that are for the same.
    private func alike(_ message: Message) -> [Note] {
        (notes[message.recipient.id] ?? []).filter {
            $0.recruitment == message.followUp.recruitment && $0.kind == message.followUp.kind.rawValue
        }
    }

    /// When a thank-you to the same person was due that is queued still, and late without the user's leave.
    private func queuedThankYou(alongside message: Message) -> Date? {
        thankYous(alongside: message).filter { $0.state == .queued && !$0.mayBeLate }.map(\.due).min()
    }

    /// The thank-yous to the recipient of a message in its recruitment.
    private func thankYous(alongside message: Message) -> [Note] {
        (notes[message.recipient.id] ?? []).filter {
            $0.recruitment == message.followUp.recruitment && $0.kind == FollowUp.Kind.thankYou.rawValue
        }
    }

    /// Whether a thank-you to a person in a recruitment waits for the user.
    private func isUnthanked(_ message: Message) -> Bool {
        thankYous(alongside: message).contains {
            [.draft, .held, .refused, .bounced].contains($0.state)
                && $0.reason != Reason.Code.duplicate.rawValue
        }
    }
}
