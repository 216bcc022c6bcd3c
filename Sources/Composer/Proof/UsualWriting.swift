import Text

/// How most people would write the name of an organisation, or of a job, that is in capitals or in small letters (rule
/// `names-right`): to be offered, never to be taken unasked. Abbreviations and names that write themselves so have none.
package struct UsualWriting: Equatable, Sendable {
    /// With capitals where a name has them.
    package let text: String
    /// It is in capitals; else in small letters.
    package let isShouted: Bool

    /// Of an organisation; nil where nothing is unusual.
    package init?(of organisation: String, in language: ProofLanguage) {
        if let shouted = Self.unshouted(organisation, language) {
            (text, isShouted) = (shouted, true)
        } else if let small = Self.capitalised(organisation, language) {
            (text, isShouted) = (small, false)
        } else {
            return nil
        }
    }

    /// Of a job, which in small letters is right; nil where it is not in capitals.
    package init?(ofRole role: String, in language: ProofLanguage) {
        guard let shouted = Self.unshouted(role, language) else { return nil }
        (text, isShouted) = (shouted, true)
    }

    /// A word of fewer letters may be an abbreviation, though it is a word as well: "WHO", "NICE".
    private static let (fewestOfOne, fewest) = (5, 4)

    private static func unshouted(_ name: String, _ language: ProofLanguage) -> String? {
        let words = name.split(separator: " ").map(String.init)
        let shouted = words.filter(\.isShouted)
        guard !shouted.isEmpty else { return nil }
        let known = shouted.filter { $0.count(where: \.isLetter) >= fewest && language.isWord($0) }
        let isWhole = words.allSatisfy { $0.isShouted || !$0.contains(where: \.isLetter) }
        let isOne = isWhole && !known.isEmpty && (words.count > 1 || name.count >= fewestOfOne)
        guard known.count > 1 || isOne else { return nil }
        return words.enumerated().map { index, word in
            guard word.isShouted else { return word }
            let small = word.lowercased()
            if index > 0, language.joiners.contains(small) { return small }
            let letters = word.count(where: \.isLetter)
            let isName = letters > fewestOfOne || letters > 2 && language.isWord(word)
            return isName ? small.withCapital : word
        }.joined(separator: " ")
    }

    private static func capitalised(_ name: String, _ language: ProofLanguage) -> String? {
        guard name.contains(where: \.isLowercase), !name.contains(where: \.isUppercase),
            !name.contains(where: { $0.isNumber || ".@_/".contains($0) }),
            !name.split(separator: " ").contains(where: { language.lists.written.contains(WordHash.of($0)) })
        else { return nil }
        return name.split(separator: " ").enumerated().map { index, word in
            index > 0 && language.joiners.contains(String(word)) ? String(word) : String(word).withCapital
        }.joined(separator: " ")
    }
}

extension ProofLanguage {
    /// Words that stay small within a name: "of", "and", "the".
    fileprivate var joiners: Set<String> {
        let links = language.organisations.links
        return language.smallWords.union(links).union([language.ampersand].compactMap(\.self))
    }

    /// Whether a word in capitals is one in small letters, too, or a name; without a dictionary its length decides.
    fileprivate func isWord(_ word: String) -> Bool {
        let small = word.lowercased().filter { $0.isLetter || "'’-".contains($0) }
        guard let spelling else { return small.count > 4 }
        return spelling.knows(small) || small.count > 3 && spelling.knows(small.withCapital)
    }
}

extension String {
    /// Two letters or more, all of them capitals.
    fileprivate var isShouted: Bool {
        let letters = filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
    }

    fileprivate var withCapital: String {
        guard let first = firstIndex(where: \.isLetter) else { return self }
        return self[..<first] + self[first].uppercased() + self[index(after: first)...]
    }
}

extension Style {
    /// A role or an organisation with the sign of a formula, or of a field that was never filled: "@SUM", "=A1".
    func strayMarks() -> [Finding] {
        [language.language.role(of: facts), facts.organisationAs ?? facts.organisation].flatMap { name in
            guard
                name.first.map({ "=+@-".contains($0) }) ?? false
                    || name.contains(where: { "<>{}|^~\\".contains($0) })
            else { return [Finding]() }
            return [subject, body].compactMap { sheet in
                sheet.page.occurrences(of: TokenizedText(name)).first.map {
                    sheet.finding(.punctuation(name), words: $0)
                }
            }
        }
    }

    /// Organisation and role where they stand in it in capitals, or in small letters.
    func unusualWriting() -> [Finding] {
        let organisation = facts.organisationAs ?? facts.organisation
        let role = language.language.role(of: facts)
        let names = [
            (organisation, UsualWriting(of: organisation, in: language)),
            (role, UsualWriting(ofRole: role, in: language)),
        ]
        return names.flatMap { name, writing in
            guard let writing else { return [Finding]() }
            return [subject, body].compactMap { sheet in
                let page = TokenizedText(name)
                return sheet.page.occurrences(of: page).lazy.map { sheet.page.place(sheet.part, words: $0) }
                    .first { $0.passage == name }
                    .map { place in
                        Finding(
                            writing.isShouted ? .capitals(name) : .smallLetter(name), at: place,
                            fix: writing.text)
                    }
            }
        }
    }
}
