/// How the names of organisations stand in the sentences of a language: all of it data, in the file that tells of it.
struct OrganisationWords: Equatable, Sendable {
    /// The article that names get: "the"; nil in a language that gives them none.
    let article: String?
    /// What a name ends with that has one: "Commission", "Research Council".
    let ends: Set<String>
    /// What it begins with, before "of" or "for": "University".
    let beginnings: Set<String>
    /// What may stand before such a beginning: "Royal".
    let leading: Set<String>
    /// What stands between.
    let links: Set<String>
    /// Whole names that have one: "BBC".
    let names: Set<String>
    /// Words of names, and whole names, that have none, whatever else they hold: "NHS" in "Barts Health NHS Trust".
    let without: Set<String>
    /// What the name of a company ends with, and nobody says: "Ltd".
    let forms: Set<String>
    /// What is said of the rest of a panel after the first name.
    let rest: String
    /// For names in capitals, and without any.
    let shouting: Shouting

    /// - Parameter words: what the file of the language lists under a key.
    init(of words: (String) -> [String], rest: String, shouting: Shouting) {
        article = words("definite").first
        (ends, beginnings, leading) = (Set(words("ends")), Set(words("begins")), Set(words("leading")))
        (links, names) = (Set(words("links")), Set(words("named")))
        (without, forms) = (Set(words("without")), Set(words("forms")))
        (self.rest, self.shouting) = (rest, shouting)
    }

    /// The name as it is said: "the Electoral Commission", "Harbour Coffee" of Harbour Coffee Ltd, "the City Library" of
    /// CITY LIBRARY.
    func said(_ written: String) -> String {
        let name = shouting.raised(shouting.calmed(withoutForm(plain(written))))
        return withArticle(name) ?? name
    }

    /// Whether somebody had better be asked: it has an article, or may have one, or was changed in more than the form of
    /// the company.
    func isAwkward(_ written: String) -> Bool { said(written) != withoutForm(written) || isAcronym(written) }

    /// The name with its article; nil where it may have none.
    private func withArticle(_ name: String) -> String? {
        guard let article else { return nil }
        let words = name.split(separator: " ").map { $0.lowercased() }
        guard let first = words.first, let last = words.last else { return nil }
        if first == article, words.count > 1 { return article + name.dropFirst(first.count) }
        if names.contains(name.lowercased()) { return "\(article) \(name)" }
        guard words.count > 1, without.isDisjoint(with: words + [name.lowercased()]) else { return nil }
        let start = words.count > 3 && leading.contains(first) ? 1 : 0
        let isOffice =
            words.count > start + 2 && beginnings.contains(words[start]) && links.contains(words[start + 1])
        let isBody = ends.contains(last) || ends.contains(words.suffix(2).joined(separator: " "))
        return isOffice || isBody ? "\(article) \(name)" : nil
    }

    /// The name without what is added to it: a place in brackets or behind a dash, the company behind a trading name.
    private func plain(_ written: String) -> String {
        var name = Layout.line(written)[...]
        for mark in [" t/a ", " trading as "] {
            if let range = name.firstRange(of: mark) { name = name[range.upperBound...] }
        }
        while let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") {
            name = (name[..<open].trimmingSpaces() + name[name.index(after: close)...])[...]
        }
        let end = [" - ", " – ", " — ", " | "].compactMap { name.firstRange(of: $0)?.lowerBound }.min()
        let core = name[..<(end ?? name.endIndex)].trimmingSpaces()
        return core.isEmpty ? written : String(core)
    }

    /// The name as it is said: "Harbour Coffee" of Harbour Coffee Ltd.
    private func withoutForm(_ name: String) -> String {
        var words = name.split(separator: " ")
        func isForm(_ word: Substring) -> Bool { forms.contains(word.lowercased().filter { $0.isLetter }) }
        // "GmbH & Co. KG"
        while words.count > 1, let last = words.last,
            isForm(last) || last == "&" && isForm(words[words.count - 2])
        {
            words.removeLast()
        }
        let said = words.joined(separator: " ")
        return said.hasSuffix(",") ? String(said.dropLast()) : said
    }

    /// A single word in capitals: some have an article, some have none.
    func isAcronym(_ name: String) -> Bool {
        article != nil && (2...6).contains(name.count) && name.allSatisfy { $0.isUppercase || $0 == "&" }
    }
}

extension Language {
    /// The organisation as it is said in a sentence.
    func organisation(of facts: Facts) -> String {
        facts.organisationAs ?? (facts.organisation.isEmpty ? "" : organisations.said(facts.organisation))
    }

    /// Whether somebody had better be asked how the organisation is said.
    package func isAwkward(organisation: String) -> Bool { organisations.isAwkward(organisation) }

    /// Names in a row; of many the first alone is said. Nil where there are none, or the language has not told how.
    func list(of names: [String]) -> String? {
        guard let first = names.first, names.count > 1 else { return names.first }
        guard let and = ampersand else { return nil }
        if names.count > 3 {
            return organisations.rest.isEmpty ? nil : "\(first) \(and) \(organisations.rest)"
        }
        return names.dropLast().joined(separator: ", ") + " \(and) " + (names.last ?? "")
    }
}
