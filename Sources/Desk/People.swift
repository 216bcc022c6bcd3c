import Etiquette
import Foundation
import Ledger

extension Books {
    /// The one person meant by an id, an address or an exact name.
    func person(meant text: String) throws -> Person {
        if let number = Int64(text) { return try person(Identifier(rawValue: number)) }
        if let address = try? EmailAddress(text), let person = try person(at: address) { return person }
        let namesakes = try people(named: text.precomposedStringWithCanonicalMapping)
        guard let first = namesakes.first else { throw DeskProblem.noSuchPerson(text) }
        guard namesakes.count == 1 else { throw DeskProblem.severalPeople(text, namesakes) }
        return first
    }

    /// The same, or somebody new in the form `Name <address>`: news often comes from a stranger.
    func person(meant text: String, orNewIn recruitment: Recruitment.ID) throws -> Person {
        guard text.contains("<") else { return try person(meant: text) }
        return try known(NameAndAddress(text), in: recruitment)
    }
}

extension NameAndAddress {
    /// Somebody whom the ledger knows, and whose name and address were checked when it learnt them.
    init(recorded person: Person) {
        self.init(checkedName: person.name, address: person.address)
    }
}

/// What of a person is to be mended; nil stays as it is.
public struct PersonChanges: Equatable, Sendable {
    /// As the person writes it.
    public var name: String?
    /// Where the person reads mail.
    public var address: EmailAddress?
    /// An empty text takes the salutation back: "Dear" and the full name again.
    public var salutation: String?

    /// What is nil stays as it is.
    public init(name: String?, address: EmailAddress?, salutation: String?) {
        self.name = name
        self.address = address
        self.salutation = salutation
    }
}

extension Desk {
    /// Mends a name, an address or a salutation, and with it every message to that person that has not left
    /// (rule `names-right`): what was approved is a draft again.
    public func edit(_ person: String, _ changes: PersonChanges, at now: Date) throws -> Mended {
        try ledger.write { books in
            let old = try books.person(meant: person)
            let mended = Person(
                id: old.id, name: try changes.name.map { text in try Field.name.admit(text) } ?? old.name,
                address: changes.address ?? old.address, salutation: try changes.salutation(of: old))
            guard mended != old else { throw DeskProblem.nothingToChange }
            if let address = changes.address, let other = try books.person(at: address), other.id != old.id {
                throw DeskProblem.addressTaken(by: other)
            }
            try books.update(mended)
            let touched = try books.recruitments(with: old.id).map(\.id)
            let before = try touched.flatMap(books.messages(of:))
            let drafting = Drafting(desk: self, books: books, templates: try templates())
            try drafting.follow(old, to: mended, at: now)
            let after = try touched.flatMap(books.messages(of:))
            return Mended(
                changed: after.filter { message in
                    guard let known = before.first(where: { $0.id == message.id }) else { return true }
                    return known.state != message.state || known.body != message.body
                        || known.due != message.due
                        || known.channel != message.channel || known.revision != message.revision
                })
        }
    }
}

extension PersonChanges {
    fileprivate func salutation(of old: Person) throws(InputProblem) -> String? {
        guard let salutation else { return old.salutation }
        return salutation.isEmpty ? nil : try Field.salutation.admit(salutation)
    }
}
