/// A field that a template may name, spelt as it stands between the braces.
package enum TemplateField: String, Sendable, CaseIterable {
    /// What stands after "Dear": the full name unless a salutation was set.
    case salutation
    /// The words with which the letter begins, as the language forms them from the salutation: "Guten Tag Maria Weber".
    case opening
    /// The full name of the recipient.
    case recipient
    /// As it is said in a sentence.
    case role
    /// The role where it stands alone: with its field and the number of the vacancy, without pay, grade, hours and terms.
    case jobTitle
    /// As it is said in a sentence, with its article where it has one.
    case organisation
    /// The same, in templates of an earlier release.
    case employer
    /// The day of the interview in words.
    case interviewDate
    /// The day of the first interview, where there were several.
    case earlierDate
    /// The day by which they said that they would decide.
    case decisionDate
    /// Who interviewed, where the recipient did not.
    case met
    case talkingPoint
    /// A sentence of the sender's own. A template need not name it: it is set where the section on the talking point
    /// stands, and in its place.
    case ownSentence
    /// The full name of the sender.
    case sender
    /// Around what is said only to somebody who was met in an earlier round.
    case again
    /// Around what is said only to somebody who was met in another recruitment.
    case metBefore
    /// Around what is true only of an interview that was held so.
    case inPerson, video, telephone
    /// Around what is said only to whom brought the news.
    case broughtNews

    /// It has no text, and stands around one.
    var isCondition: Bool {
        switch self {
        case .again, .metBefore, .inPerson, .video, .telephone, .broughtNews: true
        default: false
        }
    }

    /// Its value stands inside a sentence, or at the beginning of one.
    var standsInSentence: Bool {
        switch self {
        case .role, .jobTitle, .organisation, .employer, .talkingPoint: true
        default: false
        }
    }
}
