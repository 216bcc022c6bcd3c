/// Rule `personal`: each note carries something from the conversation with that one person.
public enum Personal {
    /// A note without a talking point is impersonal, and says so before it is queued.
    public static func isImpersonal(talkingPoint: String?) -> Bool {
        talkingPoint?.allSatisfy(\.isWhitespace) ?? true
    }
}
