import Etiquette
import Foundation

/// What was said outside the program, where the user has told too little of it: to or by whom, how, when, and a few words.
package struct LogDialogue: Dialogue {
    package enum Question: Hashable, Sendable {
        /// Who of these, or somebody else by address or name.
        case person([Person])
        case channel
        case direction
        case time
        case whichTime(InputProblem)
        case note
    }

    package enum Answer: Hashable, Sendable {
        /// As the desk looks people up.
        case person(String)
        case channel(Channel)
        case direction(Direction)
        case time(ZonedTime)
        /// What was typed may be any of several times.
        case unclearTime(InputProblem)
        case note(String)
        case none
    }

    /// What was told before anything is asked.
    package struct Told: Sendable {
        package var person: String?
        package var channel: Channel?
        package var direction: Direction?
        package var time: ZonedTime?
        package var note: String?

        package init() {}

        /// Nothing is missing without which there is nothing to log.
        package var isWhole: Bool { person != nil && channel != nil && direction != nil }
    }

    private let told: Told
    private let people: [Person]
    private let times: TimeReader

    /// - Parameter people: those who are offered.
    package init(_ told: Told, people: [Person], times: TimeReader) {
        self.told = told
        self.people = people
        self.times = times
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        guard !told.isWhole else { return nil }
        var all: [Question] = []
        if told.person == nil { all.append(.person(people)) }
        if told.channel == nil { all.append(.channel) }
        if told.direction == nil { all.append(.direction) }
        if told.time == nil { all.append(.time) }
        if case .unclearTime(let problem)? = answers[.time] { all.append(.whichTime(problem)) }
        if told.note == nil { all.append(.note) }
        return all.first { answers[$0] == nil }
    }

    /// - Throws: `AnswerProblem`, and `InputProblem` for a time or a note that can't stand.
    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        switch question {
        case .person(let people): return try person(text, among: people)
        case .channel:
            return .channel(try NumberedChoice.meant(by: text, among: Channel.allCases, words: \.rawValue))
        case .direction:
            return .direction(
                try NumberedChoice.meant(by: text, among: Direction.allCases, words: \.rawValue))
        case .time:
            return try InputProblem.orUnclear(Answer.unclearTime) {
                .time(try times.moment(text.isEmpty ? "now" : text).time)
            }
        case .whichTime(let problem): return .time(try problem.meant(by: text) ?? times.moment(text).time)
        case .note: return text.isEmpty ? .none : .note(try Field.note.admit(text))
        }
    }

    /// Somebody of the list by number or a part of the name, else whoever the desk finds by that text.
    private func person(_ text: String, among people: [Person]) throws(AnswerProblem) -> Answer {
        guard Int(text) != nil || text.isEmpty else {
            let person = try? NumberedChoice.meant(by: text, among: people, words: Self.words)
            return .person(person.map { String($0.id.rawValue) } ?? text)
        }
        return .person(
            String(try NumberedChoice.meant(by: text, among: people, words: Self.words).id.rawValue))
    }

    private static func words(_ person: Person) -> String { "\(person.name) \(person.address?.text ?? "")" }

    /// All that was told and answered; what is not said of the time is nil.
    package func said(after answers: Answers<Question, Answer>) -> Told {
        var said = told
        for (_, answer) in answers.all {
            switch answer {
            case .person(let text): said.person = text
            case .channel(let channel): said.channel = channel
            case .direction(let direction): said.direction = direction
            case .time(let time): said.time = time
            case .note(let note): said.note = note
            case .unclearTime, .none: break
            }
        }
        return said
    }
}
