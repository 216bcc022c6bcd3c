import Composer
import Etiquette
import Foundation
import Ledger

extension Desk {
    /// Messages by their numbers, in the order of these.
    package func messages(_ ids: [Message.ID]) throws -> [Message] {
        try ledger.read { transaction in try ids.map(transaction.message) }
    }

    /// The messages in any of some states, oldest due first.
    package func messages(in states: [MessageState]) throws -> [Message] {
        try ledger.read { try $0.messages(in: states) }
    }

    /// Where some messages are in their lives.
    package func states(of ids: [Message.ID]) throws -> [Message.ID: MessageState] {
        try ledger.read { transaction in
            try ids.reduce(into: [:]) { $0[$1] = try transaction.state(of: $1) }
        }
    }

    /// The mail that a message is: as it left, or as it will go; nil for a draft and a card.
    ///
    /// - Throws: `LedgerProblem.noSuch` for a number that no message has.
    package func bytes(of id: Message.ID) throws -> [UInt8]? {
        try ledger.read { transaction in
            // A try that the server put off is over, and the next one has another Date.
            let isToCome = try transaction.message(id).state.isPending
            return try (isToCome ? nil : transaction.dispatchedAsItIs(id)) ?? transaction.frozen(id)
        }
    }

    /// Whether the question about the decision, which asks for feedback too, has gone or may have.
    package func hasAskedForFeedback(in recruitment: Recruitment.ID) throws -> Bool {
        try ledger.read { try $0.message(for: .decisionStatus(recruitment))?.state.mayHaveLeft ?? false }
    }

    /// The thank-yous of a recruitment that still go.
    package func thanksToGo(in recruitment: Recruitment.ID) throws -> [Message.ID] {
        try ledger.read { try $0.messages(of: recruitment) }
            .filter { $0.followUp.kind == .thankYou && $0.state == .queued }.map(\.id)
    }

    /// The drafts to a person that the doubt about the name keeps from being approved, and that could be now.
    ///
    /// - Parameter person: an id, an address or an exact name.
    package func draftsAwaitingName(of person: String, at now: Date) throws -> [Message.ID] {
        try ledger.read { transaction in
            let drafts = try transaction.messages(to: PersonLookup(transaction).person(meant: person).id)
                .filter { $0.state == .draft }
            let over = try zip(drafts, transaction.circumstances(of: drafts))
                .filter { $1.interviewEnded <= now }.map(\.0.id)
            return try drafting(in: transaction).review(over)
                .filter {
                    $0.blocking.contains { [.nameUnsettled, .nameForm, .addressForm].contains($0.code) }
                }.map(\.message.id)
        }
    }

    /// The copies that are missing in the Sent folder of what left within the last fortnight, a day and more after it did.
    package func missingCopies(at now: Date) throws -> [OwedCopy] {
        let days: Range<Date> = now - 14 * 86_400..<now - 86_400
        return try ledger.read { try $0.missingCopies(sentIn: days) }
    }
}
