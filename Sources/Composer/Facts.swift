import Etiquette
import Text

/// What a message is worded from. An empty text counts as no value, so that nothing is sent with a blank.
package struct Facts: Equatable, Sendable {
    package var recipient: Person
    /// The role that the interview was for.
    package var role: String
    /// The organisation that offers it, also where an agency stands between.
    package var organisation: String
    /// The day on which the interview ended, in its own zone.
    package var interviewDay: Day
    /// Something from the conversation with this one person (rule `personal`), as a noun phrase.
    package var talkingPoint: String?
    /// The sender's full name, as it signs.
    package var senderName: String
    /// The recipient arranged the interview and was not on the panel.
    package var isAgencyContact: Bool
    /// What the sender would like to say, in a sentence of their own: a paragraph as it stands, behind what a template says
    /// of the topic.
    package var ownSentence: String?
    /// The role and the organisation as the sender says them in a sentence; nil where that was not told.
    package var roleShort: String?
    package var organisationAs: String?
    /// Over what the interview was held; nil where that is not known.
    package var medium: Interview.Medium?
    /// The recipient was at an earlier interview of this recruitment, too.
    package var isSecondMeeting = false
    /// The recipient was at an interview of another recruitment before.
    package var wasMetBefore = false
    /// The day by which they said that they would decide, where it came after the last interview.
    package var promisedDay: Day?
    /// Who interviewed, where the recipient did not.
    package var met: [String] = []
    /// The day of the first interview, where there were several.
    package var earlierDay: Day?
    /// The recipient brought the news that is answered.
    package var hasBroughtNews = false

    /// The texts as the door admitted them.
    package init(
        recipient: Person, role: String, organisation: String, interviewDay: Day, talkingPoint: String?,
        senderName: String, isAgencyContact: Bool = false
    ) {
        self.recipient = recipient
        self.role = role
        self.organisation = organisation
        self.interviewDay = interviewDay
        self.talkingPoint = talkingPoint
        self.senderName = senderName
        self.isAgencyContact = isAgencyContact
    }

    /// Whether the own sentence names the topic itself, so that nobody else need.
    var saysTopic: Bool {
        guard let ownSentence, let talkingPoint else { return false }
        let topic = TokenizedText(Self.withoutFullStop(talkingPoint))
        return !TokenizedText(ownSentence).occurrences(of: topic).isEmpty
    }

    /// What stands in a field of a body, or nil where nothing is known.
    func value(of field: TemplateField, language: Language) -> String? {
        let text =
            switch field {
            case .salutation: language.called(recipient)
            case .opening: language.opening(for: language.called(recipient))
            // Names are kept as they were typed; in a letter one blank is enough.
            case .recipient: Layout.line(recipient.name)
            case .role: language.role(of: self)
            case .jobTitle: language.jobTitle(of: self)
            case .organisation, .employer: language.organisation(of: self)
            case .interviewDate: language.text(for: interviewDay)
            case .earlierDate: earlierDay.map(language.text) ?? ""
            case .decisionDate: promisedDay.map(language.text) ?? ""
            case .met: language.list(of: met.map(Layout.line)) ?? ""
            case .talkingPoint: talkingPoint.map(Self.withoutFullStop) ?? ""
            case .ownSentence: ownSentence ?? ""
            case .sender: senderName
            case .again, .metBefore, .inPerson, .video, .telephone, .broughtNews:
                holds(field) ? field.rawValue : ""
            }
        return text.isEmpty ? nil : text
    }

    /// Whether what a condition names is so.
    private func holds(_ field: TemplateField) -> Bool {
        switch field {
        case .again: isSecondMeeting
        case .metBefore: wasMetBefore
        case .inPerson: medium == .inPerson
        case .video: medium == .video
        case .telephone: medium == .telephone
        case .broughtNews: hasBroughtNews
        default: false
        }
    }

    /// A talking point stands inside a sentence: the full stop that ends it is dropped, one of an
    /// abbreviation ("the U.S.") is not.
    static func withoutFullStop(_ text: String) -> String {
        guard text.hasSuffix("."), text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 1 else {
            return text
        }
        return String(text.dropLast())
    }
}
