import Foundation

/// Rule `personal`: each note carries something from the conversation with that one person.
public enum Personal {
    /// A note without a talking point is impersonal, and says so before it is queued.
    public static func isImpersonal(talkingPoint: String?) -> Bool {
        talkingPoint?.allSatisfy(\.isWhitespace) ?? true
    }

    /// Whether a talking point is a sentence of its own, which does not follow "our conversation about": it ends like
    /// one, or begins with a pronoun.
    public static func isSentence(talkingPoint: String) -> Bool {
        let text = talkingPoint.trimmingCharacters(in: .whitespaces)
        guard let last = text.last else { return false }
        // The pronoun of "it's" and "they've" ends at the apostrophe; "IT" is a trade.
        let first = String(text.prefix(while: \.isLetter))
        return ".!?".contains(last) || pronouns.contains(first)
    }

    private static let pronouns = Set(
        ["We", "You", "They", "He", "She", "It"].flatMap { [$0, $0.lowercased()] } + ["I"])
}
