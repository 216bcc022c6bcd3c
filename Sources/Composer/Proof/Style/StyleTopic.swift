import Etiquette
import Text

/// What was told of the conversation: a topic that can't stand behind "about", and what speaks of the reader, in it or in
/// the sender's own sentence, as of somebody else.
extension Style {
    /// The most words of a topic.
    private static let topicLimit = 25

    /// Of what the user has worded anew in the letter nothing is said.
    func topic() -> [Finding] {
        guard kind == .thankYou else { return [] }
        var found: [Finding] = []
        if let (topic, start) = told(facts.talkingPoint.map(Facts.withoutFullStop)) {
            found += form(of: topic, from: start) + people(in: topic, from: start)
        }
        if let (own, start) = told(facts.ownSentence) { found += people(in: own, from: start) }
        return found
    }

    /// What was told, and the word of the body with which it begins there.
    private func told(_ text: String?) -> (page: TokenizedText, start: Int)? {
        guard let page = text.map({ TokenizedText($0) }),
            let start = body.page.occurrences(of: page).first?.lowerBound
        else { return nil }
        return (page, start)
    }

    private func form(of topic: TokenizedText, from start: Int) -> [Finding] {
        if let (reason, words) = language.lists.topics.sentence(in: topic) {
            return [finding(.topicSentence, words, from: start, reason: reason, fix: nil)]
        }
        let count = topic.words.count { $0.traits.contains(.startsChunk) }
        let fault: Finding.TopicFault? =
            if topic.marks.contains(where: { $0.kind == .link }) { .link } else if count > Self.topicLimit {
                .long(words: count, limit: Self.topicLimit)
            } else if topic.words.allSatisfy({ $0.traits.contains(.isForeign) }) { .otherScript } else {
                mark(of: topic).map { .mark($0) }
            }
        return fault.map { fault in
            let words = start..<(start + topic.words.count)
            let passage = body.page.place(.body, words: words).passage
            return [body.finding(.topicForm(fault, passage), words: words)]
        } ?? []
    }

    /// The sign with which a cell of a spreadsheet would calculate, or that stands where there is no word at all.
    private func mark(of topic: TokenizedText) -> String? {
        let text = String(decoding: topic.bytes, as: UTF8.self)
        let isFormula = text.first.map { "=@+".contains($0) } ?? false
        return isFormula ? String(text.prefix(1)) : nil
    }

    private func people(in told: TokenizedText, from start: Int) -> [Finding] {
        language.lists.topics.people(in: told).map { match in
            finding(
                .topicPerson, match.words, from: start, reason: match.phrase.reason,
                fix: match.phrase.fix.map { filled($0, from: match.words, of: told) })
        }.filter { $0.fix == nil || $0.fix != $0.place?.passage } + ownName(in: told, from: start)
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
