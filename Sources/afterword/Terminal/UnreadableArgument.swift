import Wording

/// An argument whose bytes are not UTF-8: a letter of it would be lost, and a name go out without it.
struct UnreadableArgument: ExitCoded, Equatable {
    /// What stands before the first byte that is no text, and U+FFFD for the others that are none.
    let shown: String

    /// The first of them; nil where all are text.
    init?(among arguments: [[UInt8]]) {
        guard let argument = arguments.first(where: { String(validating: $0, as: UTF8.self) == nil }) else {
            return nil
        }
        shown = String(decoding: argument, as: UTF8.self)
    }

    var sentence: Sentence {
        "the argument \(Wording.quoted(shown)) is not UTF-8 where � stands, so a letter would be lost; nothing was done. "
            + "Type it again in a terminal that uses UTF-8 (locale tells: LANG=en_GB.UTF-8, for one)."
    }
}
