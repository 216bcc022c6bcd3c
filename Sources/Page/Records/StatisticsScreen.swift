import Desk
import Etiquette
import Foundation
import Wording

/// What became of the interviews, in a few numbers, each with what it is a part of.
struct StatisticsScreen: Screen {
    static let path: PathPattern = "statistics"

    private let visit: Visit
    /// As it was typed.
    private let since: String

    init(_ visit: Visit) throws {
        self.visit = visit
        since = String((visit.query["since"] ?? "").trimmingBlanks())
    }

    func view() throws -> PageResponse {
        var problems = FieldProblems()
        let day = since.isEmpty ? nil : problems.take("since") { try Day.parse(since) }
        let zone = try visit.zone
        let text = problems.isEmpty ? try text(day, zone) : nil
        return try visit.page(
            "statistics", title: "Statistics", status: problems.isEmpty ? 200 : 422,
            View(
                problems: problems.errors.summary,
                since: FormInput(
                    "since", "Interviews from this day on", value: since, kind: .date,
                    hint: "Empty: all of them.", error: problems.errors["since"]),
                scope: text?.scope, nothing: text?.sections.isEmpty == true ? StatisticsText.nothing : nil,
                sections: (text?.sections ?? []).enumerated().map { Section($0.element, number: $0.offset) }))
    }

    private func text(_ day: Day?, _ zone: TimeZone) throws -> StatisticsText {
        let start = day.map { WallTime(day: $0, second: 0).instant(in: zone) }
        return StatisticsText(try visit.desk.statistics(since: start, at: visit.now), since: day)
    }

    private struct View {
        let problems: ProblemSummary?
        let since: FormInput
        let scope: String?
        let nothing: String?
        let sections: [Section]
    }

    private struct Section {
        let id: String
        let heading: String
        let rows: [Row]
        let remark: String?
        let drawing: WaitingDrawing?

        struct Row {
            let label: String
            let text: String
        }

        init(_ section: StatisticsText.Section, number: Int) {
            id = "part-\(number)"
            heading = section.heading
            rows = section.rows.map { Row(label: $0.label, text: $0.text) }
            remark = section.remark
            drawing = section.waiting.map { WaitingDrawing(section, $0, id: "picture-\(number)") }
        }
    }
}
