import Fixtures
import Foundation
import Testing
import Text

@testable import Etiquette

@Suite("thank-each, across everything on record: what may be one conversation, and one person")
struct SameMeetingTests {
    @Test(arguments: [(0.0, true), (300, true), (-300, true), (3600, true), (3601, false), (-3601, false)])
    func meetingsThatEndWithinAnHourMayBeOne(seconds: TimeInterval, expected: Bool) {
        let end = at("2026-11-20T15:00:00Z")
        #expect(SameMeeting.mayBeOne(end, end + seconds) == expected)
    }

    @Test(arguments: [
        ("Jane Okafor", "Jane Okafor", true), ("Jane Okafor", "OKAFOR, Jane", true),
        ("Jane Okafor", "jane okafor", true), ("José Núñez", "Jose Nunez", true),
        ("Jan Möller", "Jan Moeller", true), ("Jane Okafor", "Dr Jane Okafor, PhD", true),
        ("Jane Okafor", "Jane M. Okafor", true), ("Jane Okafor", "J. Okafor", true),
        ("Jane Okafor", "Jane Okafor (HR)", true), ("Anne-Marie Berg", "Annemarie Berg", true),
        ("Cher", "Cher", true), ("李伟", "李伟", true),
        ("Jane Okafor", "John Okafor", false), ("Jane Okafor", "Jane Okonjo", false),
        ("Jane Okafor", "Jane", false), ("Jane Okafor", "Janet Okafor", false), ("李伟", "Li Wei", false),
        ("李伟", "王小明", false), ("Jane Okafor", "Tom Ó Briain", false),
    ])
    func aNameIsOneHoweverItIsWritten(one: String, other: String, expected: Bool) {
        #expect(PersonalName.isOneName(one, other) == expected)
        #expect(PersonalName.isOneName(other, one) == expected)
    }

    @Test(arguments: [
        ("a@firm.example", "b@firm.example", true), ("a@firm.example", "b@hr.firm.example", true),
        ("a@london.firm.example", "b@hr.firm.example", true), ("a@x.firm.co.uk", "b@y.firm.co.uk", true),
        ("a@firm.co.uk", "b@hr.firm.co.uk", true),
        ("a@firm.example", "b@other.example", false), ("a@firm.co.uk", "b@other.co.uk", false),
        ("a@firm.example", "b@afirm.example", false), ("a@firm.de", "b@firm.com", false),
    ])
    func domainsOfOneOwner(one: String, other: String, expected: Bool) throws {
        #expect(try EmailAddress(one).sharesDomain(with: EmailAddress(other)) == expected)
        #expect(try EmailAddress(other).sharesDomain(with: EmailAddress(one)) == expected)
    }

    private func person(_ id: Int64, _ name: String, _ address: String?) throws -> Person {
        Person(
            id: Person.ID(rawValue: id), name: name, address: try address.map { try EmailAddress($0) },
            salutation: nil)
    }

    @Test func aPersonIsKnownByNameAndOwner() throws {
        let jane = try person(1, "Jane Okafor", "jane@firm.example")
        #expect(SameMeeting.mayBeOne(jane, try person(1, "Anybody", nil)), "the same record")
        #expect(SameMeeting.mayBeOne(jane, try person(2, "Okafor, Jane", "jo@hr.firm.example")))
        #expect(SameMeeting.mayBeOne(jane, try person(2, "Jane Okafor", nil)))
        #expect(!SameMeeting.mayBeOne(jane, try person(2, "Jane Okafor", "jane@other.example")))
        #expect(!SameMeeting.mayBeOne(jane, try person(2, "Joan Okafor", "joan@firm.example")))
    }
}
