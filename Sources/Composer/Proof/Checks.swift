import Etiquette
import Foundation
import Text

/// The checks that need nothing but the message itself.
enum Checks {
    /// The most characters of a body.
    static let bodyLimit = 10_000
    /// The most characters of a subject: a role of 200 and the words around it.
    static let subjectLimit = 300

    /// Subject and body are there, are letters, and hold only characters that people can see.
    static func form(subject: String, body: String) -> [Finding.What] {
        var found: [Finding.What] = []
        if subject.allSatisfy(\.isWhitespace) { found.append(.emptySubject) }
        if body.allSatisfy(\.isWhitespace) { found.append(.emptyBody) }
        found += tooLong(.subject, subject, limit: subjectLimit) + tooLong(.body, body, limit: bodyLimit)
        found +=
            badCharacter(.subject, subject, allowed: []) + badCharacter(.body, body, allowed: ["\n", "\t"])
        return found
    }

    /// Notes of one panel never have the same words.
    static func sameWords(_ note: PanelNote, _ others: [PanelNote]) -> [Finding.What] {
        if let twin = others.first(where: note.hasWords) {
            let (shared, all) = note.overlap(with: twin)
            return [.sameWords(as: twin.recipient, shared: shared, of: all)]
        }
        let twin = others.first { !note.ownSentences.isDisjoint(with: $0.ownSentences) }
        return twin.map { [.sameSentence(as: $0.recipient)] } ?? []
    }

    /// What advice.md asks of a message of this kind; `words` are those of its body.
    static func advice(kind: FollowUp.Kind, body: String, words: Words, facts: Facts, language: ProofLanguage)
        -> [Finding.What]
    {
        guard !body.allSatisfy(\.isWhitespace) else { return [] }
        return talkingPoint(kind: kind, body: body, words: words, facts: facts)
            + length(language.language.allowedWords(kind), body: body)
            + question(kind: kind, body: body, facts: facts)
            + greeting(body: body, facts: facts, short: language.lists.shortNames)
            + signature(words: words, facts: facts)
    }

    // Counted in scalars: a character can hide thousands of combining marks.
    private static func tooLong(_ part: Finding.Part, _ text: String, limit: Int) -> [Finding.What] {
        let count = text.unicodeScalars.count
        return count > limit ? [.tooLong(part, characters: count, limit: limit)] : []
    }

    private static func badCharacter(
        _ part: Finding.Part, _ text: String, allowed: Set<Unicode.Scalar>
    ) -> [Finding.What] {
        var line = 1
        for scalar in text.unicodeScalars {
            let isBad = scalar.value < 0x20 || scalar.value > 0x7E ? scalar.isForbiddenInField : false
            // Where bytes were lost, too.
            if isBad && !allowed.contains(scalar) || scalar == "\u{FFFD}" {
                return [.badCharacter(part, line: line, scalar: scalar.value)]
            }
            if scalar == "\n" { line += 1 }
        }
        return []
    }

    /// Every note carries something from the conversation with that one person (rule `personal`). There was no
    /// such conversation with the contact at an agency.
    private static func talkingPoint(
        kind: FollowUp.Kind, body: String, words: Words, facts: Facts
    ) -> [Finding.What] {
        guard kind == .thankYou, !facts.isAgencyContact else { return [] }
        if let own = facts.ownSentence, !words.occurrences(of: Words(own)).isEmpty { return [] }
        let point = Facts.withoutFullStop(facts.talkingPoint ?? "")
        if !words.occurrences(of: Words(point)).isEmpty { return [] }
        // An edited sentence may begin with it.
        let isThere = !Words(body.lowercased()).occurrences(of: Words(point.lowercased())).isEmpty
        return isThere ? [] : [.noTalkingPoint]
    }

    /// Every message ends with the full name of the sender.
    private static func signature(words: Words, facts: Facts) -> [Finding.What] {
        words.occurrences(of: Words(facts.senderName)).isEmpty ? [.notSigned(expected: facts.senderName)] : []
    }

    private static func length(_ allowed: ClosedRange<Int>, body: String) -> [Finding.What] {
        let count = body.wordCount
        return allowed.contains(count) ? [] : [.length(words: count, allowed: allowed)]
    }

    private static func question(kind: FollowUp.Kind, body: String, facts: Facts) -> [Finding.What] {
        guard kind == .thankYou, body.asks else { return [] }
        // A question mark that belongs to a name ("Which?") asks nothing.
        let text = [facts.organisation, facts.role, facts.talkingPoint ?? ""].filter { !$0.isEmpty }
            .reduce(body) { $0.replacingOccurrences(of: $1, with: "") }
        return Sentences.of(text, in: .letter).first(where: \.asks).map { [.asksAboutResult(String($0))] }
            ?? []
    }

    private static func greeting(body: String, facts: Facts, short: ShortNames) -> [Finding.What] {
        let greeting = Greeting(of: body)
        guard !greeting.names(facts.recipient, short: short) else { return [] }
        let shown = String(greeting.line.prefix(60))
        return [.greetingMismatch(greeting: shown, expected: facts.recipient.addressedAs)]
    }
}

extension StringProtocol {
    /// It has a question mark of any script.
    var asks: Bool { unicodeScalars.contains { $0 == "?" || $0 == "？" || $0 == "؟" } }
}
