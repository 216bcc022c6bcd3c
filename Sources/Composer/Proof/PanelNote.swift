import Etiquette

/// A note to one panel member, taken down to the words that no other member's note may repeat (rule
/// `thank-each`): without greeting, names, talking point and signature.
public struct PanelNote: Equatable, Sendable {
    /// The name of the panel member.
    public let recipient: String
    let sentences: Set<String>

    /// - Parameters:
    ///   - body: the whole body of the note.
    ///   - facts: of that panel member.
    public init(body: String, facts: Facts) {
        recipient = facts.recipient.name
        let talkingPoint = facts.talkingPoint.map(Facts.withoutFullStop) ?? ""
        let text = Words(Letter(body, sender: facts.senderName).text)
        let own = [talkingPoint, facts.recipient.name, facts.recipient.addressedAs].map { Words($0) }
        let bare = text.removing(own.flatMap { text.occurrences(of: $0) })
        sentences = Set(
            Sentences.split(bare).map { Words.tokens(of: $0.lowercased()).joined(separator: " ") }
                .filter { !$0.isEmpty })
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
    /// The text without these ranges.
    fileprivate func removing(_ ranges: [Range<Int>]) -> String {
        var text = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() where !ranges.contains(where: { $0.contains(index) }) {
            text.append(scalar)
        }
        return String(text)
    }
}
