import Foundation

/// What stands outside the ledger and knows whether it is the one that sent last: the folder of the marks, and the
/// machine itself.
package struct Witness: Sendable {
    /// Holds one mark for each ledger; made where it is missing.
    package let folder: String
    /// This machine, as the ledger of an id may know it.
    let machine: @Sendable (_ ledger: [UInt8]) -> Machine
    /// 16 random bytes.
    let token: @Sendable () -> [UInt8]
    /// When a file was born, as its file system has it; nil where that does not tell.
    let birth: @Sendable (_ path: String) -> String?
    /// What the system calls its own run since this machine was switched on; nil where it does not tell.
    let boot: @Sendable () -> String?

    /// - Parameters:
    ///   - folder: outside the folder of the ledger, so that a copy of that does not bring its mark along.
    ///   - machine: which computer this is, for a ledger's id.
    ///   - token: 16 random bytes at each call.
    ///   - birth: when a file was born: to the file, not to its copies; nil where the file system does not tell.
    ///   - boot: another name each time that the machine starts; nil where the system does not tell.
    package init(
        folder: String, machine: @escaping @Sendable ([UInt8]) -> Machine,
        token: @escaping @Sendable () -> [UInt8],
        birth: @escaping @Sendable (String) -> String? = { _ in nil },
        boot: @escaping @Sendable () -> String? = { nil }
    ) {
        self.folder = folder
        self.machine = machine
        self.token = token
        self.birth = birth
        self.boot = boot
    }

    func path(of ledger: [UInt8]) -> String { folder + "/" + ledger.hexadecimal }

    /// The mark of a ledger that was at this place; looked for only where none is there now.
    func mark(ofLedgerAt path: String) -> String? {
        let place = Self.place(path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        // Beside the marks lie their locks, and what a crash has left half written.
        let marks = names.lazy.filter { $0.utf8.count == 32 }.map { folder + "/" + $0 }
        return marks.first { name in
            if case .present(let mark) = Mark.read(name) { mark.ledger == place } else { false }
        }
    }

    /// One name for a place, whichever links lead to it.
    static func place(_ path: String) -> String {
        let parts = path as NSString
        guard let folder = realpath(parts.deletingLastPathComponent, nil) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + parts.lastPathComponent
    }
}

extension Ledger {
    /// Why nothing is sent from this ledger; nil where it is the one that sent last, or nobody vouches for it.
    package func doubt() throws -> Doubt? { try witness == nil ? nil : read(doubt) }

    /// The same within a transaction.
    package func doubt(in transaction: LedgerTransaction) throws -> Doubt? {
        guard let witness else { return nil }
        let found = Surroundings(
            mark: Mark.read(witness.path(of: id)), machine: witness.machine(id),
            place: MarkLock.place(witness, of: id))
        return Doubt(of: try transaction.generation(), found)
    }

    /// What a sender asks first, at every round: the file is whole, which is looked at once for each opened ledger, and
    /// the ledger is the one that sent last. Nothing is written.
    ///
    /// - Throws: `LedgerProblem.damaged` or `.inDoubt`.
    package func examine() throws {
        try quickCheck()
        if let doubt = try doubt() { throw LedgerProblem.inDoubt(path: path, doubt) }
    }

    /// Takes the turn to send, which one copy of this ledger on this computer has at a time.
    ///
    /// Whoever sends calls this before anything is looked at.
    /// - Throws: `LedgerProblem.copyAtWork` where another copy has it.
    package func takeTurn() throws(LedgerProblem) -> Turn { try Turn(of: self) }

    /// Leaves a mark of a ledger that has none, as soon as it is made: a copy from before the first sending is noticed,
    /// too. One that is in doubt is left as it is, and told of where something is to be sent.
    func markAtFirst() throws {
        do {
            let turn = try takeTurn()
            try turn.begin()
        } catch LedgerProblem.copyAtWork {
            // Whoever has the turn leaves one.
        } catch LedgerProblem.inDoubt {}
    }
}
