import Etiquette
import Foundation
import Ledger

/// What was done for an application, as somebody else may want to see it: interviews and contacts, each once.
package struct Activity: Equatable, Sendable {
    /// What it was.
    package enum What: Equatable, Sendable {
        case interview(Interview)
        /// - `returned`: when the mail came back, where it did.
        case contact(Contact, returned: Date?)
    }

    /// The end of the interview, or when it was said.
    package let time: Date
    /// The zone in which people read that.
    package let zone: TimeZone
    /// Absent for a contact that belongs to none.
    package let recruitment: Recruitment?
    package let what: What
}

extension Desk {
    /// Interviews and contacts, oldest first. One mail is one contact, whatever was made of it afterwards: what was taken
    /// back is left out with its taking back, and a mail that came back is one that says so.
    ///
    /// - Parameter zone: of a contact that belongs to no recruitment.
    package func activities(_ question: ContactFilter, zone: TimeZone) throws -> [Activity] {
        try ledger.read { try activities(question, zone: zone, in: $0) }
    }

    func activities(_ question: ContactFilter, zone: TimeZone, in transaction: LedgerTransaction) throws
        -> [Activity]
    {
        let filter = try filter(question, in: transaction)
        let contacts = try transaction.contacts(filter)
        let zones = try zones(of: contacts, in: transaction)
        let said = try standing(contacts, in: transaction).map { contact, returned in
            Activity(
                time: contact.time, zone: contact.recruitment.flatMap { zones[$0.id] } ?? zone,
                recruitment: contact.recruitment, what: .contact(contact, returned: returned))
        }
        // An interview is had over no channel.
        let met = try filter.channel == nil ? transaction.interviews(filter) : []
        let recruitments = try transaction.recruitments(Set(met.map(\.recruitment)))
        let activities =
            said
            + met.map { interview in
                Activity(
                    time: interview.ended.instant, zone: interview.ended.zone,
                    recruitment: recruitments[interview.recruitment], what: .interview(interview))
            }
        return activities.sorted { $0.time < $1.time }
    }

    /// The entries that count, each mail with when it came back.
    private func standing(_ contacts: [Contact], in transaction: LedgerTransaction) throws -> [(
        Contact, Date?
    )] {
        let takenBack = try transaction.takenBack()
        return contacts.compactMap { contact in
            guard contact.outcome != .undone, contact.outcome != .bounced else { return nil }
            switch takenBack[contact.id] {
            case nil: return (contact, nil)
            case .bounced(let time)?: return (contact, time)
            case .undone?: return nil
            }
        }
    }
}
