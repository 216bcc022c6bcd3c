import Etiquette

/// Which of the meetings that a mailbox tells of are to be recorded.
package struct MailChoiceDialogue: Dialogue {
    package enum Question: Hashable, Sendable { case which }

    let count: Int

    /// - Parameter count: how many there are to choose from.
    package init(count: Int) { self.count = count }

    package func nextQuestion(after answers: Answers<Question, Set<Int>>) -> Question? {
        answers[.which] == nil ? .which : nil
    }

    /// Positions from 0; none for an empty line.
    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Set<Int>>
    ) throws -> Set<Int> {
        try Positions.read(text, of: count)
    }
}

/// Numbers as they are typed to choose from a list.
enum Positions {
    /// Positions from 0.
    static func read(_ text: String, of count: Int) throws(AnswerProblem) -> Set<Int> {
        var positions: Set<Int> = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            guard let number = Int(word), (1...max(count, 1)).contains(number) else {
                throw .notNumbers(limit: count)
            }
            positions.insert(number - 1)
        }
        return positions
    }
}
