/// A person on the panel of one interview, with the talking point of that conversation.
public struct PanelMember: Equatable, Sendable {
    /// Who was met.
    public let person: Person
    /// Something from the conversation with this one person (rule `personal`).
    public let talkingPoint: String?

    /// As the ledger keeps it.
    public init(person: Person, talkingPoint: String?) {
        self.person = person
        self.talkingPoint = talkingPoint
    }
}
