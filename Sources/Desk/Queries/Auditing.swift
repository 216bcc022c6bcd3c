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
    package struct AuditQuestion: Equatable, Sendable {
        /// An id, an address, an exact name, or a part of name or address.
        package var person: String?
        /// A part of the organisation's name, upper and lower case alike.
        package var organisation: String?
        package var recruitment: Recruitment.ID?
        package var since: Date?
        /// Not included.
        package var until: Date?
        package var channel: Channel?

        package init() {}
    }

    /// The contacts that were had, oldest first.
    package func audit(_ question: AuditQuestion) throws -> [Contact] {
        try ledger.read { try $0.contacts(filter(question, in: $0)) }
    }

    /// The newest contacts, the last that was written first.
    ///
    /// - Parameter last: at which the page before this one ended; nil for the first page.
    package func auditPage(_ question: AuditQuestion, before last: Contact.ID?, limit: Int) throws
        -> (contacts: [Contact], next: Contact.ID?)
    {
        let found = try ledger.read {
            try $0.newestContacts(filter(question, in: $0), before: last, limit: limit + 1)
        }
        let contacts = Array(found.prefix(limit))
        return (contacts, found.count > limit ? contacts.last?.id : nil)
    }

    /// - Throws: `DeskProblem.noSuchPerson`, or `LedgerProblem.noSuch`, for somebody or a recruitment that is not there.
    func filter(_ question: AuditQuestion, in transaction: LedgerTransaction) throws -> ContactFilter {
        var filter = ContactFilter()
        if let person = question.person {
            switch try PersonLookup(transaction).people(meant: person) {
            case .few(let people): filter.people = people.map(\.id)
            case .many: filter.personHolding = person
            }
        }
        filter.organisation = question.organisation
        filter.recruitment = try question.recruitment.map { try transaction.recruitment($0).id }
        filter.since = question.since
        filter.until = question.until
        filter.channel = question.channel
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
