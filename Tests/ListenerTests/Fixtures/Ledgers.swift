import Etiquette
import Foundation
import Testing

@testable import Ledger
@testable import Listener

/// What the ledger of Ada Example knows: Jane and Tom of the City Library, met for one role, and Ruth of an agency.
enum Ledgers {
    static let library = Recruitment.ID(rawValue: 1)
    static let closed = Recruitment.ID(rawValue: 2)
    static let agency = Recruitment.ID(rawValue: 3)
    static let jane = Person.ID(rawValue: 11)
    static let tom = Person.ID(rawValue: 12)
    static let ruth = Person.ID(rawValue: 13)
    static let old = Person.ID(rawValue: 14)
    static let toJane = Message.ID(rawValue: 21)
    static let toTom = Message.ID(rawValue: 22)
    static let toOld = Message.ID(rawValue: 23)
    /// The Message-ID of the note to Jane.
    static let janesNote = "3f2a9c77d1@example.net"
    /// What a provider made of the Message-ID of the note to Tom.
    static let tomsNoteRewritten = "CAF-Rewritten=77@mail.provider.test"

    static func person(_ id: Person.ID, _ name: String, _ address: String) -> Person {
        Person(id: id, name: name, address: EmailAddress(recorded: address), salutation: nil)
    }

    static var known: KnownSenders {
        let people = [
            jane: person(jane, "Jane Okafor", "jane.okafor@example.org"),
            tom: person(tom, "Tom Ó Briain", "tom.obriain@example.org"),
            ruth: person(ruth, "Ruth Agnew", "ruth.agnew@gmail.com"),
            old: person(old, "Olga Old", "olga@former.test"),
        ]
        func sent(_ id: Message.ID, _ to: Person.ID, _ recruitment: Recruitment.ID, _ ids: [String])
            -> Departure?
        {
            people[to].map {
                Departure(
                    message: id, recruitment: recruitment, recipient: $0, messageIDs: ids,
                    subject: "Thank you",
                    time: at("2026-11-21T15:00:00Z"))
            }
        }
        func circle(
            _ id: Recruitment.ID, _ organisation: String, _ role: String, _ standing: Recruitment.Standing,
            _ members: [Person.ID]
        ) -> RecruitmentPeople {
            RecruitmentPeople(
                recruitment: Recruitment(id: id, organisation: organisation, role: role, standing: standing),
                people: members.compactMap { people[$0] }, since: .distantPast)
        }
        return KnownSenders(
            sent: [
                sent(toJane, jane, library, [janesNote]),
                sent(toTom, tom, library, ["aa11@example.net", tomsNoteRewritten]),
                sent(toOld, old, closed, ["bb22@example.net"]),
            ].compactMap { $0 },
            circles: [
                circle(closed, "Former Works", "Clerk", .rejected, [old]),
                circle(library, "City Library", "Data Analyst", .open, [jane, tom]),
                circle(agency, "Harbour Trust", "Archivist", .open, [ruth]),
            ],
            own: [EmailAddress(recorded: "ada@example.net")])
    }

    static func classifier() throws -> Classifier {
        Classifier(known: known, phrases: try ShippedPhrases.get())
    }

    static func at(_ text: String) -> Date {
        (try? Date(text, strategy: .iso8601)) ?? Date(timeIntervalSince1970: 0)
    }
}
