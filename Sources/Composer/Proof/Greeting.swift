import Etiquette
import Text

/// The first line of a body, where the reader looks for their own name.
struct Greeting {
    /// As it stands.
    let line: String
    private let words: Words

    /// The most words of a line that only greets; what is longer is a sentence and may speak of others.
    private static let longest = 12

    init(of body: String) {
        line = String(body.drop(while: \.isNewline).prefix { $0 != "\n" })
        words = Words(line)
    }

    /// The name, or the salutation, of a person stands in it; a first name or what is short for it will do, and so will a
    /// title and a surname.
    func names(_ person: Person, short: ShortNames) -> Bool {
        if !places(of: person).isEmpty { return true }
        guard line.wordCount <= Self.longest else { return false }
        let greeted = Words.tokens(of: line).filter { $0.first?.isLowercase == false }.map { $0.lowercased() }
        return Words.tokens(of: person.name).contains { name in
            let small = name.lowercased()
            return name.count > 1
                && (!words.occurrences(of: Words(name)).isEmpty
                    || greeted.contains { $0 != small && ($0.isShort(for: small) || short.join($0, small)) })
        }
    }

    /// Those whom it greets instead of the recipient: the note was meant for somebody else of this recruitment
    /// (rule `names-right`). A name within the recipient's own, such as the `Jane Okafor` of a Jane Okafor-Smith, is
    /// nobody else's.
    ///
    /// - Parameter people: the names that belong to this recruitment.
    func others(among people: [String], facts: Facts) -> [KnownName] {
        guard line.wordCount <= Self.longest else { return [] }
        let own = places(of: facts.recipient)
        let strange = people.filter { $0 != facts.organisation && $0 != facts.senderName }
            .map { name in (name, words.occurrences(of: Words(name)).filter { !$0.lies(in: own) }) }
            .filter { !$0.1.isEmpty }
        let isGreeted = own.contains { !$0.lies(in: strange.flatMap(\.1)) }
        return isGreeted ? [] : strange.map { KnownName($0.0, bearer: .person) }
    }

    private func places(of person: Person) -> [Range<Int>] {
        [person.addressedAs, person.name].flatMap { words.occurrences(of: Words($0)) }
    }
}

extension String {
    /// "J" and "Sam" for "Jane" and "Samantha", all in small letters; where a single letter is missing, it was lost.
    func isShort(for name: String) -> Bool {
        (count == 1 || count > 2 && name.count > count + 1) && name.hasPrefix(self)
    }
}

extension Range<Int> {
    fileprivate func lies(in others: [Self]) -> Bool {
        others.contains { $0.lowerBound <= lowerBound && upperBound <= $0.upperBound }
    }
}
