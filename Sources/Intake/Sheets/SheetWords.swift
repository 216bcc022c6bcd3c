import Etiquette
import Foundation
import Text

/// The words that stand in cells and mean something of their own.
enum SheetWords {
    /// Nothing is said: `-`, `TBC`.
    static func isBlank(_ text: String) -> Bool {
        let word = text.lowercased()
        // What a formula shows that finds nothing; in a file of phrases it would be a remark.
        return text.isEmpty || word == "#n/a" || blank.contains(word)
    }

    /// What a status says of an interview and its recruitment.
    enum Status: Equatable {
        case standing(Recruitment.Standing)
        /// The interview does not take place.
        case calledOff
        /// Words that stand in no list: only the user knows.
        case unknown
    }

    /// `Rejected`, `Rejected (by email)`, `Rejected - by email`, `Rejected by email`. What stands first counts; an end
    /// behind something open, as in `Interview – rejected`, contradicts it.
    static func status(_ text: String) -> Status {
        guard !isBlank(text) else { return .standing(.open) }
        guard text.utf8.count <= longestStatus else { return .unknown }
        let pieces = pieces(of: text)
        guard let first = pieces.first.flatMap(known) else { return .unknown }
        let isContradicted =
            first == .standing(.open)
            && pieces.dropFirst().compactMap(known).contains { $0 != .standing(.open) }
        return isContradicted ? .unknown : first
    }

    /// In bytes: more is a note, not a status.
    private static let longestStatus = 400

    private static func known(_ piece: String) -> Status? {
        let kept: [(Character) -> Bool] = [{ $0.isLetter || $0.isNumber }, \.isLetter]
        for isKept in kept {
            guard let first = piece.firstIndex(where: isKept), let last = piece.lastIndex(where: isKept)
            else { continue }
            let bare = withoutTurn(String(piece[first...last]))
            if let found = statuses[bare] ?? beginning(of: bare) { return found }
        }
        return nil
    }

    /// `then rejected` is told of what came behind, as `rejected` is.
    private static func withoutTurn(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let rest = words.drop { turns.contains(String($0)) }
        return rest.count == words.count || rest.isEmpty ? text : rest.joined(separator: " ")
    }

    /// How an interview was held; nil for words that tell something else, or nothing.
    static func medium(_ text: String) -> Interview.Medium? { media[text.lowercased()] }

    static func isNo(_ text: String) -> Bool { no.contains(text.lowercased()) }

    /// A spreadsheet would calculate it; the same as `export` protects.
    static func isFormula(_ text: String) -> Bool {
        text.unicodeScalars.first.map { formulas.contains($0) } ?? false
    }

    /// What `export` writes before it, taken away: one apostrophe before a formula or a word for
    /// nothing, or before such an apostrophe.
    static func unprotected(_ text: String) -> String? {
        guard text.first == "'" else { return nil }
        let rest = text.drop { $0 == "'" }
        guard isFormula(String(rest)) || !rest.isEmpty && isBlank(String(rest)) else { return nil }
        return String(text.dropFirst())
    }

    /// What `export` writes for a text that would be read as nothing: `'none`. Formulas are made text elsewhere.
    static func protected(_ text: String) -> String {
        let rest = String(text.drop { $0 == "'" })
        return !rest.isEmpty && isBlank(rest) && !isFormula(rest) ? "'" + text : text
    }

    private static let formulas = Set("=+-@＝＋－＠".unicodeScalars)

    /// What stands before a remark and the remarks, in lower case.
    private static func pieces(of status: String) -> [String] {
        status.lowercased().replacing(" - ", with: ";")
            .split(omittingEmptySubsequences: false) { "(),:;–—/".contains($0) || $0.isNewline }.map(
                String.init)
    }

    /// The first words, where what follows only goes on about them: `rejected by email`, and not `offer call booked`.
    private static func beginning(of text: String) -> Status? {
        let words = text.split(whereSeparator: \.isWhitespace)
        for count in (0..<words.count).reversed() where count > 0 && links.contains(String(words[count])) {
            if let found = statuses[words[..<count].joined(separator: " ")] { return found }
        }
        return nil
    }

    private static let file = PhraseFile(PackageResources.sheet_words_txt)
    private static let (blank, links, no) = (Set(file["blank"]), Set(file["link"]), Set(file["no"]))
    private static let turns = Set(file["turn"])
    private static let statuses = Dictionary(
        file.lines.compactMap { line -> (String, Status)? in
            if line.section == "off" { return (line.text, Status.calledOff) }
            return Recruitment.Standing(rawValue: line.section).map { (line.text, Status.standing($0)) }
        }, uniquingKeysWith: { first, _ in first })

    private static let media = Dictionary(
        file.lines.compactMap { line in Interview.Medium(rawValue: line.section).map { (line.text, $0) } },
        uniquingKeysWith: { first, _ in first })
}
