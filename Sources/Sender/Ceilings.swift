import Foundation

/// How many messages the user's account may send in any hour and in any day; nil is no limit.
package struct Ceilings: Equatable, Sendable {
    /// In any 60 minutes.
    package var perHour: Int?
    /// In any 24 hours.
    package var perDay: Int?

    /// No limit where nothing is said.
    package init(perHour: Int? = nil, perDay: Int? = nil) {
        self.perHour = perHour
        self.perDay = perDay
    }

    /// How many messages may go now, and when there is room for the next one.
    struct Room: Equatable {
        var count: Int
        var next: Date
        var limit: String
    }

    /// The least room that any ceiling leaves; nil where there is none.
    ///
    /// - Parameter left: when messages left in the last day, oldest first.
    func room(after left: [Date], at now: Date) -> Room? {
        [
            room(perHour, within: 3600, "\(perHour ?? 0) an hour", left, now),
            room(perDay, within: 86_400, "\(perDay ?? 0) a day", left, now),
        ].compactMap(\.self).min { ($0.count, $1.next) < ($1.count, $0.next) }
    }

    private func room(
        _ ceiling: Int?, within span: TimeInterval, _ limit: String, _ left: [Date], _ now: Date
    ) -> Room? {
        guard let ceiling else { return nil }
        let recent = left.filter { $0 > now - span }
        // The oldest of those that fill the ceiling makes room when it is a span old.
        let oldest = recent.suffix(ceiling).first ?? now
        return Room(count: max(0, ceiling - recent.count), next: oldest + span, limit: limit)
    }
}
