import Etiquette
import Foundation
import Ledger
import Text

extension NameAndAddress {
    /// Somebody whom the ledger knows, and whose name and address were checked when it learnt them.
    init(recorded person: Person) { self.init(checkedName: person.name, address: person.address) }
}

/// What of a person is to be mended; nil stays as it is.
package struct PersonChanges: Equatable, Sendable {
    /// As the person writes it.
    package var name: String?
    /// Where the person reads mail.
    package var address: EmailAddress?
    /// An empty text takes the salutation back: "Dear" and the full name again.
    package var salutation: String?

    /// What is nil stays as it is.
    package init(name: String?, address: EmailAddress?, salutation: String?) {
        self.name = name
        self.address = address
        self.salutation = salutation
    }
}

extension Desk {
    /// Mends a name, an address or a salutation, and with it every message to that person that has not left
    /// (rule `names-right`): what was approved is a draft again.
    ///
    /// - Parameter seen: what was shown of them; nil where nothing was.
    /// - Throws: `DeskProblem.recordChangedMeanwhile` where something else was shown.
    package func edit(_ person: String, _ changes: PersonChanges, seen: Seen? = nil, at now: Date) throws
        -> Mended
    {
        try ledger.write { transaction in
            let old = try PersonLookup(transaction).person(reachable: person)
            if let seen, seen != Seen(old) { throw DeskProblem.recordChangedMeanwhile }
            let mended = Person(
                id: old.id, name: try changes.name.map { text in try Field.name.admit(text) } ?? old.name,
                address: changes.address ?? old.address, salutation: try changes.salutation(of: old))
            guard mended != old else { throw DeskProblem.nothingToChange }
            try refuseClash(mended, in: transaction)
            let recruitments = try transaction.recruitments(with: old.id).map(\.id)
            let all = try recruitments.flatMap(transaction.messages(of:))
            let before = Set(all.map(\.id))
            // What names them follows, whoever gets it.
            let own = try transaction.messages(to: old.id)
            let messages = own + all.filter { $0.recipient.id != old.id && $0.body.contains(old.name) }
            let was = try facts(of: messages, in: transaction)
            try transaction.update(mended)
            if mended.name != old.name {
                try transaction.see(SeenName(old.name, source: .user, time: now), of: old.id, isSettled: true)
                // Who takes the spelling of a source settles the name by that source; a form that no letter has is still
                // asked about.
                let source = try transaction.unsettledNames(of: old.id).first { $0.text == mended.name }?
                    .source
                if NameForm(of: mended.name) == nil {
                    try transaction.settleName(of: mended, by: source ?? .user, at: now)
                }
            }
            let drafting = try drafting(in: transaction)
            for message in messages { try drafting.renew(message.id, was: was[message.id], at: now) }
            if mended.name != old.name { try letGo(mended, in: transaction, at: now) }
            for id in recruitments { try drafting.askIfNobodyWasAsked(in: drafting.recruitment(id)) }
            let after = try recruitments.flatMap(transaction.messages(of:)).filter { !before.contains($0.id) }
            return Mended(
                changed: try moved(messages, in: transaction) + after, notices: [])
        }
    }
}

extension Desk {
    /// One address is one person, and so is one name without an address within a recruitment.
    private func refuseClash(_ mended: Person, in transaction: LedgerTransaction) throws {
        if let address = mended.address, let other = try transaction.person(at: address),
            other.id != mended.id
        {
            throw DeskProblem.addressTaken(by: other)
        }
        guard mended.address == nil else { return }
        for recruitment in try transaction.recruitments(with: mended.id) {
            if let other = try transaction.person(named: mended.name, in: recruitment.id),
                other.id != mended.id
            {
                throw DeskProblem.nameTaken(by: other)
            }
        }
    }
}

extension Desk {
    /// As they are now, those of some messages that are not as they were: their recipient's own data, which were just
    /// mended, apart.
    private func moved(_ messages: [Message], in transaction: LedgerTransaction) throws -> [Message] {
        try zip(messages, transaction.messages(messages.map(\.id))).filter { old, new in
            new.state != old.state || new.body != old.body || new.due != old.due
                || new.revision != old.revision
        }.map(\.1)
    }
}

extension PersonChanges {
    fileprivate func salutation(of old: Person) throws(InputProblem) -> String? {
        guard let salutation else { return old.salutation }
        return salutation.isEmpty ? nil : try Field.salutation.admit(salutation)
    }
}
