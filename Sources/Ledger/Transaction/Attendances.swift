import Etiquette
import Foundation
import GRDB

/// Somebody who took part in an interview that was not called off, or whom it names as its contact.
package struct Attendance: Equatable, Sendable {
    package let interview: Interview.ID
    package let recruitment: Recruitment.ID
    package let ended: Date
    package let person: Person

    package init(interview: Interview.ID, recruitment: Recruitment.ID, ended: Date, person: Person) {
        self.interview = interview
        self.recruitment = recruitment
        self.ended = ended
        self.person = person
    }
}

extension LedgerTransaction {
    static let attendances = """
        SELECT interview.id AS interview, recruitment, ended, person.* FROM interviewOnRecord AS interview
            JOIN panelMember ON panelMember.interview = interview.id JOIN person ON person.id = panelMember.person
        WHERE ended >= ?1 AND ended < ?2 AND isCalledOff = 0
        UNION
        SELECT interview.id, recruitment, ended, person.*
        FROM interviewOnRecord AS interview JOIN person ON person.id = contact
        WHERE ended >= ?1 AND ended < ?2 AND isCalledOff = 0
        ORDER BY 1
        """

    /// Everybody in the interviews that ended from a moment on and before another, the oldest interview first.
    package func attendances(from start: Date, before end: Date) throws -> [Attendance] {
        try rows(Self.attendances, [start.milliseconds, end.milliseconds]).map { row in
            Attendance(
                interview: row["interview"], recruitment: row["recruitment"],
                ended: Date(milliseconds: row["ended"]), person: person(row))
        }
    }

    /// Notes that the user has told two interviews, or two people, apart: it stays said.
    package func tellApart(_ double: PossibleDouble, at now: Date) throws {
        switch double.doubt {
        case .meeting, .job: try tellApart("separateInterviews", double.interview, double.known.id, at: now)
        case .person: try tellApart("separatePeople", double.person.id, double.other.id, at: now)
        }
    }

    /// Whether the user has said that it is none: two meetings, or two people.
    package func isToldApart(_ double: PossibleDouble) throws -> Bool {
        try isToldApart("separateInterviews", double.interview, double.known.id)
            || isToldApart("separatePeople", double.person.id, double.other.id)
    }

    private func tellApart<Subject>(
        _ table: String, _ one: Identifier<Subject>, _ other: Identifier<Subject>, at now: Date
    ) throws {
        try run(
            "INSERT OR IGNORE INTO \(table) (one, other, time) VALUES (?, ?, ?)",
            [min(one, other), max(one, other), now.milliseconds])
    }

    private func isToldApart<Subject>(
        _ table: String, _ one: Identifier<Subject>, _ other: Identifier<Subject>
    ) throws -> Bool {
        try row(
            "SELECT 1 FROM \(table) WHERE one = ? AND other = ?",
            [min(one, other), max(one, other)]) != nil
    }
}
