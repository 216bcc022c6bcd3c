import Etiquette
import Wording

/// A sentence of the program as the template `said` shows it: what can be done about it is a link to where it is done.
struct Said: ListRow {
    /// Words, or a link.
    struct Piece: ListRow {
        let words: String
        let isLink: Bool
        let address: String

        var fields: ViewFields { ["words": words, "isLink": isLink, "address": address] }
    }

    let pieces: [Piece]

    var fields: ViewFields { ["pieces": pieces] }

    init(_ sentence: Sentence) { self.init(sentence) { $0.link } }

    private init(_ sentence: Sentence, _ remedied: (Remedy) -> Piece) {
        pieces = sentence.capitalised.pieces.map { piece in
            switch piece {
            case .words(let words): Piece(words: words, isLink: false, address: "")
            case .remedy(let remedy): remedied(remedy)
            case .field(let field): Piece(words: field.label, isLink: false, address: "")
            }
        }
    }

    /// On the page of a message itself: what is done there is named as its button is, and leads nowhere.
    init(_ sentence: Sentence, below message: Message) {
        let here = Remedy.show(message.id).address
        self.init(sentence) { remedy in
            let remedy = remedy.completed(by: message)
            guard remedy.address == here else { return remedy.link }
            return Piece(words: remedy.button(below: message), isLink: false, address: "")
        }
    }

    /// Of a message, wherever it is spoken of.
    init(_ sentence: Sentence, about message: Message) {
        self.init(sentence) { $0.completed(by: message).link }
    }

    /// Beside a button or a link that leads to the same place, which need not be said twice.
    func beside(_ address: String) -> Said {
        var kept = pieces
        while let last = kept.last, kept.count > 1,
            last.isLink ? last.address == address : Self.joins(last.words)
        {
            kept.removeLast()
        }
        guard let last = kept.last, kept.count < pieces.count, !last.isLink else { return self }
        let words = last.words.trimmed
        kept[kept.count - 1] = Piece(
            words: words.hasSuffix(":") ? words.dropLast() + "." : words, isLink: false, address: "")
        return Said(pieces: kept)
    }

    /// What stands between two links, or behind the last.
    private static func joins(_ words: String) -> Bool { ["", "or"].contains(words.filter(\.isLetter)) }

    private init(pieces: [Piece]) { self.pieces = pieces }

    init(_ words: String) { self.init(Sentence(words)) }

    /// Without its links.
    var plain: String { pieces.map(\.words).joined() }
}
