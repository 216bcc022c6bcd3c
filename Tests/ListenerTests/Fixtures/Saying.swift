import Foundation
import Testing

/// A line of a file of the folder `Notices`: a language, what it is, where the file says so, and a text.
struct Saying: Sendable, CustomTestStringConvertible {
    let language: String
    /// What it is, or the beginning of its subject; empty where there is neither.
    let label: String
    let text: String

    var testDescription: String { "\(language) \(label) \(text.prefix(40))" }

    /// Behind the language a word says what it is.
    static var news: [Saying] {
        lines("news").map { line in
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            return Saying(language: parts[0], label: parts[1], text: parts[2])
        }
    }

    static var talk: [Saying] {
        lines("talk").map { line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            return Saying(language: parts[0], label: "", text: parts[1])
        }
    }

    /// A subject and a text, parted by a bar; the language stands before them.
    static func subjects(_ file: String) -> [Saying] {
        lines(file).map { line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let halves = parts[1].split(separator: "|", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return Saying(language: parts[0], label: halves[0], text: halves[1])
        }
    }

    private static func lines(_ file: String) -> [Substring] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Notices/\(file).txt")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
}

/// Headers that a mail is sent with: none, each by itself, each with the next but one, and all of them.
enum HeaderSets {
    static func choices(of headers: [String]) -> [String] {
        let pairs = zip(headers, headers.dropFirst(2) + headers.prefix(2)).map { $0 + "\n" + $1 }
        return [""] + headers + pairs + [headers.joined(separator: "\n")]
    }
}
