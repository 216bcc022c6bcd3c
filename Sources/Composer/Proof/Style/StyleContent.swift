import Etiquette
import Text

/// What a message of its kind must and must not have (advice.md, "What each message must be").
extension Style {
    /// Phrases that do not belong in it.
    func phrases(_ sheet: Sheet) -> [Finding] {
        language.lists.forbidden.matches(in: sheet.page, kind: kind).compactMap { match in
            guard !sheet.isOwn(match.words), match.code != .missingLink || !hasLink,
                match.phrase.fix != WordList.asItStands, !sheet.page.isHalf(match.words)
            else { return nil }
            let passage = sheet.page.place(sheet.part, words: match.words).passage
            let fix = match.phrase.fix.map { filled($0, from: match.words, of: sheet.page) }
            // "für Ihre Zeit" has the capital that it should have.
            guard fix != passage else { return nil }
            return sheet.finding(
                .phrase(match.code, passage, reason: match.phrase.reason), words: match.words, fix: fix)
        }
    }

    /// What to write instead, with the words of the text in the places of `$1`, `$2` …, and with the capital of its first.
    func filled(_ fix: String, from words: Range<Int>, of page: TokenizedText) -> String {
        let text = fix.split(separator: " ").map { word in
            let comma = word.hasSuffix(",") ? "," : ""
            guard word.hasPrefix("$"), let number = Int(word.dropFirst().dropLast(comma.count)),
                (1...words.count).contains(number)
            else { return String(word) }
            return page.original(page.words[words.lowerBound + number - 1]) + comma
        }.joined(separator: " ")
        let isCapital =
            page.words[words.lowerBound].traits.contains(.startsSentence)
            && page.words[words.lowerBound].traits.contains(.hasCapital)
        return isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    private var hasLink: Bool { body.page.marks.contains { $0.kind == .link } }

    /// What should be there and is not.
    func missing() -> [Finding] {
        guard !body.page.words.isEmpty else { return [] }
        return (wanted() + named() + asked()).map { Finding($0) }
    }

    private func wanted() -> [Finding.What] {
        language.lists.wanted.compactMap { list, phrases in
            let isQuestion = list.code == .noQuestion && questions > 0
            guard list.kinds.contains(kind), !isQuestion, !phrases.stand(in: body.page, kind: kind) else {
                return nil
            }
            return .lacking(list.code, reason: list.reason)
        }
    }

    private func named() -> [Finding.What] {
        var found: [Finding.What] = []
        if kind != .feedbackRequest, lacksRole(body) { found.append(.noRole(facts.role)) }
        if kind == .thankYou, lacks(facts.organisation, body),
            lacks(facts.organisationAs ?? "", body, orNone: true),
            lacks(language.language.organisation(of: facts), body),
            !namesOrganisationShortly
        {
            found.append(.noOrganisation(facts.organisation))
        }
        // A field that has no value is said to be one already.
        if lacksRole(subject), !subject.page.words.isEmpty,
            !subject.page.bytes.contains(UInt8(ascii: "{"))
        {
            found.append(.subjectWithoutRole(facts.role))
        }
        return found
    }

    /// The role as it is said names it as well as the role as it was advertised.
    private func lacksRole(_ sheet: Sheet) -> Bool {
        let names = [facts.role, language.language.role(of: facts), language.language.jobTitle(of: facts)]
        return names.allSatisfy { lacks($0, sheet) }
    }

    /// "St Mary's" names St Mary's Primary School, "UCL" University College London: a word of the name with its capital,
    /// or the initials, where they stand in no other name.
    private var namesOrganisationShortly: Bool {
        let name = TokenizedText(facts.organisation)
        let capitals = name.words.filter { $0.traits.contains(.hasCapital) }
        let initials = capitals.compactMap { name.original($0).first }.map(String.init).joined().lowercased()
        let articles = Set((language.language.articles).map { WordHash.of($0.lowercased()) })
        var hashes = Set(capitals.map(\.hash)).subtracting(articles)
        if initials.count > 1 { hashes.insert(WordHash.of(initials)) }
        return body.page.words.indices.contains { index in
            let word = body.page.words[index]
            return word.traits.contains(.hasCapital) && hashes.contains(word.hash)
                && !body.isOwn(index..<(index + 1))
        }
    }

    /// - Parameter orNone: what a name without words comes to.
    private func lacks(_ name: String, _ sheet: Sheet, orNone: Bool = false) -> Bool {
        let name = TokenizedText(name)
        return name.words.isEmpty ? orNone : sheet.page.occurrences(of: name).isEmpty
    }

    private func asked() -> [Finding.What] {
        guard kind == .decisionStatus else { return [] }
        let isDated = language.language.calendar.map { calendar in
            (dates(in: body.page, calendar) + dates(in: subject.page, calendar)).contains { isInterview($0) }
        }
        return (questions > 1 ? [.severalQuestions(questions)] : [])
            + (isDated ?? true ? [] : [.noInterviewDate(facts.interviewDay)])
    }

    /// Whether a date is that of the interview.
    func isInterview(_ date: WrittenDate) -> Bool {
        let (year, month, day) = facts.interviewDay.components
        let isThat = date.day == day && date.month == month && date.year ?? year == year
        guard !isThat, let earlier = facts.earlierDay?.components else { return isThat }
        return date.day == earlier.day && date.month == earlier.month
            && date.year ?? earlier.year == earlier.year
    }

    private var questions: Int { body.page.marks.count { $0.kind == .question } }
}

extension TokenizedText {
    /// Whether a hyphen joins what follows, so that these words are the beginning of another one: "the pay-as-you-throw
    /// scheme".
    fileprivate func isHalf(_ range: Range<Int>) -> Bool {
        range.upperBound < words.count && words[range.upperBound].traits.contains(.followsHyphen)
    }
}
