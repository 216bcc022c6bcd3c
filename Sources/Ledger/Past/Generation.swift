import Foundation
import GRDB

/// How far a ledger has come: it grows with every round of sending, at its beginning, with each transaction that hands
/// something over, and at its end; here first and then in the mark outside.
struct Generation: Equatable, Sendable {
    /// Grows for ever; 0 in a ledger that was never marked.
    var number: Int64 = 0
    /// 16 random bytes of the latest round: two copies that count alike differ in it. Nil before the first mark.
    var token: [UInt8]?
    /// What the mark said when that round began; nil where there was no mark.
    var tokenBefore: [UInt8]?
    /// A mark of this ledger is known to have been written.
    var isMarked = false
    /// Where the ledger was made, or adopted; nil in one that is older than this note.
    var machine: Machine?
    /// The run of the machine in which it is known that nothing has left from a later state of this ledger than its own:
    /// it was made then, or the Sent folder was searched since. Nil after an adoption.
    var boot: String?
}

/// Which computer this is, without saying it to anybody who reads the ledger.
package enum Machine: Equatable, Sendable {
    /// A digest of the machine's own id and the ledger's.
    case known(digest: [UInt8])
    /// The system gives no id; such machines can't be told apart.
    case unknown

    /// As the ledger keeps it: an unknown one is empty.
    var bytes: [UInt8] { if case .known(let digest) = self { digest } else { [] } }

    init(bytes: [UInt8]) { self = bytes.isEmpty ? .unknown : .known(digest: bytes) }
}

extension LedgerTransaction {
    /// How far this ledger has come.
    func generation() throws -> Generation {
        guard
            let row = try row("SELECT generation, token, tokenBefore, isMarked, machine, boot FROM ledger")
        else { throw LedgerProblem.damaged(path: "", detail: "it has no id") }
        func bytes(_ column: String) -> [UInt8]? { (row[column] as Data?).map(Array.init) }
        return Generation(
            number: row["generation"], token: bytes("token"), tokenBefore: bytes("tokenBefore"),
            isMarked: row["isMarked"], machine: bytes("machine").map(Machine.init(bytes:)), boot: row["boot"])
    }

    func set(_ generation: Generation) throws {
        try run(
            "UPDATE ledger SET generation = ?, token = ?, tokenBefore = ?, isMarked = ?, machine = ?, boot = ?",
            [
                generation.number, generation.token.map { Data($0) }, generation.tokenBefore.map { Data($0) },
                generation.isMarked, generation.machine.map { Data($0.bytes) }, generation.boot,
            ])
    }

    /// Counts on within a round.
    func countOn(to number: Int64) throws { try run("UPDATE ledger SET generation = ?", [number]) }

    /// Cuts a copy off from its past, so that no mark fits it: whoever puts it in the place of its original has to
    /// adopt it before anything is sent.
    func cutOff(token: [UInt8]) throws {
        var generation = try generation()
        generation.token = token
        generation.tokenBefore = nil
        generation.isMarked = true
        try set(generation)
    }
}
