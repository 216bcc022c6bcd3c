import Etiquette

/// Whether what looks like one meeting, or like one person, is two (rule `thank-each`), of each that may be.
package struct DoubleDialogue: Dialogue {
    private let doubles: [PossibleDouble]

    package init(_ doubles: [PossibleDouble]) { self.doubles = doubles }

    /// The first that is one ends it: nothing is recorded then.
    package func nextQuestion(after answers: Answers<PossibleDouble, Bool>) -> PossibleDouble? {
        guard one(after: answers) == nil else { return nil }
        return doubles.first { answers[$0] == nil }
    }

    /// The first of which the user says that it is one.
    package func one(after answers: Answers<PossibleDouble, Bool>) -> PossibleDouble? {
        doubles.first { answers[$0] == false }
    }

    /// Whether they are two; only a clear yes says so.
    package func answer(
        to question: PossibleDouble, typed text: String, after answers: Answers<PossibleDouble, Bool>
    ) -> Bool {
        YesOrNo.isYes(text)
    }
}
