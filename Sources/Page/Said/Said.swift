import Wording

/// A sentence of the program as the template `said` shows it: what can be done about it is a link to where it is done.
struct Said {
    /// Words, or a link.
    struct Piece {
        let words: String
        let isLink: Bool
        let address: String
    }

    let pieces: [Piece]

    init(_ sentence: Sentence) {
        pieces = sentence.capitalised.pieces.map { piece in
            switch piece {
            case .words(let words): Piece(words: words, isLink: false, address: "")
            case .remedy(let remedy): Piece(words: remedy.label, isLink: true, address: remedy.address)
            case .field(let field): Piece(words: field.label, isLink: false, address: "")
            }
        }
    }

    init(_ words: String) { self.init(Sentence(words)) }

    /// Without its links.
    var plain: String { pieces.map(\.words).joined() }
}
