package struct KnownName: Hashable, Sendable {
    package enum Bearer: String, Sendable {
        case person, organisation
    }

    /// As it is kept, in full.
    package let text: String
    /// Decides nothing here; a reader wants to know.
    package let bearer: Bearer

    /// `text` is a full name; a name without letters and digits is never found.
    package init(_ text: String, bearer: Bearer) {
        self.text = text
        self.bearer = bearer
    }
}

/// All names that are known from anywhere, found without reading them all.
package protocol KnownNames {
    /// The names whose `Words.key(of:)`, or whose first word, is one of `words`. More may be given than asked for.
    func names(beginningWith words: Set<String>) throws -> [KnownName]
}
