/// Names that were typed in capitals alone, or without any, as a sentence has them; the words that stay in capitals are
/// data of the language.
struct Shouting: Equatable, Sendable {
    /// Abbreviations, in small letters: "it", "nhs".
    let initials: Set<String>
    /// Words that are small within a name: "of".
    let joints: Set<String>

    /// `Data Analyst` of DATA ANALYST; what has small letters, or is nothing but abbreviations, stays as it is.
    func calmed(_ name: String) -> String {
        guard name.contains(where: \.isUppercase), !name.contains(where: \.isLowercase) else { return name }
        let words = name.split(separator: " ")
        guard words.count > 1 || initials.isDisjoint(with: [name.lowercased()]),
            words.contains(where: { $0.count { $0.isLetter } > 3 && !isAbbreviation($0) })
        else { return name }
        return words.enumerated().map { index, word in
            if index > 0, joints.contains(word.lowercased()) { return word.lowercased() }
            return isAbbreviation(word) ? String(word) : Self.capitalised(word.lowercased())
        }.joined(separator: " ")
    }

    /// `Harbour Museum` of harbour museum; a name with a figure or a full stop is written as its owner wants it.
    func raised(_ name: String) -> String {
        guard !initials.isEmpty, !name.contains(where: { $0.isUppercase || $0.isNumber || $0 == "." }) else {
            return name
        }
        return name.split(separator: " ").enumerated().map { index, word in
            if index > 0, joints.contains(String(word)) { return String(word) }
            return initials.contains(String(word)) ? word.uppercased() : Self.capitalised(String(word))
        }.joined(separator: " ")
    }

    private func isAbbreviation(_ word: Substring) -> Bool {
        let letters = word.lowercased().filter(\.isLetter)
        return word.contains(where: \.isNumber) || word.contains("&") || initials.contains(letters)
            || letters.count < 5 && !letters.contains(where: { "aeiouyäöü".contains($0) })
    }

    /// Each part of a word that a hyphen or a slash divides.
    private static func capitalised(_ word: String) -> String {
        var isFirst = true
        return String(
            word.map { character in
                defer { isFirst = "-/(".contains(character) }
                return isFirst ? Character(character.uppercased()) : character
            })
    }
}
