import Foundation
import Testing

@testable import Ledger

@Suite("Two ledgers from one past: nothing is sent where another copy may have sent")
struct DoubtTests {
    /// A row of the table that `Doubt` documents.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let ledger: Generation
        let mark: Mark.Found
        var here = Machine.known(digest: [1])
        var place = MarkLock.Place.original
        let doubt: Doubt?
    }

    private static func token(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 16) }

    private static func ledger(
        _ number: Int64, _ own: UInt8, before: UInt8?, marked: Bool = true,
        machine: Machine? = .known(digest: [1])
    ) -> Generation {
        Generation(
            number: number, token: number == 0 ? nil : token(own), tokenBefore: before.map(token),
            isMarked: marked, machine: machine)
    }

    private static func mark(_ number: Int64, _ own: UInt8) -> Mark.Found {
        .present(Mark(number: number, token: token(own), ledger: "/home/ada/afterword.sqlite"))
    }

    static let cases = [
        Case(
            testDescription: "just made", ledger: ledger(0, 0, before: nil, marked: false),
            mark: .absent, doubt: nil),
        Case(
            testDescription: "from before machines were noted",
            ledger: ledger(0, 0, before: nil, marked: false, machine: nil), mark: .absent, doubt: nil),
        Case(
            testDescription: "a crash in the first start, before its mark",
            ledger: ledger(1, 1, before: nil, marked: false), mark: .absent, doubt: nil),
        Case(
            testDescription: "a crash in the first start, after its mark",
            ledger: ledger(1, 1, before: nil, marked: false), mark: mark(1, 1), doubt: nil),
        Case(testDescription: "the usual", ledger: ledger(7, 7, before: 6), mark: mark(7, 7), doubt: nil),
        Case(
            testDescription: "a crash between the two writes", ledger: ledger(8, 8, before: 7),
            mark: mark(7, 7), doubt: nil),
        Case(
            testDescription: "a crash while adopting a ledger that was far ahead",
            ledger: ledger(12, 12, before: 7), mark: mark(7, 7), doubt: nil),
        Case(
            testDescription: "the copy is behind", ledger: ledger(6, 6, before: 5), mark: mark(7, 7),
            doubt: .olderCopy),
        Case(
            testDescription: "the copy is from before the first start",
            ledger: ledger(0, 0, before: nil, marked: false), mark: mark(1, 1), doubt: .olderCopy),
        Case(
            testDescription: "two copies started once each", ledger: ledger(7, 70, before: 6),
            mark: mark(7, 7), doubt: .olderCopy),
        Case(
            testDescription: "the mark comes from a backup", ledger: ledger(9, 9, before: 8),
            mark: mark(7, 7), doubt: .markOlder),
        Case(
            testDescription: "one ahead, but not of this mark", ledger: ledger(8, 8, before: 70),
            mark: mark(7, 7), doubt: .markOlder),
        Case(
            testDescription: "the mark is gone", ledger: ledger(7, 7, before: 6), mark: .absent,
            doubt: .markMissing),
        Case(
            testDescription: "the mark is garbage", ledger: ledger(7, 7, before: 6), mark: .unreadable,
            doubt: .markUnreadable),
        Case(
            testDescription: "garbage where a new ledger's mark will be",
            ledger: ledger(0, 0, before: nil, marked: false), mark: .unreadable, doubt: .markUnreadable),
        Case(
            testDescription: "another machine, without its marks", ledger: ledger(7, 7, before: 6),
            mark: .absent, here: .known(digest: [2]), doubt: .otherMachine),
        Case(
            testDescription: "another machine, marks and all", ledger: ledger(7, 7, before: 6),
            mark: mark(7, 7), here: .known(digest: [2]), doubt: .otherMachine),
        Case(
            testDescription: "another machine, never started",
            ledger: ledger(0, 0, before: nil, marked: false), mark: .absent, here: .known(digest: [2]),
            doubt: .otherMachine),
        Case(
            testDescription: "a machine that can't be told", ledger: ledger(7, 7, before: 6),
            mark: mark(7, 7), here: .unknown, doubt: .otherMachine),
        Case(
            testDescription: "made on a machine that couldn't be told",
            ledger: ledger(7, 7, before: 6, machine: .unknown), mark: mark(7, 7), doubt: .otherMachine),
        Case(
            testDescription: "neither machine can be told, and the lock is where it was made",
            ledger: ledger(7, 7, before: 6, machine: .unknown), mark: mark(7, 7), here: .unknown, doubt: nil),
        Case(
            testDescription: "neither machine can be told, nor where the lock was made",
            ledger: ledger(7, 7, before: 6, machine: .unknown), mark: mark(7, 7), here: .unknown,
            place: .unknown, doubt: .machineUnknown),
        Case(
            testDescription: "neither machine can be told, and the mark did not come along",
            ledger: ledger(7, 7, before: 6, machine: .unknown), mark: .absent, here: .unknown,
            doubt: .markMissing),
        Case(
            testDescription: "a known machine whose file system does not tell",
            ledger: ledger(7, 7, before: 6),
            mark: mark(7, 7), place: .unknown, doubt: nil),
        Case(
            testDescription: "the mark was copied along", ledger: ledger(7, 7, before: 6), mark: mark(7, 7),
            place: .copied, doubt: .markCopied),
        Case(
            testDescription: "a crash in the middle of a round", ledger: ledger(12, 7, before: 6),
            mark: mark(9, 7), doubt: nil),
        Case(
            testDescription: "a copy from the middle of a round", ledger: ledger(8, 7, before: 6),
            mark: mark(9, 7), doubt: .olderCopy),
    ]

    @Test(arguments: cases)
    func theTable(_ row: Case) {
        let found = Surroundings(mark: row.mark, machine: row.here, place: row.place)
        #expect(Doubt(of: row.ledger, found) == row.doubt)
    }

    @Test("a copy on one machine: whichever starts first goes on, and the other is in doubt")
    func copyOnOneMachine() throws {
        let attic = try Attic()
        _ = try attic.desk.open(attic.path("a")).sendOnce()
        try attic.copy("a", to: "b")
        for (first, second) in [("b", "a")] {
            try attic.desk.open(attic.path(first)).sendOnce()
            try attic.desk.open(attic.path(first)).sendOnce()
            let other = try attic.desk.open(attic.path(second))
            #expect(try other.doubt() == .olderCopy)
            #expect(throws: LedgerProblem.inDoubt(path: attic.path(second), .olderCopy)) {
                try other.sendOnce()
            }
        }
    }

    @Test("an older copy put back is in doubt, and stays in doubt")
    func olderCopyPutBack() throws {
        let attic = try Attic()
        try attic.desk.open(attic.path("a")).sendOnce()
        try attic.copy("a", to: "old")
        try attic.desk.open(attic.path("a")).sendOnce()
        try attic.copy("old", to: "a")
        let before = try Data(contentsOf: URL(fileURLWithPath: attic.path("a")))
        let ledger = try attic.desk.open(attic.path("a"))
        for _ in 0..<2 {
            #expect(throws: LedgerProblem.inDoubt(path: attic.path("a"), .olderCopy)) {
                try ledger.sendOnce()
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: attic.path("a"))) == before)
    }

    @Test("a copy on a second machine is in doubt there, even before anything was sent", arguments: [0, 3])
    func copyOnASecondMachine(starts: Int) throws {
        let attic = try Attic()
        let laptop = Box("laptop", marks: attic.folder.appendingPathComponent("laptop"))
        let ledger = try attic.desk.open(attic.path("a"))
        for _ in 0..<starts { try ledger.sendOnce() }
        try attic.copy("a", to: "b")
        #expect(try laptop.open(attic.path("b")).doubt() == .otherMachine)
        #expect(try ledger.doubt() == nil)
    }

    @Test("the folder of the marks is lost, or its mark is garbage")
    func lostState() throws {
        let attic = try Attic()
        let ledger = try attic.desk.open(attic.path("a"))
        try ledger.sendOnce()
        let mark = attic.desk.witness.path(of: ledger.id)
        try Data("garbage".utf8).write(to: URL(fileURLWithPath: mark))
        #expect(try ledger.doubt() == .markUnreadable)
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        #expect(try ledger.doubt() == .markMissing)
    }

    @Test("a power cut between ledger and mark is no doubt, however often it happens")
    func powerCut() throws {
        let attic = try Attic()
        let mark = URL(fileURLWithPath: attic.desk.witness.path(of: Shelf.id))
        _ = try attic.desk.open(attic.path("a"))
        for start in 0..<3 {
            let before = try Data(contentsOf: mark)
            for _ in 0..<3 {
                try attic.desk.open(attic.path("a")).sendOnce()
                // As if the mark had not been written.
                try before.write(to: mark)
                #expect(try attic.desk.open(attic.path("a")).doubt() == nil, "start \(start)")
            }
            try attic.desk.open(attic.path("a")).sendOnce()
        }
    }

    @Test("a ledger whose first mark could not be written is marked as soon as that is possible")
    func markThatCannotBeWritten() throws {
        let attic = try Attic()
        try Data().write(to: URL(fileURLWithPath: attic.desk.marks))
        let problem = #expect(throws: LedgerProblem.self) { try attic.desk.open(attic.path("a")) }
        guard case .cannotWrite(attic.desk.marks, _)? = problem else {
            Issue.record("\(String(describing: problem)) instead of cannotWrite")
            return
        }
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        let ledger = try attic.desk.open(attic.path("a"))
        #expect(try ledger.read { try $0.generation() }.isMarked)
        #expect(try ledger.doubt() == nil)
    }
}
