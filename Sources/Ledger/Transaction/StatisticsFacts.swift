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
    /// When the next planned interview ends.
    package let nextEnd: Date?
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
            words: try words(period), asked: try asked(period), messages: try shares(period),
            nextEnd: try row("SELECT min(ended) AS ended FROM interview WHERE ended > ?", [period.now])?
                .moment("ended"))
    }

    /// Every query has these arguments, in this order.
    private struct Period {
        let since: Int64
        let now: Int64

        var arguments: StatementArguments { [since, now] }
    }

    /// The plus has the whole table read once, in its own order, here and below: by the index of ends each row is looked for
    /// by itself.
    private func interviews(_ period: Period) throws -> StatisticsFacts.Interviews {
        try row(
            """
            SELECT count(*) FILTER (WHERE ended <= ?2 AND NOT isCalledOff), count(*) FILTER (WHERE isCalledOff),
                count(*) FILTER (WHERE ended > ?2 AND NOT isCalledOff) FROM interviewOnRecord WHERE +ended >= ?1
            """, period.arguments
        ).map { StatisticsFacts.Interviews(held: $0[0], calledOff: $0[1], planned: $0[2]) } ?? .init()
    }

    /// Beside the greatest `ended` SQLite gives the zone of that same row.
    private func candidacies(_ period: Period) throws -> [StatisticsFacts.Candidacy] {
        var zones: [String: TimeZone] = [:]
        return try rows(
            """
            SELECT recruitment, max(ended), zone, standing FROM interviewOnRecord
                JOIN recruitment ON recruitment.id = interviewOnRecord.recruitment
            WHERE \(Self.held) GROUP BY recruitment
            """, period.arguments
        ).map { row in
            let name: String = row[2]
            let zone = zones[name] ?? Self.zone(name) ?? .gmt
            zones[name] = zone
            return StatisticsFacts.Candidacy(
                recruitment: row[0], standing: try Recruitment.Standing(ledger: row[3]),
                ended: ZonedTime(instant: Date(milliseconds: row[1]), zone: zone))
        }
    }

    private func words(_ period: Period) throws -> [Recruitment.ID: [StatisticsFacts.Word]] {
        try rows(
            """
            SELECT recruitment, time, outcome FROM contact
            WHERE outcome <> 'sent' AND outcome IN (\(Self.wordsHeard)) AND recruitment IS NOT NULL
                AND time >= ?1 AND time <= ?2 AND \(Self.stands)
            ORDER BY recruitment, time, id
            """, period.arguments
        ).grouped { row in
            StatisticsFacts.Word(
                time: Date(milliseconds: row[1]), outcome: try Contact.Outcome(ledger: row[2]))
        }
    }

    /// By the log: it alone knows when a message went, and whether it came back.
    private func asked(_ period: Period) throws -> [Recruitment.ID: Date] {
        try rows(
            """
            SELECT recruitment, time FROM contact
            WHERE kind = 'decision-status' AND direction = 'out' AND outcome = 'sent' AND time BETWEEN ?1 AND ?2
                AND id NOT IN (SELECT undoes FROM contact WHERE undoes IS NOT NULL)
            """, period.arguments
        ).keyed { Date(milliseconds: $0[1]) }
    }

    /// Thank-yous for what took place in the period, and what else went, or is to go, in the same recruitments. In a long
    /// life's ledger nearly all of them were sent: those are the rest of all, so that not every letter is read.
    private func shares(_ period: Period) throws -> [StatisticsFacts.Share] {
        let unsent = try unsentShares(period)
        return try counts(period).map { kind, count in
            StatisticsFacts.Share(
                kind: kind, state: .sent, isFulfilled: false,
                count: count - unsent.filter { $0.kind == kind }.map(\.count).reduce(0, +))
        }.filter { $0.count > 0 } + unsent
    }

    private func unsentShares(_ period: Period) throws -> [StatisticsFacts.Share] {
        let columns = "SELECT kind, state, reasonCode, interview, recruitment FROM message WHERE"
        return try rows(
            """
            SELECT kind, state, coalesce(state = 'cancelled' AND reasonCode = 'fulfilled', 0), count(*)
            FROM (\(columns) state = 'cancelled' UNION ALL \(columns) \(Self.isOpen))
            WHERE CASE WHEN kind = 'thank-you' THEN interview IN (SELECT id FROM interview WHERE \(Self.held))
                ELSE recruitment IN (SELECT recruitment FROM interview WHERE \(Self.held)) END
            GROUP BY 1, 2, 3
            """, period.arguments
        ).map { row in
            StatisticsFacts.Share(
                kind: try FollowUp.Kind(ledger: row[0]), state: try MessageState(ledger: row[1]),
                isFulfilled: row[2], count: row[3])
        }
    }

    /// How many messages there are of each kind, whatever became of them.
    private func counts(_ period: Period) throws -> [FollowUp.Kind: Int] {
        let counts = try rows(
            """
            SELECT 'thank-you', count(*) FROM interview CROSS JOIN message
                ON message.interview = interview.id AND kind = 'thank-you' WHERE \(Self.held)
            UNION ALL SELECT kind, count(*) FROM message WHERE kind <> 'thank-you'
                AND recruitment IN (SELECT recruitment FROM interview WHERE \(Self.held)) GROUP BY kind
            """, period.arguments
        ).map { (try FollowUp.Kind(ledger: $0[0]), $0[1] as Int) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    private static let held = "+ended >= ?1 AND +ended <= ?2 AND NOT isCalledOff"
}
