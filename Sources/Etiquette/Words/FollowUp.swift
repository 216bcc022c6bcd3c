/// What courtesy asks for after an interview. It exists once, for ever.
package struct FollowUp: Hashable, Sendable {
    /// What a follow-up is for; spelt as other programs read it.
    package enum Kind: String, Sendable, CaseIterable {
        case thankYou = "thank-you"
        case decisionStatus = "decision-status"
        case feedbackRequest = "feedback-request"
    }

    /// What makes a follow-up the same follow-up (rules `thank-each` and `not-too-much`).
    package enum Identity: Hashable, Sendable {
        /// One thank-you per person and interview.
        case thankYou(Interview.ID, Person.ID)
        /// One question about the decision per recruitment.
        case decisionStatus(Recruitment.ID)
        /// One request for feedback per recruitment.
        case feedbackRequest(Recruitment.ID)
    }

    /// What it exists once for.
    package let identity: Identity
    package let recruitment: Recruitment.ID
    /// The one person it is for.
    package let recipient: Person.ID

    /// A follow-up of that identity, for one person.
    package init(identity: Identity, recruitment: Recruitment.ID, recipient: Person.ID) {
        self.identity = identity
        self.recruitment = recruitment
        self.recipient = recipient
    }

    package var kind: Kind {
        switch identity {
        case .thankYou: .thankYou
        case .decisionStatus: .decisionStatus
        case .feedbackRequest: .feedbackRequest
        }
    }

    /// The interview that a thank-you belongs to; the other kinds belong to the recruitment alone.
    package var interview: Interview.ID? {
        if case .thankYou(let interview, _) = identity { interview } else { nil }
    }
}
