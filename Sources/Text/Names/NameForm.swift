/// Why a name can't stand in a letter as it is written, as far as the writing tells (rule `names-right`). Some people do
/// write themselves so: it is asked about, once, and never changed unasked.
package enum NameForm: Hashable, Sendable {
    /// `OKAFOR, Jane`: as a list has it, and nobody says it.
    case familyNameFirst
    /// `JANE OKAFOR`, or a word of it in capitals.
    case capitals
    /// `jane okafor`, or its first or last word in small letters.
    case smallLetters
    /// A form of address, a degree or an honour, as it stands there.
    case title(String)
    /// The word by which it looks like a department, a mailbox or a firm.
    case mailbox(String)
    /// No word of it has two letters.
    case tooShort
    /// What no name has in it: a figure, a bracket, an at sign.
    case strayMark(Character)
    /// Something is told of them behind the name: `Jane Okafor – HR`.
    case remark

    /// Nil where nothing is to be asked. Scripts without upper and lower case have nothing of the kind; one word is a name
    /// like any other.
    package init?(of name: String) {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        guard
            let found = Self.foreignWord(in: name) ?? Self.order(of: name, words) ?? Self.title(among: words)
                ?? Self.capitals(of: name, words)
        else { return nil }
        self = found
    }

    /// As other programs read it.
    package var code: String {
        switch self {
        case .familyNameFirst: "family-name-first"
        case .capitals: "capitals"
        case .smallLetters: "small-letters"
        case .title: "title"
        case .mailbox: "mailbox"
        case .tooShort: "too-short"
        case .strayMark: "stray-mark"
        case .remark: "remark"
        }
    }

    /// The name as most people would write it: to be offered, never to be taken unasked. Nil where nobody can tell.
    package static func usualWriting(of name: String) -> String? {
        var (written, rounds) = (name, 0)
        while let form = NameForm(of: written), rounds < 4 {
            guard let next = form.mended(written), next != written else { return nil }
            (written, rounds) = (next, rounds + 1)
        }
        return written == name || NameForm(of: written) != nil ? nil : written
    }

    private func mended(_ name: String) -> String? {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        switch self {
        case .familyNameFirst:
            let parts = name.split(separator: ",").map { String($0.trimmingBlanks()) }
            return parts.count == 2 ? "\(parts[1]) \(parts[0])" : nil
        case .title:
            let kept = words.indices.filter { !Self.isTitle(words[$0], at: $0, of: words.count) }
            // Of "Prof. Smith" nobody writes "Smith": the first name is missing, and not the title too much.
            if kept.count == 1, kept != [0] { return nil }
            return kept.isEmpty ? nil : kept.map { words[$0] }.joined(separator: " ").withoutEndCommas
        case .capitals, .smallLetters: return Self.capitalised(words).joined(separator: " ")
        case .remark:
            let core = PersonalName.withoutRemark(name)
            return core == name ? name.split(separator: ",").first.map(String.init) : core
        case .mailbox, .tooShort, .strayMark: return nil
        }
    }

    /// Particles are small between the first and the last word.
    private static func capitalised(_ words: [String]) -> [String] {
        words.indices.map { index in
            let (word, isInner) = (words[index], index > 0 && index < words.count - 1)
            guard word.isShouted(from: 2) || !word.contains(where: \.isUppercase) else { return word }
            return isInner && NamePart.isParticle(word) ? word.lowercased() : word.capitalisedName
        }
    }
}

extension NameForm {
    /// What no name has, be it a mark or a word.
    private static func foreignWord(in name: String) -> NameForm? {
        let core = PersonalName.withoutRemark(name)
        let hasRemark = core != name && !isInTwoScripts(name)
        if let word = DepartmentWords.first(in: name) {
            let own = core.prefix { $0 != "," }
            return own.count < name.count && DepartmentWords.first(in: String(own)) == nil
                ? .remark : .mailbox(word)
        }
        let isStray = { (mark: Character) in !mark.mayStandInName && !("()".contains(mark) && core != name) }
        if let mark = name.first(where: isStray) {
            return hasRemark && !core.contains(where: isStray) ? .remark : .strayMark(mark)
        }
        if hasRemark { return .remark }
        let words = name.split { !$0.isAnyLetter }
        return words.joined().allSatisfy(\.hasTwoCases) && !words.contains { $0.count > 1 } ? .tooShort : nil
    }

    /// A comma with anything but degrees and `Jr` behind it.
    private static func order(of name: String, _ words: [String]) -> NameForm? {
        let parts = name.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        guard parts.count > 1 else { return nil }
        guard parts.allSatisfy({ !$0.isEmpty }) else { return .strayMark(",") }
        let behind = parts.dropFirst().flatMap(\.self)
        if behind.allSatisfy({ Titles.trails($0) || Titles.isAcademic($0) || isGeneration($0) }) {
            return nil
        }
        if let title = title(among: words) { return title }
        return parts.count == 2 && parts[0].count < 4 && parts[1].count < 3 ? .familyNameFirst : .remark
    }

