import Etiquette
import Foundation
import Ledger

/// What became of the interviews of a period, in numbers, each with what it is a part of.
package struct Statistics: Equatable, Sendable {
    /// What became of the notes of one kind.
    package struct Notes: Equatable, Sendable {
        package var sent = 0
        /// Drafts, queued, held.
        package var waiting = 0
        /// Handed over, and nobody knows whether it arrived.
        package var doubtful = 0
        /// Refused, or come back.
        package var returned = 0
        /// The user did otherwise what it was for.
        package var otherwise = 0
        /// Called off: not needed any more, or not wanted.
        package var cancelled = 0

        package var count: Int { sent + waiting + doubtful + returned + otherwise + cancelled }
    }

    /// When an interview ended at the earliest; nil for all.
    package let since: Date?
    package let interviews: StatisticsFacts.Interviews
    /// The recruitments in which an interview took place, by where they stand.
    package let outcomes: [Recruitment.Standing: Int]
    package let thankYous: Notes
    package let questions: Notes
    /// From the last interview of each recruitment until something was heard.
    package let answers: Waiting
    /// From each question about the decision until something was heard.
    package let answersToQuestion: Waiting

    package var recruitments: Int { answers.count }
}

extension Desk {
    /// What became of the interviews that ended since a moment, or ever.
    package func statistics(since: Date?, at now: Date) throws -> Statistics {
        try ledger.read { try keptStatistics.statistics(since: since, in: $0, at: now) }
    }
}

extension Statistics {
    init(_ facts: StatisticsFacts, since: Date?, at now: Date) {
        let questions = facts.candidacies.compactMap { candidacy in
            facts.asked[candidacy.recruitment].map { (candidacy, $0) }
        }
        var today: [TimeZone: Day] = [:]
        func wait(_ candidacy: StatisticsFacts.Candidacy, since start: Date) -> Waiting.Wait {
            let zone = candidacy.ended.zone
            let day = today[zone] ?? WallTime(at: now, in: zone).day
            today[zone] = day
            return Waiting.Wait(
                since: ZonedTime(instant: start, zone: zone), until: facts.words[candidacy.recruitment] ?? [],
                today: day)
        }
        self.init(
            since: since, interviews: facts.interviews,
            outcomes: Dictionary(grouping: facts.candidacies, by: \.standing).mapValues(\.count),
            thankYous: Notes(facts.messages.filter { $0.kind == .thankYou }),
            questions: Notes(facts.messages.filter { $0.kind == .decisionStatus }),
            answers: Waiting(facts.candidacies.map { wait($0, since: $0.ended.instant) }),
            answersToQuestion: Waiting(questions.map { wait($0.0, since: $0.1) }))
    }
}

extension Waiting.Wait {
    /// - Parameter words: what was heard, oldest first; what was heard before the wait began ends no wait.
    fileprivate init(since start: ZonedTime, until words: [StatisticsFacts.Word], today: Day) {
        let word = words.first { $0.time > start.instant }
        let last = word.map { WallTime(at: $0.time, in: start.zone).day } ?? today
        self.init(
            days: max(0, last.number - start.wall.day.number),
            end: word.map { $0.outcome == .withdrew ? .withdrew : .answered } ?? .open)
    }
}

extension Statistics.Notes {
    fileprivate init(_ shares: [StatisticsFacts.Share]) {
        for share in shares {
            switch share.state {
            case .sent: sent += share.count
            case .draft, .queued, .held: waiting += share.count
            case .handedOver, .unconfirmed: doubtful += share.count
            case .refused, .bounced: returned += share.count
            case .cancelled where share.isFulfilled: otherwise += share.count
            case .cancelled: cancelled += share.count
            }
        }
    }
}
