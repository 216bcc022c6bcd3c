import Etiquette
import Foundation
import Ledger
import Listener
import Mail
import Testing

/// What lies in the Sent folder was sent, by whichever Message-ID; what does not lie there proves nothing.
@Suite struct SentFolderDoubtTests {
    private let drawer: Drawer
    private let box = MemoryMailbox()
    private let rewritten = "CAF=rewritten@mail.provider.test"

    init() throws { drawer = try Drawer() }

    @Test(arguments: [nil, Filing.Saving.always, .findingOut, .leftToProvider])
    func aDoubtIsSettledByTheCopy(saving: Filing.Saving?) throws {
        let id = try drawer.message(to: drawer.jane, .unconfirmed)
        box.put(Drawer.mail(id, to: drawer.jane), at: Drawer.left + 2)
        #expect(try drawer.visit(box, saving).confirmed == [id])
        #expect(try drawer.state(id) == .sent)
        let contact = try #require(try drawer.ledger.read { try $0.contacts() }.first)
        #expect(contact.time == Drawer.left)
        #expect(contact.detail == "a copy lay in the Sent folder")
        try drawer.visit(box, saving, after: 60)
        #expect(box.copies.count == 1)
    }

    /// Sent by hand, it leaves some time after it was opened, under a Message-ID of the mail program.
    @Test(arguments: [
        (-30.0, "Wed, 18 Nov 2026 14:59:30 +0000"), (5, "Wed, 18 Nov 2026 15:00:05 +0000"),
        (7200, "Wed, 18 Nov 2026 17:00:00 +0000"), (86_400, "Thu, 19 Nov 2026 15:00:00 +0000"),
    ])
    func whatWasOpenedByHandIsSettledByACopyOfAnyLaterTime(after seconds: TimeInterval, date: String) throws {
        let id = try drawer.opened(for: drawer.jane)
        box.put(
            Drawer.mail(id, to: drawer.jane, called: rewritten, date: date), at: Drawer.left + seconds)
        #expect(try drawer.visit(box, nil).confirmed == [id])
        let contact = try #require(try drawer.ledger.read { try $0.contacts() }.first)
        #expect(contact.time == Drawer.left + seconds && contact.detail == "you sent it yourself")
        #expect(try drawer.questionAnswers() == rewritten)
        try drawer.visit(box, .always, after: 90_000)
        #expect(box.appends == 0)
    }

    /// Two rounds for one job: the notes have one address and one subject.
    @Test func aCopyIsThatOfTheNoteWhoseWordsItHas() throws {
        let (first, second) = (
            "Thank you for your time on Friday, and for the harbour map.", "It was good to see the new quay."
        )
        let older = try drawer.opened(for: drawer.jane, saying: first)
        let newer = try drawer.opened(for: drawer.jane, at: Drawer.left + 86_400, saying: second)
        box.put(
            Drawer.mail(
                newer, to: drawer.jane, called: rewritten, date: "Thu, 19 Nov 2026 15:05:00 +0000",
                saying: "It was good to see\r\nthe new quay.\r\n-- \r\nSent from my telephone"),
            at: Drawer.left + 86_700)
        #expect(try drawer.visit(box, nil, after: 90_000).confirmed == [newer])
        #expect(try drawer.state(older) == .unconfirmed)
    }

    /// One that may be either is neither; nor is one that has nothing of the note, or that is known as another's.
    @Test func aCopyThatMayBeEitherSettlesNone() throws {
        let same = "Thank you for your time on Friday, and for the harbour map."
        let older = try drawer.opened(for: drawer.jane, saying: same)
        let newer = try drawer.opened(for: drawer.jane, at: Drawer.left + 86_400, saying: same)
        box.put(
            Drawer.mail(
                newer, to: drawer.jane, called: rewritten, date: "Thu, 19 Nov 2026 15:05:00 +0000",
                saying: same), at: Drawer.left + 86_700)
        #expect(try drawer.visit(box, nil, after: 90_000).confirmed == [])
        #expect(try [older, newer].allSatisfy { try drawer.state($0) == .unconfirmed })
    }

    @Test(arguments: [
        "Thank you for your time on Friday, and for the harbour map; see you!",
        "May I move our appointment to another day of that week?",
    ])
    func whatIsSaidDecides(text: String) throws {
        let note = "Thank you for your time on Friday, and for the harbour map."
        let id = try drawer.opened(for: drawer.jane, saying: note)
        box.put(
            Drawer.mail(
                id, to: drawer.jane, called: rewritten, date: "Wed, 18 Nov 2026 17:00:00 +0000", saying: text),
            at: Drawer.left + 7200)
        #expect(try drawer.visit(box, nil).confirmed == (text.hasPrefix("Thank") ? [id] : []))
    }

