import Foundation

/// One meeting, with the moment and the time zone in which it ended, and its panel.
public struct Interview: Equatable, Sendable {
    /// The number of an interview in the ledger.
    public typealias ID = Identifier<Interview>

    /// Stays the same when the interview is edited.
    public let id: ID
    /// Of which role at which organisation it was a part.
    public let recruitment: Recruitment.ID
    /// When it ended: wall time and IANA zone, from which the instant follows.
    public let ended: ZonedTime
    /// Who was met, in the order that the user gave.
    public let panel: [PanelMember]
    /// To whom the decision-status message goes, where somebody was named; the agency with `viaAgency`.
    public let contact: Person?
    /// The day by which a decision was promised.
    public let decisionBy: Day?
    /// Nobody on the panel is written to; one thank-you goes to the contact at the agency.
    public let viaAgency: Bool
    /// They called it off: nobody is thanked for it, and nothing is counted from its end.
    public let isCalledOff: Bool

    /// As the ledger keeps it.
    public init(
        id: ID, recruitment: Recruitment.ID, ended: ZonedTime, panel: [PanelMember], contact: Person?,
        decisionBy: Day?, viaAgency: Bool, isCalledOff: Bool = false
    ) {
        self.id = id
        self.recruitment = recruitment
        self.ended = ended
        self.panel = panel
        self.contact = contact
        self.decisionBy = decisionBy
        self.viaAgency = viaAgency
        self.isCalledOff = isCalledOff
    }
}
