import Etiquette
import Text

/// What people are called who have a title: all of it data, in the file that tells of the language.
struct TitleWords: Equatable, Sendable {
    /// How a title is written in a greeting, by its spellings in small letters without a full stop: "Dr", "Professor".
    private let forms: [String: String]
    /// Titles before a first name: "Sir".
    private let withFirstName: Set<String>

    init(in file: LanguageFile) {
        var known: [String: String] = [:]
        for spellings in file.spellings(.titles) {
            for spelling in spellings where !spelling.isEmpty { known[Self.plain(spelling)] = spellings[0] }
        }
        (forms, withFirstName) = (known, file.set(.firstName))
    }

    /// "Dr O'Brien" of Dr Tom O'Brien: a title goes with the family name. Where nobody can tell which that is, the name
    /// without its title.
    func called(_ name: String) -> String {
        var words = name.split(whereSeparator: \.isWhitespace)
        var titles: [String] = []
        while words.count > 1, let title = words.first.flatMap({ forms[Self.plain(String($0))] }) {
            titles.append(title)
            words.removeFirst()
        }
        let rest = words.joined(separator: " ")
        guard let title = titles.last, let first = words.first else { return rest }
        if titles.contains(where: { withFirstName.contains($0.lowercased()) }) { return "\(title) \(first)" }
        return PersonalName.familyName(of: rest).map { "\(titles.joined(separator: " ")) \($0)" } ?? rest
    }

    private static func plain(_ word: String) -> String { word.lowercased().filter { $0 != "." } }
}

extension Language {
    /// What a person is called in a greeting: as the user said, else by title and family name, else by the full name.
    package func called(_ person: Person) -> String { person.salutation ?? called(person.name) }

    /// The same for a name of which nothing is said.
    package func called(_ name: String) -> String { titles.called(name) }

    /// What somebody who is asked is offered: the first name in a voice in which people are called by it, where it is
    /// plainly one; nil where that is no other than they are called anyway.
    package func offeredName(for name: String, in voice: Voice?) -> String? {
        voice.flatMap { familiarVoices.contains($0.rawValue) ? PersonalName.plainGivenName(of: name) : nil }
    }
}
