import Text

/// How the name of a job, as an advertisement has it, is said: all of it data, in the file that tells of the language.
struct RoleWords: Equatable, Sendable {
    /// Terms of the contract at either end of a name: "part-time", "maternity cover".
    let terms: Set<String>
    /// The same where only the end tells: "contract" in "Data Analyst contract", but not in "Contract Manager".
    let behind: Set<String>
    /// What a number counts: "hours", "FTE".
    let units: Set<String>
    /// What stands before the code of a grade: "Band".
    let grades: Set<String>
    /// What a list puts behind a comma, and people say before the name: "Buyer, senior".
    let ranks: Set<String>
    /// Several people of a kind, of whom one is wanted: "assistants".
    let plurals: Set<String>
    /// Names of jobs that no "role" follows: "scheme" in "Graduate Scheme".
    let complete: Set<String>
    /// Articles, which begin no name of a job in a sentence.
    let articles: Set<String>
    /// The word for the job in the templates: "role".
    let noun: String
    /// For names in capitals, and for what joins the words of a name.
    let names: NameCase
    /// Words without any of which nothing is to be left out of a plain name.
    private let telling: Set<String>

    init(in file: LanguageFile, names: NameCase) {
        (terms, behind, units) = (file.set(.terms), file.set(.behind), file.set(.units))
        (grades, ranks) = (file.set(.grades), file.set(.ranks))
        (plurals, complete) = (file.set(.plurals), file.set(.complete))
        articles = file.set(.articles).union(file.words(.indefinite))
        noun = file.words(.noun).first ?? ""
        self.names = names
        let phrases = terms.union(behind).flatMap { $0.split(separator: " ").map(String.init) }
        telling = plurals.union(articles.map { $0.lowercased() }).union(phrases)
    }

    /// As it is said in a sentence: "Staff Nurse" of "Staff Nurse (Band 5), Ward 23".
    func short(_ role: String) -> String {
        if isPlain(role) { return role }
        let pieces = pieces(of: role)
        guard let first = pieces.first(where: { !$0.words.isEmpty }) else { return role }
        return first.text
    }

    /// Where it stands alone: with its field and the number of the vacancy, without pay, grade, hours and terms.
    func title(_ role: String) -> String {
        if isPlain(role) { return role }
        let pieces = pieces(of: role)
        guard let first = pieces.firstIndex(where: { !$0.words.isEmpty }) else { return role }
        var title = pieces[first].text
        for (index, piece) in pieces.enumerated() where index != first && !piece.words.isEmpty {
            title += piece.isBracket ? " (\(piece.text))" : (piece.lead == "," ? ", " : " – ") + piece.text
        }
        let codes = pieces.flatMap(\.codes)
        return codes.isEmpty ? title : title + " (\(codes.joined(separator: " ")))"
    }

    /// Most names have nothing in them that could be left out.
    private func isPlain(_ role: String) -> Bool {
        var (hasSmall, last) = (false, UInt8(ascii: " "))
        for byte in role.utf8 {
            let isSmall = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
            let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            let isBlank = byte == UInt8(ascii: " ")
            guard isSmall || isCapital || isBlank && last != byte else { return false }
            if isSmall { hasSmall = true }
            last = byte
        }
        return hasSmall && last != UInt8(ascii: " ")
            && telling.isDisjoint(with: role.lowercased().split(separator: " ").map(String.init))
    }

    /// Whether no word for the job follows: "the PhD position in Plant Sciences", not "the PhD position … role".
    func isComplete(_ said: String) -> Bool {
        let words = said.split(separator: " ").map { $0.lowercased() }
        return words.indices.contains { index in
            complete.contains(words[index])
                && (index + 1 == words.count || names.joints.contains(words[index + 1]))
        }
    }
}

extension RoleWords {
    /// A part of the name between its marks, without what is no part of the name.
    private struct Piece {
        var words: [String]
        var codes: [String] = []
        let lead: Character?
        let isBracket: Bool

        var text: String { words.joined(separator: " ") }
    }

