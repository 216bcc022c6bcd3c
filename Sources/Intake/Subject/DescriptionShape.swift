import Foundation

/// The long text of an invitation.
enum DescriptionShape {
    /// A sentence that names a role, and perhaps who offers it.
    struct Sentence {
        let role: String
        /// A word such as `role` or `position` says that it is one.
        let isNamed: Bool
        let organisation: String?
        let quote: Substring
    }

    /// As much as is looked into: what matters is said early.
    private static let most = 8_000

    /// Without the tags that some calendars put in.
    static func plain(_ text: String) -> String {
        let text = String(text.prefix(most))
        guard text.contains("<") else { return text }
        var plain = ""
        var tag: String?
        for character in text {
            switch (character, tag) {
            case ("<", nil): tag = ""
            case (">", let name?):
                if ["br", "p", "/p", "li", "div", "/div", "tr"].contains(where: name.lowercased().hasPrefix) {
                    plain.append("\n")
                }
                tag = nil
            case (_, nil): plain.append(character)
            case (_, let name?): tag = name + String(character)
            }
        }
        return plain.replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
    }

    /// `Role: Data Analyst`.
    static func labelled(_ line: Substring) -> (label: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let edges = CharacterSet(charactersIn: " \t*•-_\r")
        let label = line[..<colon].trimmingCharacters(in: edges).lowercased()
        let value = line[colon...].dropFirst().trimmingCharacters(in: edges)
        return label.count <= 30 && !value.isEmpty ? (label, value) : nil
    }

    /// The first sentence that names a role.
    static func sentence(in text: String) -> Sentence? {
        for lead in InterviewWords.leads {
            guard let range = text.range(of: lead + " ", options: .caseInsensitive) else { continue }
            let rest = text[range.upperBound...].prefix(160).prefix { !"\n!?;".contains($0) }
            if let sentence = sentence(behind: rest, quote: text[range.lowerBound..<rest.endIndex]) {
                return sentence
            }
        }
        return nil
    }

    /// `City Library` of `City Library is confirmed for Tuesday`.
    private static func withoutPredicate(_ text: Substring) -> Substring {
        let ends = predicates.compactMap { text.range(of: $0)?.lowerBound }
        return ends.min().map { text[..<$0] } ?? text
    }

    /// `Data Officer` of `Data Officer on Thursday 3 December`.
    private static func withoutDay(_ text: Substring) -> Substring {
        let day = /\s+on (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/.ignoresCase()
        return text.firstMatch(of: day).map { text[..<$0.range.lowerBound] } ?? text
    }

    /// What goes on behind the name of an organisation.
    private static let predicates = [
        " is ", " are ", " was ", " has ", " have ", " will ", " would ", " takes ", " on ", " from ",
        " which ", " who ", " that ", " to ", " this ", " next ", " tomorrow", " today", " starting ", " as ",
    ]

    private static func sentence(behind rest: Substring, quote: Substring) -> Sentence? {
        let ends = [" role", " position", " vacancy", " opening", " post "].compactMap {
            rest.range(of: $0, options: .caseInsensitive)
        }
        let places = [" at ", " with ", " here at "].compactMap {
            rest.range(of: $0, options: .caseInsensitive)
        }
        let end = ends.min { $0.lowerBound < $1.lowerBound }
        let place = places.filter { $0.lowerBound >= end?.upperBound ?? rest.startIndex }
            .min { $0.lowerBound < $1.lowerBound }
        let stop =
            end?.lowerBound ?? place?.lowerBound ?? rest.firstIndex { ".,".contains($0) } ?? rest.endIndex
        let role = withoutDay(rest[..<stop])
        guard !role.isEmpty, role.count <= 80, !role.contains(". ") else { return nil }
        let employer = place.map { range in
            withoutPredicate(rest[range.upperBound...].prefix { !".,:(–—".contains($0) }).trimmingCharacters(
                in: .whitespaces)
        }
        // `the role at City Library`: only where it follows at once.
        let isNear =
            place.map { rest[(end?.upperBound ?? stop)..<$0.lowerBound].allSatisfy { $0 == " " } } ?? false
        return Sentence(
            role: String(role), isNamed: end != nil, organisation: isNear ? employer : nil, quote: quote)
    }
}
