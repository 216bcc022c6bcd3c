import Text

/// What may have been meant by a word that was mistyped.
extension Wording {
    /// The nearest of some words; nil where none is near.
    package static func nearest(_ word: String, among known: [String]) -> String? {
        let word = word.lowercased()
        let begun = known.filter { $0.hasPrefix(word) && word.count > 1 }
        if begun.count == 1 { return begun[0] }
        return known.compactMap { one in SpellingDistance.near(word, one).map { (one, $0) } }.min {
            $0.1 < $1.1
        }?.0
    }

    /// ` Did you mean “video”?`; empty where nothing is near.
    package static func didYouMean(_ word: String, among known: [String]) -> String {
        nearest(word, among: known).map { " Did you mean \(quoted($0))?" } ?? ""
    }
}
