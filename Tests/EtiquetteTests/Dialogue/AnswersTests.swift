import Etiquette
import Testing

/// Counts how many; a number below that is asked of each.
private struct Numbers: Dialogue {
    let count: Int

    func nextQuestion(after answers: Answers<Int, String>) -> Int? {
        (0..<count).first { answers[$0] == nil }
    }

    func answer(to question: Int, typed text: String, after answers: Answers<Int, String>) -> String { text }
}

@Suite struct AnswersTests {
    private var answers = Answers<Int, String>()

    @Test mutating func theQuestionBeforeIsReachedByTakingTheLastAnswerBack() {
        let dialogue = Numbers(count: 3)
        for (question, answer) in [(0, "a"), (1, "b"), (2, "c")] {
            #expect(dialogue.nextQuestion(after: answers) == question)
            answers.give(answer, to: question)
        }
        #expect(dialogue.nextQuestion(after: answers) == nil)
        for question in [2, 1, 0] {
            #expect(answers.back() == question)
            #expect(dialogue.nextQuestion(after: answers) == question)
        }
        #expect(answers.back() == nil)
    }

    @Test mutating func aQuestionIsAnsweredOnceAndKeepsItsPlace() {
        answers.give("a", to: 1)
        answers.give("b", to: 2)
        answers.give("c", to: 1)
        #expect(answers.all.map(\.question) == [1, 2] && answers[1] == "c" && answers[3] == nil)
    }

    @Test(arguments: [
        ("y", true), ("Yes", true), (" YES ", true), ("", false), ("n", false), ("yeah", false),
    ])
    func onlyAClearYesIsOne(text: String, isYes: Bool) {
        #expect(YesOrNo.isYes(text) == isYes)
    }
}
