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
            testDescription: "new, never started", ledger: ledger(0, 0, before: nil, marked: false),
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
            testDescription: "neither machine can be told",
            ledger: ledger(7, 7, before: 6, machine: .unknown), mark: mark(7, 7), here: .unknown, doubt: nil),
    ]

    @Test(arguments: cases)
    func theTable(_ row: Case) {
        #expect(Doubt(of: row.ledger, row.mark, on: row.here) == row.doubt)
    }

    @Test("a copy on one machine: whichever starts first goes on, and the other is in doubt")
    func copyOnOneMachine() throws {
        let attic = try Attic()
        _ = try attic.desk.open(attic.path("a")).beginSending()
        try attic.copy("a", to: "b")
        for (first, second) in [("b", "a")] {
            try attic.desk.open(attic.path(first)).beginSending()
            try attic.desk.open(attic.path(first)).beginSending()
            let other = try attic.desk.open(attic.path(second))
            #expect(try other.doubt() == .olderCopy)
            #expect(throws: LedgerProblem.inDoubt(path: attic.path(second), .olderCopy)) {
                try other.beginSending()
            }
        }
    }

    @Test("an older copy put back is in doubt, and stays in doubt")
    func olderCopyPutBack() throws {
        let attic = try Attic()
        try attic.desk.open(attic.path("a")).beginSending()
        try attic.copy("a", to: "old")
        try attic.desk.open(attic.path("a")).beginSending()
        try attic.copy("old", to: "a")
        let before = try Data(contentsOf: URL(fileURLWithPath: attic.path("a")))
        let ledger = try attic.desk.open(attic.path("a"))
        for _ in 0..<2 {
            #expect(throws: LedgerProblem.inDoubt(path: attic.path("a"), .olderCopy)) {
                try ledger.beginSending()
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: attic.path("a"))) == before)
    }

    @Test("a copy on a second machine is in doubt there, even before anything was sent", arguments: [0, 3])
    func copyOnASecondMachine(starts: Int) throws {
        let attic = try Attic()
        let laptop = Box("laptop", marks: attic.folder.appendingPathComponent("laptop"))
        let ledger = try attic.desk.open(attic.path("a"))
        for _ in 0..<starts { try ledger.beginSending() }
        try attic.copy("a", to: "b")
        #expect(try laptop.open(attic.path("b")).doubt() == .otherMachine)
        #expect(try ledger.doubt() == nil)
    }

    @Test("the folder of the marks is lost, or its mark is garbage")
    func lostState() throws {
        let attic = try Attic()
        let ledger = try attic.desk.open(attic.path("a"))
        try ledger.beginSending()
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
        for start in 0..<3 {
            let before = try? Data(contentsOf: mark)
            for _ in 0..<3 {
                try attic.desk.open(attic.path("a")).beginSending()
                // As if the mark had not been written.
                if let before {
                    try before.write(to: mark)
                } else {
                    try FileManager.default.removeItem(at: mark)
                    try attic.desk.open(attic.path("a")).write {
                        try $0.run("UPDATE ledger SET isMarked = 0")
                    }
                }
                #expect(try attic.desk.open(attic.path("a")).doubt() == nil, "start \(start)")
            }
            try attic.desk.open(attic.path("a")).beginSending()
        }
    }

    @Test("a mark that can't be written stops the start, and the next one begins where this one left off")
    func markThatCannotBeWritten() throws {
        let attic = try Attic()
        try Data().write(to: URL(fileURLWithPath: attic.desk.marks))
        let ledger = try attic.desk.open(attic.path("a"))
        let problem = #expect(throws: LedgerProblem.self) { try ledger.beginSending() }
        guard case .cannotWrite(attic.desk.marks, _)? = problem else {
            Issue.record("\(String(describing: problem)) instead of cannotWrite")
            return
        }
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        try ledger.beginSending()
        #expect(try ledger.read { try $0.generation().number } == 1)
    }
}
