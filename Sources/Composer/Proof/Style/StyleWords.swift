import Text

/// Single words: in capitals, doubled, misspelt; and how many there are in a paragraph.
extension Style {
    /// The most words of a paragraph: half of the longest thank-you is a page of its own on a telephone.
    static let paragraphLimit = 80

    /// A word in capitals that nobody takes for an abbreviation, or three in a row.
    func capitals(_ sheet: Sheet) -> [Finding] {
        let words = sheet.page.words
        var found: [Finding] = []
        var index = 0
        while index < words.count {
            let start = index
            while index < words.count, words[index].isInCapitals,
                index == start || words[index].traits.contains(.followsSpace)
            {
                index += 1
            }
            let run = start..<index
            if run.isEmpty {
                index += 1
            } else if run.count > 2
                || words[run].contains(where: { language.lists.shouted.contains($0.hash) }),
                !sheet.isOwn(run)
            {
                let place = sheet.page.place(sheet.part, words: run)
                let small = place.passage.lowercased()
                let isFirst = words[start].traits.contains(.startsSentence)
                let fix = isFirst ? small.prefix(1).uppercased() + small.dropFirst() : small
                found.append(Finding(.capitals(place.passage), at: place, fix: fix))
            }
        }
        return found
    }

    /// A small letter where a sentence begins, or in a word that always has a capital.
    func smallLetters(_ sheet: Sheet) -> [Finding] {
        let words = sheet.page.words
        return words.indices.compactMap { index in
            let word = words[index]
            guard
                word.traits.isDisjoint(with: [.hasCapital, .hasDigit, .isCode, .isForeign, .followsHyphen]),
                !sheet.isOwn(index..<(index + 1)), !nameWords.contains(word.hash)
            else { return nil }
            let isName = language.lists.capitalised.contains(word.hash) && word.traits.contains(.startsChunk)
            guard isName && !sheet.page.isAbbreviated(at: index) || sheet.page.followsSentence(index) else {
                return nil
            }
            let text = sheet.page.original(word)
            return sheet.finding(
                .smallLetter(text), words: index..<(index + 1),
                fix: text.prefix(1).uppercased() + text.dropFirst())
        }
    }

    /// The same word twice. Of a name it may be part, as in Wagga Wagga, and of some words a sentence needs two.
    func doubled(_ sheet: Sheet) -> [Finding] {
        let words = sheet.page.words
        var found: [Finding] = []
        for index in words.indices.dropFirst() {
            let (first, second) = (words[index - 1], words[index])
            guard first.hash == second.hash, second.traits.contains(.followsSpace),
                second.traits.isDisjoint(with: [.startsSentence, .hasCapital, .hasDigit, .isCode]),
                !language.lists.twice.contains(second.hash), !sheet.isOwn((index - 1)..<(index + 1))
            else { continue }
            found.append(
                sheet.finding(
                    .doubledWord(sheet.page.original(second)), words: (index - 1)..<(index + 1),
                    fix: sheet.page.original(first)))
        }
        return found
    }

    /// Each word once, where it stands first.
    func misspelt(_ sheet: Sheet) -> [Finding] {
        guard let spelling = language.spelling else { return [] }
        let page = sheet.page
        let indices = spelling.misspelt(in: page, known: language.knownWords) { word in
            nameWords.contains(word.hash) || word.possessor(in: page).map(nameWords.contains) ?? false
        }
        var seen: Set<UInt64> = []
        var left = Spelling.suggestionLimit
        return indices.filter { seen.insert(page.words[$0].hash).inserted }.map { index in
            let word = page.original(page.words[index])
            var fix = page.words[index].traits.contains(.hasCapital) ? knownName(like: word) : nil
            if fix == nil, left > 0 {
                fix = spelling.suggestion(for: word).flatMap { $0.isAbbreviation ? nil : $0 }
                left -= 1
            }
            return sheet.finding(.misspelt(word), words: index..<(index + 1), fix: fix)
        }
    }

    /// The word of an own name that a word is a slip of: what a dictionary would make of "Okafur" helps nobody.
    func knownName(like word: String) -> String? {
        let names = ownNames.flatMap { page in page.words.map(page.original) }
        let near = names.compactMap { name in Self.slips(word, name).map { (name, $0) } }
        return near.min { $0.1 < $1.1 }?.0
    }

    /// The slips of the pen between two names; nil where they are two different names.
    static func slips(_ one: String, _ other: String) -> Int? {
        guard one != other, min(one.count, other.count) > 2 else { return nil }
        return SpellingDistance.near(one.lowercased(), other.lowercased())
    }

    func longParagraphs() -> [Finding] {
        let words = body.page.words
        let starts = words.indices.filter { words[$0].traits.contains(.startsParagraph) }
        return zip(starts, starts.dropFirst() + [words.count]).compactMap { start, end in
            guard end - start > Self.paragraphLimit else { return nil }
            let count = words[start..<end].count { $0.traits.contains(.startsChunk) }
            guard count > Self.paragraphLimit else { return nil }
            return body.finding(
                .longParagraph(words: count, limit: Self.paragraphLimit), words: start..<(start + 1))
        }
    }
}

extension TokenizedText {
    /// A full stop is the next character: "i. A."
    fileprivate func isAbbreviated(at index: Int) -> Bool {
        let end = words[index].range.upperBound
        return words[index].folded.count == 1 && end < bytes.count && bytes[end] == UInt8(ascii: ".")
    }

    /// A sentence ended with the word before, which is too long for an abbreviation, or ended its paragraph.
    fileprivate func followsSentence(_ index: Int) -> Bool {
        guard index > 0, words[index].traits.contains(.startsSentence),
            words[index - 1].folded.count > 3 || words[index].traits.contains(.startsParagraph)
        else { return false }
        let gap = bytes[words[index - 1].range.upperBound..<words[index].range.lowerBound]
        return [UInt8](".?!".utf8).contains(gap.first ?? 0) && !gap.dropFirst().contains(UInt8(ascii: "."))
            && gap.dropFirst().allSatisfy { $0 <= UInt8(ascii: " ") }
    }
}

extension String {
    /// In capitals: nobody who typed "asdf" meant NASDAQ.
    fileprivate var isAbbreviation: Bool { count > 1 && !contains(where: \.isLowercase) }
}

extension TokenizedText.Word {
    /// Two letters at least, all of them capitals.
    fileprivate var isInCapitals: Bool {
        traits.contains(.hasCapital) && traits.isDisjoint(with: [.hasSmall, .hasDigit, .isCode])
            && folded.count > 1
    }
}
