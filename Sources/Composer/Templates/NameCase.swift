import Text

/// How most people would write the name of an organisation, or of a job, that is in capitals or in small letters (rule
/// `names-right`): a letter has it so, and who typed it is told. Abbreviations and names that write themselves so have none.
package struct UsualWriting: Equatable, Sendable {
    /// With capitals where a name has them.
    package let text: String
    /// It is in capitals; else in small letters.
    package let isShouted: Bool
}

/// What a language knows of capitals in names: all of it data, in the file that tells of it.
struct NameCase: Equatable, Sendable {
    /// Abbreviations, in small letters: "it", "nhs".
    let initials: Set<String>
    /// Words that are small within a name: "of".
    let joints: Set<String>
    /// Words with a writing of their own, by their small letters: "adidas", "eBay", "St".
    private let spelt: [String: String]

    enum Subject {
        case organisation
        /// In small letters it is right.
        case job
    }

    init(in file: LanguageFile) {
        (initials, joints) = (file.set(.initials), file.set(.joints))
        spelt = Dictionary(file.words(.spelt).map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    /// As a sentence has it.
    func written(_ name: String, as subject: Subject) -> String { usual(name, as: subject)?.text ?? name }

    /// Nil where nothing is unusual.
    ///
    /// - Parameter isWord: whether a dictionary knows a word, in small letters or as a name; nil where none is at hand, and
    ///   the length of a word decides.
    func usual(
        _ name: String, as subject: Subject, isWord: ((_ word: String, _ mayBeName: Bool) -> Bool)? = nil
    ) -> UsualWriting? {
        let isCapital = name.contains(where: \.isUppercase)
        let usual =
            if isCapital { calmed(name, as: subject, isWord: isWord) } else if subject == .organisation {
                raised(name)
            } else { String?.none }
        return usual.flatMap { $0 == name ? nil : UsualWriting(text: $0, isShouted: isCapital) }
    }

    /// A shorter word may be an abbreviation, though it is a word as well: "WHO", "NICE".
    private static let (fewest, fewestAlone) = (4, 5)

    /// `Data Analyst` of DATA ANALYST. A single word in capitals is taken for one of the language only where a dictionary has
    /// it in small letters ("UNESCO"), but for that of a job.
    private func calmed(
        _ name: String, as subject: Subject, isWord: ((_ word: String, _ mayBeName: Bool) -> Bool)?
    ) -> String? {
        let words = name.split(separator: " ").map(String.init)
        let isAlone = words.count == 1
        let plain = words.filter {
            $0.isShouted && !isAbbreviation($0) && $0.count(where: \.isLetter) >= Self.fewest
                && isWord?($0, !isAlone) ?? true
        }
        let isWhole = !name.contains(where: \.isLowercase)
        let isSure = !isAlone || isWord != nil || subject == .job
        let isOne = isWhole && !plain.isEmpty && isSure && (!isAlone || name.count >= Self.fewestAlone)
        guard isOne || plain.count > 1 else { return nil }
        return words.enumerated().map { index, word in
            guard word.isShouted else { return word }
            let small = word.lowercased()
            if let own = spelt[small] { return own }
            if index > 0, joints.contains(small) { return small }
            let letters = word.count(where: \.isLetter)
            let isShort = letters <= Self.fewestAlone && !(isWord?(word, true) ?? true)
            return isAbbreviation(word) || isShort ? word : capitalised(small)
        }.joined(separator: " ")
    }

    /// `Harbour Museum` of harbour museum; a name with a figure or a mark is written as its owner wants it.
    private func raised(_ name: String) -> String? {
        guard !initials.isEmpty, !name.contains(where: { $0.isNumber || ".@_/".contains($0) }) else {
            return nil
        }
        return name.split(separator: " ").map(String.init).enumerated().map { index, word in
            if let own = spelt[word] { return own }
            if index > 0, joints.contains(word) { return word }
            return initials.contains(word) ? word.uppercased() : capitalised(word)
        }.joined(separator: " ")
    }

    private func isAbbreviation(_ word: String) -> Bool {
        let letters = word.lowercased().filter(\.isLetter)
        return word.contains(where: \.isNumber) || word.contains("&") || initials.contains(letters)
            || spelt[letters] == nil && !letters.contains(where: { "aeiouyäöü".contains($0) })
    }

    /// Each part of a word that a hyphen or a stroke divides: "Stoke-on-Trent".
    private func capitalised(_ word: String) -> String {
        var (text, part) = ("", "")
        func close() {
            text += text.isEmpty || !joints.contains(part) ? part.withCapital : part
            part = ""
        }
        for character in word {
            if "-/".contains(character) {
                close()
                text.append(character)
            } else {
                part.append(character)
            }
        }
        close()
        return text
    }
}

extension ProofLanguage {
    /// Of an organisation; nil where nothing is unusual.
    package func usualWriting(of organisation: String) -> UsualWriting? {
        language.names.usual(organisation, as: .organisation, isWord: isWord)
    }

    /// Of a job, which in small letters is right; nil where it is not in capitals.
    package func usualWriting(ofRole role: String) -> UsualWriting? {
        language.names.usual(role, as: .job, isWord: isWord)
    }

    /// Without a dictionary its length decides.
    private func isWord(_ word: String, mayBeName: Bool) -> Bool {
        let small = word.lowercased().filter { $0.isLetter || "'’-".contains($0) }
        guard let spelling else { return small.count > 4 }
        return spelling.knows(small) || mayBeName && small.count > 3 && spelling.knows(small.withCapital)
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
