import Etiquette
import Foundation
import Ledger

/// How the name of a person stands: as it is kept, who has confirmed it, and what else it is written as.
package struct NameStanding: Hashable, Sendable {
    package let person: Person
    /// Who or what confirmed this name; nil where nobody has yet.
    package let settled: SettledName?
    package let doubts: NameDoubts
}

extension Desk {
    /// How the name of the person meant by an id, an address or an exact name stands.
    package func nameStanding(of person: String) throws -> NameStanding {
        try ledger.read { try nameStanding(of: PersonLookup($0).person(meant: person), in: $0) }
    }

    /// How everybody's name stands, in the order in which they became known.
    package func nameStandings() throws -> [NameStanding] {
        try ledger.read { transaction in
            try transaction.peopleOnRecord().map { try nameStanding(of: $0, in: transaction) }
        }
    }

    /// The notices without those on what was settled since.
    package func open(_ notices: [Recorded.Notice]) throws -> [Recorded.Notice] {
        try ledger.read { transaction in
            try notices.filter { notice in
                switch notice {
                case .nameUnlikeAddress(let person), .unusualName(let person, _), .bareDomain(let person):
                    try transaction.settledName(of: person.id) == nil
                case .possibleDouble(let double): try !transaction.isToldApart(double)
                default: true
                }
            }
        }
    }

    func nameStanding(of person: Person, in transaction: LedgerTransaction) throws -> NameStanding {
        let settled = try transaction.settledName(of: person.id)
        return NameStanding(
            person: person, settled: settled?.name == person.name ? settled : nil,
            doubts: try NameRecord(transaction).doubts(about: person))
    }

    /// The user says that people are spelt as they are kept, whatever else was read: it is not asked again until a
    /// source says something new. What was held for it goes on.
    package func verify(_ people: [String], at now: Date) throws -> [NameStanding] {
        try ledger.write { transaction in
            try people.map { text in
                let person = try PersonLookup(transaction).person(reachable: text)
                try settle(person, by: .user, in: transaction, at: now)
                return try nameStanding(of: person, in: transaction)
            }
        }
    }

    /// A name that was settled once stays so, with the moment at which it was, until something new was read.
    func settle(_ person: Person, by source: NameSource, in transaction: LedgerTransaction, at now: Date)
        throws
    {
        let isOpen = try !transaction.unsettledNames(of: person.id).isEmpty
        if try isOpen || transaction.settledName(of: person.id)?.covers(person) != true {
            try transaction.settleName(of: person, by: source, at: now)
        }
        // Also where their own mail has settled it meanwhile, which lets nothing go.
        try letGo(person, in: transaction, at: now)
    }

    /// What was held for the name alone goes on.
    func letGo(_ person: Person, in transaction: LedgerTransaction, at now: Date) throws {
        for message in try transaction.messages(to: person.id)
        where message.state == .held && message.reason?.code == .nameInDoubt {
            try transaction.release(message.id)
            try reconsider(message.id, in: transaction, at: now)
        }
    }
}
