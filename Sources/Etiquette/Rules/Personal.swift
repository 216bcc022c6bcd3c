/// Rule `personal`: each note carries something from the conversation with that one person.
package enum Personal {
    /// A note without a talking point is impersonal, and says so before it is queued.
    package static func isImpersonal(talkingPoint: String?) -> Bool {
        talkingPoint?.allSatisfy(\.isWhitespace) ?? true
    }
}
