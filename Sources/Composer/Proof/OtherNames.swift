import Etiquette
import Text

/// Looks for the names of other people and organisations in a text (rule `names-right`): the failure in which a
/// merge sends people each other's names.
struct OtherNames {
    private let own: [Words]

    /// - Parameter own: what belongs in the message: the people, organisation and role of this recruitment, the
    ///   sender, and dates (a person may be called May).
    init(own: [String]) { self.own = own.map { Words($0) } }

    /// The candidates that stand in one of these texts as whole words and are no part of an own name, each once.
    func names(in texts: [Words], among candidates: [KnownName]) -> [KnownName] {
        let found = Set(candidates).filter { candidate in
            let name = Words(candidate.text)
            return texts.contains { shows(name, in: $0) }
        }
        return found.sorted { ($0.text, $0.bearer.rawValue) < ($1.text, $1.bearer.rawValue) }
    }

    /// Own "Acme Data Labs" hides the other "Acme" within it; own "Acme" hides no other "Acme Data Labs".
    private func shows(_ name: Words, in text: Words) -> Bool {
        let places = text.occurrences(of: name)
        guard !places.isEmpty else { return false }
        let masked = own.flatMap { text.occurrences(of: $0) }
        return places.contains { place in !masked.contains { $0.contains(place) } }
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
