import Etiquette
import Text

/// A note to one panel member, taken down to the words that no other member's note may repeat (rule
/// `thank-each`): without greeting, names, talking point and signature.
package struct PanelNote: Equatable, Sendable {
    /// The name of the panel member.
    package let recipient: String
    let sentences: Set<String>
    /// The sender's own, where they still stand in it, in small letters; those of few words are everybody's.
    let ownSentences: Set<String>

    private static let fewWords = 3

    /// - Parameters:
    ///   - body: the whole body of the note.
    ///   - facts: of that panel member.
    package init(body: String, facts: Facts) {
        recipient = facts.recipient.name
        let talkingPoint = facts.talkingPoint.map(Facts.withoutFullStop) ?? ""
        let text = Words(LetterParts(body, sender: facts.senderName).text)
        let said = facts.ownSentence.map { Words($0) }
        let stands = said.map { !text.occurrences(of: $0).isEmpty } ?? false
        let told = stands ? Sentences.of(facts.ownSentence ?? "", in: .letter) : []
        ownSentences = Set(
            told.map { $0.lowercased() }.filter { $0.wordCount > Self.fewWords || told.count == 1 })
        let own = [talkingPoint, facts.recipient.name, facts.recipient.addressedAs].map { Words($0) }
        sentences = text.sentences(without: own.flatMap { text.occurrences(of: $0) })
    }

    /// How many sentences both notes have, of how many in the shorter one.
    func overlap(with other: PanelNote) -> (shared: Int, of: Int) {
        (sentences.intersection(other.sentences).count, min(sentences.count, other.sentences.count))
    }

    /// The same words: more than half of the sentences are shared.
    func hasWords(of other: PanelNote) -> Bool {
        let (shared, all) = overlap(with: other)
        return shared * 2 > all
    }
}

extension Words {
    /// The sentences in small letters, as words with a space between, without what stands in these ranges.
    fileprivate func sentences(without ranges: [Range<Int>]) -> Set<String> {
        var sentences: Set<String> = []
        var sentence = ""
        for (index, word) in self.ranges.enumerated() {
            if !ranges.contains(where: { $0.contains(word.lowerBound) }) {
                sentence += String(decoding: bytes[word], as: UTF8.self) + " "
            }
            if endsSentence(atWord: index), !sentence.isEmpty {
                sentences.insert(sentence.lowercased())
                sentence = ""
            }
        }
        return sentences
    }

    /// Whether a mark and white space follow, so that "version 2.0" stays whole.
    private func endsSentence(atWord index: Int) -> Bool {
        guard index + 1 < ranges.count else { return true }
        let gap = bytes[ranges[index].upperBound..<ranges[index + 1].lowerBound]
        guard gap.count > 1, gap.contains(UInt8(ascii: " ")) else { return false }
        return String(decoding: gap, as: UTF8.self).unicodeScalars.contains(where: \.endsSentence)
    }
}
