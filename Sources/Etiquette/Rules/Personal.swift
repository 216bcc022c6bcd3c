/// Rule `personal`: each note carries something from the conversation with that one person.
package enum Personal {
    /// A note with neither a topic nor a sentence of one's own is impersonal, and says so before it is queued.
    package static func isImpersonal(talkingPoint: String?, ownSentence: String? = nil) -> Bool {
        [talkingPoint, ownSentence].allSatisfy { $0?.allSatisfy(\.isWhitespace) ?? true }
    }
}
