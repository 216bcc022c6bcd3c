/// A person on the panel of one interview, with what the user told of that conversation.
package struct PanelMember: Hashable, Sendable {
    package let person: Person
    /// Something from the conversation with this one person (rule `personal`).
    package let talkingPoint: String?
    /// What the user would like to say to them about it, in a sentence of their own, as it was typed.
    package let ownSentence: String?

    package init(person: Person, talkingPoint: String?, ownSentence: String? = nil) {
        self.person = person
        self.talkingPoint = talkingPoint
        self.ownSentence = ownSentence
    }
}
