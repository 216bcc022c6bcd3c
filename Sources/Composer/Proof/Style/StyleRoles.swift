import Etiquette
import Text

/// Names of this recruitment that are nearly right, and jobs of another.
extension Style {
    /// "Acme Date Labs" and "ACME Data Labs" for Acme Data Labs (rule `names-right`).
    func ownNamesInPart() -> [Finding] {
        let names = Set([facts.organisation, facts.organisationAs ?? ""]).filter { !$0.isEmpty }
        return names.sorted().flatMap { name in
            let own = TokenizedText(name)
            guard own.words.count > 1, own.words.contains(where: { $0.traits.contains(.hasSmall) }) else {
                return [Finding]()
            }
            return body.page.words.indices.dropLast(own.words.count - 1).compactMap { start in
                let words = start..<(start + own.words.count)
                return isNearly(own, at: words)
                    ? body.finding(
                        .wrongName(body.page.place(.body, words: words).passage, expected: name),
                        words: words, fix: name)
                    : nil
            }
        }
    }

    /// All words but one are there, and that one is a slip; or they are all there, and in capitals or in small letters.
    private func isNearly(_ own: TokenizedText, at words: Range<Int>) -> Bool {
        let page = body.page
        let others = own.words.indices.filter { own.words[$0].hash != page.words[words.lowerBound + $0].hash }
        guard let other = others.first else {
            return zip(own.words, page.words[words]).contains { own, word in
                own.folded.count > 3 && own.traits.isSuperset(of: [.hasCapital, .hasSmall])
                    && !(word.traits.isSuperset(of: [.hasCapital, .hasSmall]))
            }
        }
        let word = page.words[words.lowerBound + other]
        guard others.count == 1, word.traits.contains(.hasCapital), !body.isOwn(words) else { return false }
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
                else {
                    return nil
                }
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
