import Foundation
import GRDB

/// How far a ledger has come: it grows with every start of a sender that has something to send, here first and then in the mark outside.
struct Generation: Equatable, Sendable {
    /// How many starts there were; 0 before the first.
    var number: Int64 = 0
    /// 16 random bytes of the latest start: two copies that count alike differ in it. Nil before the first.
    var token: [UInt8]?
    /// What the mark said when that start began; nil where there was no mark.
    var tokenBefore: [UInt8]?
    /// A mark of this ledger is known to have been written.
    var isMarked = false
    /// Where the ledger was made, or adopted; nil in one that is older than this note.
    var machine: Machine?
}

/// Which computer this is, without saying it to anybody who reads the ledger.
public enum Machine: Equatable, Sendable {
    /// A digest of the machine's own id and the ledger's.
    case known(digest: [UInt8])
    /// The system gives no id; such machines can't be told apart.
    case unknown

    /// As the ledger keeps it: an unknown one is empty.
    var bytes: [UInt8] { if case .known(let digest) = self { digest } else { [] } }

    init(bytes: [UInt8]) {
        self = bytes.isEmpty ? .unknown : .known(digest: bytes)
    }
}

extension Books {
    /// How far this ledger has come.
    func generation() throws -> Generation {
        guard
            let row = try row("SELECT generation, token, tokenBefore, isMarked, machine FROM ledger")
        else { throw LedgerProblem.damaged(path: "", detail: "it has no id") }
        func bytes(_ column: String) -> [UInt8]? { (row[column] as Data?).map(Array.init) }
        return Generation(
            number: row["generation"], token: bytes("token"), tokenBefore: bytes("tokenBefore"),
            isMarked: row["isMarked"], machine: bytes("machine").map(Machine.init(bytes:)))
    }

    func set(_ generation: Generation) throws {
        try run(
            "UPDATE ledger SET generation = ?, token = ?, tokenBefore = ?, isMarked = ?, machine = ?",
            [
                generation.number, generation.token.map { Data($0) }, generation.tokenBefore.map { Data($0) },
                generation.isMarked, generation.machine.map { Data($0.bytes) },
            ])
    }

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
