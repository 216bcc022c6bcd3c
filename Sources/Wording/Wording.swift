import Etiquette

/// A problem that knows its sentence: what is wrong, with the value, where, and what to do.
package protocol Worded: Error {
    var sentence: Sentence { get }
}

/// Sentences for people are made here and nowhere else.
package enum Wording {
    /// What is said of an error that nobody has foreseen.
    package static func fault(_ error: any Error) -> Sentence {
        "this is a bug in Afterword; see how things stand with: \(.showQueue(all: true)). Please report: \(shown("\(error)", limit: 300))"
    }

    /// A value as a sentence quotes it: shortened to 60 characters, what can't be seen made visible.
    package static func quoted(_ value: String) -> String { "“\(shown(value, limit: 60))”" }

    /// Text from outside, safe for a terminal.
    package static func shown(_ value: String, limit: Int = .max) -> String {
        // Most of what there is: a character a byte, and each can be seen.
        if value.utf8.count <= limit, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return value }
        var text = ""
        for character in value.prefix(limit == .max ? value.count : limit) {
            for scalar in character.unicodeScalars {
                if scalar.isForbiddenInField {
                    text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return value.dropFirst(limit == .max ? value.count : limit).isEmpty ? text : text + "…"
    }

    /// `1, 2 and 3`.
    package static func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    /// A sentence that stands by itself.
    package static func capitalised(_ sentence: String) -> String {
        // The name of a server, a file or a key stays as it is written.
        let first = sentence.prefix { !$0.isWhitespace }.dropLast()
        guard !first.contains(where: { "._/@".contains($0) }) else { return sentence }
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    /// `1 message`, `2 messages`.
    package static let noRoomToStart: StaticString =
        "afterword: there is not enough memory to start; close other programs, or raise the limit (ulimit -v).\n"

    package static func count(_ number: Int, _ noun: String) -> String { count(number, noun, noun + "s") }

    /// `1 person`, `2 people`.
    package static func count(_ number: Int, _ one: String, _ several: String) -> String {
        "\(number) \(number == 1 ? one : several)"
    }

    package static func list(_ ids: [Message.ID]) -> String {
        ids.map { String($0.rawValue) }.joined(separator: " ")
    }
}