    @Test func theCopyOfAnotherMessageOfOursIsThatMessage() throws {
        let id = try drawer.opened(for: drawer.jane)
        let other = try drawer.message(to: drawer.jane, .sent, at: Drawer.left + 86_400)
        box.put(
            Drawer.mail(other, to: drawer.jane, date: "Thu, 19 Nov 2026 15:00:00 +0000"),
            at: Drawer.left + 86_400)
        #expect(try drawer.visit(box, nil, after: 90_000).confirmed == [])
        #expect(try drawer.state(id) == .unconfirmed)
    }

    @Test func whatLayThereBeforeItWasOpenedIsAnotherMail() throws {
        let id = try drawer.opened(for: drawer.jane)
        box.put(
            Drawer.mail(
                id, to: drawer.jane, called: rewritten, date: "Wed, 18 Nov 2026 14:58:00 +0000"),
            at: Drawer.left - 120)
        #expect(try drawer.visit(box, nil).confirmed == [])
        #expect(try drawer.state(id) == .unconfirmed)
    }

    @Test func notFoundProvesNothing() throws {
        let id = try drawer.message(to: drawer.jane, .unconfirmed)
        #expect(try drawer.visit(box, .always).confirmed == [])
        #expect(try drawer.state(id) == .unconfirmed)
        #expect(box.appends == 0)
        #expect(try drawer.ledger.read { try $0.contacts() }.isEmpty)
    }

    @Test func aRewrittenMessageIDIsLearnedForRepliesAndThreads() throws {
        let id = try drawer.message(to: drawer.jane, .unconfirmed)
        box.put(Drawer.mail(id, to: drawer.jane, called: rewritten), at: Drawer.left + 2)
        #expect(try drawer.visit(box, nil).confirmed == [id])
        let departure = try drawer.ledger.read { try $0.departures(after: .distantPast) }.first
        #expect(departure?.messageIDs == [Drawer.messageID(id), rewritten])
        #expect(try drawer.questionAnswers() == rewritten)
    }

    @Test func aRewrittenMessageIDOfWhatWasSentIsLearnedToo() throws {
        let id = try drawer.message(to: drawer.jane)
        box.put(Drawer.mail(id, to: drawer.jane, called: rewritten), at: Drawer.left + 2)
        #expect(try drawer.visit(box, .findingOut).found == [id])
        #expect(box.appends == 0)
        #expect(
            try drawer.ledger.read { try $0.departures(after: .distantPast) }.first?.messageIDs.last
                == rewritten)
    }

    @Test func whereNothingWasRewrittenTheThreadHasOurOwnName() throws {
        let id = try drawer.message(to: drawer.jane)
        try drawer.visit(box, .findingOut)
        #expect(try drawer.questionAnswers() == Drawer.messageID(id))
    }

    /// Recipient, subject and time all have to be those of the message.
    @Test(arguments: [
        ("sam", "Thank you", "Wed, 18 Nov 2026 15:00:00 +0000"),
        ("jane", "Thank you again", "Wed, 18 Nov 2026 15:00:00 +0000"),
        ("jane", "Thank you", "Wed, 18 Nov 2026 15:02:00 +0000"),
        ("jane", "Thank you", "Wed, 18 Nov 2026 14:58:00 +0000"),
    ])
    func anotherMailIsNotTaken(to name: String, subject: String, date: String) throws {
        let id = try drawer.message(to: drawer.jane, .unconfirmed)
        let person = name == "jane" ? drawer.jane : drawer.sam
        box.put(
            Drawer.mail(id, to: person, called: "by.hand@example.net", date: date, subject: subject),
            at: Drawer.left + 2)
        #expect(try drawer.visit(box, nil).confirmed == [])
        #expect(try drawer.state(id) == .unconfirmed)
    }

    @Test func ofTwoThatLookAlikeNeitherNameIsLearned() throws {
        let id = try drawer.message(to: drawer.jane, .unconfirmed)
        for name in ["one@provider.test", "two@provider.test"] {
            box.put(Drawer.mail(id, to: drawer.jane, called: name), at: Drawer.left + 2)
        }
        #expect(try drawer.visit(box, nil).confirmed == [id])
        let ids = try drawer.ledger.read { try $0.departures(after: .distantPast) }.first?.messageIDs
        #expect(ids == [Drawer.messageID(id)])
    }
}