    private func pieces(of role: String) -> [Piece] {
        var pieces: [Piece] = []
        for part in Self.parts(of: Layout.line(role)) {
            var piece = trimmed(part)
            if pieces.contains(where: { !$0.words.isEmpty }), tells(of: piece.words) { piece.words = [] }
            // "(Senior) Engineer"
            if let last = pieces.indices.last, pieces[last].isBracket, !piece.words.isEmpty,
                pieces.count { !$0.words.isEmpty } == 1,
                pieces[last].words.allSatisfy({ ranks.contains($0.lowercased()) })
            {
                piece.words = pieces[last].words + piece.words
                pieces[last].words = []
            }
            if let target = pieces.firstIndex(where: { !$0.words.isEmpty }), !piece.words.isEmpty,
                piece.words.count < 3, piece.words.allSatisfy({ ranks.contains($0.lowercased()) })
            {
                let rank = piece.text
                let isCapital = pieces[target].text.first?.isUppercase == true
                let first = isCapital ? rank.prefix(1).uppercased() + rank.dropFirst() : rank
                pieces[target].words.insert(first, at: 0)
                piece.words = []
            }
            pieces.append(piece)
        }
        return pieces
    }

    /// A name cut at its marks: brackets, commas, colons, dashes, a stroke with blanks around it. A comma
    /// within a number is none, nor a colon within a word.
    private static func parts(of role: String) -> [(text: String, lead: Character?, isBracket: Bool)] {
        var parts: [(text: String, lead: Character?, isBracket: Bool)] = []
        let characters = Array(role)
        var (text, lead, isBracket) = ("", Character?.none, false)
        func isSpace(_ index: Int) -> Bool { characters.indices.contains(index) && characters[index] == " " }
        func isDigit(_ index: Int) -> Bool {
            characters.indices.contains(index) && characters[index].isNumber
        }
        for (index, character) in characters.enumerated() {
            let isMark =
                switch character {
                case "(", "[", ")", "]", ";", "|", "–", "—": true
                case ",": !(isDigit(index - 1) && isDigit(index + 1))
                // "Softwareentwickler:in"
                case ":": isSpace(index + 1)
                case "-", "/": isSpace(index - 1) && isSpace(index + 1)
                default: false
                }
            guard isMark else {
                text.append(character)
                continue
            }
            parts.append((text, lead, isBracket))
            (text, lead, isBracket) = ("", character, character == "(" || character == "[")
        }
        parts.append((text, lead, isBracket))
        return parts.filter { $0.text.contains { $0 != " " } }
    }

    private func trimmed(_ part: (text: String, lead: Character?, isBracket: Bool)) -> Piece {
        // "DATA ANALYST (Band 5)": the name may be in capitals, and what is added not.
        let whole = names.written(String(part.text.trimmingSpaces()), as: .job).split(separator: " ").map(
            String.init)
        var piece = Piece(words: whole, lead: part.lead, isBracket: part.isBracket)
        let isOfMany = whole.count > 1 && (whole.last?.isTimes ?? false)
        while let end = lengthAtEnd(piece.words) {
            if end.isCode { piece.codes.insert(piece.words.suffix(end.count).joined(separator: " "), at: 0) }
            piece.words.removeLast(end.count)
        }
        while let start = lengthAtStart(piece.words) {
            if start.isCode { piece.codes.append(piece.words.prefix(start.count).joined(separator: " ")) }
            piece.words.removeFirst(start.count)
        }
        // "Head of Contract" stays whole.
        if let last = piece.words.last, names.joints.contains(last.lowercased()) { piece.words = whole }
        piece.words = piece.words.map { Self.withoutStops($0) }.filter { !$0.isEmpty }
        if !piece.words.contains(where: { $0.contains(where: \.isLetter) }) { piece.words = [] }
        let head =
            (piece.words.firstIndex { names.joints.contains($0.lowercased()) } ?? piece.words.count) - 1
        // "Front of House Assistants x3", but "Manager of Drivers".
        for index in Set(isOfMany ? [head, piece.words.count - 1] : [head])
        where index >= 0 && plurals.contains(piece.words[index].lowercased()) {
            piece.words[index].removeLast()
        }
        return piece
    }

    /// How many words at the end are no part of the name, and whether they are the number of the vacancy.
    private func lengthAtEnd(_ words: [String]) -> (count: Int, isCode: Bool)? {
        guard let last = words.last else { return nil }
        if let length = pair(Array(words.suffix(2))) { return (length, false) }
        if last.isPay || last.isReference || isMeasure(last) || words.count > 1 && last.isTimes {
            return (1, false)
        }
        if last[...].isCode { return (words.dropLast().last?.isReference == true ? 2 : 1, true) }
        return (1...4).reversed().first { count in
            words.count >= count && isTerm(words.suffix(count), among: [terms, behind])
        }.map { ($0, false) }
    }

