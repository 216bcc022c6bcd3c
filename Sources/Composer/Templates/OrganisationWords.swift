/// How the names of organisations stand in the sentences of a language: all of it data, in the file that tells of it.
struct OrganisationWords: Equatable, Sendable {
    /// The article that names get: "the"; nil where they get none, or it isn't one word.
    let article: String?
    /// What a name ends with that has one: "Commission".
    let ends: Set<String>
    /// What it begins with, before "of" or "for": "University".
    let beginnings: Set<String>
    /// What stands between.
    let links: Set<String>
    /// Whole names that have one: "BBC".
    let names: Set<String>
    /// Words of names that have none, whatever else they hold: "NHS" in "Barts Health NHS Trust".
    let without: Set<String>
    /// What the name of a company ends with, and nobody says: "Ltd".
    let forms: Set<String>
    /// What one joins, before and behind a name: "the … team".
    let team: (before: String, behind: String)
    /// What is said of the rest of a panel after the first name.
    let rest: String

    static func == (left: Self, right: Self) -> Bool {
        left.article == right.article && left.ends == right.ends && left.beginnings == right.beginnings
            && left.links == right.links && left.names == right.names && left.without == right.without
            && left.forms == right.forms && left.team == right.team && left.rest == right.rest
    }

    /// The name with its article; nil where it may have none.
    func withArticle(_ name: String) -> String? {
        let words = name.split(separator: " ").map { $0.lowercased() }
        guard let article, let first = words.first, let last = words.last else { return nil }
        if first == article, words.count > 1 { return article + name.dropFirst(first.count) }
        if names.contains(name.lowercased()) { return "\(article) \(name)" }
        guard words.count > 1, without.isDisjoint(with: words) else { return nil }
        let isOffice = words.count > 2 && beginnings.contains(first) && links.contains(words[1])
        return isOffice || ends.contains(last) ? "\(article) \(name)" : nil
    }

    /// The name as it is said: "Harbour Coffee" of Harbour Coffee Ltd.
    func withoutForm(_ name: String) -> String {
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
        guard let organisations, facts.organisationAs == nil else {
            return facts.organisationAs ?? facts.organisation
        }
        return organisations.withArticle(facts.organisation) ?? organisations.withoutForm(facts.organisation)
    }

    /// What stands behind "to join": the organisation as it is said, or where nobody knows its article, its team.
    func employer(of facts: Facts) -> String {
        if let told = facts.organisationAs { return told }
        guard !facts.organisation.isEmpty, let organisations else { return facts.organisation }
        let name = organisations.withoutForm(facts.organisation)
        // Nobody asks after the article of a company.
        if name != facts.organisation { return name }
        return organisations.withArticle(name) ?? organisations.team.before + name + organisations.team.behind
    }

    /// Whether somebody had better be asked how the organisation is said.
    package func isAwkward(organisation: String) -> Bool {
        organisations.map { $0.withArticle(organisation) != nil || $0.isAcronym(organisation) } ?? false
    }

    /// Names in a row; of many the first alone is said. Nil where there are none, or the language has not told how.
    func list(of names: [String]) -> String? {
        guard let first = names.first, names.count > 1 else { return names.first }
        guard let and = ampersand else { return nil }
        if names.count > 3 {
            return organisations.map { "\(first) \(and) \($0.rest)" }
        }
        return names.dropLast().joined(separator: ", ") + " \(and) " + (names.last ?? "")
    }
}
