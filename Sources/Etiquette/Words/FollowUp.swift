/// What courtesy asks for after an interview. It exists once, for ever.
public struct FollowUp: Hashable, Sendable {
    /// What a follow-up is for; spelt as other programs read it.
    public enum Kind: String, Sendable, CaseIterable {
        case thankYou = "thank-you"
        case decisionStatus = "decision-status"
        case feedbackRequest = "feedback-request"
    }

    /// What makes a follow-up the same follow-up (rules `thank-each` and `not-too-much`).
    public enum Identity: Hashable, Sendable {
        /// One thank-you per person and interview.
        case thankYou(Interview.ID, Person.ID)
        /// One question about the decision per recruitment.
        case decisionStatus(Recruitment.ID)
        /// One request for feedback per recruitment.
        case feedbackRequest(Recruitment.ID)
    }

    /// What it exists once for.
    public let identity: Identity
    /// The recruitment that it belongs to.
    public let recruitment: Recruitment.ID
    /// The one person it is for.
    public let recipient: Person.ID

    /// A follow-up of that identity, for one person.
    public init(identity: Identity, recruitment: Recruitment.ID, recipient: Person.ID) {
        self.identity = identity
        self.recruitment = recruitment
        self.recipient = recipient
    }

    /// What it is for.
    public var kind: Kind {
        switch identity {
        case .thankYou: .thankYou
        case .decisionStatus: .decisionStatus
        case .feedbackRequest: .feedbackRequest
        }
    }

    /// The interview that a thank-you belongs to; the other kinds belong to the recruitment alone.
    public var interview: Interview.ID? {
        if case .thankYou(let interview, _) = identity { interview } else { nil }
    }
}
