/// Which one of several things is meant.
package struct ChoiceDialogue<Choice: Hashable & Sendable>: Dialogue {
    private let choices: [Choice]
    private let words: @Sendable (Choice) -> String

    /// - Parameter words: by which each may be named.
    package init(_ choices: [Choice], words: @escaping @Sendable (Choice) -> String) {
        self.choices = choices
        self.words = words
    }

    package func nextQuestion(after answers: Answers<[Choice], Choice>) -> [Choice]? {
        answers[choices] == nil ? choices : nil
    }

    /// Its number, or a part of its name.
    ///
    /// - Throws: `AnswerProblem`.
    package func answer(
        to question: [Choice], typed text: String, after answers: Answers<[Choice], Choice>
    ) throws -> Choice {
        try NumberedChoice.meant(by: text, among: question, words: words)
    }
}
