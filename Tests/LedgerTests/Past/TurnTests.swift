import Foundation
import Synchronization
import Testing

@testable import Ledger

@Suite("Of all copies of a ledger one has the turn, and whatever was copied before it ended is older")
struct TurnTests {
    private let attic: Attic

    init() throws { attic = try Attic() }

    private func open(_ name: String, on box: Box? = nil) throws -> Ledger {
        try (box ?? attic.desk).open(attic.path(name))
    }

    @Test func oneCopyHasItAtATime() throws {
        let a = try open("a")
        try attic.copy("a", to: "b")
        let b = try open("b")
        let turn = try a.takeTurn()
        try turn.begin()
        #expect(throws: LedgerProblem.copyAtWork(path: attic.path("b"))) { try b.takeTurn() }
        try turn.end()
        _ = consume turn
        #expect(throws: LedgerProblem.inDoubt(path: attic.path("b"), .olderCopy)) { try b.takeTurn().begin() }
    }

    /// Two threads stand for two processes: a lock belongs to what was opened, not to who opened it (flock(2)).
    @Test func twoCopiesAtTheSameMomentAHundredTimes() throws {
        for pair in 0..<100 {
            let names = ["a-\(pair)", "b-\(pair)"]
            let box = Box("desk", marks: attic.folder.appendingPathComponent("state-\(pair)"))
            _ = try box.open(attic.path(names[0]))
            try attic.copy(names[0], to: names[1])
            let ledgers = try names.map { try box.open(attic.path($0)) }
            let begun = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                do {
                    let turn = try ledgers[index].takeTurn()
                    try turn.begin()
                    begun.withLock { $0 += 1 }
                    try turn.end()
                } catch LedgerProblem.copyAtWork {
                } catch LedgerProblem.inDoubt(_, .olderCopy) {
                } catch {
                    Issue.record(error)
                }
            }
            #expect(begun.withLock { $0 } == 1)
        }
    }

    /// What `send` does in a round: something is handed over, once or more.
    private func handOver(_ turn: Turn, of ledger: Ledger) throws {
        try ledger.write(turn.countOn)
        try turn.reach()
    }

    @Test(
        "a copy made while a sending is under way is older, whether that ends well or is killed",
        arguments: [
            true, false,
        ])
    func copyMadeMeanwhile(endsWell: Bool) throws {
        let ledger = try open("a")
        var turn: Turn? = try ledger.takeTurn()
        try turn?.begin()
        for copy in ["before", "between"] {
            try attic.copy("a", to: copy)
            try turn.map { try handOver($0, of: ledger) }
        }
        try attic.copy("a", to: "after")
        if endsWell { try turn?.end() }
        turn = nil
        for copy in ["before", "between"] { #expect(try open(copy).doubt() == .olderCopy, "\(copy)") }
        // After the last hand-over nothing is in it that could leave twice.
        #expect(try open("after").doubt() == (endsWell ? .olderCopy : nil))
        #expect(try open("a").doubt() == nil)
        try open("a").sendOnce()
        #expect(try open("after").doubt() == .olderCopy)
    }

    @Test(
        "a killed round, whatever of it the mark has, is no doubt about the ledger itself", arguments: 0...3)
    func killedRound(reached: Int) throws {
        let ledger = try open("a")
        let mark = URL(fileURLWithPath: attic.desk.witness.path(of: Shelf.id))
        var turn: Turn? = try ledger.takeTurn()
        try turn?.begin()
        var marks = [try Data(contentsOf: mark)]
        for _ in 0..<3 {
            try turn.map { try handOver($0, of: ledger) }
            marks.append(try Data(contentsOf: mark))
        }
        turn = nil
        // After a loss of power it may be as it was at any moment of the round.
        try marks[reached].write(to: mark)
        #expect(try open("a").doubt() == nil)
        try open("a").sendOnce()
        #expect(try open("a").doubt() == nil)
    }

    @Test func aTransactionThatFailsCountsForNothing() throws {
        struct Broken: Error {}
        let ledger = try open("a")
        let turn = try ledger.takeTurn()
        try turn.begin()
        try? ledger.write { transaction in
            try turn.countOn(in: transaction)
            throw Broken()
        }
        try handOver(turn, of: ledger)
        #expect(try ledger.doubt() == nil)
        try turn.end()
        #expect(try ledger.doubt() == nil)
    }

    @Test func nothingIsLeftBesideMarkAndLock() throws {
        try open("a").sendOnce()
        let name = Data(Shelf.id).hexadecimal
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: attic.desk.marks).sorted() == [
                name, name + ".lock",
            ])
    }
}

@Suite("A ledger is marked when it is made, so that no copy of it is taken for the ledger itself")
struct MarkedAtFirstTests {
    private let attic: Attic

    init() throws { attic = try Attic() }

    /// The copy is from before the first sending; only the state around it differs.
    @Test(arguments: ["desk", ""])
    func withAnotherStateFolder(machine: String) throws {
        let box = Box(machine, marks: attic.folder.appendingPathComponent("first"))
        _ = try box.open(attic.path("a"))
        try attic.copy("a", to: "b")
        let other = Box(machine, marks: attic.folder.appendingPathComponent("second"))
        #expect(try other.open(attic.path("b")).doubt() != nil)
        #expect(throws: LedgerProblem.self) { try other.open(attic.path("b")).sendOnce() }
        #expect(try box.open(attic.path("a")).doubt() == nil)
    }

    @Test(arguments: ["desk", ""])
    func withTheStateFolderCopiedAlong(machine: String) throws {
        let box = Box(machine, marks: attic.folder.appendingPathComponent("first"))
        _ = try box.open(attic.path("a"))
        try attic.copy("a", to: "b")
        try attic.copy("first", to: "second")
        let other = Box(machine, marks: attic.folder.appendingPathComponent("second"))
        let copy = try other.open(attic.path("b"))
        #expect(try copy.doubt() == .markCopied)
        #expect(try copy.adopt(at: Date(timeIntervalSince1970: 1_800_000_000))?.doubt == .markCopied)
        #expect(try other.open(attic.path("b")).doubt() == nil)
        try other.open(attic.path("b")).sendOnce()
        #expect(try box.open(attic.path("a")).doubt() == nil)
    }

    @Test func withTheStateFolderLost() throws {
        _ = try attic.desk.open(attic.path("a"))
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        #expect(try attic.desk.open(attic.path("a")).doubt() == .markMissing)
    }

    @Test func oneFromAnEarlierVersionIsMarkedWhenItIsFirstOpened() throws {
        _ = try Ledger(path: attic.path("a")) { Shelf.id }
        #expect(try attic.desk.open(attic.path("a")).doubt() == nil)
        try attic.copy("a", to: "b")
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        #expect(try attic.desk.open(attic.path("b")).doubt() == .markMissing)
    }

    @Test("where time may have been turned back the Sent folder has to be searched once")
    func looking() throws {
        let ledger = try attic.desk.open(attic.path("a"))
        func must() throws -> Bool { try ledger.takeTurn().mustLook() }
        #expect(try !must())
        attic.desk.restart()
        #expect(try must())
        try ledger.takeTurn().hasLooked()
        #expect(try !must())
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        #expect(try ledger.adopt(at: Date(timeIntervalSince1970: 1_800_000_000)) != nil)
        #expect(try must())
        try ledger.takeTurn().hasLooked()
        #expect(try !must())
    }
}
