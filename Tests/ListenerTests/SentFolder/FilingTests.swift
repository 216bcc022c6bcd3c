import Etiquette
import Foundation
import Ledger
import Listener
import Testing

@testable import Mail

/// Whatever happens: no copy before a message is sent, one after, never two.
@Suite struct FilingTests {
    private let drawer: Drawer
    private let box = MemoryMailbox()

    init() throws { drawer = try Drawer() }

    @Test func theBytesThatLeftAreTheCopy() throws {
        let id = try drawer.message(to: drawer.jane)
        #expect(try drawer.visit(box).filed == [id])
        #expect(box.copies == [Drawer.mail(id, to: drawer.jane)])
        #expect(box.mails[MemoryMailbox.sent]?.map(\.received) == [Drawer.left])
        #expect(try drawer.owed().isEmpty)
        try drawer.visit(box, after: 86_400)
        #expect(box.appends == 1)
        #expect(box.polls == 1)
    }

    @Test(arguments: [nil, Attempt.Outcome.unconfirmed, .refused])
    func whatIsNotSentHasNoCopy(outcome: Attempt.Outcome?) throws {
        _ = try drawer.message(to: drawer.jane, outcome)
        try drawer.visit(box)
        #expect(box.appends == 0)
    }

    /// What lies in the folder an hour later, by who files what.
    @Test(arguments: [
        (Filing.Saving.always, false, 1), (.always, true, 1), (.findingOut, false, 1), (.findingOut, true, 1),
        (.leftToProvider, false, 0), (.leftToProvider, true, 1), (nil, false, 0), (nil, true, 1),
    ])
    func oneCopyWhoeverFilesIt(saving: Filing.Saving?, files: Bool, copies: Int) throws {
        let id = try drawer.message(to: drawer.jane)
        if files { box.put(Drawer.mail(id, to: drawer.jane), at: Drawer.left + 2) }
        for seconds in [0.0, 20, 90, 4000, 9000] { try drawer.visit(box, saving, after: seconds) }
        #expect(box.copies.count == copies)
        #expect(box.appends == (files ? 0 : copies))
        #expect(try saving == nil || drawer.owed().isEmpty)
    }

    @Test func aFolderIsChosenByNameOrByUse() throws {
        let work = Folder(wireName: "Work/Out", name: "Work/Out", separator: "/", use: nil)
        box.boxes.append(work)
        _ = try drawer.message(to: drawer.jane)
        try drawer.visit(box, folder: "Work/Out")
        #expect(box.mails[work]?.count == 1)
        #expect(box.copies.isEmpty)
    }

    @Test(arguments: [nil, "Nowhere"])
    func aFolderThatIsMissingIsNamed(name: String?) throws {
        box.boxes = [.inbox]
        _ = try drawer.message(to: drawer.jane)
        #expect(try drawer.visit(box, folder: name).problem == .noSuchFolder(name: name ?? "Sent", words: ""))
        #expect(try drawer.owed().count == 1)
    }

    @Test func aMailboxThatTakesNoCopiesIsAskedOnce() throws {
        box.onAppend = { _ in .failure(.keepsNoCopies) }
        _ = try drawer.message(to: drawer.jane)
        #expect(try drawer.visit(box).problem == .keepsNoCopies)
        #expect(try drawer.owed().isEmpty)
    }

    @Test func whatWasSentLongAgoIsLeftAlone() throws {
        _ = try drawer.message(to: drawer.jane)
        try drawer.visit(box, after: Filing.memory + 1)
        #expect(box.polls == 0)
    }
}

/// A failed copy is tried again, and the message stays sent.
@Suite struct FilingTroubleTests {
    private let drawer: Drawer
    private let box = MemoryMailbox()

    init() throws { drawer = try Drawer() }

    @Test(arguments: [MailboxProblem.overQuota(words: "full"), .refused(words: "no"), .notOpen])
    func aRefusedCopyIsTriedAgainLater(problem: MailboxProblem) throws {
        let id = try drawer.message(to: drawer.jane)
        box.onAppend = { _ in .failure(problem) }
        #expect(try drawer.visit(box).problem == problem)
        #expect(try drawer.state(id) == .sent)
        let owed = try #require(try drawer.owed().first)
        #expect(owed.state == .owed)
        #expect(owed.attempts == 1)
        #expect(owed.detail == "\(problem)")
        #expect(owed.nextAttempt == Drawer.left + 20 + 60)
        try drawer.visit(box, after: 79)
        #expect(box.appends == 1)
        box.onAppend = { keep in
            keep()
            return .success(.filed)
        }
        #expect(try drawer.visit(box, after: 80).filed == [id])
        #expect(box.copies.count == 1)
    }

    @Test func delaysDoubleAndARefusedLoginIsLeftInPeace() throws {
        _ = try drawer.message(to: drawer.jane)
        box.problem = .unreachable(TransportFault(kind: .timedOut, code: 28, detail: ""))
        var moment: TimeInterval = 20
        for minutes in [1.0, 2, 4, 8] {
            try drawer.visit(box, after: moment)
            moment += minutes * 60
            #expect(try drawer.owed().first?.nextAttempt == Drawer.left + moment)
        }
        box.problem = .loginRefused(words: "")
        try drawer.visit(box, after: moment)
        #expect(try drawer.owed().first?.nextAttempt == Drawer.left + moment + 64 * 60)
    }

    /// The answer to an append was lost: whether it landed is looked up before it is done again.
    @Test(arguments: [true, false])
    func anAppendWithoutAnAnswerIsLookedUp(landed: Bool) throws {
        let id = try drawer.message(to: drawer.jane)
        box.onAppend = { [box] keep in
            if landed || box.appends > 1 { keep() }
            return box.appends > 1
                ? .success(.filed)
                : .success(.unconfirmed(TransportFault(kind: .connectionLost, code: 56, detail: "")))
        }
        #expect(try drawer.visit(box).filed == [])
        #expect(try drawer.owed().map(\.state) == [.appending])
        #expect(try drawer.visit(box, after: 200).filed == [id])
        #expect(box.copies.count == 1)
        #expect(box.appends == (landed ? 1 : 2))
    }

    /// A process that is killed while it appends leaves a ledger that the next one makes no second copy from.
    @Test(arguments: [Filing.Saving.always, .findingOut], [true, false])
    func aKillWhileAppendingMakesNoSecondCopy(saving: Filing.Saving, landed: Bool) throws {
        let id = try drawer.message(to: drawer.jane)
        var survivor: Ledger?
        box.onAppend = { [drawer] keep in
            if landed { keep() }
            survivor = try drawer.ledgerAfterKill()
            return .success(.filed)
        }
        try drawer.visit(box, saving)
        let ledger = try #require(survivor)
        box.onAppend = { keep in
            keep()
            return .success(.filed)
        }
        let filing = Drawer.filing(ledger, saving)
        // The killed process might be another one that still works.
        #expect(try filing.file(into: box) { Drawer.left + 60 }.filed == [])
        #expect(try filing.file(into: box) { Drawer.left + 4000 }.filed == [id])
        #expect(box.copies.count == 1)
    }

    @Test func twoProcessesMakeOneCopy() throws {
        _ = try drawer.message(to: drawer.jane)
        box.onAppend = { [drawer, box] keep in
            let other = Drawer.filing(try Ledger(path: drawer.path) { [] }, .always)
            #expect(try other.file(into: box) { Drawer.left + 21 }.filed == [])
            keep()
            return .success(.filed)
        }
        try drawer.visit(box)
        #expect(box.appends == 1)
        #expect(box.copies.count == 1)
    }
}
