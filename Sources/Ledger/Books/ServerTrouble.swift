import Foundation

extension Books {
    /// How often in a row a server was down when it was asked; 0 for one that was up, or never asked.
    public func failures(of server: String) throws -> Int {
        try row("SELECT failures FROM serverTrouble WHERE server = ?", [server])?["failures"] ?? 0
    }

    /// Counts that a server was down once more.
    public func hasFailed(_ server: String, at now: Date) throws {
        try run(
            """
            INSERT INTO serverTrouble (server, failures, newest) VALUES (?1, 1, ?2)
            ON CONFLICT (server) DO UPDATE SET failures = failures + 1, newest = ?2
            """, [server, now.milliseconds])
    }

    /// A server that answers is forgiven everything.
    public func hasRecovered(_ server: String) throws {
        try run("DELETE FROM serverTrouble WHERE server = ?", [server])
    }
}
