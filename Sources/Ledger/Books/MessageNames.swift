import Etiquette
import Foundation
import GRDB

/// An email by what it is called on the wire, without its words.
public struct NamedMessage: Equatable, Sendable {
    /// Which message it is.
    public let id: Message.ID
    /// What makes its names: each revision has one of its own.
    public let followUp: FollowUp
    /// Where it is in its life.
    public let state: MessageState
    /// How many times it was corrected after an approval, and one.
    public let revision: Int
    /// The name of this revision; nil before its approval.
    public let messageID: String?
}

extension Books {
    /// Every email of the ledger, by its names.
    public func namedMessages() throws -> [NamedMessage] {
        try rows(
            """
            SELECT id, recruitment, interview, recipient, kind, state, revision, messageID FROM message
            WHERE channel = 'email' ORDER BY id
            """
        ).map { row in
            let recruitment: Recruitment.ID = Identifier(rawValue: row["recruitment"])
            let recipient: Person.ID = Identifier(rawValue: row["recipient"])
            return NamedMessage(
                id: Identifier(rawValue: row["id"]),
                followUp: FollowUp(
                    identity: identity(
                        try row.value("kind"), interview: row["interview"], recruitment, recipient),
                    recruitment: recruitment, recipient: recipient),
                state: try row.value("state"), revision: row["revision"], messageID: row["messageID"])
        }
    }

    /// The bytes with which messages were sent and came back before they were corrected: by the message, in no order.
    public func sentBeforeCorrection() throws -> [(message: Message.ID, bytes: [UInt8])] {
        try rows(Self.sentBeforeCorrection).map {
            (message: Identifier(rawValue: $0["message"]), bytes: Array($0["bytes"] as Data))
        }
    }

    /// From the few messages that have a second name to their tries: the table of these holds all that ever left.
    static let sentBeforeCorrection = """
        SELECT attempt.message, attempt.bytes FROM message CROSS JOIN attempt ON attempt.message = message.id
        WHERE revision > 1 AND outcome = 'sent' AND bytes IS NOT NULL
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
