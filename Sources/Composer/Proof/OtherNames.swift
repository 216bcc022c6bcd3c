/// Looks for the names of other people and organisations in a text (rule `names-right`): the failure in which a
/// merge sends people each other's names.
struct OtherNames {
    private let own: [Words]

    /// - Parameter own: what belongs in the message: the people, organisation and role of this recruitment, the
    ///   sender, and dates (a person may be called May).
    init(own: [String]) {
        self.own = own.map { Words($0) }
    }

    /// The known names that stand in one of these texts as whole words and are no part of an own name, each once.
    /// The cost grows with the words of the texts and the names that begin like one of them, not with all that are
    /// known.
    func names(in texts: [Words], known: some KnownNames) throws -> [KnownName] {
        let searched = texts.map { Searched($0, own: own) }
        let keys = searched.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        let candidates = Set(try known.names(beginningWith: keys))
        let found = candidates.filter { candidate in
            let name = Words(candidate.text)
            return searched.contains { $0.shows(name) }
        }
        return found.sorted { ($0.text, $0.bearer.rawValue) < ($1.text, $1.bearer.rawValue) }
    }
}

/// A text with its own names masked.
private struct Searched {
    let text: Words
    let keys: Set<String>
    /// Which words of the text read so.
    private let places: [String: [Int]]
    private let masked: [Range<Int>]

    init(_ text: Words, own: [Words]) {
        let words = text.texts
        self.text = text
        keys = Words.keys(of: words)
        places = Dictionary(grouping: words.indices) { words[$0] }
        masked = own.flatMap { text.occurrences(of: $0) }
    }

    /// Own "Acme Data Labs" hides the other "Acme" within it; own "Acme" hides no other "Acme Data Labs".
    func shows(_ name: Words) -> Bool {
        let beginnings = name.firstText.flatMap { places[$0] } ?? []
        return beginnings.contains { word in
            guard let place = text.occurrence(of: name, atWord: word) else { return false }
            return !masked.contains { $0.contains(place) }
        }
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
