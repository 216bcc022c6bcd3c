import Etiquette
import Foundation

/// What is said of times and days that could not be read, or could be read in several ways.
extension Wording {
    static func text(of problem: InputProblem) -> String {
        switch problem {
        case .lacksClock(let text):
            "\(quoted(text)) says which day, but not at what time; add it, such as 15:00 or 3pm."
        case .ambiguousTime(let text, let times):
            "\(quoted(text)) could be \(either(times)); write it so that it can only be one of them, such as "
                + "\(times.last.map { written($0) } ?? "")."
        case .ambiguousDay(let text, let days):
            "\(quoted(text)) could be \(list(days.map { TimeWording.text($0) }, "or")); write it so that it can only be one "
                + "of them, such as \(days.last?.description ?? "")."
        case .notYet(let text, let time, _):
            "\(quoted(text)) would be \(TimeWording.text(time.instant, time.zone)), which has not come yet; check the day "
                + "and the time."
        case .wrongWeekday(let text, let day):
            "\(quoted(text)) names the wrong day of the week: that date is \(TimeWording.text(day)); check which is right."
        default:
            "\(quoted(problem.typed)) is not a time; write it like \"15:00\", \"yesterday 3pm\", \"20 Oct 15:00\" or "
                + "\"2026-11-20 15:00\"."
        }
    }

    /// Asks on a terminal which of several was meant, numbered below.
    package static func whichTime(_ problem: InputProblem) -> [String] {
        switch problem {
        case .ambiguousTime(let text, let times):
            ["\(quoted(text)) could be:"]
                + numbered(times.map { TimeWording.text($0.instant, $0.zone) + offset($0, times) })
        case .ambiguousDay(let text, let days):
            ["\(quoted(text)) could be:"] + numbered(days.map { TimeWording.text($0) })
        case .notYet(_, let time, let instead):
            ["\(TimeWording.text(time.instant, time.zone)) has not come yet. Did you mean:"]
                + numbered(instead.map { TimeWording.text($0.instant, $0.zone) })
        default: []
        }
    }

    package static let whichOfThese = "Which? Its number, or write it again: "

    /// What a text was understood as, with its weekday and zone.
    package static func understood(_ text: String, _ time: ZonedTime) -> String {
        "I take \(quoted(text)) as \(TimeWording.text(time.instant, time.zone))."
    }

    package static func understood(_ text: String, _ day: Day) -> String {
        "I take \(quoted(text)) as \(TimeWording.text(day))."
    }

    private static func either(_ times: [ZonedTime]) -> String {
        list(times.map { TimeWording.text($0.instant, $0.zone) + offset($0, times) }, "or")
    }

    /// Before or after the clocks went back, where two look alike.
    private static func offset(_ time: ZonedTime, _ all: [ZonedTime]) -> String {
        let twins = all.filter { $0.wall == time.wall }
        guard twins.count > 1 else { return "" }
        return twins.first == time ? ", before the clocks went back" : ", after the clocks went back"
    }

    private static func numbered(_ lines: [String]) -> [String] {
        lines.enumerated().map { "  \($0.offset + 1)  \($0.element)" }
    }

    /// ISO 8601 with its offset.
    private static func written(_ time: ZonedTime) -> String {
        let seconds = time.zone.secondsFromGMT(for: time.instant)
        let minutes = abs(seconds) / 60
        let parts = [minutes / 60, minutes % 60].map { "\($0 / 10)\($0 % 10)" }
        let clock = TimeWording.short(time.instant, time.zone).replacing(" ", with: "T")
        return "\(clock)\(seconds < 0 ? "-" : "+")\(parts.joined(separator: ":"))"
    }
}

extension InputProblem {
    fileprivate var typed: String { if case .notATime(let text) = self { text } else { "" } }
}

extension Wording {
    /// Of an end that the clocks showed twice.
    package static func twice(_ ended: String, _ zone: TimeZone) -> String {
        "the clocks went back over \(quoted(ended)) in \(zone.identifier), so that time came twice; the later one is taken. "
            + "Give an offset to choose the other one."
    }
}
