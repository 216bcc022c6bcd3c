import Etiquette
import Text

/// Names of this recruitment that are nearly right, and jobs of another.
extension Style {
    /// "Acme Date Labs" and "ACME Data Labs" for Acme Data Labs, and "jane okafor" where she is only spoken of (rule
    /// `names-right`).
    func ownNamesInPart() -> [Finding] {
        let organisations = Set([facts.organisation, facts.organisationAs ?? ""])
        let people = Set(personNames.dropFirst(2)).subtracting(organisations)
        // Of a name in the greeting `wrongNames` tells.
        return organisations.sorted().flatMap(placesNearly)
            + people.sorted().flatMap(placesNearly).filter { $0.place?.line != 1 }
    }

    private func placesNearly(_ name: String) -> [Finding] {
        let own = TokenizedText(name)
        guard own.words.count > 1, own.words.contains(where: { $0.traits.contains(.hasSmall) }) else {
            return []
        }
        return body.page.words.indices.dropLast(own.words.count - 1).compactMap { start in
            let words = start..<(start + own.words.count)
            return isNearly(own, at: words)
                ? body.finding(
                    .wrongName(body.page.place(.body, words: words).passage, expected: name), words: words,
                    fix: name)
                : nil
        }
    }

    /// All words but one are there, and that one is a slip; or they are all there, and in capitals or in small letters.
    private func isNearly(_ own: TokenizedText, at words: Range<Int>) -> Bool {
        let page = body.page
        func isOther(_ index: Int) -> Bool {
            let (name, word) = (own.words[index], page.words[words.lowerBound + index])
            return name.hash != word.hash && word.possessor(in: page) != name.hash
        }
        guard let other = own.words.indices.first(where: isOther) else {
            return zip(own.words, page.words[words]).contains { own, word in
                own.folded.count > 3 && own.traits.isSuperset(of: [.hasCapital, .hasSmall])
                    && !(word.traits.isSuperset(of: [.hasCapital, .hasSmall]))
            }
        }
        let word = page.words[words.lowerBound + other]
        guard word.traits.contains(.hasCapital),
            !own.words.indices.dropFirst(other + 1).contains(where: isOther),
            !body.isOwn(words)
        else { return false }
        return Self.slips(page.original(word), own.original(own.words[other])) != nil
    }

    /// "the Marketing Manager role", "the post of Assistant Librarian", where the interview was for another.
    func otherRoles() -> [Finding] {
        let page = body.page
        return language.lists.roles.matches(in: page, kind: kind)
            .map { match in
                match.words.count > 1
                    ? name(from: match.words.upperBound, in: page)
                    : name(endingBefore: match.words.lowerBound, in: page)
            }
            .compactMap { name in
                let capitals = name.filter { page.words[$0].traits.contains(.hasCapital) }
                guard capitals.count > 1, !capitals.allSatisfy({ nameWords.contains(page.words[$0].hash) })
                else { return nil }
                let passage = page.place(.body, words: name).passage
                let own = language.language.role(of: facts)
                return body.finding(.otherRole(passage, expected: own), words: name, fix: own)
            }
    }

    /// The words with a capital that end there, "Head of Marketing" among them; the first of a sentence has it anyway.
    private func name(endingBefore index: Int, in page: TokenizedText) -> Range<Int> {
        var start = index
        while start > 0, page.words[start].traits.contains(.followsSpace),
            !page.words[start - 1].traits.contains(.startsSentence),
            page.words[start - 1].traits.contains(.hasCapital) || joins(start - 1, in: page)
        {
            start -= 1
        }
        return start..<index
    }

    /// The words with a capital that begin there.
    private func name(from start: Int, in page: TokenizedText) -> Range<Int> {
        var end = start
        while end < page.words.count, page.words[end].traits.contains(.followsSpace),
            !page.words[end].traits.contains(.startsSentence),
            page.words[end].traits.contains(.hasCapital) || joins(end, in: page)
        {
            end += 1
        }
        return start..<end
    }

    /// A short word in small letters between two with a capital.
    private func joins(_ index: Int, in page: TokenizedText) -> Bool {
        let words = page.words
        return index > 0 && index + 1 < words.count && words[index].folded.count < 4
            && words[index - 1].traits.contains(.hasCapital) && words[index + 1].traits.contains(.hasCapital)
            && words[index].traits.isDisjoint(with: [.hasDigit, .startsSentence])
    }
}
