import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite("What may have gone out from another copy is held, and goes only if the user says so")
struct AdoptionTests {
    private let now = at("2026-11-22T10:00:00Z")

    /// A ledger with a message in each state, which is then in doubt.
    private func doubtful(_ attic: Attic) throws -> (Ledger, [MessageState: Message.ID]) {
        let ledger = try attic.desk.open(attic.path("a"))
        var ids: [MessageState: Message.ID] = [:]
        try ledger.write { transaction in
            for (number, state) in MessageState.allCases.enumerated() {
                let story = try Story(transaction, organisation: "Council \(number)")
                let id = try story.draft(in: transaction)
                try transaction.bring(id, to: state)
                ids[state] = id
            }
        }
        try ledger.sendOnce()
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        return (ledger, ids)
    }

    @Test func everythingThatWaitsIsHeldAndWhatHasLeftStays() throws {
        let attic = try Attic()
        let (ledger, ids) = try doubtful(attic)
        #expect(try ledger.adopt(at: now) == Adoption(doubt: .markMissing, held: 3))
        try ledger.read { transaction in
            for (before, id) in ids {
                let message = try transaction.message(id)
                #expect(message.state == (before.isPending ? .held : before))
                guard before.isPending else { continue }
                // It was stopped on purpose, and is not to go with what is missing in the Sent folder.
                #expect(message.reason == (before == .held ? stop : Reason(.otherLedger, moment: now)))
                #expect(try transaction.doubt(about: message) == Reason(.otherLedger, moment: now))
            }
        }
    }

    private let stop = Reason(.byUser, moment: at("2026-11-18T15:00:00Z"))

    @Test func whatWasHeldForAnyOtherReasonIsHeldForThisOne() throws {
        let attic = try Attic()
        let (ledger, ids) = try doubtful(attic)
        let queued = try #require(ids[.queued])
        try ledger.write { try $0.hold(queued, because: Reason(.late, moment: now)) }
        #expect(try ledger.adopt(at: now)?.held == 3)
        #expect(try ledger.read { try $0.message(queued).reason?.code } == .otherLedger)
    }

    /// Another computer's clock may be ahead.
    @Test(arguments: [-60.0, 0, 60])
    func whatIsStoppedAfterwardsIsInNoDoubt(skew: TimeInterval) throws {
        let attic = try Attic()
        let (ledger, ids) = try doubtful(attic)
        let (before, after) = (try #require(ids[.queued]), try #require(ids[.draft]))
        try ledger.write { try $0.hold(before, because: Reason(.byUser, moment: now + skew)) }
        _ = try ledger.adopt(at: now)
        try ledger.write { transaction in
            try transaction.release(after)
            try transaction.hold(after, because: Reason(.byUser, moment: now + 1))
            #expect(try transaction.doubt(about: transaction.message(before))?.code == .otherLedger)
            #expect(try transaction.doubt(about: transaction.message(after)) == nil)
        }
    }

    @Test func whatWasStoppedAndThenCalledOffComesBackStoppedAndInDoubt() throws {
        let attic = try Attic()
        let (ledger, ids) = try doubtful(attic)
        let held = try #require(ids[.held])
        try ledger.write { try $0.cancel(held, because: Reason(.ended)) }
        _ = try ledger.adopt(at: now)
        try ledger.write { transaction in
            try transaction.restore(held)
            let message = try transaction.message(held)
            #expect(message.reason == stop)
            #expect(try transaction.doubt(about: message)?.code == .otherLedger)
        }
    }

    /// Called off and then taken back by `heard --undo`, it would be in the queue again.
    @Test func whatWasCalledOffComesBackHeld() throws {
        let attic = try Attic()
        let (ledger, ids) = try doubtful(attic)
        _ = try ledger.adopt(at: now)
        let cancelled = try #require(ids[.cancelled])
        try ledger.write { try $0.restore(cancelled) }
        let message = try ledger.read { try $0.message(cancelled) }
        #expect(message.state == .held && message.reason?.code == .otherLedger)
    }

    @Test func itSendsFromNowOnAndEveryOtherCopyIsAnOlderOne() throws {
        let attic = try Attic()
        try attic.desk.open(attic.path("a")).sendOnce()
        try attic.copy("a", to: "b")
        let (a, b) = try (attic.desk.open(attic.path("a")), attic.desk.open(attic.path("b")))
        try a.sendOnce()
        #expect(try b.adopt(at: now)?.doubt == .olderCopy)
        try b.sendOnce()
        #expect(try a.doubt() == .olderCopy)
        #expect(try a.adopt(at: now)?.doubt == .olderCopy)
        #expect(try (a.doubt(), b.doubt()) == (nil, .olderCopy))
    }

    @Test func onASecondMachineItIsAtHomeThen() throws {
        let attic = try Attic()
        let laptop = Box("laptop", marks: attic.folder.appendingPathComponent("laptop"))
        try attic.desk.open(attic.path("a")).sendOnce()
        try attic.copy("a", to: "b")
        let ledger = try laptop.open(attic.path("b"))
        #expect(try ledger.adopt(at: now)?.doubt == .otherMachine)
        try ledger.sendOnce()
        #expect(try ledger.doubt() == nil)
        #expect(try attic.desk.open(attic.path("b")).doubt() == .otherMachine)
    }

    @Test func whereThereIsNoDoubtNothingChanges() throws {
        let attic = try Attic()
        let ledger = try attic.desk.open(attic.path("a"))
        try ledger.sendOnce()
        let before = try Data(contentsOf: URL(fileURLWithPath: attic.path("a")))
        #expect(try ledger.adopt(at: now) == nil)
        #expect(try Data(contentsOf: URL(fileURLWithPath: attic.path("a"))) == before)
    }

    @Test(arguments: ["UPDATE adoption SET held = 0", "DELETE FROM adoption"])
    func itStaysOnRecord(sql: String) throws {
        let attic = try Attic()
        let (ledger, _) = try doubtful(attic)
        _ = try ledger.adopt(at: now)
        let row = try ledger.read { try $0.row("SELECT time, doubt, generation, held FROM adoption") }
        #expect(row == ["time": now.milliseconds, "doubt": "mark-missing", "generation": 4, "held": 3])
        #expect(throws: LedgerProblem.refused(detail: "what was adopted stays on record")) {
            try ledger.write { try $0.run(sql) }
        }
    }
}
