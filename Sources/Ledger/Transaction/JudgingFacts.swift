import Etiquette
import Foundation
import GRDB

/// What the ledger has on the recruitments and recipients of some messages.
struct JudgingFacts {
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

    /// An email of ours in the log, or another word that may thank.
    struct OurWord {
        let id: Contact.ID
        let message: Message.ID?
        let time: Date
        let channel: Channel
        /// The recruitment about which the user said it by themselves; nil for what this program sent, or what served a
        /// message of it, and for an answer.
        let own: Recruitment.ID?
    }

    var standings: [Recruitment.ID: Recruitment.Standing] = [:]
    /// When they have met the user again who had turned them down, by the recruitment that ended.
    var again: [Recruitment.ID: Date] = [:]
    var meetings: [Recruitment.ID: [Meeting]] = [:]
    var words: [Recruitment.ID: [(id: Contact.ID, word: Circumstances.Word)]] = [:]
    var notes: [Person.ID: [Note]] = [:]
    var ours: [Person.ID: [OurWord]] = [:]
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
        try readOurs(people, in: transaction)
        try readWaivers(Numbers(messages.map(\.id)), in: transaction)
        let questions = messages.filter { $0.followUp.kind == .decisionStatus }.map(\.id)
        if !questions.isEmpty { try readApprovals(Numbers(questions), in: transaction) }
        let requests = messages.filter { $0.followUp.kind == .feedbackRequest }.map(\.followUp.recruitment)
        if !requests.isEmpty { try readInvitations(Numbers(requests), in: transaction) }
    }
}

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

    private mutating func readInvitations(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT former.id, max(ended) FROM recruitment AS former JOIN recruitment AS open
                ON open.sameOrganisation = former.sameOrganisation AND open.sameRole = former.sameRole
                AND open.standing = 'open' AND open.id > former.id
                JOIN interview ON interview.recruitment = open.id AND NOT isCalledOff
            WHERE former.id IN (\(Numbers.list)) GROUP BY former.id
            """, asked.value
        ) { row in
            again[Recruitment.ID(rawValue: row[0])] = Date(milliseconds: row[1])
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

    private mutating func readOurs(_ asked: Numbers, in transaction: LedgerTransaction) throws {
        try transaction.each(
            """
            SELECT person, message, \(LedgerTransaction.believed("time", of: "contact")), id, channel,
                CASE WHEN outcome = 'logged' AND message IS NULL AND NOT answering THEN recruitment END
            FROM contact
            WHERE person IN (\(Numbers.list)) AND direction = 'out' AND channel IN ('email', 'post', 'in-person')
                AND outcome <> 'undone' AND \(LedgerTransaction.stands)
            """, asked.value
        ) { row in
            ours[Person.ID(rawValue: row[0]), default: []].append(
                OurWord(
                    id: Identifier(rawValue: row[3]),
                    message: (row[1] as Int64?).map(Identifier.init(rawValue:)),
                    time: Date(milliseconds: row[2]), channel: try Channel(ledger: row[4]),
                    own: (row[5] as Int64?).map(Identifier.init(rawValue:))))
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
