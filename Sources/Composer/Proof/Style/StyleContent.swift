import Etiquette

/// What a message of its kind must and must not have (advice.md, "What each message must be").
extension Style {
    /// Phrases that do not belong in it.
    func phrases(_ sheet: Sheet) -> [Finding] {
        language.lists.forbidden.matches(in: sheet.page, kind: kind).compactMap { match in
            guard !sheet.isOwn(match.words), match.code != .missingLink || !hasLink else { return nil }
            let passage = sheet.page.place(sheet.part, words: match.words).passage
            return sheet.finding(
                .phrase(match.code, passage, reason: match.phrase.reason), words: match.words,
                fix: match.phrase.fix)
        }
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
        if kind != .feedbackRequest, lacks(facts.role, body) { found.append(.noRole(facts.role)) }
        if kind == .thankYou, lacks(facts.organisation, body) {
            found.append(.noOrganisation(facts.organisation))
        }
        // A field that has no value is said to be one already.
        if lacks(facts.role, subject), !subject.page.words.isEmpty,
            !subject.page.bytes.contains(UInt8(ascii: "{"))
        {
            found.append(.subjectWithoutRole(facts.role))
        }
        return found
    }

    private func lacks(_ name: String, _ sheet: Sheet) -> Bool {
        let name = Page(name)
        return !name.words.isEmpty && sheet.page.occurrences(of: name).isEmpty
    }

    private func asked() -> [Finding.What] {
        guard kind == .decisionStatus else { return [] }
        let isDated = language.language.calendar.map { calendar in
            (dates(in: body.page, calendar) + dates(in: subject.page, calendar)).contains { isInterview($0) }
        }
        return (questions > 1 ? [.severalQuestions(questions)] : [])
            + (isDated ?? true ? [] : [.noInterviewDate(facts.interviewDay)])
    }

    private func isInterview(_ date: WrittenDate) -> Bool {
        let (year, month, day) = facts.interviewDay.components
        return date.day == day && date.month == month && date.year ?? year == year
    }

    private var questions: Int { body.page.marks.count { $0.kind == .question } }
}
