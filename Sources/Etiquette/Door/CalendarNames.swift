import Foundation

extension TimeZone {
    /// The zone of an IANA name with its exact spelling: `Europe/London`, `UTC`. Abbreviations (`BST` is
    /// Bangladesh to some), POSIX rules and bare offsets are no names of zones here.
    package static func iana(_ name: String) throws(InputProblem) -> TimeZone {
        // Foundation calls UTC "GMT"; the name of the same zone with a slash survives being written and read.
        let identifier = name == "UTC" || name == "GMT" ? "Etc/UTC" : name
        guard identifier.contains("/"), !identifier.hasPrefix("SystemV/"),
            let zone = TimeZone(identifier: identifier), zone.identifier == identifier
        else { throw .unknownZone(name) }
        return zone
    }
}

extension Day {
    /// Reads `2026-12-04`.
    /// - Throws: `.notADay` for another form and for a day that the calendar lacks.
    package static func parse(_ text: String) throws(InputProblem) -> Day {
        guard let day = Day(text) else { throw .notADay(text) }
        return day
    }
}
