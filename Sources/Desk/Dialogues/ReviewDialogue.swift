import Etiquette

/// What becomes of messages that were drafted, gone through one by one.
package struct ReviewDialogue: Dialogue {
    /// Of one message.
    package enum Answer: Hashable, Sendable {
        /// It is queued as it is.
        case approve
        /// It is changed first, and asked about again.
        case edit
        /// It never goes.
        case leaveOut
        /// It stays a draft.
        case later
    }

    private let messages: [Message.ID]
    private let blocked: Set<Message.ID>

    /// - Parameters:
    ///   - messages: in the order in which they are gone through.
    ///   - blocked: those in which something keeps them from being queued.
    package init(_ messages: [Message.ID], blocked: Set<Message.ID>) {
        self.messages = messages
        self.blocked = blocked
    }

    package func nextQuestion(after answers: Answers<Message.ID, Answer>) -> Message.ID? {
        messages.first { answers[$0] == nil }
    }

    /// The first letter counts, but only a clear yes queues; nothing typed leaves it for later.
    ///
    /// - Throws: `AnswerProblem.notAChoice`, `.blocked`.
    package func answer(
        to question: Message.ID, typed text: String, after answers: Answers<Message.ID, Answer>
    ) throws -> Answer {
        if YesOrNo.isYes(text) {
            guard !blocked.contains(question) else { throw AnswerProblem.blocked }
            return .approve
        }
        if text.isEmpty || YesOrNo.isNo(text) { return .later }
        switch text.lowercased() {
        case "e", "edit": return .edit
        case "o", "out", "leave out": return .leaveOut
        case "l", "later": return .later
        default: throw AnswerProblem.notAChoice
        }
    }
}
