import Etiquette
import Foundation

extension LedgerTransaction {
    /// How often in a row a server was down when it was asked; 0 for one that was up, or never asked.
    package func failures(of server: String) throws -> Int {
        try row("SELECT failures FROM serverTrouble WHERE server = ?", [server])?["failures"] ?? 0
    }

    /// Counts that a server was down once more.
    package func hasFailed(_ server: String, at now: Date) throws {
        try run(
            """
            INSERT INTO serverTrouble (server, failures, newest) VALUES (?1, 1, ?2)
            ON CONFLICT (server) DO UPDATE SET failures = failures + 1, newest = ?2
            """, [server, now.milliseconds])
    }

    /// A server that answers is forgiven everything.
    package func hasRecovered(_ server: String) throws {
        try run("DELETE FROM serverTrouble WHERE server = ?", [server])
    }

    /// A try that came to nothing by what the server said.
    package struct Refused: Equatable, Sendable {
        package let recipient: Person.ID
        package let code: Int
        /// Its words, the code before them.
        package let reply: String
    }

    /// What was refused since a moment, as far as nothing was taken after it; newest first, thirty-two at most.
    package func refusals(since moment: Date) throws -> [Refused] {
        let tries = try rows(
            """
            SELECT recipient, started, outcome, code, reply FROM attempt JOIN message ON message.id = attempt.message
            ORDER BY attempt.id DESC LIMIT 32
            """
        ).map { row -> (outcome: String?, isOld: Bool, refused: Refused?) in
            let (code, reply): (Int?, String?) = (row[3], row[4])
            let refused = code.map {
                Refused(recipient: row[0], code: $0, reply: reply ?? "")
            }
            return (row[2], Date(milliseconds: row[1]) <= moment, refused)
        }
        let recent = tries.prefix { !$0.isOld && $0.outcome != Attempt.Outcome.sent.rawValue }
        return recent.filter { [Attempt.Outcome.refused, .stopped].map(\.rawValue).contains($0.outcome) }
            .compactMap(\.refused)
    }
}
