import Etiquette
import Text

/// Names where the recipient's and the sender's own belong: behind the greeting, and under the letter.
extension Style {
    /// The most words of a line that greets or signs.
    private static let longest = 8

    /// A stranger's name, or a misspelt one (rule `names-right`).
    func wrongNames() -> [Finding] {
        let lines = body.page.lines
        guard let first = lines.first, !language.lists.greeting.isEmpty else { return [] }
        return greeting(first) + signature(lines.dropFirst())
    }

    private func greeting(_ line: Range<Int>) -> [Finding] {
        let words = body.page.words
        let greets = language.lists.greeting
        guard line.count <= Self.longest, greets.contains(words[line.lowerBound].hash) else { return [] }
        let called = line.dropFirst().filter { words[$0].traits.contains(.hasCapital) }
        let names = called.filter { !greets.contains(words[$0].hash) }
        let (recipient, usual) = (facts.recipient, language.language.called(facts.recipient))
        return wrong(
            names, called: called, of: [usual, recipient.addressedAs, recipient.name], expected: usual)
    }

    /// The line behind the closing one, where it is nothing but a name.
    private func signature(_ lines: ArraySlice<Range<Int>>) -> [Finding] {
        let page = body.page
        guard let closing = lines.lastIndex(where: { page.closesLetter($0) && $0.count < 6 }),
            closing + 1 < lines.endIndex
        else { return [] }
        let line = lines[closing + 1]
        let isName = line.allSatisfy { page.words[$0].traits.contains(.hasCapital) }
        guard isName, line.count < Self.longest, page.occurrences(of: TokenizedText(facts.senderName)).isEmpty
        else {
            return []
        }
        return wrong(Array(line), called: Array(line), of: [facts.senderName], expected: facts.senderName)
    }

    /// A misspelt name, a stranger's full name, or the name of somebody else who is known. A first name that is
    /// neither may be what the person is called: "Bill" for William.
    ///
    /// - Parameters:
    ///   - names: the words of the line that are names.
    ///   - called: the same with the titles before them.
    private func wrong(_ names: [Int], called: [Int], of own: [String], expected: String) -> [Finding] {
        let page = body.page
        let known = own.map { TokenizedText($0) }.flatMap { page in
            page.words.map { (page.text($0), page.original($0)) }
        }
        let strange = names.filter { index in
            let word = page.text(page.words[index])
            return !known.contains { $0.0 == word || word.isShort(for: $0.0) }
        }
        guard let first = called.first, let last = called.last, !strange.isEmpty else { return [] }
        let meant = strange.compactMap { index in
            let word = page.original(page.words[index])
            return known.lazy.map(\.1).first { Self.slips(word, $0) != nil }.map { (index, word, $0) }
        }
        if meant.count == strange.count {
            return meant.map { index, word, name in
                body.finding(.wrongName(word, expected: name), words: index..<(index + 1), fix: name)
            }
        }
        let isStranger = strange.contains { called.contains($0 - 1) && !called.contains($0 + 1) }
        // "Dear Jane and Tom" greets the recipient, and another of the panel.
        let isAnother =
            strange.count == names.count && strange.contains { people.contains(page.words[$0].hash) }
        guard isStranger || isAnother else { return [] }
        let words = first..<(last + 1)
        let passage = page.place(.body, words: words).passage
        return [body.finding(.wrongName(passage, expected: expected), words: words, fix: expected)]
    }
}

extension Style {
    /// The words of the names of people in this recruitment, and of the sender.
    private var people: Set<UInt64> {
        nameWords.subtracting(TokenizedText(facts.organisation + " " + facts.role).words.map(\.hash))
    }
}

extension String {
    /// "J" and "Sam" for "Jane" and "Samantha"; where a single letter is missing, it was lost.
    fileprivate func isShort(for name: String) -> Bool {
        (count == 1 || count > 2 && name.count > count + 1) && name.hasPrefix(self)
    }
}

extension TokenizedText {
    /// The words of each line that has any.
    fileprivate var lines: [Range<Int>] {
        let starts = words.indices.filter { index in
            index == 0
                || bytes[words[index - 1].range.upperBound..<words[index].range.lowerBound]
                    .contains(UInt8(ascii: "\n"))
        }
        return zip(starts, starts.dropFirst() + [words.count]).map { $0..<$1 }
    }

    /// "Best wishes,", or "Viele Grüße" with the name below: a line that ends no sentence, and is no name alone.
    fileprivate func closesLetter(_ line: Range<Int>) -> Bool {
        let end = words[line.upperBound - 1].range.upperBound
        guard end < bytes.count else { return false }
        if bytes[end] == UInt8(ascii: ",") {
            return end + 1 == bytes.count || bytes[end + 1] <= UInt8(ascii: " ")
        }
        return line.count > 1 && bytes[end] == UInt8(ascii: "\n") && line.upperBound < words.count
    }
}
