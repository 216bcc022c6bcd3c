import Composer
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
    /// - Parameters: what is nil stays as it is.
    package func edit(_ id: Message.ID, subject: String?, body: String?) throws -> Review {
        let subject = try subject.map { text throws(InputProblem) in try Field.subject.admit(text) }
        return try ledger.write { transaction in
            let message = try Self.editable(id, in: transaction)
            let body = body.map(Self.asBody) ?? message.body
            let isNew = (subject ?? message.subject) != message.subject || body != message.body
            // What a server refused, or sent back, may go again with the same words: a mailbox was full, say.
            if isNew || message.state.isReturned {
                try transaction.redraft(
                    id, subject: subject ?? message.subject, body: body,
                    template: isNew ? nil : message.template)
                try drafting(in: transaction).keepDoubt(about: message)
            }
            return try drafting(in: transaction).review(id)
        }
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
