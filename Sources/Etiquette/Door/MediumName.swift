import Text

extension Interview.Medium {
    /// Reads what a person or a file says of how an interview was held: `in-person`, `video`, `telephone`.
    package init(told text: String) throws(InputProblem) {
        let name = text.trimmingBlanks().lowercased()
        guard let medium = Self(rawValue: name) ?? Self.synonyms[name] else { throw .notAMedium(text) }
        self = medium
    }

    private static let synonyms: [String: Self] = ["in person": .inPerson, "phone": .telephone]
}
