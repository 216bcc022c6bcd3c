import Etiquette
import Foundation
import GRDB

/// What became of interviews besides their facts.
extension LedgerTransaction {
    /// Notes what became of an interview; nothing takes it out again.
    package func note(_ kind: InterviewEvent.Kind, of id: Interview.ID, at now: Date) throws {
        try run(
            "INSERT INTO interviewEvent (interview, time, kind) VALUES (?, ?, ?)",
            [id.rawValue, now.milliseconds, kind.rawValue])
    }

    /// In the order in which it was said.
    package func events(of id: Interview.ID) throws -> [InterviewEvent] {
        try rows("SELECT time, kind FROM interviewEvent WHERE interview = ? ORDER BY id", [id.rawValue]).map {
            InterviewEvent(time: Date(milliseconds: $0["time"]), kind: try $0.value("kind"))
        }
    }

    /// Whether an interview was recorded by mistake, and shows in no list.
    package func isDeleted(_ id: Interview.ID) throws -> Bool {
        try row("SELECT 1 FROM interview WHERE id = ? AND isDeleted", [id.rawValue]) != nil
    }

    /// Takes an interview that was called off out of every list, or puts it back; the schema refuses where somebody was
    /// thanked for it.
    package func set(isDeleted: Bool, of id: Interview.ID) throws {
        try run("UPDATE interview SET isDeleted = ? WHERE id = ?", [isDeleted, id.rawValue])
    }

    /// The recruitments with an interview that shows in lists, oldest first.
    package func recruitmentsWithInterviews() throws -> [Recruitment] {
        try rows(
            """
            SELECT * FROM recruitment WHERE EXISTS (
                SELECT 1 FROM interview WHERE interview.recruitment = recruitment.id AND NOT isDeleted)
            ORDER BY id
            """
        ).map(recruitment)
    }
}
