import Etiquette
import Foundation

/// An interview as the user or a file tells it, checked as a whole; the ledger has not seen it yet.
package struct InterviewRecord: Equatable, Sendable {
    /// Somebody on the panel.
    package struct Member: Equatable, Sendable {
        /// Name and, unless a card is to be posted, address.
        package let who: NameAndAddress
        /// What the user told of the conversation with this one person (rule `personal`).
        package let remark: Remark

        /// - Throws: `InputProblem` where what was told may not stand.
        package init(who: NameAndAddress, remark: Remark) throws(InputProblem) {
            self.who = who
            self.remark = try remark.admitted()
        }

        /// The same where nothing but a talking point is told.
        package init(who: NameAndAddress, talkingPoint: String?) throws(InputProblem) {
            try self.init(who: who, remark: Remark(talkingPoint: talkingPoint))
        }

        init(checked who: NameAndAddress, remark: Remark) {
            (self.who, self.remark) = (who, remark)
        }
    }

    package let organisation: String
    /// As it was advertised.
    package let role: String
    /// When the interview ended, in its own zone.
    package let ended: ZonedTime
    /// Everybody who interviewed, in the order given.
    package let panel: [Member]
    /// Whom to ask for the decision; the agency with `viaAgency`.
    package let contact: NameAndAddress?
    /// The day by which they promised the decision.
    package let decisionBy: Day?
    /// Only the contact is written to.
    package let viaAgency: Bool
    /// In which voice the messages of the recruitment are worded; nil where nothing is said of it.
    package let voice: Voice?
    /// What was told of the conversation with the contact, which counts for one at an agency.
    package let contactRemark: Remark
    /// How role and organisation are said in a sentence; nil where nothing is said of it.
    package let saying: Saying
    /// Over what it was held; nil where nothing is said of it.
    package let medium: Interview.Medium?

    /// How role and organisation are said in a sentence; nil where the program finds that out by itself.
    package struct Saying: Equatable, Sendable {
        /// "Staff Nurse", before "role".
        package var role: String?
        /// "the University of Leeds", behind "work at".
        package var organisation: String?

        package init(role: String? = nil, organisation: String? = nil) {
            self.role = role
            self.organisation = organisation
        }
    }

    /// - Parameter isKnown: what it tells is on record, or was let in before.
    /// - Throws: `InputProblem` for a field that may not stand, `RecordProblem` for fields that don't go together.
    package init(
        organisation: String, role: String, ended: ZonedTime, panel: [Member], contact: NameAndAddress?,
        decisionBy: Day?, viaAgency: Bool, voice: Voice? = nil, contactRemark: Remark = Remark(),
        saying: Saying = Saying(), medium: Interview.Medium? = nil, isKnown: Bool = false
    ) throws {
        self.organisation = try Field.organisation.admit(organisation, isKnown: isKnown)
        self.role = try Field.role.admit(role, isKnown: isKnown)
        self.ended = ended
        self.panel = panel
        self.contact = contact
        self.decisionBy = decisionBy
        self.viaAgency = viaAgency
        self.voice = voice
        self.contactRemark = try contactRemark.admitted(isKnown: isKnown)
        self.saying = Saying(
            role: try saying.role.admitted(by: .roleShort, isKnown: isKnown),
            organisation: try saying.organisation.admitted(by: .organisationAs, isKnown: isKnown))
        self.medium = medium
        try checkTogether()
    }

    private func checkTogether() throws(RecordProblem) {
        guard !panel.isEmpty else { throw .noPanel }
        var seen: [String: NameAndAddress] = [:]
        for member in panel {
            let other = seen.updateValue(member.who, forKey: member.who.address?.key ?? member.who.name)
            if let other { throw .twiceOnPanel(member.who, as: other) }
        }
        if let decisionBy, decisionBy < ended.wall.day {
            throw .decisionBeforeInterview(decisionBy, ended: ended.wall.day)
        }
        if viaAgency, contact == nil { throw .agencyWithoutContact }
        // Nothing is said to a contact who took no part, but for the question about the decision.
        if let contact, !viaAgency, contactRemark.talkingPoint != nil || contactRemark.ownSentence != nil {
            throw .talkingPointForStranger(contact.name)
        }
    }
}

/// What does not go together in an interview, or with what the ledger already has.
package enum RecordProblem: Error, Equatable, Sendable {
    case noPanel
    /// The same name, or the same address as somebody else's.
    case twiceOnPanel(NameAndAddress, as: NameAndAddress)
    /// The address is one of the user's own: nobody thanks themselves.
    case yourself(NameAndAddress)
    /// Something was told of a conversation with somebody who took no part.
    case talkingPointForStranger(String)
    case decisionBeforeInterview(Day, ended: Day)
    case agencyWithoutContact
    /// It has not ended yet at the moment given.
    case inFuture(ZonedTime, now: Date)
    /// The interview is known, with another panel, contact, promise or talking point.
    case differs(Interview.ID, what: Difference)
    /// The address belongs to a person who is known under another name (rule `names-right`).
    case otherName(known: Person, given: String)

    /// In what a known interview differs from the one given.
    package enum Difference: String, Sendable {
        case panel, contact, talkingPoint, ownSentence, greeting, decisionBy, viaAgency, voice, saying, medium
    }
}
