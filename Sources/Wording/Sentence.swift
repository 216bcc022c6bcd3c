/// What is said to a person: words, and in their place the remedies that they speak of, as values.
///
/// Whoever shows it decides how: a terminal spells a remedy as the command to type, a page makes a button of it.
package struct Sentence: Equatable, Sendable {
    /// A part of it, in the order of reading.
    package enum Piece: Equatable, Sendable {
        case words(String)
        case remedy(Remedy)
        /// What a person can tell the program, where they are asked for it.
        case field(FormField)
    }

    package private(set) var pieces: [Piece]

    package init(_ words: String) { pieces = words.isEmpty ? [] : [.words(words)] }

    private init(pieces: [Piece]) { self.pieces = pieces }

    package var isEmpty: Bool { pieces.isEmpty }

    /// What may be done about it, in the order in which it is said.
    package var remedies: [Remedy] {
        pieces.compactMap { if case .remedy(let remedy) = $0 { remedy } else { nil } }
    }

    /// All of it as text, with remedies and fields as somebody spells them.
    package func text(remedy: (Remedy) -> String, field: (FormField) -> String) -> String {
        pieces.map {
            switch $0 {
            case .words(let words): words
            case .remedy(let one): remedy(one)
            case .field(let one): field(one)
            }
        }.joined()
    }

    /// The same without a line break.
    package var onOneLine: Sentence {
        Sentence(
            pieces: pieces.map {
                if case .words(let words) = $0 { .words(words.replacing("\n", with: " ")) } else { $0 }
            })
    }

    /// The same, beginning with a capital letter.
    package var capitalised: Sentence {
        guard case .words(let first)? = pieces.first else { return self }
        return Sentence(Wording.capitalised(first)) + Sentence(pieces: Array(pieces.dropFirst()))
    }

    package static func + (left: Sentence, right: Sentence) -> Sentence {
        var sentence = left
        right.pieces.forEach { sentence.append($0) }
        return sentence
    }

    private mutating func append(_ piece: Piece) {
        switch (pieces.last, piece) {
        case (_, .words("")): break
        case (.words(let before)?, .words(let words)): pieces[pieces.count - 1] = .words(before + words)
        default: pieces.append(piece)
        }
    }
}

extension Sentence: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(value) }

    package init(stringInterpolation: Interpolation) { self = stringInterpolation.sentence }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sentence = Sentence("")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { sentence.append(.words(literal)) }
        package mutating func appendInterpolation(_ words: some StringProtocol) {
            sentence.append(.words(String(words)))
        }
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            sentence.append(.words(String(number)))
        }
        package mutating func appendInterpolation(_ inner: Sentence) { sentence = sentence + inner }
        package mutating func appendInterpolation(_ remedy: Remedy) { sentence.append(.remedy(remedy)) }
        package mutating func appendInterpolation(_ field: FormField) { sentence.append(.field(field)) }
    }
}

extension Wording {
    /// `one, another and a third`.
    package static func list(_ items: [Sentence], _ conjunction: String = "and") -> Sentence {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(Array(items.dropLast()).joined(separator: ", ")) \(conjunction) \(last)"
    }
}

extension [Sentence] {
    /// One behind the other.
    package func joined(separator: Sentence = "") -> Sentence {
        guard let first else { return "" }
        return dropFirst().reduce(first) { $0 + separator + $1 }
    }
}

extension DefaultStringInterpolation {
    /// A sentence doesn't become text by accident, since nobody has spelt its remedies.
    @available(*, unavailable, message: "spell its remedies first")
    package mutating func appendInterpolation(_ sentence: Sentence) {}
}
