import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite struct AuditingTests {
    private let running: RunningApplication
    private let first: Recorded
    private let second: Recorded

    /// Jane thanked by email on the 18th, Bo by card on the 19th; Jane of another council telephoned on the 20th.
    init() throws {
        running = try RunningApplication()
        first = try running.add(Told(panel: [Told.jane, "Bo Lind=the archive"]))
        second = try running.add(
            Told(
                organisation: "ÉCOLE Publique", ended: "2026-11-17 16:00",
                panel: ["Jane Okafor <jane@example.com>=the library"]))
        try running.end(first.messages[0], as: .sent, at: at("2026-11-18T15:00:00Z"))
        try log("Bo Lind", .post, "2026-11-19T09:00:00Z")
        try log("jane@example.com", .phone, "2026-11-20T09:00:00Z")
    }

    private func log(_ person: String, _ channel: Channel, _ time: String) throws {
        _ = try running.desk.log(
            Desk.Said(
                person: person, channel: channel, direction: .out, recruitment: nil, message: nil,
                answering: false, time: at(time), note: nil), at: at("2026-11-20T12:00:00Z"))
    }

    private func days(_ ask: (inout ContactFilter) -> Void) throws -> [Int] {
        var question = ContactFilter()
        ask(&question)
        return try running.desk.audit(question).map { Self.dayOfMonth($0.time) }
    }

    private static func dayOfMonth(_ time: Date) -> Int {
        Int(WallTime(at: time, in: .gmt).day.description.suffix(2)) ?? 0
    }

    // MARK: - Questions

    @Test func everythingIsAskedForOldestFirst() throws {
        #expect(try days { _ in } == [18, 19, 20])
    }

    @Test(arguments: [
        ("1", [18]), ("jane.okafor@example.org", [18]), ("JANE@example.com", [20]), ("Bo Lind", [19]),
        // Two people have that name, and both are meant.
        ("Jane Okafor", [18, 20]), ("okafor", [18, 20]), ("example.com", [20]), ("LIND", [19]),
    ])
    func aPersonIsMeantByNumberAddressNameOrAPart(person: String, expected: [Int]) throws {
        #expect(try days { $0.person = person } == expected)
    }

    @Test func nobodyIsMeantByWhatOccursInNoName() throws {
        #expect(throws: DeskProblem.nothingCalled(.person, "Nobody")) { try days { $0.person = "Nobody" } }
        #expect(throws: LedgerProblem.noSuch(.person, number: 99)) { try days { $0.person = "99" } }
    }

    @Test(arguments: [
        ("Example Council", [18, 19]), ("council", [18, 19]), ("école", [20]),
        ("E\u{301}cole  publique", [20]),
        ("Ecole", []), ("Nowhere", []),
    ])
    func anOrganisationIsMeantByAPartOfItsName(organisation: String, expected: [Int]) throws {
        #expect(try days { $0.organisation = organisation } == expected)
    }

    static let spans: [(since: String?, until: String?, expected: [Int])] = [
        ("2026-11-19T09:00:00Z", nil, [19, 20]), ("2026-11-19T09:00:01Z", nil, [20]),
        (nil, "2026-11-19T09:00:00Z", [18]), (nil, "2026-11-19T09:00:01Z", [18, 19]),
        ("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z", [19]),
    ]

    @Test(arguments: spans)
    func aSpanHoldsItsBeginningAndNotItsEnd(since: String?, until: String?, expected: [Int]) throws {
        let found = try days {
            $0.since = since.map { at($0) }
            $0.until = until.map { at($0) }
        }
        #expect(found == expected)
    }

    @Test(arguments: [
        (Channel.email, [18]), (.post, [19]), (.phone, [20]), (.social, []), (.inPerson, []),
    ])
    func contactsOverOneChannel(channel: Channel, expected: [Int]) throws {
        #expect(try days { $0.channel = channel } == expected)
    }

    @Test func questionsRestrictEachOther() throws {
        let found = try days {
            $0.person = "okafor"
            $0.channel = .email
            $0.organisation = "council"
        }
        #expect(found == [18])
    }

    @Test func timesAreReadInTheZoneOfTheInterview() throws {
        let zones = try running.desk.zones(of: running.contacts())
        #expect(
            zones.mapValues(\.identifier) == [
                first.recruitment: "Europe/London", second.recruitment: "Europe/London",
            ])
    }

    // MARK: - The check

    /// Damage by hand: what the program itself is kept from doing.
    private func damage(_ statements: String...) throws {
        try running.ledger.write { transaction in try statements.forEach { try transaction.run($0) } }
    }

    private var manners: AuditFinding {
        get throws { .againstAdvice(try running.contacts()[2], .neverTelephone) }
    }

    @Test func aHealthyLedgerHasNoFaultButManners() throws {
        let findings = try running.desk.check()
        #expect(findings == [try manners])
        #expect(findings.allSatisfy { !$0.isFault })
    }

    @Test(arguments: [0, 1])
    func aSentMessageWithoutItsContactIsAFault(index: Int) throws {
        let id = first.messages[index]
        try damage("DROP TRIGGER contactForEver", "DELETE FROM contact WHERE message = \(id.rawValue)")
        #expect(try running.desk.check().filter(\.isFault) == [.sentWithoutContact(id)])
    }

    @Test func aSentMessageHasOneContact() throws {
        let id = first.messages[0]
        try damage(
            "DROP TRIGGER contactKept", "DROP INDEX contactOfMessage",
            """
            INSERT INTO contact (time, direction, channel, person, name, message, outcome, answering, agency)
            SELECT time, direction, channel, person, name, message, outcome, answering, agency FROM contact
            WHERE message = \(id.rawValue)
            """)
        #expect(try running.desk.check().filter(\.isFault) == [.sentWithoutContact(id)])
    }

    @Test func aContactOfAMessageThatWasNotSentIsAFault() throws {
        let id = first.messages[0]
        try damage(
            "DROP TRIGGER messageTransition", "UPDATE message SET state = 'queued' WHERE id = \(id.rawValue)")
        let contact = try running.contacts()[0].id
        #expect(try running.desk.check().filter(\.isFault) == [.contactWithoutSent(contact, id)])
    }

    @Test func whatWasLeftHandedOverIsAFault() throws {
        let id = second.messages[0]
        try running.handOver(id, at: at("2026-11-18T16:00:00Z"))
        #expect(try running.desk.check().filter(\.isFault) == [.leftHandedOver(id)])
    }

    @Test func whatTheSchemaForbidsIsDamage() throws {
        try damage(
            "PRAGMA ignore_check_constraints = ON", "UPDATE message SET revision = 0 WHERE id = 1",
            "PRAGMA ignore_check_constraints = OFF")
        let faults = try running.desk.check().filter(\.isFault)
        guard case .damaged(let words) = faults.first else {
            Issue.record("found \(faults)")
            return
        }
        #expect(faults.count == 1 && words.contains("message"))
    }

    static let manners: [(channel: Channel, rule: AdviceRule?)] = [
        (.phone, .neverTelephone), (.social, .noSocial), (.email, nil), (.post, nil), (.inPerson, nil),
    ]

    @Test(arguments: manners)
    func whatWentAgainstTheAdviceIsNamed(channel: Channel, rule: AdviceRule?) throws {
        try log("jane.okafor@example.org", channel, "2026-11-20T10:00:00Z")
        let contact = try running.contacts()[3]
        let expected = rule.map { [AuditFinding.againstAdvice(contact, $0)] } ?? []
        #expect(try running.desk.check() == [try manners] + expected)
    }
}

