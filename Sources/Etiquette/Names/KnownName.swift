/// A name that the ledger knows.
public struct KnownName: Hashable, Sendable {
    /// Whose name it is.
    public enum Bearer: String, Sendable {
        case person, organisation
    }

    /// As it is kept, in full.
    public let text: String
    /// Decides nothing here; a reader wants to know.
    public let bearer: Bearer

    /// `text` is a full name; a name without letters and digits is never found.
    public init(_ text: String, bearer: Bearer) {
        self.text = text
        self.bearer = bearer
    }
}

/// All names that are known from anywhere, found without reading them all.
public protocol KnownNames {
    /// The names whose `Words.key(of:)`, or whose first word, is one of `words`. More may be given than asked for.
    func names(beginningWith words: Set<String>) throws -> [KnownName]
}
