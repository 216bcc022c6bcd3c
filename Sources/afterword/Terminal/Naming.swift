import Application
import Desk
import Etiquette
import Wording

/// Names where a number is wanted. On a terminal the user chooses where several are called so; a script is told which.
extension Application {
    /// The number of what a text means.
    ///
    /// - Parameter isLikely: which of several that fit equally well are meant, where somebody is there who sees which it was.
    func number(
        of text: String, as wanted: Wanted, asks: Bool = true,
        preferring isLikely: (Called) -> Bool = { _ in false }
    ) throws -> Int64 {
        let isSeen = asks && platform.isTerminal
        return try choosing(text, asks: asks) {
            try desk.number(of: $0, as: wanted) { isSeen && isLikely($0) }
        }
    }

    /// Does something with a text, and again with the number that the user chose where it means several; nothing was done
    /// by then.
    func choosing<Result>(_ text: String, asks: Bool = true, _ act: (String) throws -> Result) throws
        -> Result
    {
        do {
            return try act(text)
        } catch DeskProblem.severalCalled(let text, let found) where asks && platform.isTerminal {
            guard let one = try chosen(among: found, called: text, takesSeveral: false).first else {
                throw NothingChosen()
            }
            return try act(String(one.number))
        }
    }

    /// The messages that texts mean, each once; of one text more than one may be chosen.
    func messages(_ texts: [String], asks: Bool, preferring isLikely: (Message) -> Bool) throws -> [Message
        .ID]
    {
        let isSeen = asks && platform.isTerminal
        let numbers = try texts.flatMap { text throws -> [Int64] in
            do {
                return [
                    try desk.number(of: text, as: .message) {
                        if case .message(let message, _) = $0 { isSeen && isLikely(message) } else { false }
                    }
                ]
            } catch DeskProblem.severalCalled(let text, let found) where isSeen {
                let chosen = try chosen(among: found, called: text, takesSeveral: true)
                guard !chosen.isEmpty else { throw NothingChosen() }
                return chosen.map(\.number)
            }
        }
        var known: Set<Int64> = []
        return numbers.filter { known.insert($0).inserted }.map(Message.ID.init(rawValue:))
    }

    /// The one message that a text means.
    func message(_ text: String, asks: Bool, preferring isLikely: (Message) -> Bool = { _ in false }) throws
        -> Message.ID
    {
        Message.ID(
            rawValue: try number(of: text, as: .message, asks: asks) {
                if case .message(let message, _) = $0 { isLikely(message) } else { false }
            })
    }

    /// The one card that a text means: who speaks of a card means no email to the same person.
    func card(_ text: String, asks: Bool) throws -> Message.ID {
        let number = try choosing(text, asks: asks) { text in
            try desk.number(of: text, as: .message) {
                if case .message(let message, _) = $0 { message.channel == .post } else { false }
            }
        }
        return Message.ID(rawValue: number)
    }

    /// The recruitment that a text means; of several that fit equally well, one that is open.
    func recruitment(_ text: String, asks: Bool) throws -> Recruitment.ID {
        Recruitment.ID(
            rawValue: try number(of: text, as: .recruitment, asks: asks) {
                if case .recruitment(let recruitment) = $0 { recruitment.standing == .open } else { false }
            })
    }

    /// The interview that a text means; of several that fit equally well, one that was not called off.
    func interview(_ text: String, asks: Bool) throws -> Interview.ID {
        Interview.ID(
            rawValue: try number(of: text, as: .interview, asks: asks) {
                if case .interview(let interview, _) = $0 { !interview.isCalledOff } else { false }
            })
    }

    private func chosen(among found: [Called], called text: String, takesSeveral: Bool) throws -> [Called] {
        let dialogue = CalledDialogue(found, called: text, takesSeveral: takesSeveral)
        let answers = try ask(dialogue, ending: { _ in "" }) { _, _ in
            Wording.which(found, called: text, takesSeveral: takesSeveral)
        }
        return answers.all.first?.answer ?? []
    }
}

/// Of several things that were meant, the user chose none.
struct NothingChosen: ExitCoded {
    var sentence: Sentence { "none was chosen; nothing was done." }
    var exit: Exit { .badInput }
}
