/// A person on the panel of one interview, with the talking point of that conversation.
package struct PanelMember: Hashable, Sendable {
    /// Who was met.
    package let person: Person
    /// Something from the conversation with this one person (rule `personal`).
    package let talkingPoint: String?

    /// As the ledger keeps it.
    package init(person: Person, talkingPoint: String?) {
        self.person = person
        self.talkingPoint = talkingPoint
    }
}
