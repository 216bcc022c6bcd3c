import Etiquette

/// Looks for the names of other people and organisations in a text (rule `names-right`): the failure in which a
/// merge sends people each other's names.
struct OtherNames {
    private let own: [Words]

    /// - Parameter own: what belongs in the message: the people, organisation and role of this recruitment, the
    ///   sender, and dates (a person may be called May).
    init(own: [String]) {
        self.own = own.map { Words($0) }
    }

    /// The known names that stand in `text` as whole words and are no part of an own name, each once. The cost
    /// grows with the words of the text and the names that begin like one of them, not with all that are known.
    func names(in text: Words, known: some KnownNames) throws -> [KnownName] {
        let masked = own.flatMap { text.occurrences(of: $0) }
        let starts = Dictionary(grouping: text.ranges) { text.text(in: $0) }
        var found: Set<KnownName> = []
        for candidate in try known.names(beginningWith: text.keys) where !found.contains(candidate) {
            let name = Words(candidate.text)
            guard let first = name.ranges.first, let possible = starts[name.text(in: first)] else { continue }
            let places = text.occurrences(of: name, startingAt: possible.map(\.lowerBound))
            // Own "Acme Data Labs" hides the other "Acme" within it; own "Acme" hides no other "Acme Data Labs".
            if places.contains(where: { place in !masked.contains { $0.contains(place) } }) {
                found.insert(candidate)
            }
        }
        return found.sorted { ($0.text, $0.bearer.rawValue) < ($1.text, $1.bearer.rawValue) }
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
