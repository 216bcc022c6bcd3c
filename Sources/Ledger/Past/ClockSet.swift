import Foundation
import GRDB

/// What a clock that was ahead leaves behind, and how the user says that it is right now. No entry is ever changed: from
/// then on what is dated later counts as of that moment.
extension LedgerTransaction {
    /// What stands in `column` of an attempt or a contact, or when the user set the clock right, if that was later noted
    /// and is earlier.
    static func believed(_ column: String, of table: String) -> String {
        let moment = "\(table).\(column)"
        return """
            min(\(moment), coalesce((SELECT min(time) FROM clockSet WHERE \(table).id <= clockSet.\(table)), \(moment)))
            """
    }

    /// When a sender tried something last by its own clock; what was tried before the user said that the clock is right
    /// is left out. A clock well behind it is wrong, or that one was.
    package func newestAttempt() throws -> Date? { try row(Self.newestAttempt)?.moment("time") }

    /// By the index alone (hence the sign, which keeps SQLite from the numbers of the rows): the bytes of all that ever left
    /// lie in the table.
    static let newestAttempt = """
        SELECT max(started) AS time FROM attempt WHERE +id > coalesce((SELECT max(attempt) FROM clockSet), 0)
        """

    /// Seconds that a clock may be behind: two machines' clocks differ by some.
    package static let clockTolerance: TimeInterval = 300

    /// The latest moment that this program, or the user by its clock, has noted and that lies well after now: what was tried, or
    /// said. Nil where there is none, or the user has said that the clock is right. What came by mail has the time of others.
    package func newestAhead(of now: Date) throws -> Date? {
        let latest = now + Self.clockTolerance
        let noted = try row(Self.newestNoted, [latest.milliseconds])?.moment("time")
        return try [newestAttempt(), noted].compactMap(\.self).filter { $0 > latest }.max()
    }

    static let newestNoted = """
        SELECT max(time) AS time FROM contact WHERE time > ?
            AND id > coalesce((SELECT max(contact) FROM clockSet), 0) AND (direction = 'out' OR channel IS NULL)
        """

    /// Notes that the clock is right: whatever is dated later happened before now. What waits for a moment that only the
    /// wrong clock could name is tried at once: no pause of the program's own is longer than a day.
    package func settleClock(at now: Date) throws {
        try run(
            """
            INSERT INTO clockSet (time, attempt, contact)
            VALUES (?, (SELECT coalesce(max(id), 0) FROM attempt), (SELECT coalesce(max(id), 0) FROM contact))
            """, [now.milliseconds])
        try run(
            "UPDATE message SET nextAttempt = NULL WHERE state = 'queued' AND nextAttempt > ?",
            [(now + 86_400).milliseconds])
    }
}
