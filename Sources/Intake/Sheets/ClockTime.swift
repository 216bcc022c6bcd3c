/// A time of day as the user types it: `15:00`.
package enum ClockTime {
    /// Seconds since midnight; nil for anything else.
    package static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
            parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 3600 + minute * 60
    }

    /// `15:00`.
    package static func text(_ seconds: Int) -> String {
        let minute = seconds / 60 % 60
        return "\(seconds / 36_000)\(seconds / 3600 % 10):\(minute / 10)\(minute % 10)"
    }
}
