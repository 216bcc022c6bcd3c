/// What another spelling of a name says of the one that is kept (rule `names-right`).
package enum NameLikeness: Sendable, Equatable {
    /// The same, letter by letter.
    case same
    /// The same name in another form, which asks nothing: longer or shorter, in another order, with a title, with
    /// initials, in capitals, without the accents that a machine could not write, in another script.
    case form
    /// The same letters, written otherwise: accents, capitals within, spaces or hyphens.
    case writing
    /// One or two letters are others.
    case near
    /// A word in common, and a word that differs: a nickname, a name by marriage, somebody of the family.
    case partly
    /// Nothing in common.
    case other

    /// It may be a name that is wrong: the user settles it.
    package var isDifference: Bool { self == .writing || self == .near || self == .partly }
}

/// The name of a person as people and programs write it, and what two spellings of it say of each other.
package enum PersonalName {
    /// Compares another spelling with the name that is kept.
    package static func likeness(of seen: String, to kept: String) -> NameLikeness {
        if Words(seen).bytes == Words(kept).bytes { return .same }
        return NameComparison(kept: kept, seen: seen).likeness
    }

    /// What stands before a remark: `Jane Okafor` of `Jane Okafor (HR)`.
    package static func withoutRemark(_ name: String) -> String {
        let end = remarkMarks.compactMap { name[...].parted(at: $0)?.before.endIndex }.min() ?? name.endIndex
        let core = name[..<end].trimmingBlanks()
        return core.isEmpty ? name : String(core)
    }

    private static let remarkMarks: [StaticString] = [
        "(", "[", "|", " - ", " – ", " — ", "/", " @ ", " via ", " at ",
    ]

    /// The words of a name as a machine without accents writes them, in each of the customs; titles and initials apart.
    package static func plainWords(of name: String) -> Set<String> {
        Set(nameWords(of: name).filter { !$0.isInitial }.flatMap(\.plain))
    }

    /// Whether two spellings are one name: in another order, with a title or an initial, in capitals, without accents. A
    /// first name alone is everybody's.
    package static func isOneName(_ one: String, _ other: String) -> Bool {
        let counts = [one, other].map { nameWords(of: $0).count }
        guard counts[0] == counts[1] || counts.allSatisfy({ $0 > 1 }),
            !plainWords(of: one).isDisjoint(with: plainWords(of: other))
        else { return false }
        return switch likeness(of: one, to: other) {
        case .same, .form, .writing: true
        case .near, .partly, .other: false
        }
    }

    private static func nameWords(of name: String) -> [WrittenWord] {
        WrittenWord.words(of: name).filter { !$0.isTitle }
    }
}
