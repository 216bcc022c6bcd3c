import Wording

/// How the remedies of a sentence are spelt in a document: as whoever prints it spells them.
package struct SentenceSpelling: Sendable {
    fileprivate let text: @Sendable (Sentence) -> String

    package init(_ text: @escaping @Sendable (Sentence) -> String) { self.text = text }

    /// Where an encoder has it.
    static let key = CodingUserInfoKey(rawValue: "sentence-spelling")
}

extension Sentence: Encodable {
    /// - Throws: `EncodingError` where nobody has said how to spell it.
    package func encode(to encoder: any Encoder) throws {
        guard let spelling = SentenceSpelling.key.flatMap({ encoder.userInfo[$0] }) as? SentenceSpelling
        else {
            throw EncodingError.invalidValue(
                self, .init(codingPath: encoder.codingPath, debugDescription: "no spelling of its remedies"))
        }
        var container = encoder.singleValueContainer()
        try container.encode(spelling.text(self))
    }
}
