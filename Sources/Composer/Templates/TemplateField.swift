/// A field that a template may name, spelt as it stands between the braces.
package enum TemplateField: String, Sendable, CaseIterable {
    /// What stands after "Dear": the full name unless a salutation was set.
    case salutation
    /// The full name of the recipient.
    case recipient
    case role
    case organisation
    /// The day of the interview in words.
    case interviewDate
    case talkingPoint
    /// The full name of the sender.
    case sender
}
