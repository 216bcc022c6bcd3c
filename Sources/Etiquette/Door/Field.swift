import Foundation
import Text

/// A field that a person or a file fills in, with its limit.
package enum Field: String, Sendable, CaseIterable {
    case organisation
    case role
    case name
    case salutation
    case talkingPoint = "talking point"
    case ownSentence = "sentence"
    case roleShort = "short role"
    case organisationAs = "organisation as it is said"
    case note
    case subject

    /// The most characters it takes.
    package var limit: Int {
        switch self {
        case .organisation, .role, .roleShort, .organisationAs, .name, .salutation, .subject: 200
        case .talkingPoint, .ownSentence, .note: 500
        }
    }

    /// What is told of a conversation may have been typed on several lines; it is set on one.
    private var takesLines: Bool { self == .talkingPoint || self == .ownSentence }

    /// It stands in letters as a name does, and nobody's address belongs there.
    private var isOneName: Bool {
        switch self {
        case .organisation, .role, .salutation, .roleShort, .organisationAs: true
        case .name, .talkingPoint, .ownSentence, .note, .subject: false
        }
    }

    /// `Tom Long <tom@example.org>`, or an address alone.
    private static func holdsAddress(_ text: String) -> Bool {
        guard text.contains("@") else { return false }
        return (try? EmailAddress(text)) != nil || (try? NameAndAddress(text))?.address != nil
    }

    /// The text without surrounding white space, if it may stand in this field. In Unicode NFC: two spellings that
    /// nobody can tell apart are one name.
    ///
    /// - Parameter isKnown: the ledger has it already, perhaps from a time when more was let in.
    package func admit(_ text: String, isKnown: Bool = false) throws(InputProblem) -> String {
        // Counted in scalars: a character can hide thousands of combining marks.
        guard text.unicodeScalars.count <= limit * 4 else { throw .tooLong(self, value: text, limit: limit) }
        let text = takesLines ? text.withLineFeeds : text
        let trimmed = String(text.trimmingBlanks())
        guard !trimmed.isEmpty else { throw .empty(self) }
        guard trimmed.count <= limit else { throw .tooLong(self, value: text, limit: limit) }
        let isAllowed: (Unicode.Scalar) -> Bool = { takesLines && $0 == "\n" }
        if let scalar = trimmed.unicodeScalars.first(where: { $0.isForbiddenInField && !isAllowed($0) }) {
            throw .forbiddenCharacter(self, value: text, scalar: scalar.value)
        }
        guard !isKnown else { return trimmed.precomposedStringWithCanonicalMapping }
        // What stands where bytes were that are no text.
        if trimmed.unicodeScalars.contains("\u{FFFD}") { throw .lostCharacter(self, value: text) }
        if Gap.isOne(trimmed, in: self) { throw .gap(self, value: text) }
        if isOneName, Self.holdsAddress(trimmed) { throw .person(self, value: text) }
        return trimmed.precomposedStringWithCanonicalMapping
    }
}

extension String {
    /// With LF for every line end, and none at either end.
    fileprivate var withLineFeeds: String {
        let ends: Set<Character> = ["\n", "\r\n", "\r"]
        guard contains(where: ends.contains) else { return self }
        let lines = split(whereSeparator: ends.contains).map { $0.trimmingBlanks() }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    /// Control, bidirectional-formatting, zero-width, blank and line-separating characters: none belongs in a
    /// name (Arabic and Hebrew names need none of them), and each can make one text look like another.
    package var isForbiddenInField: Bool {
        // ASCII has nothing but its controls; asking Unicode of each letter is slow.
        guard value >= 0x7F else { return value < 0x20 }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            true
        default: Self.invisible.contains(value)
        }
    }

    /// Fillers, joiners and blanks that Unicode files under letters, marks and symbols.
    private static let invisible: Set<UInt32> = [
        0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0,
    ]
}
