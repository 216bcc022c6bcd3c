import Etiquette

/// The sorts of templates. A file belongs to the variant whose raw value is its name, or the longest beginning of
/// its name before a hyphen: `thank-you-card-2` and `thank-you-card-mine` word cards.
package enum Variant: String, Sendable, CaseIterable {
    case thankYou = "thank-you"
    /// To the contact at an agency: nobody on the panel is written to.
    case thankYouAgency = "thank-you-agency"
    /// To print and post.
    case thankYouCard = "thank-you-card"
    case decisionStatus = "decision-status"
    case feedbackRequest = "feedback-request"

    /// The variant that words a message; the contact at an agency is thanked as such over any channel.
    package init(kind: FollowUp.Kind, channel: Channel, isAgencyContact: Bool) {
        switch kind {
        case .thankYou where isAgencyContact: self = .thankYouAgency
        case .thankYou where channel == .post: self = .thankYouCard
        case .thankYou: self = .thankYou
        case .decisionStatus: self = .decisionStatus
        case .feedbackRequest: self = .feedbackRequest
        }
    }

    /// The variant that a template of this name belongs to, or nil.
    package init?(templateName: String) {
        let fitting = Self.allCases.filter {
            templateName == $0.rawValue || templateName.hasPrefix($0.rawValue + "-")
        }
        guard let longest = fitting.max(by: { $0.rawValue.utf8.count < $1.rawValue.utf8.count }) else {
            return nil
        }
        self = longest
    }

    /// The kind of message that it words.
    package var kind: FollowUp.Kind {
        switch self {
        case .thankYou, .thankYouAgency, .thankYouCard: .thankYou
        case .decisionStatus: .decisionStatus
        case .feedbackRequest: .feedbackRequest
        }
    }

    /// The fields that its templates may name. A talking point belongs to a thank-you: in the other kinds it
    /// would be a second pitch (advice.md, "What each message must be").
    package var fields: Set<TemplateField> {
        let ofThankYou: Set<TemplateField> = [.talkingPoint, .ownSentence, .again, .metBefore]
        let ofQuestion: Set<TemplateField> = [.met, .earlierDate, .decisionDate]
        let ofFeedback: Set<TemplateField> = [.broughtNews]
        let strange =
            switch kind {
            case .thankYou: ofQuestion.union(ofFeedback)
            case .decisionStatus: ofThankYou.union(ofFeedback)
            case .feedbackRequest: ofThankYou.union(ofQuestion)
            }
        return Set(TemplateField.allCases).subtracting(strange)
    }

    /// Whether two messages of this variant may never have the same words (rule `thank-each`).
    var wordsAreUsedOnce: Bool { kind == .thankYou }
}
