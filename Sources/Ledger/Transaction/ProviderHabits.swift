import Foundation

/// Whether a provider files copies of what is sent by itself.
package enum ProviderHabit: Equatable, Sendable {
    /// It does: a copy was found that nobody here had put there.
    case files
    /// It does not: what we had put there was still the only one later.
    case leaves
    /// We have put one there, and look again later whether another one has come.
    case unsure(messageID: String, looksAgain: Date)
}

extension LedgerTransaction {
    /// What is known of the way from a mail server to a mailbox; nil where nothing is.
    package func habit(of route: String) throws -> ProviderHabit? {
        guard let row = try row("SELECT * FROM providerHabit WHERE route = ?", [route]) else { return nil }
        if let messageID: String = row["messageID"], let looksAgain = row.moment("looksAgain") {
            return .unsure(messageID: messageID, looksAgain: looksAgain)
        }
        return row["habit"] == "files" ? .files : .leaves
    }

    /// Writes down what was found out; nil forgets it.
    package func set(_ habit: ProviderHabit?, of route: String) throws {
        guard let habit else { return try run("DELETE FROM providerHabit WHERE route = ?", [route]) }
        let (name, messageID, looksAgain): (String, String?, Date?) =
            switch habit {
            case .files: ("files", nil, nil)
            case .leaves: ("leaves", nil, nil)
            case .unsure(let messageID, let looksAgain): ("unsure", messageID, looksAgain)
            }
        try run(
            """
            INSERT INTO providerHabit (route, habit, messageID, looksAgain) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (route) DO UPDATE SET habit = ?2, messageID = ?3, looksAgain = ?4
            """, [route, name, messageID, looksAgain?.milliseconds])
    }
}
