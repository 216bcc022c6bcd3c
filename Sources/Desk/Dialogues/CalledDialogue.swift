import Etiquette

/// Which of several things that answer to one name is meant.
package struct CalledDialogue: Dialogue {
    package struct Choice: Hashable, Sendable {
        /// As it was typed.
        package let text: String
        /// How many answer to it.
        package let count: Int
        /// More than one may be meant.
        package let takesSeveral: Bool
    }

    private let choice: Choice
    private let found: [Called]

    /// Among what was found under a text.
    package init(_ found: [Called], called text: String, takesSeveral: Bool) {
        self.found = found
        choice = Choice(text: text, count: found.count, takesSeveral: takesSeveral)
    }

    package func nextQuestion(after answers: Answers<Choice, [Called]>) -> Choice? {
        answers[choice] == nil ? choice : nil
    }

    /// Places in the list, counted from 1; nothing typed means none of them.
    ///
    /// - Throws: `AnswerProblem.notNumbers` for anything else.
    package func answer(
        to question: Choice, typed text: String, after answers: Answers<Choice, [Called]>
    ) throws -> [Called] {
        let parts = text.split { $0 == " " || $0 == "," }
        let places = parts.compactMap { Int($0) }.filter { (1...question.count).contains($0) }
        guard places.count == parts.count, places.count < 2 || question.takesSeveral else {
            throw AnswerProblem.notNumbers(limit: question.count)
        }
        return places.map { found[$0 - 1] }
    }
}