@Suite("A page of the contact log") struct AuditPageQueryTests {
    private let running: RunningApplication
    private static let names = [
        "Ann Ash", "Bo Birch", "Cy Dee", "Eve Fox", "Gus Hill", "Ida Jones", "Kim Long", "Mo Nash",
        "Olga Pike",
        "Rex Stone",
    ]

    /// Two entries for each of ten moments, sent and logged in turn.
    init() throws {
        running = try RunningApplication()
        for number in 0..<10 {
            let recorded = try running.add(
                Told(
                    organisation: "Firm \(number)", ended: "2026-11-17 0\(number):00",
                    panel: ["\(Self.names[number]) <p\(number)@example.org>=the plan"]))
            let moment = at("2026-11-19T08:00:00Z") + Double(number)
            try running.ledger.write { transaction in
                try transaction.handOver(
                    recorded.messages[0], dispatched: [0x42], subject: "S", at: moment)
                try transaction.sent(
                    recorded.messages[0],
                    Attempt(started: moment, ended: moment, outcome: .sent, code: 250, reply: nil))
            }
            _ = try running.desk.log(
                Desk.Said(
                    person: "p\(number)@example.org", channel: .phone, direction: .out, recruitment: nil,
                    message: nil, answering: false, time: moment, note: nil), at: at("2026-11-20T12:00:00Z"))
        }
    }

    private func all(_ limit: Int, _ ask: (inout ContactFilter) -> Void = { _ in }) throws -> [Contact] {
        var question = ContactFilter()
        ask(&question)
        var contacts: [Contact] = []
        var last: Contact.ID?
        repeat {
            let page = try running.desk.auditPage(question, before: last, limit: limit)
            #expect(page.contacts.count == limit || page.next == nil)
            contacts += page.contacts
            last = page.next
        } while last != nil
        return contacts
    }

    @Test("page after page gives each entry once, newest first")
    func pages() throws {
        let log = try running.desk.audit(ContactFilter())
        #expect(log.count == 20)
        for limit in [1, 2, 3, 7, 19, 20, 21] {
            #expect(try all(limit).map(\.id) == log.reversed().map(\.id), "by \(limit)")
        }
    }

    @Test("every filter means on a page what it means for the whole log")
    func filters() throws {
        let filters: [(inout ContactFilter) -> Void] = [
            { $0.person = "p3@example.org" }, { $0.person = "example.org" }, { $0.organisation = "firm 4" },
            { $0.channel = .phone }, { $0.since = at("2026-11-19T08:00:05Z") },
            { $0.until = at("2026-11-19T08:00:05Z") }, { $0.recruitment = .init(rawValue: 2) },
        ]
        for (number, ask) in filters.enumerated() {
            var question = ContactFilter()
            ask(&question)
            let log = try running.desk.audit(question)
            #expect(!log.isEmpty && log.count < 20 || number == 1, "\(number)")
            #expect(try all(3, ask).map(\.id) == log.reversed().map(\.id), "\(number)")
        }
    }
}
