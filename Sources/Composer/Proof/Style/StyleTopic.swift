import Etiquette
import Text

/// What stands behind "about": a topic that was typed as a sentence, or that speaks of the reader as of somebody else.
extension Style {
    /// Of a topic that the user has worded anew in the letter nothing is said.
    func topic() -> [Finding] {
        guard kind == .thankYou,
            let topic = facts.talkingPoint.map({ TokenizedText(Facts.withoutFullStop($0)) }),
            let start = body.page.occurrences(of: topic).first?.lowerBound
        else { return [] }
        let words = language.lists.topics
        let sentence = words.sentence(in: topic).map {
            finding(.topicSentence, $0.words, from: start, reason: $0.reason, fix: nil)
        }
        let people = words.people(in: topic).map { match in
            finding(
                .topicPerson, match.words, from: start, reason: match.phrase.reason,
                fix: match.phrase.fix.map { filled($0, from: match.words, of: topic) })
        }
        return [sentence].compactMap(\.self) + people + ownName(in: topic, from: start)
    }

    /// "Jane's time at Google", in a letter to Jane.
    private func ownName(in topic: TokenizedText, from start: Int) -> [Finding] {
        let names = Set(TokenizedText(facts.recipient.name).words.filter { $0.folded.count > 2 }.map(\.hash))
            .subtracting(TokenizedText(facts.organisation + " " + facts.role).words.map(\.hash))
        return topic.words.indices.compactMap { index in
            let word = topic.words[index]
            guard word.traits.contains(.hasCapital) else { return nil }
            let isOwner = word.possessor(in: topic).map(names.contains) ?? false
            guard isOwner || names.contains(word.hash) else { return nil }
            return finding(
                .topicPerson, index..<(index + 1), from: start, reason: "",
                fix: isOwner ? language.language.you.last : language.language.you.first)
        }
    }

    private func finding(
        _ code: Finding.Code, _ words: Range<Int>, from start: Int, reason: String, fix: String?
    ) -> Finding {
        let words = (start + words.lowerBound)..<(start + words.upperBound)
        let passage = body.page.place(.body, words: words).passage
        return body.finding(.phrase(code, passage, reason: reason), words: words, fix: fix)
    }
}
