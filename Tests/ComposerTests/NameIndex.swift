import Etiquette
import Text

/// Known names in memory.
struct NameIndex: KnownNames, Sendable {
    private let byKey: [String: [KnownName]]

    /// Indexes them under `Words.key(of:)`.
    init(_ names: some Sequence<KnownName>) {
        var byKey: [String: [KnownName]] = [:]
        for name in names {
            if let key = Words.key(of: name.text) { byKey[key, default: []].append(name) }
        }
        self.byKey = byKey
    }

    /// The names of which `Words.key(of:)` is one of `words`.
    func names(beginningWith words: Set<String>) -> [KnownName] {
        words.flatMap { byKey[$0] ?? [] }
    }
}
