import Etiquette
import Foundation
import GRDB

/// A message with everything that its hand-over asks for, read at one moment.
package struct Outgoing: Sendable {
    package let message: Message
    /// What the rules ask about it.
    package var circumstances: Circumstances
    /// As `FrozenLetter` reads them; nil for a card.
    package let frozen: [UInt8]?
    /// SHA-256 of these when they were approved; nil for what was approved before digests were kept.
    package let digest: String?
    /// A fact in it was mended while it was on its way or in doubt.
    package let isOutdated: Bool
    /// When the user last had it before them in a mail program of their own, where it may stand still.
    package let opened: Date?
    /// The email that it answers.
    package let answered: LetterThread?
    /// When the newest other note of the same interview left; nil for what is no thank-you.
    package let lastOfPanel: Date?
}

extension LedgerTransaction {
    /// What is to leave, in the order asked for; a number that no message has is left out.
    package func outgoing(_ ids: some Collection<Message.ID>) throws -> [Outgoing] {
        guard !ids.isEmpty else { return [] }
        let ids = Array(ids)
        let found = try messages(ids)
        let circumstances = try circumstances(of: found)
        var texts = try texts(of: ids)
        let panels = try lastDepartures(of: Set(found.compactMap(\.followUp.interview)))
        var outgoing: [Message.ID: Outgoing] = [:]
        for (message, circumstances) in zip(found, circumstances) {
            let text = texts.removeValue(forKey: message.id)
            outgoing[message.id] = Outgoing(
                message: message, circumstances: circumstances, frozen: text?.frozen, digest: text?.digest,
                isOutdated: text?.isOutdated ?? false, opened: text?.opened,
                answered: try answered(by: message),
                lastOfPanel: message.followUp.interview.flatMap { panels[$0] })
        }
        return ids.compactMap { outgoing[$0] }
    }

    /// A state of the ledger: equal to one of before where nobody has written anything since.
    package struct Version: Equatable, Sendable {
        /// Grows when another process changes the ledger.
        let byOthers: Int64
        /// Grows with every row that this process changes.
        let byUs: Int

        /// After what this process has written since, in the same transaction.
        package func grown(in transaction: LedgerTransaction) -> Version {
            Version(byOthers: byOthers, byUs: transaction.database.totalChangesCount)
        }
    }

    /// The state that the ledger has now, what was written in this transaction included.
    package func version() throws -> Version {
        let byOthers = try Int64.fetchOne(database.cachedStatement(sql: "PRAGMA data_version"))
        return Version(byOthers: byOthers ?? 0, byUs: database.totalChangesCount)
    }

    /// What the ledger keeps of a message beside what people see of it.
    private struct Text {
        let frozen: [UInt8]?
        let digest: String?
        let isOutdated: Bool
        let opened: Date?
    }

    private func texts(
        of ids: [Message.ID]
    ) throws -> [Message.ID: Text] {
        try rows(
            """
            SELECT id, frozen, digest, outdated,
                (SELECT max(started) FROM attempt WHERE message = message.id AND reply = '\(Self.openedByHand)')
            FROM message WHERE id IN (\(Numbers.list))
            """, Numbers(ids).value
        ).keyed { row in
            Text(
                frozen: (row[1] as Data?).map(Array.init), digest: row[2], isOutdated: row[3],
                opened: (row[4] as Int64?).map(Date.init(milliseconds:)))
        }
    }

    /// When the newest note of each interview left, or may have left.
    private func lastDepartures(of interviews: Set<Interview.ID>) throws -> [Interview.ID: Date] {
        guard !interviews.isEmpty else { return [:] }
        return try rows(
            """
            SELECT interview, max(\(Self.believed("started", of: "attempt"))) FROM message JOIN attempt ON attempt.message = message.id
            WHERE interview IN (\(Numbers.list)) AND kind = 'thank-you'
                AND (ended IS NULL OR outcome IN ('sent', 'unconfirmed'))
            GROUP BY interview
            """, Numbers(interviews).value
        ).keyed { Date(milliseconds: $0[1]) }
    }
}
