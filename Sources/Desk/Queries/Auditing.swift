import Etiquette
import Foundation
import Ledger

/// Something that an audit of the ledger found.
package enum AuditFinding: Equatable, Sendable {
    /// SQLite's own words about a damaged file.
    case damaged(String)
    /// A sent message without its one contact, or a contact of a message that was not sent.
    case sentWithoutContact(Message.ID)
    case contactWithoutSent(Contact.ID, Message.ID)
    /// Handed over, with the outcome never recorded; the next sender makes it unconfirmed.
    case leftHandedOver(Message.ID)
    /// Something that the user did and the advice warns of.
    case againstAdvice(Contact, AdviceRule)

    /// Whether the ledger itself is at fault, rather than the user's manners.
    package var isFault: Bool {
        if case .againstAdvice = self { false } else { true }
    }
}

extension Desk {
    /// The contacts that were had, oldest first.
    package func audit(_ question: ContactFilter) throws -> [Contact] {
        try ledger.read { try $0.contacts(filter(question, in: $0)) }
    }

    /// The newest contacts, the last that was written first.
    ///
    /// - Parameter last: at which the page before this one ended; nil for the first page.
    package func auditPage(_ question: ContactFilter, before last: Contact.ID?, limit: Int) throws
        -> (contacts: [Contact], next: Contact.ID?)
    {
        let found = try ledger.read {
            try $0.newestContacts(filter(question, in: $0), before: last, limit: limit + 1)
        }
        let contacts = Array(found.prefix(limit))
        return (contacts, found.count > limit ? contacts.last?.id : nil)
    }

    /// With the people whom the text for a person means, which may be an id, an address or an exact name; where many
    /// answer to it, it is a part of name or address.
    ///
    /// - Throws: `DeskProblem.noSuchPerson`, or `LedgerProblem.noSuch`, for somebody or a recruitment that is not there.
    func filter(_ question: ContactFilter, in transaction: LedgerTransaction) throws -> ContactFilter {
        var filter = question
        if let person = question.person,
            case .few(let people) = try PersonLookup(transaction).people(meant: person)
        {
            filter.people = people.map(\.id)
        }
        if let recruitment = question.recruitment { _ = try transaction.recruitment(recruitment) }
        return filter
    }

    /// Proves that the database is whole and that every sent message has its one contact; names what went
    /// against the advice.
    package func check() throws -> [AuditFinding] {
        let damage = try ledger.complaints().map(AuditFinding.damaged)
        return try ledger.read { transaction in
            let missing = try transaction.sentWithoutContact().map(AuditFinding.sentWithoutContact)
            let surplus = try transaction.contactsOfUnsent().map {
                AuditFinding.contactWithoutSent($0.contact, $0.message)
            }
            let left = try transaction.messages(in: [.handedOver]).map { AuditFinding.leftHandedOver($0.id) }
            let manners = try transaction.contacts().compactMap { contact in
                contact.againstAdvice.map { AuditFinding.againstAdvice(contact, $0) }
            }
            return damage + missing + surplus + left + manners
        }
    }
}

extension Desk {
    /// The zones in which the times of contacts are read: those of the last interviews of their recruitments.
    package func zones(of contacts: [Contact]) throws -> [Recruitment.ID: TimeZone] {
        try ledger.read { try zones(of: contacts, in: $0) }
    }

    func zones(of contacts: [Contact], in transaction: LedgerTransaction) throws -> [Recruitment.ID: TimeZone]
    {
        try transaction.zones(of: Set(contacts.compactMap(\.recruitment?.id)))
    }
}
