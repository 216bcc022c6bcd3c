import Etiquette
import Foundation

/// What was heard, where the user has said too little: from which recruitment, what it was, and the day that they named.
package struct HeardDialogue: Dialogue {
    package enum Question: Hashable, Sendable {
        /// Which of these it is about.
        case recruitment([Recruitment])
        case what
        /// By which day they decide.
        case day
        case whichDay(InputProblem)
    }

    package enum Answer: Hashable, Sendable {
        case recruitment(Recruitment)
        case what(What)
        case day(Day)
        /// What was typed may be any of several days.
        case unclearDay(InputProblem)
    }

    /// In the order in which they are listed.
    package enum What: Hashable, Sendable, CaseIterable {
        case replied, courtesy, rejected, offered, decisionBy, withdrew

        /// By which it may be named.
        var words: String {
            switch self {
            case .replied: "replied answered"
            case .courtesy: "courtesy thanks thank you"
            case .rejected: "rejected bad news turned down"
            case .offered: "an offer offered"
            case .decisionBy: "day date decide"
            case .withdrew: "withdrew withdrawn"
            }
        }
    }

    private let recruitments: [Recruitment]
    private let known: Desk.Word?
    private let times: TimeReader

    init(_ recruitments: [Recruitment], known: Desk.Word?, times: TimeReader) {
        self.recruitments = recruitments
        self.known = known
        self.times = times
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        var all: [Question] = recruitments.count == 1 ? [] : [.recruitment(recruitments)]
        if known == nil { all.append(.what) }
        if answers[.what] == .what(.decisionBy) { all.append(.day) }
        if case .unclearDay(let problem)? = answers[.day] { all.append(.whichDay(problem)) }
        return all.first { answers[$0] == nil }
    }

    /// The number of a choice, or a part of its name.
    ///
    /// - Throws: `AnswerProblem`, and `InputProblem` for a day that can't be read.
    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        switch question {
        case .recruitment(let all):
            return .recruitment(
                try NumberedChoice.meant(by: text, among: all) { "\($0.role), \($0.organisation)" })
        case .what:
            return .what(try NumberedChoice.meant(by: text, among: What.allCases, words: \.words))
        case .day:
            return try InputProblem.orUnclear(Answer.unclearDay) { .day(try times.day(text)) }
        case .whichDay(let problem):
            return .day(try problem.meantDay(by: text) ?? times.day(text))
        }
    }

    /// What was heard of which recruitment; nil where something is open.
    package func heard(after answers: Answers<Question, Answer>) -> (
        recruitment: Recruitment, word: Desk.Word
    )? {
        var recruitment = recruitments.count == 1 ? recruitments.first : nil
        if case .recruitment(let chosen)? = answers[.recruitment(recruitments)] { recruitment = chosen }
        guard let recruitment, let word = known ?? word(after: answers) else { return nil }
        return (recruitment, word)
    }

    private func word(after answers: Answers<Question, Answer>) -> Desk.Word? {
        guard case .what(let what)? = answers[.what] else { return nil }
        switch what {
        case .replied: return .replied(courtesy: false)
        case .courtesy: return .replied(courtesy: true)
        case .rejected: return .rejected
        case .offered: return .offered
        case .withdrew: return .withdrew
        case .decisionBy:
            for case .day(let day) in answers.all.map(\.answer) { return .decisionBy(day) }
            return nil
        }
    }
}

extension Desk {
    /// What is asked about something heard.
    ///
    /// - Parameters:
    ///   - recruitment: which it is about, where that was said.
    ///   - word: what it was, where that was said.
    /// - Returns: nil where nothing is on record that could be heard of.
    package func heardDialogue(
        _ recruitment: Recruitment.ID?, _ word: Word?, times: TimeReader
    ) throws -> HeardDialogue? {
        let known = try recruitmentsOnRecord().filter { recruitment == nil || $0.id == recruitment }
        let open = known.filter { $0.standing == .open }
        let all = open.isEmpty ? known : open
        return all.isEmpty ? nil : HeardDialogue(all, known: word, times: times)
    }

    /// Each once, the one with the newest interview first.
    package func recruitmentsOnRecord() throws -> [Recruitment] {
        try meetings().sorted { $0.interview.ended.instant > $1.interview.ended.instant }.map(\.recruitment)
            .reduce(into: []) { all, one in if !all.contains(where: { $0.id == one.id }) { all.append(one) } }
    }
}
