import Desk
import Etiquette
import Foundation
import Ledger

/// Statistics as people read them: every number with what it is a part of.
package struct StatisticsText: Equatable, Sendable {
    /// One number and what it counts.
    package struct Row: Equatable, Sendable {
        package let label: String
        /// `3 of 9, 2 still open`.
        package let text: String
    }

    package struct Section: Equatable, Sendable {
        package let heading: String
        package let rows: [Row]
        /// A sentence below them.
        package let remark: String?
        /// Whose spans the first rows are, in their order; nil for plain counts.
        package let waiting: Waiting?
    }

    /// `Interviews since Sun 1 Nov 2026`.
    package let scope: String
    /// Empty where no interview was held.
    package let sections: [Section]

    /// - Parameter since: the day from which on interviews count; nil for all.
    package init(_ statistics: Statistics, since: Day?) {
        scope = since.map { "Interviews since \(TimeWording.text($0))" } ?? "All interviews on record"
        sections =
            statistics.interviews.count > 0
            ? [
                Self.interviews(statistics), Self.thankYous(statistics.thankYous),
                Self.answers(statistics.answers), Self.questions(statistics), Self.outcomes(statistics),
            ].compactMap(\.self) : []
    }

    /// Of a picture of who answered within a span: who did, whose span is not over, and everybody else.
    package static let legend = ["answered", "still open", "no answer"]

    package static let nothing = "No interview is on record for this."

    private static func interviews(_ statistics: Statistics) -> Section {
        let counts = statistics.interviews
        return Section(
            heading: "Interviews",
            rows: rows([
                ("held", counts.held, "\(counts.held), for \(roles(statistics.recruitments))"),
                ("called off", counts.calledOff, "\(counts.calledOff)"),
                ("still to come", counts.planned, "\(counts.planned)"),
            ]))
    }

    private static func thankYous(_ notes: Statistics.Notes) -> Section? {
        guard notes.count > 0 else { return nil }
        return Section(heading: "Thank-you notes", rows: rows(of: notes, done: "sent"))
    }

    private static func answers(_ waiting: Waiting) -> Section? {
        guard waiting.count > 0 else { return nil }
        return Section(
            heading: "From the last interview until you heard from them", waiting: waiting,
            remark: remark(waiting))
    }

    private static func questions(_ statistics: Statistics) -> Section? {
        guard statistics.questions.count > 0 else { return nil }
        let waiting = statistics.answersToQuestion
        return Section(
            heading: "From your question about the decision until you heard from them", waiting: waiting,
            remark: waiting.count > 0 ? remark(waiting) : nil,
            more: rows(of: statistics.questions, done: "question asked"))
    }

    private static func outcomes(_ statistics: Statistics) -> Section? {
        guard statistics.recruitments > 0 else { return nil }
        return Section(
            heading: "Where they stand",
            rows: Recruitment.Standing.allCases.compactMap { standing in
                statistics.outcomes[standing].map {
                    Row(label: text(standing), text: "\($0) of \(statistics.recruitments)")
                }
            })
    }

    /// Where a recruitment stands, in a word or two.
    package static func text(_ standing: Recruitment.Standing) -> String {
        switch standing {
        case .open: "nothing decided yet"
        case .rejected: "turned down"
        case .offered: "offer"
        case .withdrawn: "you withdrew"
        }
    }
}

// MARK: - Rows

extension StatisticsText {
    private static func rows(of notes: Statistics.Notes, done: String) -> [Row] {
        rows([
            (done, notes.sent, part(notes.sent, of: notes.count)),
            ("waiting", notes.waiting, part(notes.waiting, of: notes.count)),
            ("not known whether it arrived", notes.doubtful, part(notes.doubtful, of: notes.count)),
            ("came back or refused", notes.returned, part(notes.returned, of: notes.count)),
            ("done by you in another way", notes.otherwise, part(notes.otherwise, of: notes.count)),
            (
                "not needed any more, or cancelled by you", notes.cancelled,
                part(notes.cancelled, of: notes.count)
            ),
        ])
    }

    /// Without the noughts, the first row apart.
    private static func rows(_ counts: [(label: String, count: Int, text: String)]) -> [Row] {
        counts.enumerated().filter { $0.offset == 0 || $0.element.count > 0 }.map {
            Row(label: $0.element.label, text: $0.element.text)
        }
    }

    /// `within 7 days`.
    static func row(_ within: Waiting.Within, of count: Int) -> Row {
        let unknown =
            (within.open > 0 ? ", \(within.open) still open" : "")
            + (within.withdrew > 0 ? ", \(within.withdrew) you withdrew from before" : "")
        return Row(label: "within \(within.days) days", text: part(within.answered, of: count) + unknown)
    }

    private static func remark(_ waiting: Waiting) -> String {
        waiting.medianDays.map {
            waiting.answered * 2 >= waiting.count
                ? "Half of them had answered after \(Wording.count($0, "day"))."
                : "An estimate, since most have not answered yet: half of them answer within \(Wording.count($0, "day"))."
        } ?? "Fewer than half have answered so far, so there is no typical time yet."
    }

    private static func part(_ number: Int, of count: Int) -> String { "\(number) of \(count)" }

    private static func roles(_ count: Int) -> String { Wording.count(count, "role") }
}

extension StatisticsText.Section {
    fileprivate init(heading: String, rows: [StatisticsText.Row]) {
        self.init(heading: heading, rows: rows, remark: nil, waiting: nil)
    }

    /// The spans first, where anybody waited.
    fileprivate init(
        heading: String, waiting: Waiting, remark: String?, more: [StatisticsText.Row] = []
    ) {
        let spans =
            waiting.count > 0
            ? Waiting.spans.map { StatisticsText.row(waiting.within($0), of: waiting.count) } : []
        self.init(
            heading: heading, rows: spans + more, remark: remark, waiting: waiting.count > 0 ? waiting : nil)
    }
}
