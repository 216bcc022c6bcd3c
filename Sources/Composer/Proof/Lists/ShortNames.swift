import Text

/// What people of a name are called, as a language tells it: "Bill" for William.
struct ShortNames: Sendable {
    /// The names by what is short for them, all in small letters.
    private let names: [String: Set<String>]

    /// - Parameter lists: a line has the short forms on the left and the names on the right.
    init(_ lists: [WordList]) {
        var names: [String: Set<String>] = [:]
        for phrase in lists.flatMap(\.phrases) {
            let full = (phrase.fix ?? "").split(separator: " ").map { $0.lowercased() }
            for short in phrase.pattern.onlyChoices {
                names[String(decoding: short, as: UTF8.self), default: []].formUnion(full)
            }
        }
        self.names = names
    }

    /// Whether one of two names, in small letters, is short for the other.
    func join(_ one: String, _ other: String) -> Bool {
        names[one]?.contains(other) ?? false || names[other]?.contains(one) ?? false
    }
}
