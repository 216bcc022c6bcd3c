import Etiquette
import Foundation
import GRDB

/// What statistics are reckoned from, of the interviews that ended within a period.
package struct StatisticsFacts: Equatable, Sendable {
    /// How many interviews there are of each kind.
    package struct Interviews: Equatable, Sendable {
        /// Those that took place.
        package var held = 0
        package var calledOff = 0
        /// Still to come.
        package var planned = 0

        package var count: Int { held + calledOff + planned }
    }

    /// A recruitment with an interview that took place.
    package struct Candidacy: Equatable, Sendable {
        package let recruitment: Recruitment.ID
        package let standing: Recruitment.Standing
        /// The end of the last interview in it that took place.
        package let ended: ZonedTime
    }

    /// Something that was heard, or that the user took the application back.
    package struct Word: Equatable, Sendable {
        package let time: Date
        package let outcome: Contact.Outcome
    }

    /// How many messages of a kind are in a state.
    package struct Share: Equatable, Sendable {
        package let kind: FollowUp.Kind
        package let state: MessageState
        /// It was cancelled because the user did otherwise what it was for.
        package let isFulfilled: Bool
        package let count: Int
    }

    package let interviews: Interviews
    package let candidacies: [Candidacy]
    /// Oldest first; what was taken back is left out.
    package let words: [Recruitment.ID: [Word]]
    /// When the question about the decision went out.
    package let asked: [Recruitment.ID: Date]
    package let messages: [Share]
}

extension LedgerTransaction {
    /// What statistics are reckoned from.
    ///
    /// - Parameters:
    ///   - since: when an interview ended at the earliest; nil for all there are.
    ///   - now: what ends later is planned.
    package func statisticsFacts(since: Date?, at now: Date) throws -> StatisticsFacts {
        let period = Period(since: since?.milliseconds ?? .min, now: now.milliseconds)
        return StatisticsFacts(
            interviews: try interviews(period), candidacies: try candidacies(period),
            words: try words(period), asked: try asked(period), messages: try shares(period))
    }

    /// Every query has these arguments, in this order.
    private struct Period {
        let since: Int64
        let now: Int64

        var arguments: StatementArguments { [since, now] }
    }

    private func interviews(_ period: Period) throws -> StatisticsFacts.Interviews {
        var counts = StatisticsFacts.Interviews()
        try each(
            """
            SELECT isCalledOff, ended > ?2, count(*) FROM interviewOnRecord WHERE ended >= ?1
            GROUP BY isCalledOff, ended > ?2
            """, period.arguments
        ) { row in
            let (isCalledOff, isPlanned, count): (Bool, Bool, Int) = (row[0], row[1], row[2])
            if isCalledOff {
                counts.calledOff += count
            } else if isPlanned {
                counts.planned += count
            } else {
                counts.held += count
            }
        }
        return counts
    }

    /// Beside the greatest `ended` SQLite gives the zone of that same row.
    private func candidacies(_ period: Period) throws -> [StatisticsFacts.Candidacy] {
        var zones: [String: TimeZone] = [:]
        var found: [StatisticsFacts.Candidacy] = []
        try each(
            """
            SELECT recruitment, max(ended), zone, standing FROM interviewOnRecord
                JOIN recruitment ON recruitment.id = interviewOnRecord.recruitment
            WHERE ended >= ?1 AND ended <= ?2 AND NOT isCalledOff GROUP BY recruitment
            """, period.arguments
        ) { row in
            let name: String = row[2]
            let zone = zones[name] ?? Self.zone(name) ?? .gmt
            zones[name] = zone
            found.append(
                StatisticsFacts.Candidacy(
                    recruitment: Identifier(rawValue: row[0]),
                    standing: try Recruitment.Standing(ledger: row[3]),
                    ended: ZonedTime(instant: Date(milliseconds: row[1]), zone: zone)))
        }
        return found
    }

    private func words(_ period: Period) throws -> [Recruitment.ID: [StatisticsFacts.Word]] {
        var found: [Recruitment.ID: [StatisticsFacts.Word]] = [:]
        try each(
            """
            SELECT recruitment, time, outcome FROM contact
            WHERE outcome <> 'sent' AND outcome IN (\(Self.wordsHeard)) AND recruitment IS NOT NULL
                AND time >= ?1 AND time <= ?2 AND \(Self.stands)
            ORDER BY recruitment, time, id
            """, period.arguments
        ) { row in
            found[Identifier(rawValue: row[0]), default: []].append(
                StatisticsFacts.Word(
                    time: Date(milliseconds: row[1]), outcome: try Contact.Outcome(ledger: row[2])))
        }
        return found
    }

    /// By the log: it alone knows when a message went, and whether it came back.
    private func asked(_ period: Period) throws -> [Recruitment.ID: Date] {
        var found: [Recruitment.ID: Date] = [:]
        try each(
            """
            SELECT contact.recruitment, contact.time FROM message JOIN contact ON contact.message = message.id
                AND contact.direction = 'out' AND contact.outcome = 'sent'
            WHERE message.kind = 'decision-status' AND message.kind <> 'thank-you' AND state = 'sent' AND contact.time BETWEEN ?1 AND ?2
                AND \(Self.stands)
            """, period.arguments
        ) { row in found[Identifier(rawValue: row[0])] = Date(milliseconds: row[1]) }
        return found
    }

    /// Thank-yous for what took place in the period, and what else went, or is to go, in the same recruitments.
    private func shares(_ period: Period) throws -> [StatisticsFacts.Share] {
        let held = "FROM interviewOnRecord WHERE ended >= ?1 AND ended <= ?2 AND NOT isCalledOff"
        var found: [StatisticsFacts.Share] = []
        try each(
            """
            SELECT kind, state, coalesce(state = 'cancelled' AND reasonCode = 'fulfilled', 0), count(*) FROM message
            WHERE CASE WHEN kind = 'thank-you' THEN interview IN (SELECT id \(held))
                ELSE recruitment IN (SELECT recruitment \(held)) END
            GROUP BY 1, 2, 3
            """, period.arguments
        ) { row in
            found.append(
                StatisticsFacts.Share(
                    kind: try FollowUp.Kind(ledger: row[0]), state: try MessageState(ledger: row[1]),
                    isFulfilled: row[2], count: row[3]))
        }
        return found
    }
}
