import Etiquette
import Foundation
import Ledger
import Mail
import Testing

@testable import Listener

/// Whether a provider files copies by itself is found out, and remembered only where it is sure.
@Suite struct FindingOutTests {
    private let drawer: Drawer
    private let box = MemoryMailbox()

    init() throws { drawer = try Drawer() }

    @Test func aProviderGetsSecondsToFileItsOwn() throws {
        _ = try drawer.message(to: drawer.jane)
        let filing = Drawer.filing(drawer.ledger, .findingOut)
        #expect(try filing.nextMoment(at: Drawer.left + 1) == Drawer.left + 5)
        #expect(try !filing.isWorthwhile(at: Drawer.left + 4))
        try drawer.visit(box, .findingOut, after: 4)
        #expect(box.polls == 0)
        try drawer.visit(box, .findingOut, after: 5)
        #expect(box.appends == 1)
    }

    @Test func oneThatFilesIsRememberedAtOnce() throws {
        let first = try drawer.message(to: drawer.jane)
        box.put(Drawer.mail(first, to: drawer.jane), at: Drawer.left + 1)
        #expect(try drawer.visit(box, .findingOut).found == [first])
        #expect(try drawer.habit() == .files)
        // The next one is not appended, however slow the provider is for once.
        let second = try drawer.message(to: drawer.sam, at: Drawer.left + 100)
        try drawer.visit(box, .findingOut, after: 200)
        box.put(
            Drawer.mail(second, to: drawer.sam, date: "Wed, 18 Nov 2026 15:01:40 +0000"),
            at: Drawer.left + 900)
        #expect(try drawer.visit(box, .findingOut, after: 1000).found == [second])
        #expect(box.appends == 0)
    }

    @Test func oneThatFilesNoMoreIsFoundOutAnew() throws {
        try drawer.ledger.write { try $0.set(.files, of: Drawer.route) }
        let id = try drawer.message(to: drawer.jane)
        try drawer.visit(box, .findingOut)
        #expect(box.appends == 0)
        #expect(try drawer.visit(box, .findingOut, after: 3601).filed == [id])
        #expect(
            try drawer.habit()
                == .unsure(messageID: Drawer.messageID(id), looksAgain: Drawer.left + 3601 + 3600))
    }

    /// Our copy is looked for again an hour later: still the only one, or joined by the provider's own.
    @Test(arguments: [
        (0, nil, ProviderHabit.leaves), (1, nil, .files), (1, "CAF=rewritten@mail.provider.test", .files),
    ])
    func oneThatFilesLateIsFoundOut(others: Int, name: String?, habit: ProviderHabit) throws {
        let id = try drawer.message(to: drawer.jane)
        try drawer.visit(box, .findingOut)
        if others > 0 { box.put(Drawer.mail(id, to: drawer.jane, called: name), at: Drawer.left + 300) }
        try drawer.visit(box, .findingOut, after: 3000)
        #expect(try drawer.habit() != habit)
        try drawer.visit(box, .findingOut, after: 3620)
        #expect(try drawer.habit() == habit)
    }

    @Test func aFolderThatTheUserHasClearedProvesNothing() throws {
        _ = try drawer.message(to: drawer.jane)
        try drawer.visit(box, .findingOut)
        box.clear()
        try drawer.visit(box, .findingOut, after: 3620)
        #expect(try drawer.habit() == nil)
        #expect(box.appends == 1)
    }

    @Test func whatIsSureCostsNoWaiting() throws {
        try drawer.ledger.write { try $0.set(.leaves, of: Drawer.route) }
        _ = try drawer.message(to: drawer.jane)
        try drawer.visit(box, .findingOut, after: 1)
        #expect(box.appends == 1)
        #expect(try drawer.habit() == .leaves)
    }

    @Test(arguments: [
        ("smtp.gmail.com", "imap.gmail.com", true), ("SMTP.Gmail.com", "imap.googlemail.com", true),
        ("smtp.office365.com", "outlook.office365.com", true),
        ("smtp-mail.outlook.com", "outlook.office365.com", true),
        // A relay of the same provider, and a mailbox elsewhere.
        ("smtp-relay.gmail.com", "imap.gmail.com", false), ("smtp.gmail.com", "imap.example.org", false),
        ("mail.example.org", "mail.example.org", false),
    ])
    func theWellKnownOnesAreKnown(smtp: String, imap: String, files: Bool) throws {
        #expect(try SelfFiling.shipped().files(sendingBy: smtp, readingFrom: imap) == files)
    }
}
