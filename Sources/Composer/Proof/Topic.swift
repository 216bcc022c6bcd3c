import Etiquette
import Text

/// What an applicant talked about with one member of the panel, tidied so that it can follow "about" in a sentence.
/// What no tidying can mend is left to proofreading, which blocks the message.
package struct Topic: Equatable, Sendable {
    /// As it is set; nil where what was typed names no topic ("n/a", "-", "nothing much"), or is a sentence.
    package let text: String?
    /// What was typed where it is a sentence that can stand by itself: it becomes the sender's own.
    package let sentence: String?

    /// - Parameters:
    ///   - typed: as the door admitted it.
    ///   - language: that of the message; in an unknown one only marks around it are taken off.
    package init(_ typed: String, in language: ProofLanguage) {
        let words = language.lists.topics
        let typed = typed.singleSpaced
        let whole = language.language.withoutAmpersand(Self.withoutMarks(typed))
        let text = Self.withoutMarks(words.withoutBeginning(whole))
        if words.isNothing(whole) || words.isNothing(text) {
            (self.text, sentence) = (nil, nil)
        } else if words.isWholeSentence(text), typed.last != "?" {
            // Of "We talked about it, and I …" the sentence is all that was typed.
            (self.text, sentence) = (nil, OwnSentence(text == whole ? typed : text, in: language).text)
        } else {
            (self.text, sentence) = (language.withoutCapital(text), nil)
        }
    }

    /// Without the dash of a list, and the marks that end a sentence; the stop of an abbreviation ("the U.S.") stays.
    private static func withoutMarks(_ text: String) -> String {
        var text = text.drop { "-–—•* ".contains($0) }.trimmingSpaces()
        while let last = text.last, "?!,;:…".contains(last) || text.hasSuffix("..") {
            text = text.dropLast().trimmingSpaces()
        }
        return Facts.withoutFullStop(String(text))
    }
}

/// What the lists of a language tell of topics.
struct TopicWords: Sendable {
    /// What people type where there is no topic.
    private let nothing: ListedPhrases
    /// How a topic may not begin.
    private let beginnings: ListedPhrases
    /// Words that speak of the reader as of somebody else.
    private let people: ListedPhrases

    /// More of them do not stand before one topic.
    private static let mostBeginnings = 3

    init(_ lists: [WordList]) {
        func phrases(_ code: Finding.Code) -> ListedPhrases {
            ListedPhrases(lists.filter { $0.code == code })
        }
        (nothing, beginnings) = (phrases(.noTalkingPoint), phrases(.topicSentence))
        people = phrases(.topicPerson)
    }

    /// "we talked about the rota" without what a template says already.
    func withoutBeginning(_ text: String) -> String {
        var text = text
        for _ in 0..<Self.mostBeginnings {
            let page = TokenizedText(text)
            guard let match = beginnings.beginning(of: page), match.phrase.fix == "" else { break }
            let end = match.words.upperBound
            text =
                end == page.words.count
                ? "" : String(decoding: page.bytes[page.words[end].range.lowerBound...], as: UTF8.self)
        }
        return text
    }

    func isNothing(_ text: String) -> Bool {
        let page = TokenizedText(text)
        return nothing.beginning(of: page)?.words.count ?? 0 == page.words.count
    }

    /// Whether a text begins as a sentence does that can stand by itself.
    func isWholeSentence(_ text: String) -> Bool {
        beginnings.beginning(of: TokenizedText(text))?.phrase.fix == Self.standsAlone
    }

    /// The fix of a beginning with which a sentence can stand by itself.
    private static let standsAlone = "."

    /// Why a topic can't follow "about": it is a sentence, or two. Nil where it can.
    func sentence(in topic: TokenizedText) -> (reason: String, words: Range<Int>)? {
        if let match = beginnings.beginning(of: topic),
            match.phrase.fix == nil || match.phrase.fix == Self.standsAlone
        {
            return (match.phrase.reason, topic.words.indices)
        }
        let isSecond = topic.words.indices.dropFirst().contains { index in
            topic.words[index].traits.contains([.startsSentence, .hasCapital])
                && topic.words[index - 1].folded.count > 2
        }
        return isSecond ? ("", topic.words.indices) : nil
    }

    /// "her PhD", in a letter to her.
    func people(in topic: TokenizedText) -> [ListedPhrases.Match] {
        people.matches(in: topic, kind: .thankYou).filter { $0.phrase.fix != WordList.asItStands }
    }
}

/// What an applicant would like to say to one member of the panel: a paragraph of the letter, set as it was written, but
/// for a capital and a full stop where they were left out.
package struct OwnSentence: Equatable, Sendable {
    /// As it is set; nil where nothing was said: "n/a", "-".
    package let text: String?

    /// - Parameters:
    ///   - typed: as the door admitted it.
    ///   - language: that of the message.
    package init(_ typed: String, in language: ProofLanguage) {
        let text = typed.singleSpaced
        let first = text.prefix { !$0.isWhitespace }
        let isSmall = first.first?.isLowercase ?? false && !first.contains(where: \.isUppercase)
        let begun = isSmall ? text.prefix(1).uppercased() + text.dropFirst() : text
        let hasEnd = begun.last.map { ".?!…:;)\"”’".contains($0) } ?? true
        self.text = language.lists.topics.isNothing(text) ? nil : hasEnd ? begun : begun + "."
    }
}

extension Language {
    /// "rotas & handovers" as a sentence has it; the one in "Q&A" stays.
    fileprivate func withoutAmpersand(_ text: String) -> String {
        ampersand.map { text.replacing(" & ", with: " \($0) ") } ?? text
    }
}

extension ProofLanguage {
    /// Without the capital of a first word that is no name: it began a sentence, and stands inside one now.
    fileprivate func withoutCapital(_ text: String) -> String {
        let page = TokenizedText(text)
        guard let first = page.words.first, first.range.lowerBound == 0,
            first.traits.isSuperset(of: [.hasCapital, .hasSmall]) || first.range.count == 1,
            !first.traits.contains(.hasInnerCapital)
        else { return text }
        let word = page.text(first)
        let isBeforeName = page.words.count > 1 && page.words[1].traits.contains(.hasCapital)
        let isSmall =
            language.smallWords.contains(word)
            || first.range.count > 1 && !isBeforeName && !language.nameWords.contains(word)
                && spelling?.knows(word) ?? false
        return isSmall ? text.prefix(1).lowercased() + text.dropFirst() : text
    }
}
