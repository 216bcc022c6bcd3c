import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

/// The digest beside a frozen letter, and what keeps a mailbox from being read.
@Suite struct Migration12Tests {
    private let shelf: Shelf
    private let note: Message.ID
    private static let digest = String(repeating: "a", count: 64)

    init() throws {
        let shelf = try Shelf()
        note = try shelf.write { try Story($0).draft(in: $0) }
        self.shelf = shelf
    }

    private func approve(digest: String?) throws {
        try shelf.write {
            try $0.approve(
                note,
                frozen: LedgerTransaction.Frozen(bytes: [0x41], messageID: "1@example.org", digest: digest),
                at: at("2026-11-17T18:00:00Z"))
        }
    }

    private func kept() throws -> String? { try shelf.read { try $0.outgoing([note]).first?.digest } }

    @Test func itStandsBesideTheLetterAndGoesWithIt() throws {
        try approve(digest: Self.digest)
        #expect(try kept() == Self.digest)
        try shelf.write { try $0.redraft(note, subject: "s", body: "b", template: nil) }
        #expect(try kept() == nil)
    }

    @Test func aCancellingThatIsTakenBackBringsItBack() throws {
        try approve(digest: Self.digest)
        try shelf.write {
            try $0.cancel(note, because: nil)
            try $0.restore(note)
        }
        #expect(try kept() == Self.digest)
    }

    @Test func whatHasNoneHasNone() throws {
        try approve(digest: nil)
        #expect(try kept() == nil)
    }

    @Test(arguments: ["short", String(repeating: "b", count: 64)])
    func noOtherDigestIsPutBesideALetter(digest: String) throws {
        try approve(digest: Self.digest)
        #expect(throws: LedgerProblem.self) { try shelf.run("UPDATE message SET digest = ?", [digest]) }
        #expect(try kept() == Self.digest)
    }

    @Test func aDigestWithoutALetterIsRefused() throws {
        #expect(throws: LedgerProblem.self) { try shelf.run("UPDATE message SET digest = ?", [Self.digest]) }
    }

    @Test func aMailboxThatIsNotReadIsOnRecordUntilItIs() throws {
        let (first, second) = (at("2026-11-20T10:00:00Z"), at("2026-11-21T10:00:00Z"))
        #expect(try shelf.read { try $0.silence(of: "ada@m:993") } == nil)
        try shelf.write {
            try $0.couldNotRead("ada@m:993", because: "the login was refused", at: first)
            try $0.couldNotRead("ada@m:993", because: "nobody answers", at: second)
        }
        let silence = try shelf.read { try $0.silence(of: "ada@m:993") }
        #expect(silence == MailboxSilence(since: first, newest: second, words: "nobody answers"))
        #expect(try shelf.read { try $0.silence(of: "other@m:993") } == nil)
        try shelf.write { try $0.couldRead("ada@m:993") }
        #expect(try shelf.read { try $0.silence(of: "ada@m:993") } == nil)
    }
}
