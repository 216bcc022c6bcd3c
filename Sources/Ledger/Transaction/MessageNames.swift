import Etiquette
import Foundation
import GRDB

/// An email by what it is called on the wire, without its words.
package struct NamedMessage: Equatable, Sendable {
    package let id: Message.ID
    /// What makes its names: each revision has one of its own.
    package let followUp: FollowUp
    package let state: MessageState
    /// How many times it was corrected after an approval, and one.
    package let revision: Int
    /// The name of this revision; nil before its approval.
    package let messageID: String?
}

extension LedgerTransaction {
    /// Every email of the ledger, by its names.
    package func namedMessages() throws -> [NamedMessage] {
        try rows(
            """
            SELECT id, recruitment, interview, recipient, kind, state, revision, messageID FROM message
            WHERE channel = 'email' ORDER BY id
            """
        ).map { row in
            let recruitment: Recruitment.ID = row["recruitment"]
            let recipient: Person.ID = row["recipient"]
            return NamedMessage(
                id: row["id"],
                followUp: FollowUp(
                    identity: identity(
                        try row.value("kind"), interview: row["interview"], recruitment, recipient),
                    recruitment: recruitment, recipient: recipient),
                state: try row.value("state"), revision: row["revision"], messageID: row["messageID"])
        }
    }

    /// What left of a message that has had more than one name.
    package struct Dispatched: Equatable, Sendable {
        package let message: Message.ID
        /// As it was given to a server, or found in the Sent folder.
        package let bytes: [UInt8]
        /// The server took it.
        package let isSent: Bool
    }

    /// What left of messages that have had more than one name, of each in the order in which it did.
    package func departuresOfRenamed() throws -> [Dispatched] {
        try rows(Self.departuresOfRenamed).map {
            Dispatched(
                message: $0["message"], bytes: Array($0["bytes"] as Data),
                isSent: $0["outcome"] == Attempt.Outcome.sent.rawValue)
        }
    }

    /// From the few messages that have a second name to their tries: the table of these holds all that ever left.
    static let departuresOfRenamed = """
        SELECT attempt.message, attempt.bytes, outcome
        FROM message CROSS JOIN attempt ON attempt.message = message.id
        WHERE message.id IN (SELECT message FROM messageAlias) AND bytes IS NOT NULL ORDER BY message.id, attempt.id
        """

    /// What the follow-up of a row of the table `message` is.
    ///
    /// - Parameter interview: of a thank-you, which has one by the schema.
    func identity(
        _ kind: FollowUp.Kind, interview: Int64?, _ recruitment: Recruitment.ID, _ recipient: Person.ID
    ) -> FollowUp.Identity {
        switch kind {
        case .thankYou: .thankYou(Identifier(rawValue: interview ?? 0), recipient)
        case .decisionStatus: .decisionStatus(recruitment)
        case .feedbackRequest: .feedbackRequest(recruitment)
        }
    }
}
