import Etiquette
import Foundation
import Ledger

extension Desk {
    /// A message that may still be rewritten.
    package func editable(_ id: Message.ID) throws -> Message {
        try ledger.read { try Self.editable(id, in: $0) }
    }

    private static func editable(_ id: Message.ID, in transaction: LedgerTransaction) throws -> Message {
        let message = try transaction.message(id)
        guard message.state.isPending || message.state.isReturned else {
            throw DeskProblem.wrongState(id, message.state, .edit)
        }
        return message
    }

    /// Gives a message the user's own words; it becomes a draft again, to be approved anew.
    ///
    /// - Parameters:
    ///   - subject: nil stays as it is.
    ///   - body: likewise.
    ///   - seen: which text it takes the place of; nil for the one that it has now.
    /// - Throws: `DeskProblem.changedMeanwhile` where that is another one by now.
    package func edit(_ id: Message.ID, subject: String?, body: String?, seen: Seen? = nil) throws -> Review {
        let subject = try subject.map { text throws(InputProblem) in try Field.subject.admit(text) }
        return try ledger.write { transaction in
            try check([id: seen].compactMapValues(\.self), in: transaction)
            return try edit(id, subject: subject, body: body, in: transaction)
        }
    }

    /// What would be found in a message in the user's own words; nothing is changed.
    package func proofread(_ id: Message.ID, subject: String, body: String) throws -> Review {
        let subject = try Field.subject.admit(subject)
        return try ledger.rehearse { try edit(id, subject: subject, body: body, in: $0) }
    }

    private func edit(
        _ id: Message.ID, subject: String?, body: String?, in transaction: LedgerTransaction
    ) throws -> Review {
        let message = try Self.editable(id, in: transaction)
        let body = body.map(Self.asBody) ?? message.body
        let isNew = (subject ?? message.subject) != message.subject || body != message.body
        // What a server refused, or sent back, may go again with the same words: a mailbox was full, say.
        if isNew || message.state.isReturned {
            try transaction.redraft(
                id, subject: subject ?? message.subject, body: body, template: isNew ? nil : message.template)
            try drafting(in: transaction).keepDoubt(about: message)
        }
        return try drafting(in: transaction).review(id)
    }

    /// LF line ends, no blanks at the ends of lines or the end of the text, one line end last.
    private static func asBody(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { line in line.trimmingSuffix { $0 == " " || $0 == "\t" } }
        let kept = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
        return kept.isEmpty ? "" : kept.joined(separator: "\n") + "\n"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
