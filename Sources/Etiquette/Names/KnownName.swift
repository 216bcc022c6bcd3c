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

/// Known names in memory.
public struct NameIndex: KnownNames, Sendable {
    private let byKey: [String: [KnownName]]

    /// Indexes them under `Words.key(of:)`.
    public init(_ names: some Sequence<KnownName>) {
        var byKey: [String: [KnownName]] = [:]
        for name in names {
            if let key = Words.key(of: name.text) { byKey[key, default: []].append(name) }
        }
        self.byKey = byKey
    }

    /// The names of which `Words.key(of:)` is one of `words`.
    public func names(beginningWith words: Set<String>) -> [KnownName] {
        words.flatMap { byKey[$0] ?? [] }
    }
}
