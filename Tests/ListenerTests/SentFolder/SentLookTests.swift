import Etiquette
import Foundation
import Ledger
import Listener
import Mail
import Testing

/// Before a message leaves, the Sent folder is asked whether it has left from elsewhere: name, recipient and subject decide.
@Suite struct SentLookTests {
    private let drawer: Drawer
    private let box = MemoryMailbox()
    private let note: Message

    init() throws {
        drawer = try Drawer()
        let id = try drawer.queued(to: drawer.jane)
        note = try drawer.ledger.read { try $0.message(id) }
    }

    private func look() throws -> FoundCopy? {
        try Drawer.filing(drawer.ledger, .always).look(for: [note.id], in: box)[note.id]
    }

    private func put(
        to person: Person? = nil, called name: String? = nil,
        date: String = "Wed, 18 Nov 2026 15:00:00 +0000",
        subject: String = "Thank you"
    ) {
        box.put(
            Drawer.mail(note.id, to: person ?? drawer.jane, called: name, date: date, subject: subject),
            at: Drawer.left)
    }

    @Test func whatBearsItsNameHasLeft() throws {
        #expect(try look() == nil)
        put()
        let copy = try #require(try look())
        #expect(copy.isCertain && copy.messageID == Drawer.messageID(note.id) && copy.left == Drawer.left)
        #expect(String(decoding: copy.bytes, as: UTF8.self) == Drawer.mail(note.id, to: drawer.jane))
        #expect(copy.subject == "Thank you")
    }

    /// After a restore the numbers begin again, and a mail to somebody else may bear the name.
    @Test(arguments: [("sam", "Thank you"), ("jane", "Thank you again")])
    func whatOnlyBearsItsNameProvesNothing(to name: String, subject: String) throws {
        put(to: name == "sam" ? drawer.sam : drawer.jane, subject: subject)
        #expect(try look() == nil)
    }

    @Test func namesFromBeforeAnAdoptionCountToo() throws {
        let old = MessageID.make(
            ledger: drawer.ledger.id, followUp: note.followUp, revision: 1, domain: "example.net")
        put(called: old)
        let filing = Filing(
            ledger: drawer.ledger,
            settings: .init(route: Drawer.route, folder: nil, saving: .always, domain: "example.net"),
            chance: { _ in 1 }, words: { "\($0)" })
        #expect(try filing.look(for: [note.id], in: box)[note.id]?.isCertain == true)
    }

    /// Recorded again in another order, it has another name; some providers give their own.
    @Test func whatLooksLikeItIsForTheUser() throws {
        put(called: "another@example.net")
        #expect(try look()?.isCertain == false)
        try drawer.ledger.write {
            try $0.waive(Reason.Code.copyFound.rawValue, for: note.id, at: Drawer.left)
        }
        #expect(try look() == nil)
    }

    @Test func aMailFromBeforeTheInterviewIsAnother() throws {
        put(called: "another@example.net", date: "Tue, 17 Nov 2026 14:00:00 +0000")
        #expect(try look() == nil)
    }

    @Test func theCopyOfAnotherMessageIsThat() throws {
        put(called: Drawer.messageID(try drawer.message(to: drawer.sam)))
        #expect(try look() == nil)
    }

    @Test func ofSeveralTheCertainOneIsTaken() throws {
        put(called: "one@example.net")
        put()
        put(called: "two@example.net")
        #expect(try look()?.isCertain == true)
    }

    /// It came back, or did not arrive, and goes again: what lies there from then is known.
    @Test func aNameThatItHadBeforeIsNoProofOfTheNextSending() throws {
        try drawer.ledger.write { transaction in
            try transaction.handOver(note.id, dispatched: [0x42], subject: "Thank you", at: Drawer.left)
            let refused = Attempt(
                started: Drawer.left, ended: Drawer.left, outcome: .refused, code: 550, reply: nil)
            try transaction.refused(note.id, refused)
            try transaction.redraft(note.id, subject: "Thank you", body: "Thank you.", template: nil)
            try transaction.approve(
                note.id, frozen: .init(bytes: [0x41], messageID: "second@example.net"), at: Drawer.left)
        }
        put()
        #expect(try look() == nil)
        put(called: "second@example.net")
        #expect(try look()?.isCertain == true)
    }

    @Test(arguments: [nil, "Nowhere"])
    func aFolderThatIsMissingIsNamed(folder: String?) throws {
        box.boxes = [.inbox]
        let filing = Drawer.filing(drawer.ledger, .always, folder: folder)
        #expect(throws: MailboxProblem.noSuchFolder(name: folder ?? "Sent", words: "")) {
            try filing.look(for: [note.id], in: box)
        }
    }
}
