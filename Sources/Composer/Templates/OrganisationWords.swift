/// How the names of organisations stand in the sentences of a language: all of it data, in the file that tells of it.
struct OrganisationWords: Equatable, Sendable {
    /// The articles that names get; the first where nothing else is told: "the".
    let articles: [String]
    /// What a name ends with that has one: "Commission", "Research Council"; without links it may begin with it, too.
    private let ends: Endings
    /// What it begins with, before "of" or "for": "University".
    private let beginnings: Set<String>
    /// What may stand before such a beginning, by its small letters, as it is written behind an article: "Royal",
    /// "Deutschen" for Deutsche.
    private let leading: [String: String]
    /// What stands between; in a language that has told none, nothing need stand there: "Stadt Köln".
    private let links: Set<String>
    /// Whole names that have one: "BBC".
    private let names: Endings
    /// Words of names, and whole names, that have none, whatever else they hold: "NHS" in "Barts Health NHS Trust".
    private let without: Set<String>
    /// What the name of a company ends with, and nobody says: "Ltd".
    private let forms: Set<String>
    /// What is said of the rest of a panel after the first name.
    let rest: String
    /// For names in capitals, and without any.
    let writing: NameCase

    init(in file: LanguageFile, names writing: NameCase) {
        articles = file.words(.definite)
        (ends, names) = (Endings(file.spellings(.ends)), Endings(file.spellings(.named)))
        (beginnings, links) = (file.set(.begins), file.set(.links))
        leading = file.spellings(.leading).reduce(into: [:]) { leading, spellings in
            for spelling in spellings { leading[spelling.lowercased()] = spellings[0] }
        }
        (without, forms, rest) = (file.set(.without), file.set(.forms), file.text(.rest))
        self.writing = writing
    }

    /// The name as it is said: "the Electoral Commission", "Harbour Coffee" of Harbour Coffee Ltd, "the City Library" of
    /// CITY LIBRARY.
    func said(_ written: String) -> String {
        let name = writing.written(withoutForm(plain(written)), as: .organisation)
        return withArticle(name) ?? name
    }

    /// Whether somebody had better be asked: it has an article, or may have one, or was changed in more than the form of
    /// the company.
    func isAwkward(_ written: String) -> Bool { said(written) != withoutForm(written) || isAcronym(written) }

    /// The name with its article; nil where it may have none.
    private func withArticle(_ name: String) -> String? {
        guard let usual = articles.first else { return nil }
        var words = name.split(separator: " ").map(String.init)
        let small = words.map { $0.lowercased() }
        guard let first = small.first, let last = small.last else { return nil }
        if let entry = names.entry(name.lowercased()) {
            return "\(entry.article ?? usual) \(entry.written ?? name)"
        }
        if articles.contains(first), words.count > 1 { return first + name.dropFirst(first.count) }
        guard words.count > 1 || links.isEmpty, without.isDisjoint(with: small + [name.lowercased()]) else {
            return nil
        }
        let head = small.dropLast().firstIndex { leading[$0] == nil } ?? small.count - 1
        let isOffice =
            small.count > head + 2 && beginnings.contains(small[head]) && links.contains(small[head + 1])
        let atHead = links.isEmpty ? ends.entry(small[head]) : nil
        let found = atHead ?? ends.entry(last) ?? ends.entry(small.suffix(2).joined(separator: " "))
        guard isOffice || found != nil else { return nil }
        for index in 0..<head {
            // "the Royal College": only where the language has another form of the word behind an article.
            if let form = leading[small[index]], form.lowercased() != small[index] { words[index] = form }
        }
        if let written = atHead?.written { words[head] = written }
        return "\(found?.article ?? usual) \(words.joined(separator: " "))"
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
        !articles.isEmpty && (2...6).contains(name.count) && name.allSatisfy { $0.isUppercase || $0 == "&" }
    }
}

/// Words or whole names that have an article: "museum", "Stadtwerken|Stadtwerke = den", and with a star what a word may end
/// with, "*amt = dem".
private struct Endings: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        /// As it is written behind the article, where that is another form.
        let written: String?
        /// Nil for the usual one.
        let article: String?
    }

    private var whole: [String: Entry] = [:]
    private var parts: [Part] = []

    private struct Part: Equatable, Sendable {
        let letters: String
        let entry: Entry
    }

    init(_ list: [[String]]) {
        for spellings in list {
            let pair = (spellings.last ?? "").split(separator: "=").map { String($0.trimmingSpaces()) }
            let words = (spellings.dropLast() + pair.prefix(1)).filter { !$0.isEmpty }
            let entry = Entry(
                written: words.count > 1 ? words[0] : nil, article: pair.count > 1 ? pair[1] : nil)
            for word in words {
                if word.hasPrefix("*") {
                    parts.append(Part(letters: String(word.dropFirst()), entry: entry))
                } else {
                    whole[word.lowercased()] = entry
                }
            }
        }
    }

    func entry(_ small: String) -> Entry? {
        whole[small] ?? parts.first { small.hasSuffix($0.letters) }?.entry
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
