import Desk
import Etiquette

package struct StatisticsReport: Encodable {
    package struct Interviews: Encodable {
        package let held: Int
        package let calledOff: Int
        package let planned: Int
        package let recruitments: Int
    }

    /// The numbers make up `total`.
    package struct Notes: Encodable {
        package let total: Int
        package let sent: Int
        package let waiting: Int
        package let unconfirmed: Int
        package let returned: Int
        package let otherwise: Int
        package let cancelled: Int

        init(_ notes: Statistics.Notes) {
            total = notes.count
            sent = notes.sent
            waiting = notes.waiting
            unconfirmed = notes.doubtful
            returned = notes.returned
            otherwise = notes.otherwise
            cancelled = notes.cancelled
        }
    }

    package struct Answers: Encodable {
        /// `answered`, `unanswered`, `open` and `withdrew` make up the total.
        package struct Within: Encodable {
            package let days: Int
            package let answered: Int
            package let unanswered: Int
            package let open: Int
            package let withdrew: Int
        }

        package let total: Int
        package let answered: Int
        package let open: Int
        package let withdrew: Int
        @OrNull package var medianDays: Int?
        package let within: [Within]

        init(_ waiting: Waiting) {
            total = waiting.count
            answered = waiting.answered
            open = waiting.open
            withdrew = waiting.withdrew
            medianDays = waiting.medianDays
            within = Waiting.spans.map { days in
                let within = waiting.within(days)
                return Within(
                    days: days, answered: within.answered, unanswered: within.unanswered, open: within.open,
                    withdrew: within.withdrew)
            }
        }
    }

    @OrNull package var since: String?
    package let interviews: Interviews
    package let thankYous: Notes
    package let questions: Notes
    package let answers: Answers
    package let answersToQuestion: Answers
    package let outcomes: [String: Int]

    package init(_ statistics: Statistics) {
        let counts = statistics.interviews
        since = statistics.since.map(JSON.time)
        interviews = Interviews(
            held: counts.held, calledOff: counts.calledOff, planned: counts.planned,
            recruitments: statistics.recruitments)
        thankYous = Notes(statistics.thankYous)
        questions = Notes(statistics.questions)
        answers = Answers(statistics.answers)
        answersToQuestion = Answers(statistics.answersToQuestion)
        outcomes = Recruitment.Standing.allCases.reduce(into: [:]) {
            $0[$1.rawValue] = statistics.outcomes[$1] ?? 0
        }
    }
}
