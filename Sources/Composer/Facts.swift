import Etiquette
import Text

/// What a message is worded from. An empty text counts as no value, so that nothing is sent with a blank.
package struct Facts: Equatable, Sendable {
    /// To whom the message goes.
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

    /// The role as it is said in a sentence: "Staff Nurse" of "Staff Nurse (Band 5), Ward 23". What an advertisement
    /// adds in brackets, behind a comma or behind a dash stands in the subject alone.
    package var shortRole: String {
        let ends = ["(", "[", ",", ";", " – ", " — ", " - ", " | "].compactMap {
            role.firstRange(of: $0)?.lowerBound
        }
        let short = role[..<(ends.min() ?? role.endIndex)].trimmingSpaces()
        return short.contains(where: \.isLetter) ? String(short) : role
    }

    /// What stands in a field of a body, or nil where nothing is known.
    func value(of field: TemplateField, language: Language) -> String? {
        let text =
            switch field {
            case .salutation: recipient.addressedAs
            case .recipient: recipient.name
            case .role: shortRole
            case .organisation: organisation
            case .interviewDate: language.text(for: interviewDay)
            case .talkingPoint: talkingPoint.map(Self.withoutFullStop) ?? ""
            case .sender: senderName
            }
        return text.isEmpty ? nil : text
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
