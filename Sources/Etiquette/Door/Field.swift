/// A field that a person or a file fills in, with its limit.
public enum Field: String, Sendable, CaseIterable {
    case organisation
    case role
    case name
    case salutation
    case talkingPoint = "talking point"
    case note
    case subject

    /// The most characters it takes.
    public var limit: Int {
        switch self {
        case .organisation, .role, .name, .salutation, .subject: 200
        case .talkingPoint, .note: 500
        }
    }

    /// The text without surrounding white space, if it may stand in this field.
    public func admit(_ text: String) throws(InputProblem) -> String {
        // Counted in scalars: a character can hide thousands of combining marks.
        guard text.unicodeScalars.count <= limit * 4 else { throw .tooLong(self, value: text, limit: limit) }
        let trimmed = text.trimmingWhitespace()
        guard !trimmed.isEmpty else { throw .empty(self) }
        guard trimmed.count <= limit else { throw .tooLong(self, value: text, limit: limit) }
        if let scalar = trimmed.unicodeScalars.first(where: \.isForbiddenInField) {
            throw .forbiddenCharacter(self, value: text, scalar: scalar.value)
        }
        return trimmed
    }
}

extension StringProtocol {
    /// Without white space at either end; line breaks stay, for the door to refuse.
    fileprivate func trimmingWhitespace() -> String {
        let start = firstIndex { !($0 == " " || $0 == "\t" || $0 == "\u{A0}") } ?? endIndex
        let end = lastIndex { !($0 == " " || $0 == "\t" || $0 == "\u{A0}") }.map(index(after:)) ?? start
        return String(self[start..<end])
    }
}

extension Unicode.Scalar {
    /// Control, bidirectional-formatting, zero-width and line-separating characters: none belongs in a name
    /// (Arabic and Hebrew names need none of them), and each can make one text look like another.
    public var isForbiddenInField: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: value == 0x115F || value == 0x1160 || value == 0x3164 || value == 0xFFA0 || value == 0x034F
        }
    }
}
