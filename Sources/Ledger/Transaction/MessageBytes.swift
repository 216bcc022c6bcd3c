import Etiquette
import Foundation
import GRDB

/// The mail that a message is: frozen at its approval, dispatched with its Date.
extension LedgerTransaction {
    /// What approval freezes: the text as it will go, and the Message-ID in it. A card has neither.
    package struct Frozen: Equatable, Sendable {
        /// As `FrozenLetter` reads them: everything but the Date.
        package let bytes: [UInt8]
        /// Without angle brackets.
        package let messageID: String
        /// SHA-256 of the bytes, in hexadecimal digits; nil where nobody has taken one.
        package let digest: String?

        package init(bytes: [UInt8], messageID: String, digest: String? = nil) {
            self.bytes = bytes
            self.messageID = messageID
            self.digest = digest
        }
    }

    /// The frozen text of an approved email.
    package func frozen(_ id: Message.ID) throws -> [UInt8]? {
        try row("SELECT frozen FROM message WHERE id = ?", [id]).flatMap {
            ($0["frozen"] as Data?).map(Array.init)
        }
    }

    /// The bytes that were handed over, the newest where that happened several times.
    package func dispatched(_ id: Message.ID) throws -> [UInt8]? {
        try newestBytes(of: id, where: "true")
    }

    /// Of these the newest that left, or may have, since the message got the words that it has; nil where none did.
    package func dispatchedAsItIs(_ id: Message.ID) throws -> [UInt8]? {
        try newestBytes(of: id, where: "\(Self.stateAfterLeaving) OR started > approved")
    }

    private func newestBytes(of id: Message.ID, where condition: String) throws -> [UInt8]? {
        try row(
            """
            SELECT bytes FROM attempt JOIN message ON message.id = attempt.message
            WHERE message.id = ? AND bytes IS NOT NULL AND (\(condition)) ORDER BY attempt.id DESC LIMIT 1
            """, [id]
        )
        .map { Array($0["bytes"] as Data) }
    }
}
