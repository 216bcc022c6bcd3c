import Etiquette
import Foundation
import GRDB

/// What became of interviews besides their facts.
extension LedgerTransaction {
    /// Notes what became of an interview; nothing takes it out again.
    package func note(_ kind: InterviewEvent.Kind, of id: Interview.ID, at now: Date) throws {
        try run(
            "INSERT INTO interviewEvent (interview, time, kind) VALUES (?, ?, ?)",
            [id, now.milliseconds, kind.rawValue])
    }

    /// In the order in which it was said.
    package func events(of id: Interview.ID) throws -> [InterviewEvent] {
        try rows("SELECT time, kind FROM interviewEvent WHERE interview = ? ORDER BY id", [id]).map {
            InterviewEvent(time: Date(milliseconds: $0["time"]), kind: try $0.value("kind"))
        }
    }

    /// Whether an interview was recorded by mistake, and shows in no list.
    package func isDeleted(_ id: Interview.ID) throws -> Bool {
        try row("SELECT 1 FROM interview WHERE id = ? AND isDeleted", [id]) != nil
    }

    /// Takes an interview that is called off out of every list; the schema refuses where somebody was thanked for it.
    ///
    /// - Parameter wasCalledOff: it had been called off before it turned out to be a mistake.
    package func delete(_ id: Interview.ID, wasCalledOff: Bool) throws {
        try run("UPDATE interview SET isDeleted = 1, wasCalledOff = ? WHERE id = ?", [wasCalledOff, id])
    }

    /// Whether a deleted interview had been called off before.
    package func wasCalledOff(_ id: Interview.ID) throws -> Bool {
        try row("SELECT 1 FROM interview WHERE id = ? AND wasCalledOff", [id]) != nil
    }

    /// Puts a deleted interview back into the lists, called off.
    package func undelete(_ id: Interview.ID) throws {
        try run("UPDATE interview SET isDeleted = 0 WHERE id = ?", [id])
    }

    /// The recruitments with an interview that shows in lists, oldest first.
    package func recruitmentsWithInterviews() throws -> [Recruitment] {
        try rows(
            """
            SELECT * FROM recruitment WHERE EXISTS (
                SELECT 1 FROM interviewOnRecord WHERE recruitment = recruitment.id)
            ORDER BY id
            """
        ).map(recruitment)
    }
}
