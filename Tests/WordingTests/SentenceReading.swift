import Wording

extension Sentence {
    /// Its words, with remedies and fields in brackets as the code has them: `[readMailbox]`.
    var read: String { text(remedy: { "[\($0)]" }, field: { "[\($0)]" }) }
}
