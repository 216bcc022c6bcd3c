import Desk
import Etiquette
import Foundation

/// The line of time of a recruitment in words: on the picture, and beside it.
extension Wording {
    /// Below a place on the line, short: `thank-yous`.
    package static func label(_ station: Course.Station) -> String {
        switch station.kind {
        case .interview: station.count == 1 ? "interview" : count(station.count, "interview")
        case .thankYous: station.count == 1 ? "thank-you" : "thank-yous"
        case .question: "the question"
        case .heard(.courtesy): "their thanks"
        case .heard(.decisionBy): "a date named"
        case .heard(.replied): "they wrote"
        case .heard(let outcome): text(outcome)
        }
    }

    package static let quiet = "quiet"
    package static let today = "today"

    /// `Fri 4 Dec 2026: thank-yous, still to come`, or `thank-yous, 2 of 3 sent`.
    package static func text(_ station: Course.Station, _ zone: TimeZone) -> String {
        let day = TimeWording.text(WallTime(at: station.moment, in: zone).day)
        if station.kind == .thankYous, !station.isDone, station.done > 0 {
            return "\(day): \(label(station)), \(station.done) of \(station.count) sent"
        }
        return "\(day): \(label(station))\(station.isDone ? "" : ", still to come")"
    }

    /// What the picture shows, for who can't see it.
    package static func description(_ course: Course) -> String {
        let today = TimeWording.text(WallTime(at: course.now, in: course.zone).day)
        let stations = course.stations.map { text($0, course.zone) }
        let quiet = course.quiet.map { range in
            "Between the \(label(course.stations[range.lowerBound])) and the question nothing is said."
        }
        return (stations.map { $0 + "." } + [quiet, "Today is \(today)."].compactMap(\.self))
            .joined(separator: " ")
    }
}
