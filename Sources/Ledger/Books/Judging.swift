import Etiquette
import Foundation
import GRDB

extension Books {
    /// Everything that the rules ask about a message, as the ledger has it now.
    public func circumstances(of message: Message) throws -> Circumstances {
        let recruitment = message.followUp.recruitment
        let interviews = try interviewEnds(of: recruitment)
        guard let last = interviews.last else {
            throw LedgerProblem.damaged(
                path: "", detail: "recruitment \(recruitment.rawValue) has no interview")
        }
        let own = interviews.first { $0.id == message.followUp.interview } ?? last
        var circumstances = Circumstances(
            kind: message.followUp.kind, channel: message.channel, due: message.due, zone: own.ended.zone,
            standing: try self.recruitment(recruitment).standing, interviewEnded: own.ended.instant,
            lastInterviewEnded: last.ended.instant)
        circumstances.nextAttempt = message.nextAttempt
        circumstances.lastEmail = try lastEmail(to: message.recipient.id, besides: message.id)
        circumstances.done = try done(message, among: interviews)
        circumstances.isUnthanked = try isUnthanked(message.recipient.id, in: recruitment)
        circumstances.heard = try words(in: recruitment).map {
            Circumstances.Word(time: $0.time, outcome: $0.outcome)
        }
        try apply(waiversOf: message, to: &circumstances)
        return circumstances
    }

    /// A waiver sets aside what was known when it was given, and no more: an answer that comes later, and the
    /// window of a later due time, hold again.
    private func apply(waiversOf message: Message, to circumstances: inout Circumstances) throws {
        for row in try rows("SELECT code, time FROM waiver WHERE message = ?", [message.id.rawValue]) {
            let time = Date(milliseconds: row["time"])
            switch Reason.Code(rawValue: row["code"]) {
            case .replied: circumstances.heard.removeAll { $0.outcome == .replied && $0.time <= time }
            case .late where time < message.due: break
            case let code?: circumstances.waived.insert(code)
            case nil: break
            }
        }
    }

    private func interviewEnds(of recruitment: Recruitment.ID) throws -> [(
        id: Interview.ID, ended: ZonedTime
    )] {
        try rows(
            "SELECT id, ended, zone FROM interview WHERE recruitment = ? ORDER BY ended",
            [recruitment.rawValue]
        )
        .map { (Identifier(rawValue: $0["id"]), try ended($0)) }
    }

    /// The newest email of ours to a person: in the log, or handed over with the outcome in doubt.
    private func lastEmail(to person: Person.ID, besides message: Message.ID) throws -> Date? {
        try row(
            """
            SELECT max(time) AS time FROM (
                SELECT max(time) AS time FROM contact
                WHERE person = ?1 AND direction = 'out' AND channel = 'email' AND message IS NOT ?2
                UNION ALL
                SELECT max(started) FROM attempt JOIN message ON message.id = attempt.message
                WHERE recipient = ?1 AND state IN ('handedOver', 'unconfirmed') AND message.id <> ?2)
            """, [person.rawValue, message.rawValue]
        )?.moment("time")
    }

    /// When the follow-up of a message was already done: by a contact of its own, or, for a thank-you, by one to
    /// the same person for an interview that shares it (rule `thank-each`).
    private func done(_ message: Message, among interviews: [(id: Interview.ID, ended: ZonedTime)]) throws
        -> Date?
    {
        var sharing: [Int64?] = [message.followUp.interview?.rawValue]
        if let own = interviews.first(where: { $0.id == message.followUp.interview }) {
            sharing = interviews.filter { ThankEach.shares($0.ended.instant, own.ended.instant) }.map(
                \.id.rawValue)
        }
        // The plus signs keep SQLite from weighing the partial indexes, for which it would compile the statement anew
        // at every call.
        let found = try rows(
            """
            SELECT message.interview AS interview, contact.time AS time, started FROM message
                LEFT JOIN contact ON contact.message = message.id AND direction = 'out'
                LEFT JOIN attempt ON attempt.message = message.id AND state IN ('handedOver', 'unconfirmed')
            WHERE message.recruitment = ?1 AND +message.kind = ?2 AND +recipient = ?3
                AND state <> 'bounced' AND (contact.id IS NOT NULL OR (attempt.number IS NOT NULL AND message.id <> ?4))
            """,
            [
                message.followUp.recruitment.rawValue, message.followUp.kind.rawValue,
                message.recipient.id.rawValue, message.id.rawValue,
            ])
        return found.filter { sharing.contains($0["interview"]) }
            .compactMap { $0.moment("time") ?? $0.moment("started") }.max()
    }

    /// Whether a thank-you to a person in a recruitment waits for the user.
    private func isUnthanked(_ person: Person.ID, in recruitment: Recruitment.ID) throws -> Bool {
        try row(
            """
            SELECT 1 FROM message WHERE recruitment = ? AND recipient = ? AND kind = 'thank-you'
                AND state IN ('draft', 'held', 'refused') AND reasonCode IS NOT 'duplicate' LIMIT 1
            """, [recruitment.rawValue, person.rawValue]
        ) != nil
    }
}
