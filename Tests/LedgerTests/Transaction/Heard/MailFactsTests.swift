import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

/// Mails that meant something, and where reading stopped.
@Suite struct MailFactsTests {
    private let shelf: Shelf
    private let story: Story
    private static let now = at("2026-11-20T10:00:00Z")

    init() throws {
        shelf = try Shelf()
        story = try shelf.write { try Story($0) }
    }

    private func fact(_ key: String = "<a@b>", _ recruitments: [Recruitment.ID]? = nil) -> MailFact {
        MailFact(
            mail: MailFact.Mail(
                key: key, time: at("2026-11-20T09:00:00Z"), fromName: "Jane Ökafor",
                fromAddress: "jane@example.org",
                subject: "Re: Thank you", messageID: "a@b", thread: ["x@y", "z@y"]),
            meaning: .reply, recruitments: recruitments ?? [story.recruitment.id], person: story.jane.id,
            message: nil,
            evidence: [
                MailFact.Evidence(code: "address", text: "jane@example.org"),
                MailFact.Evidence(code: "doubtful-sender", text: ""),
            ], suggestions: [MailFact.Suggestion(kind: "rejection", sentence: "We are sorry. No.")],
            sort: "absence", returns: Day("2026-12-04"), words: "Back on 4 December.")
    }

    @Test func whatIsNotedComesBackAsItWas() throws {
        let id = try #require(try shelf.write { try $0.note(fact(), at: Self.now) })
        let heard = try shelf.read { try $0.heardMail(id) }
        #expect(heard.fact == fact())
        #expect(heard.open == [story.recruitment.id] && heard.contact == nil)
    }

    @Test func aMailIsNotedOnceForEver() throws {
        #expect(try shelf.write { try $0.note(fact(), at: Self.now) } != nil)
        #expect(try shelf.write { try $0.note(fact(), at: Self.now + 1) } == nil)
        #expect(try shelf.write { try $0.note(fact("<c@d>"), at: Self.now) } != nil)
        #expect(throws: LedgerProblem.refused(detail: "what was heard stays on record")) {
            try shelf.run("DELETE FROM mailFact")
        }
    }

    @Test func whatIsSettledInOneRecruitmentMayBeOpenInAnother() throws {
        let other = try shelf.write { try Story($0, organisation: "Other Council") }
        let both = [story.recruitment.id, other.recruitment.id]
        let id = try #require(try shelf.write { try $0.note(fact("<a@b>", both), at: Self.now) })
        try shelf.write { try $0.settle(id, in: both[0], at: Self.now) }
        #expect(try shelf.read { try $0.openMails(in: both[0]) }.isEmpty)
        #expect(try shelf.read { try $0.openMails(in: both[1]).map(\.id) } == [id])
        try shelf.write { try $0.settle(id, in: nil, at: Self.now) }
        #expect(try shelf.read { try $0.openMails() }.isEmpty)
        try shelf.write { try $0.settle(id, in: nil, at: nil) }
        #expect(try shelf.read { try $0.openMails().map(\.open) } == [both])
    }

    /// Whatever is open is possibly an answer to the rules; what is settled is not.
    @Test func anOpenMailIsAPossibleReplyToTheRules() throws {
        let question = try shelf.write { try story.draft(.decisionStatus, in: $0) }
        func possible() throws -> [Date] {
            try shelf.read { try $0.circumstances(of: $0.message(question)).possibleReplies }
        }
        let id = try #require(try shelf.write { try $0.note(fact(), at: Self.now) })
        #expect(try possible() == [at("2026-11-20T09:00:00Z")])
        // What the user has set aside holds no more; what comes later does.
        try shelf.write { try $0.waive("possible-reply", for: question, at: Self.now) }
        #expect(try possible() == [])
        // A mail that is found late may be older than the waiver.
        let late = try #require(try shelf.write { try $0.note(fact("<late@b>"), at: Self.now + 60) })
        #expect(try possible() == [at("2026-11-20T09:00:00Z")])
        try shelf.write { try $0.settle(late, in: nil, at: Self.now + 60) }
        try shelf.run("DELETE FROM waiver")
        try shelf.write { try $0.settle(id, in: nil, at: Self.now) }
        #expect(try possible() == [])
    }

    @Test func aFolderIsReadOnFromWhereItWasLeft() throws {
        let first = FolderPosition(mailbox: "a", folder: "INBOX", position: "1:5", soughtFor: "x")
        let other = FolderPosition(mailbox: "b", folder: "INBOX", position: "9", soughtFor: "x")
        let next = FolderPosition(mailbox: "a", folder: "INBOX", position: "1:7", soughtFor: "y")
        try shelf.write { transaction in
            for position in [first, other, next] { try transaction.set(position) }
        }
        #expect(try shelf.read { try $0.positions(in: "a") } == [next])
        #expect(try shelf.read { try $0.positions(in: "b") } == [other])
    }

    @Test func aProvidersNameForAMessageIsKnownOnce() throws {
        let (id, other) = try shelf.write { transaction in
            (
                try story.sent(at: Self.now, in: transaction),
                try story.sent(to: story.sam, at: Self.now, in: transaction)
            )
        }
        try shelf.write { transaction in
            try transaction.addAlias("rewritten@provider.test", of: id)
            try transaction.addAlias("rewritten@provider.test", of: other)
            try transaction.addAlias("\(id.rawValue)@example.org", of: id)
        }
        let departures = try shelf.read { try $0.departures(after: .distantPast) }
        #expect(
            departures.first { $0.message == id }?.messageIDs == [
                "\(id.rawValue)@example.org", "rewritten@provider.test",
            ])
        #expect(departures.first { $0.message == other }?.messageIDs == ["\(other.rawValue)@example.org"])
    }
}
