import Etiquette
import Foundation
import Ledger

/// Everything about one person, across recruitments and employers (rule `professional`).
package struct History: Equatable, Sendable {
    /// An interview with the recruitment that it belongs to.
    package struct Meeting: Equatable, Sendable {
        /// Where the person sat on the panel, or was the contact.
        package let interview: Interview
        package let recruitment: Recruitment
    }

    package let person: Person
    /// In the order in which they ended.
    package let interviews: [Meeting]
    /// Every message to the person, in any state, oldest due first.
    package let messages: [Message.ID]
    /// Every contact with the person, oldest first.
    package let contacts: [Contact]

    /// The zone in which to read a contact's time: that of the last interview of its recruitment.
    package func zone(of contact: Contact) -> TimeZone? {
        interviews.last { $0.recruitment.id == contact.recruitment?.id }?.interview.ended.zone
    }
}

extension Desk {
    /// The interviews that ended after a moment, or are still to end, in the order in which they do.
    package func meetings(after moment: Date) throws -> [History.Meeting] {
        try ledger.read { transaction in
            try transaction.interviews(endingAfter: moment).map {
                History.Meeting(interview: $0, recruitment: try transaction.recruitment($0.recruitment))
            }
        }
    }

    /// The history of the person meant by an id, an address or an exact name.
    package func history(of person: String) throws -> History {
        try ledger.read { transaction in
            let person = try PersonLookup(transaction).person(meant: person)
            var filter = ContactFilter()
            filter.people = [person.id]
            return History(
                person: person,
                interviews: try transaction.interviews(with: person.id).map {
                    History.Meeting(interview: $0, recruitment: try transaction.recruitment($0.recruitment))
                },
                messages: try transaction.messages(to: person.id).map(\.id),
                contacts: try transaction.contacts(filter))
        }
    }
}
