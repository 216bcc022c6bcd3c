import Foundation
import Synchronization

@testable import Ledger

/// A machine: an identity, a folder of marks, and tokens that count up.
final class Box: Sendable {
    let marks: String
    private let machine: Machine
    private let count = Mutex<UInt8>(0)
    private let boot = Mutex("boot")

    init(_ name: String, marks: URL) {
        self.marks = marks.path
        machine = name.isEmpty ? .unknown : .known(digest: Array(name.utf8))
    }

    var witness: Witness {
        Witness(
            folder: marks, machine: { [machine] _ in machine },
            token: {
                self.count.withLock { count in
                    count += 1
                    return [UInt8](repeating: count, count: 16)
                }
            }, birth: Self.birth, boot: { self.boot.withLock { $0 } })
    }

    /// A copy of a file has another number.
    private static func birth(of path: String) -> String? {
        var facts = stat()
        return stat(path, &facts) == 0 ? "\(facts.st_ino)" : nil
    }

    /// Switched off and on.
    func restart() { boot.withLock { $0 += "+" } }

    func open(_ path: String) throws -> Ledger { try Ledger(path: path, witness: witness) { Shelf.id } }
}

extension Ledger {
    /// A round of sending that hands over nothing.
    func sendOnce() throws {
        let turn = try takeTurn()
        try turn.begin()
        try turn.end()
    }

    func adopt(at now: Date) throws -> Adoption? {
        try takeTurn().adopt(seed: [UInt8](repeating: 0xAD, count: 16), at: now)
    }
}

/// A folder in which ledgers are made, copied and put back, on one machine or several.
final class Attic {
    let folder: URL
    let desk: Box

    init() throws {
        folder = try Shelf.makeFolder()
        desk = Box("desk", marks: folder.appendingPathComponent("state"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// A plain copy of a file, as `cp` makes it.
    func copy(_ source: String, to target: String) throws {
        if FileManager.default.fileExists(atPath: path(target)) {
            try FileManager.default.removeItem(atPath: path(target))
        }
        try FileManager.default.copyItem(atPath: path(source), toPath: path(target))
    }
}
