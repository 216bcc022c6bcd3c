import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

/// A message that comes back: its contact is taken back, and it may be written anew.
@Suite struct BouncesTests {
    private let shelf: Shelf
    private let story: Story
    private static let sentAt = at("2026-11-18T15:00:00Z")
    private static let later = at("2026-11-18T15:10:00Z")

    init() throws {
        shelf = try Shelf()
        story = try shelf.write { try Story($0) }
    }

    private static func failure(_ returned: String? = nil, isPermanent: Bool = true) -> MailFact.Failure {
        MailFact.Failure(
            address: "jane.okafor@example.org", reason: "unknown-mailbox", isPermanent: isPermanent,
            words: "550 5.1.1 no such user", returnedID: returned)
    }

    private static let notice = MailFact.Mail(
        key: "<n@mx.example.org>", time: later, fromName: "Mail Delivery System",
        fromAddress: "mailer-daemon@mx.example.org", subject: "Undelivered Mail",
        messageID: "n@mx.example.org",
        thread: [])

    @discardableResult
    private func bounce(_ id: Message.ID, _ failure: MailFact.Failure = failure()) throws -> Contact.ID? {
        try shelf.write { try $0.bounced($0.message(id), failure, Self.notice) }
    }

    @Test func itsContactIsTakenBackByAnEntry() throws {
        let id = try shelf.write { try story.sent(at: Self.sentAt, in: $0) }
        let contact = try #require(try bounce(id))
        let entry = try shelf.read { try $0.contact(contact) }
        #expect(entry.outcome == .bounced && entry.direction == .in && entry.message == id)
        #expect(entry.subject == "Undelivered Mail" && entry.messageID == "n@mx.example.org")
        #expect(entry.detail == "550 5.1.1 no such user")
        let message = try shelf.read { try $0.message(id) }
        #expect(message.state == .bounced && message.reason?.code == .bounced)
        #expect(try shelf.read { try $0.contacts().count } == 2)
    }

    /// Nobody was written to: neither the day between nor "done" counts it, and the person is not thanked.
    @Test func toTheRulesItWasNeverSent() throws {
        let id = try shelf.write { try story.sent(at: Self.sentAt, in: $0) }
        let question = try shelf.write { transaction in
            let question = try story.draft(.decisionStatus, in: transaction)
            try transaction.readdress(question, to: story.jane.id)
            return question
        }
        func circumstances() throws -> Circumstances {
            try shelf.read { try $0.circumstances(of: $0.message(question)) }
        }
        #expect(try circumstances().lastEmail == Self.sentAt)
        #expect(try !circumstances().isUnthanked)
        try bounce(id)
        #expect(try circumstances().lastEmail == nil)
        #expect(try circumstances().isUnthanked)
        #expect(try shelf.read { try $0.circumstances(of: $0.message(id)).done } == nil)
    }

    @Test func aDoubtfulOneWasSentAndCameBack() throws {
        let id = try shelf.write { transaction in
            let id = try story.draft(in: transaction)
            try transaction.bring(id, to: .unconfirmed)
            return id
        }
        #expect(try bounce(id) != nil)
        #expect(try shelf.read { try $0.message(id).state } == .bounced)
        #expect(try shelf.read { try $0.contacts().map(\.outcome) } == [.sent, .bounced])
        #expect(try shelf.read { try $0.sentWithoutContact() }.isEmpty)
        #expect(try shelf.read { try $0.contactsOfUnsent() }.isEmpty)
    }

    @Test func itComesBackOnce() throws {
        let id = try shelf.write { try story.sent(at: Self.sentAt, in: $0) }
        #expect(try bounce(id) != nil)
        #expect(try bounce(id) == nil)
        #expect(try shelf.read { try $0.contacts().count } == 2)
    }

    @Test func writtenAnewItHasAContactOfItsOwnAndNoOldNoticeTouchesIt() throws {
        let id = try shelf.write { try story.sent(at: Self.sentAt, in: $0) }
        let first = "\(id.rawValue)@example.org"
        try bounce(id, Self.failure(first))
        try shelf.write { transaction in
            try transaction.redraft(id, subject: "Thank you", body: "Dear Jane,\n", template: nil)
            let message = try transaction.message(id)
            #expect(message.state == .draft && message.revision == 2 && message.messageID == nil)
            try transaction.approve(
                id, frozen: LedgerTransaction.Frozen(bytes: [0x43], messageID: "second@example.org"),
                at: Self.later)
            try transaction.handOver(id, dispatched: [0x44], subject: "Thank you", at: Self.later)
            try transaction.sent(id, at: Self.later, by: .answered)
        }
        #expect(try shelf.read { try $0.sentWithoutContact() }.isEmpty)
        #expect(
            try shelf.read { try $0.departures(after: .distantPast)[0].messageIDs } == [
                "second@example.org", first,
            ])
        #expect(try bounce(id, Self.failure(first)) == nil)
        #expect(try shelf.read { try $0.message(id).state } == .sent)
        #expect(try bounce(id, Self.failure("second@example.org")) != nil)
        #expect(try shelf.read { try $0.contacts().map(\.outcome) } == [.sent, .bounced, .sent, .bounced])
    }

    @Test func nothingComesBackThatWasNotSent() throws {
        let id = try shelf.write { try story.queued(in: $0) }
        #expect(try bounce(id) == nil)
        let entry = Entry(
            time: Self.later, direction: .in, channel: .email, person: story.jane,
            recruitment: story.recruitment.id, outcome: .replied)
        let word = try shelf.write { try $0.add(entry) }
        var forged = entry
        forged.outcome = .bounced
        forged.message = id
        forged.undoes = word
        #expect(throws: LedgerProblem.refused(detail: "what comes back was sent")) {
            try shelf.write { try $0.add(forged) }
        }
    }

    @Test(arguments: [true, false])
    func theAddressFailsUntilItIsMended(isPermanent: Bool) throws {
        let id = try shelf.write { try story.sent(at: Self.sentAt, in: $0) }
        try bounce(id, Self.failure(isPermanent: isPermanent))
        func failure() throws -> AddressFailure? {
            try shelf.read { try $0.addressFailure(of: story.jane.id) }
        }
        #expect(try failure()?.isPermanent == isPermanent)
        #expect(try failure()?.time == Self.later && failure()?.reason == "unknown-mailbox")
        #expect(
            try shelf.read { try $0.message(id).reason?.code } == (isPermanent ? .bounced : .bouncedForNow))
        func mend(_ name: String, _ address: String) throws {
            let person = Person(
                id: story.jane.id, name: name, address: try EmailAddress(address), salutation: nil)
            try shelf.write { try $0.update(person) }
        }
        try mend("Jane A. Okafor", "jane.okafor@example.org")
        #expect(try failure() != nil)
        try mend("Jane A. Okafor", "jane.o@example.org")
        #expect(try failure() == nil)
    }
}
