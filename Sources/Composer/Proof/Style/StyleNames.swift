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
        if let fault = form(of: line) { return [fault] }
        let given = Set(TokenizedText(facts.recipient.salutation ?? "").words.map(\.hash))
        let called = line.dropFirst().filter {
            words[$0].traits.contains(.hasCapital) || given.contains(words[$0].hash)
        }
        let names = called.filter { !greets.contains(words[$0].hash) && words[$0].folded.count > 0 }
        let told = wrong(
            names, called: called, of: [facts.recipient.name], given: given,
            expected: isAnothers(names, given: given)
                ? facts.recipient.name : language.language.called(facts.recipient))
        return told.isEmpty ? miswritten(names) : told
    }

    /// "Dear Dear Jane", and what is no name: an address, a number.
    private func form(of line: Range<Int>) -> Finding? {
        let (page, words) = (body.page, body.page.words)
        guard line.count > 1 else { return nil }
        let second = line.lowerBound + 1
        if words[line.lowerBound].hash == words[second].hash {
            let once = page.original(words[line.lowerBound])
            return wrongName(line.lowerBound..<(second + 1), expected: once)
        }
        let isStray = line.dropFirst().contains {
            words[$0].traits.contains(.isCode) || words[$0].traits.contains(.hasDigit)
        }
        let name = facts.recipient.name
        guard isStray, page.occurrences(of: TokenizedText(name)).isEmpty || !name.contains(where: \.isNumber)
        else { return nil }
        return wrongName(second..<line.upperBound, expected: name)
    }

    /// Words of the recipient's own name in capitals, or without theirs: "Dear jane".
    private func miswritten(_ names: [Int]) -> [Finding] {
        let own = TokenizedText(facts.recipient.name)
        return names.compactMap { index in
            let word = body.page.words[index]
            let name = own.words.first {
                $0.hash == word.hash && $0.traits.isSuperset(of: [.hasCapital, .hasSmall])
            }
            guard let name, !word.traits.isSuperset(of: [.hasCapital, .hasSmall]) else { return nil }
            return wrongName(index..<(index + 1), expected: own.original(name))
        }
    }

    private func wrongName(_ words: Range<Int>, expected: String) -> Finding {
        let passage = body.page.place(.body, words: words).passage
        return body.finding(.wrongName(passage, expected: expected), words: words, fix: expected)
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
        return wrong(
            Array(line), called: Array(line), of: [facts.senderName], given: [], expected: facts.senderName)
    }

    /// A misspelt name, a stranger's full name, or the name of somebody else who is known. A first name that is
    /// neither may be what the person is called: "Bill" for William.
    ///
    /// - Parameters:
    ///   - names: the words of the line that are names.
    ///   - called: the same with the titles before them.
    ///   - given: what the user has said that the person is called; it is trusted as far as it names nobody else.
    private func wrong(_ names: [Int], called: [Int], of own: [String], given: Set<UInt64>, expected: String)
        -> [Finding]
    {
        let page = body.page
        let known = own.map { TokenizedText($0) }.flatMap { page in
            page.words.map { (page.text($0), page.original($0)) }
        }
        let strange = names.filter { index in
            let word = page.text(page.words[index])
            return !known.contains {
                $0.0 == word || word.isShort(for: $0.0) || language.lists.shortNames.join(word, $0.0)
            }
        }
        guard let first = called.first, let last = called.last, !strange.isEmpty else { return [] }
        let untold = strange.filter { !given.contains(page.words[$0].hash) }
        let meant = untold.compactMap { index in
            let word = page.original(page.words[index])
            return known.lazy.map(\.1).first { Self.slips(word, $0) != nil }.map { (index, $0) }
        }
        if !untold.isEmpty, meant.count == untold.count {
            return meant.map { wrongName($0..<($0 + 1), expected: $1) }
        }
        func isFamilyName(_ index: Int) -> Bool { called.contains(index - 1) && !called.contains(index + 1) }
        // "Dear Jane and Tom" greets the recipient, and another of the panel.
        let isAnother = strange.contains { index in
            people.contains(page.words[index].hash) && (strange.count == names.count || isFamilyName(index))
        }
        if untold.contains(where: isFamilyName) || isAnother {
            return [wrongName(first..<(last + 1), expected: expected)]
        }
        guard untold.isEmpty, strange.count == names.count, !isInOtherScript(strange, known.map(\.1)) else {
            return []
        }
        let line = page.place(.body, words: 0..<(last + 1))
        return [
            Finding(.greetingMismatch(greeting: line.passage, expected: facts.recipient.name), at: line)
        ]
    }

    /// Nobody tells from a name in another script whether it is the same.
    private func isInOtherScript(_ names: [Int], _ own: [String]) -> Bool {
        let isForeign = names.allSatisfy { body.page.words[$0].traits.contains(.isForeign) }
        let isOwnForeign = own.map { TokenizedText($0) }.allSatisfy { page in
            page.words.allSatisfy { $0.traits.contains(.isForeign) }
        }
        return isForeign != isOwnForeign
    }

    /// Whether somebody else's name was given as what the recipient is called.
    private func isAnothers(_ names: [Int], given: Set<UInt64>) -> Bool {
        let others = people.subtracting(Self.words(of: [facts.recipient.name]))
        return names.contains { given.intersection(others).contains(body.page.words[$0].hash) }
    }
}

extension Style {
    /// The words of the names of people in this recruitment, and of the sender.
    private var people: Set<UInt64> {
        Self.words(of: personNames).subtracting(Self.words(of: [facts.organisation, facts.role]))
    }

    private static func words(of names: [String]) -> Set<UInt64> {
        Set(names.flatMap { TokenizedText($0).words.map(\.hash) })
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