    private static func title(among words: [String]) -> NameForm? {
        words.indices.first { isTitle(words[$0], at: $0, of: words.count) }
            .map { .title(words[$0].withoutEndCommas) }
    }

    private static func isTitle(_ word: String, at index: Int, of count: Int) -> Bool {
        let word = word.withoutEndCommas
        return Titles.isAcademic(word) || index == 0 && Titles.leads(word) || index > 0 && Titles.trails(word)
    }

    /// `Jr.`, `III`: they belong to the name.
    private static func isGeneration(_ word: String) -> Bool {
        ["jr", "sr", "jnr", "snr"].contains(word.lowercased().filter(\.isAnyLetter))
            || !word.isEmpty && word.allSatisfy { "IVX".contains($0) }
    }

    private static func capitals(of name: String, _ words: [String]) -> NameForm? {
        if name.isInOneCase { return name.contains(where: \.isUppercase) ? .capitals : .smallLetters }
        let isShouted = words.indices.contains { index in
            // The first two letters of somebody called AJ, and the end of a John Smith III.
            words[index].isShouted(from: index > 0 && index == words.count - 1 ? 2 : 3)
                && !isGeneration(words[index])
        }
        if isShouted { return .capitals }
        let isSmallAtEnd = words.count > 1 && words.last?.beginsSmall == true
        let isSmallAtStart = words.first.map { $0.beginsSmall && !NamePart.isParticle($0) } ?? false
        return isSmallAtEnd || isSmallAtStart ? .smallLetters : nil
    }

    /// `王小明 (Xiaoming Wang)`, or the other way round.
    private static func isInTwoScripts(_ name: String) -> Bool {
        let parts = name.split(separator: "(")
        guard parts.count == 2, name.last == ")" else { return false }
        let isLatin = parts.map { part in
            part.contains { $0.isAnyLetter && LatinLetter.spellings(of: $0) != nil }
        }
        return isLatin[0] != isLatin[1]
    }
}

extension Character {
    /// Letters with their marks, and what joins or shortens them; a numeral of Han is a letter like any other.
    fileprivate var mayStandInName: Bool {
        isAnyLetter || isWhitespace || "-.,'’‘ʼʻ`´·‧・＝゠‐‑".contains(self)
            || unicodeScalars.first.map { $0.properties.generalCategory == .nonspacingMark } ?? false
    }

    /// A letter of Latin, Greek, Cyrillic or Armenian: Georgian has capitals as well, and names don't begin with them.
    fileprivate var hasTwoCases: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return scalar.properties.isCased && (scalar.value < 0x590 || (0x1E00...0x1FFF).contains(scalar.value))
    }
}

extension String {
    /// In capitals only, or in none: nobody tells from it how the name is written.
    var isInOneCase: Bool {
        let letters = filter(\.hasTwoCases)
        guard letters.count > 1 else { return false }
        return letters.allSatisfy(\.isUppercase) || letters.allSatisfy(\.isLowercase)
    }

    /// So many letters or more, all of them capitals, and none of them cut short.
    fileprivate func isShouted(from fewest: Int) -> Bool {
        let letters = filter(\.isAnyLetter)
        return letters.count >= fewest && !dropLast().contains(".")
            && letters.allSatisfy { $0.hasTwoCases && $0.isUppercase }
    }

    /// It begins with a small letter, and has no capital behind it, as `d'Arc` has; `ff` is a capital of its own.
    fileprivate var beginsSmall: Bool {
        guard let first = first(where: \.isAnyLetter), first.hasTwoCases, first.isLowercase else {
            return false
        }
        let isJoined = contains { "'’-".contains($0) } && NamePart.isParticle(prefix { $0.isAnyLetter })
        return !contains(where: \.isUppercase) && !hasPrefix("ff") && !isJoined
    }

    /// `O'Brien`, `Smith-Jones`, `McDonald`, whatever the letters were.
    fileprivate var capitalisedName: String {
        var result = ""
        var word = ""
        func written(_ word: String) -> String {
            let small = word.lowercased()
            let isMac = small.hasPrefix("mc") && small.count > 4
            let parts = isMac ? [small.prefix(2), small.dropFirst(2)] : [small[...]]
            return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }
        for character in self {
            if character.isAnyLetter {
                word.append(character)
            } else {
                result += written(word) + String(character)
                word = ""
            }
        }
        return result + written(word)
    }

    fileprivate var withoutEndCommas: String {
        var text = self[...]
        while text.last == "," { text.removeLast() }
        return String(text)
    }
}
