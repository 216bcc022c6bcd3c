import Composer
import Etiquette

/// How the user goes on after the editor, as long as something is left to decide.
package struct EditingDialogue: Dialogue {
    package enum Question: Hashable, Sendable {
        /// Something was found in the words as they are now, of which some may be set aside.
        case found(mayIgnore: Bool)
        /// The words could not be taken.
        case refused
    }

    /// How it goes on.
    package enum Answer: Hashable, Sendable {
        /// In the editor.
        case again
        /// What is only warned of is set aside.
        case ignore
        /// As it is.
        case leave
    }

    private let question: Question

    /// - Parameter question: what the editor left.
    package init(_ question: Question) { self.question = question }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        answers[question] == nil ? question : nil
    }

    /// The first letter counts; nothing typed is the editor again.
    ///
    /// - Throws: `AnswerProblem.notAChoice`.
    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        switch (text.lowercased().prefix(1), question) {
        case ("", _), ("e", _), ("a", _): return .again
        case ("i", .found): return .ignore
        case ("l", _): return .leave
        default: throw AnswerProblem.notAChoice
        }
    }
}

extension [Finding] {
    /// What may be set aside together; what blocks is set aside by its name only.
    package var onlyWarned: [Finding.Code] { filter { $0.severity == .warns }.map(\.code) }
}
