import Text

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
            (organisation, language.usualWriting(of: organisation)),
            (role, language.usualWriting(ofRole: role)),
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