    private func lengthAtStart(_ words: [String]) -> (count: Int, isCode: Bool)? {
        guard let first = words.first else { return nil }
        if let length = pair(Array(words.prefix(2))) { return (length, false) }
        if first.isPay || isMeasure(first) { return (1, false) }
        if words.count > 1, first.isReference || first.lowercased() == "id", words[1][...].isCode {
            return (2, true)
        }
        if first[...].isCode { return (1, true) }
        // "A Level Maths Teacher" begins with no article.
        if articles.contains(first), words.count > 1 { return (1, false) }
        return (1...4).reversed().first { words.count >= $0 && isTerm(words.prefix($0), among: [terms]) }
            .map { ($0, false) }
    }

    /// "Band 5", "37.5 hours".
    private func pair(_ words: [String]) -> Int? {
        guard words.count == 2 else { return nil }
        let (one, other) = (words[0].lowercased(), Self.withoutStops(words[1]).lowercased())
        let isGrade =
            grades.contains(one) && other.count < 4 && (other.contains(where: \.isNumber) || other.count == 1)
        let isAmount = one.isNumeral && units.contains(other)
        return isGrade || isAmount ? 2 : nil
    }

    /// "0.6FTE", "12-month".
    private func isMeasure(_ word: String) -> Bool {
        let word = Self.withoutStops(word).lowercased()
        let number = word.prefix { $0.isNumber || ".,-".contains($0) }
        return !number.isEmpty && units.contains(String(word.dropFirst(number.count)))
    }

    private func isTerm(_ words: ArraySlice<String>, among sets: [Set<String>]) -> Bool {
        let phrase = words.map { Self.withoutStops($0).lowercased() }.joined(separator: " ")
        return sets.contains { $0.contains(phrase) }
    }

    /// Whether an addition to the name tells of pay, grade, hours or terms.
    private func tells(of words: [String]) -> Bool {
        let words = words.flatMap { $0.split(separator: "/").map(String.init) }
        return words.indices.contains { start in
            let rest = words[start...]
            return words[start].isPay || isMeasure(words[start]) || pair(Array(rest.prefix(2))) != nil
                || (1...4).contains { rest.count >= $0 && isTerm(rest.prefix($0), among: [terms, behind]) }
        }
    }

    /// A full stop of an abbreviation ("U.S.") stays.
    private static func withoutStops(_ word: String) -> String {
        var word = word[...]
        while let last = word.last, "!*.".contains(last), last != "." || !word.dropLast().contains(".") {
            word.removeLast()
        }
        while word.first == "*" || word.first == "•" { word.removeFirst() }
        return String(word)
    }
}

extension String {
    fileprivate var isNumeral: Bool {
        contains(where: \.isNumber) && allSatisfy { $0.isNumber || ".,-–%".contains($0) }
    }

    /// "£30k", "28,000", "28000", "30k".
    fileprivate var isPay: Bool {
        let core = lowercased()
        let isRound = (5...6).contains(count) && allSatisfy(\.isNumber) && hasSuffix("00")
        return contains { "£$€".contains($0) } || core.hasSuffix("k") && String(core.dropLast()).isNumeral
            || contains(",") && isNumeral || isRound
    }

    /// "x3", "3x": how many are wanted.
    fileprivate var isTimes: Bool {
        let number = filter { !"xX×".contains($0) }
        return number.count == count - 1 && !number.isEmpty && number.allSatisfy(\.isNumber)
            && (first?.isNumber != last?.isNumber)
    }

    fileprivate var isReference: Bool {
        ["ref", "ref.", "reference", "req", "req."].contains(lowercased())
    }
}

extension Substring {
    /// The number of a vacancy: three digits at least, with whatever stands around them, or what announces it.
    fileprivate var isCode: Bool {
        count(where: \.isNumber) > 2 && !contains(where: { "/,£$€".contains($0) }) || hasPrefix("#")
    }
}

extension Language {
    /// The role as it is said in a sentence.
    func role(of facts: Facts) -> String { facts.roleShort ?? roles.short(facts.role) }

    /// The role where it stands alone, as in the subject of a question.
    func jobTitle(of facts: Facts) -> String { roles.title(facts.role) }

    /// Whether somebody had better be asked how the role is said.
    func isAwkward(role: String) -> Bool { roles.short(role) != role || role.contains("/") }
}
