import Etiquette

/// Whether the user has sent a message that was opened for them.
package struct SentDialogue: Dialogue {
    package enum Answer: Hashable, Sendable {
        case sent
        /// They have closed it unsent.
        case notSent
        /// Not yet, or not known: it stays in doubt.
        case later
    }

    private let message: Message.ID

    package init(_ message: Message.ID) { self.message = message }

    package func nextQuestion(after answers: Answers<Message.ID, Answer>) -> Message.ID? {
        answers[message] == nil ? message : nil
    }

    /// The first letter counts; nothing typed is later.
    ///
    /// - Throws: `AnswerProblem.notAChoice`.
    package func answer(
        to question: Message.ID, typed text: String, after answers: Answers<Message.ID, Answer>
    ) throws -> Answer {
        switch text.lowercased().prefix(1) {
        case "": return .later
        case "y": return .sent
        case "n": return .notSent
        default: throw AnswerProblem.notAChoice
        }
    }
}
