/// A field that a template may name, spelt as it stands between the braces.
package enum TemplateField: String, Sendable, CaseIterable {
    /// What stands after "Dear": the full name unless a salutation was set.
    case salutation
    /// The words with which the letter begins, as the language forms them from the salutation: "Guten Tag Maria Weber".
    case opening
    /// The full name of the recipient.
    case recipient
    /// As it is said in a sentence; in a subject, as it was advertised.
    case role
    /// As it is said in a sentence, with its article where it has one.
    case organisation
    /// What stands behind "to join": the organisation with its article, or its team where no article is known for certain.
    case employer
    /// The day of the interview in words.
    case interviewDate
    /// The day of the first interview, where there were several.
    case earlierDate
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
    /// Around what is true only of an interview that was held so.
    case inPerson, video, telephone
    /// Around what is said only to whom brought the news.
    case broughtNews

    /// It has no text, and stands around one.
    var isCondition: Bool {
        switch self {
        case .again, .inPerson, .video, .telephone, .broughtNews: true
        default: false
        }
    }

    /// Its value stands inside a sentence, or at the beginning of one.
    var standsInSentence: Bool {
        switch self {
        case .role, .organisation, .employer, .talkingPoint: true
        default: false
        }
    }
}
