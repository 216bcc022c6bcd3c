import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports
import Wording

/// What became of the interviews, in numbers.
struct Stats: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "What became of your interviews, in a few honest numbers.",
        usage: "afterword stats [--since DATE] [--json]",
        discussion: """
            Every number says what it is a part of. Who has not answered yet is counted as
            still open, and is not left out.

            EXAMPLES
              afterword stats
              afterword stats --since 2026-09-01    interviews from this day on
            """)

    @Option(help: "Interviews from this day on, in your time zone.")
    var since: String?

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let day = try since.map { try Day.parse($0) }
        let zone = try application.configuration.me.timeZone
        let statistics = try application.desk.statistics(
            since: day.map { WallTime(day: $0, second: 0).instant(in: zone) }, at: application.now)
        guard !output.json else {
            try JSON.print(StatisticsReport(statistics))
            return .done
        }
        let text = StatisticsText(statistics, since: day)
        Output.line(text.scope)
        if text.sections.isEmpty { Output.line(StatisticsText.nothing) }
        let width = text.sections.flatMap(\.rows).map(\.label.count).max() ?? 0
        for section in text.sections {
            Output.line("\n\(section.heading)")
            for row in section.rows {
                Output.line(
                    "  \(row.label.padding(toLength: width + 2, withPad: " ", startingAt: 0))\(row.text)")
            }
            if let remark = section.remark { Output.line("  " + remark) }
        }
        return .done
    }
}
