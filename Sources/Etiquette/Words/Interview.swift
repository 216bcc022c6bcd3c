import Foundation

/// One meeting, with the moment and the time zone in which it ended, and its panel.
package struct Interview: Hashable, Sendable {
    /// The number of an interview in the ledger.
    package typealias ID = Identifier<Interview>

    /// Over what it was held; it decides whether a letter may speak of meeting or seeing anybody.
    package enum Medium: String, Sendable, CaseIterable {
        case inPerson = "in-person"
        case video
        case telephone
    }

    /// Stays the same when the interview is edited.
    package let id: ID
    /// Of which role at which organisation it was a part.
    package let recruitment: Recruitment.ID
    /// When it ended: wall time and IANA zone, from which the instant follows.
    package let ended: ZonedTime
    /// Who was met, in the order that the user gave.
    package let panel: [PanelMember]
    /// To whom the decision-status message goes, where somebody was named; the agency with `viaAgency`.
    package let contact: Person?
    /// What was talked about with the contact at an agency.
    package let contactTalkingPoint: String?
    /// What the user would like to say to the contact at an agency, in a sentence of their own.
    package let contactOwnSentence: String?
    /// Nil where the user has not said.
    package let medium: Medium?
    /// The day by which a decision was promised.
    package let decisionBy: Day?
    /// Nobody on the panel is written to; one thank-you goes to the contact at the agency.
    package let viaAgency: Bool
    /// They called it off: nobody is thanked for it, and nothing is counted from its end.
    package var isCalledOff: Bool

    package init(
        id: ID, recruitment: Recruitment.ID, ended: ZonedTime, panel: [PanelMember], contact: Person?,
        decisionBy: Day?, viaAgency: Bool, isCalledOff: Bool = false, contactTalkingPoint: String? = nil,
        contactOwnSentence: String? = nil, medium: Medium? = nil
    ) {
        self.id = id
        self.recruitment = recruitment
        self.ended = ended
        self.panel = panel
        self.contact = contact
        self.decisionBy = decisionBy
        self.viaAgency = viaAgency
        self.isCalledOff = isCalledOff
        self.contactTalkingPoint = contactTalkingPoint
        self.contactOwnSentence = contactOwnSentence
        self.medium = medium
    }
}

extension Collection<Interview> {
    /// Those that count where a day or a person is decided upon: what was called off says something only where nothing else
    /// does.
    package var counting: [Interview] {
        let held = filter { !$0.isCalledOff }
        return held.isEmpty ? Array(self) : held
    }
}
