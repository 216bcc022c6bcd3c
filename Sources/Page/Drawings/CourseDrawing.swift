import Desk
import Etiquette
import Foundation
import Wording

/// The line of time of a recruitment as the template `course` draws it: places at equal distances, each with its day, what
/// is behind us filled, and today between them. All numbers are units of the picture.
struct CourseDrawing {
    struct Mark {
        let x: Int
        let isDone: Bool
        let label: String
        let day: String
    }

    /// A stretch of the line.
    struct Stretch {
        let from: Int
        let to: Int
        let middle: Int
        let label: String
    }

    /// Where today is, and on which side its word stands so that it keeps within the picture.
    struct Today {
        let x: Int
        let label: String
        let anchor: String
    }

    let title: String
    let description: String
    let start: Int
    let end: Int
    let marks: [Mark]
    let quiet: Stretch?
    let today: Today
    /// The same beside the picture, a line each.
    let lines: [String]

    private static let width = 360
    private static let margin = 40

    /// Nil where there is nothing to draw.
    init?(_ course: Course, title: String) {
        guard !course.stations.isEmpty else { return nil }
        self.title = title
        let places = Self.places(course.stations.count)
        description = Wording.description(course)
        (start, end) = (Self.margin / 2, Self.width - Self.margin / 2)
        marks = zip(course.stations, places).map { station, x in
            Mark(
                x: x, isDone: station.isDone, label: Wording.label(station),
                day: TimeWording.brief(WallTime(at: station.moment, in: course.zone).day))
        }
        quiet = course.quiet.map { range in
            let (from, to) = (places[range.lowerBound], places[range.upperBound])
            return Stretch(from: from, to: to, middle: (from + to) / 2, label: Wording.quiet)
        }
        let x = Self.place(of: course.now, among: course.stations.map(\.moment), at: places)
        today = Today(
            x: x, label: Wording.today,
            anchor: x < Self.margin ? "start" : x > Self.width - Self.margin ? "end" : "middle")
        lines = course.stations.map { Wording.text($0, course.zone) }
    }

    private static func places(_ count: Int) -> [Int] {
        guard count > 1 else { return [width / 2] }
        return (0..<count).map { margin + $0 * (width - 2 * margin) / (count - 1) }
    }

    /// Between two places as much of the way as has gone by of the time between them; before and behind all of them, at
    /// the ends of the line.
    private static func place(of now: Date, among moments: [Date], at places: [Int]) -> Int {
        guard let next = moments.firstIndex(where: { $0 > now }) else { return width - margin / 2 }
        guard next > 0 else { return margin / 2 }
        let (before, after) = (moments[next - 1], moments[next])
        let share = now.timeIntervalSince(before) / after.timeIntervalSince(before)
        return places[next - 1] + Int((Double(places[next] - places[next - 1]) * share).rounded())
    }
}
