/// The clearing of the file behind a forgetting.
extension Wording {
    /// It was still to be done, and is done now.
    package static let cleared =
        "the freed space in the database is cleared of the words of people you have forgotten"

    /// - Parameter cause: as a sentence.
    package static func notCleared(because cause: Sentence) -> Sentence {
        "somebody is forgotten, but their words may still lie in freed space of the database, which could not be cleared yet: \(cause) Every command tries again."
    }
}
