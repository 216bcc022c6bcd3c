import Etiquette
import Foundation

/// What stands outside the ledger and knows whether it is the one that sent last: the folder of the marks, and the
/// machine itself.
public struct Witness: Sendable {
    /// Holds one mark for each ledger; made where it is missing.
    public let folder: String
    /// This machine, as the ledger of an id may know it.
    let machine: @Sendable (_ ledger: [UInt8]) -> Machine
    /// 16 random bytes.
    let token: @Sendable () -> [UInt8]

    /// - Parameters:
    ///   - folder: outside the folder of the ledger, so that a copy of that does not bring its mark along.
    ///   - machine: which computer this is, for a ledger's id.
    ///   - token: 16 random bytes at each call.
    public init(
        folder: String, machine: @escaping @Sendable ([UInt8]) -> Machine,
        token: @escaping @Sendable () -> [UInt8]
    ) {
        self.folder = folder
        self.machine = machine
        self.token = token
    }

    func path(of ledger: [UInt8]) -> String { folder + "/" + Data(ledger).hexadecimal }

    /// The mark of a ledger that was at this place; looked for only where none is there now.
    func mark(ofLedgerAt path: String) -> String? {
        let place = Self.place(path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.lazy.map { folder + "/" + $0 }.first { name in
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
    public func doubt() throws -> Doubt? {
        guard let witness else { return nil }
        let mark = Mark.read(witness.path(of: id))
        return Doubt(of: try read { try $0.generation() }, mark, on: witness.machine(id))
    }

    /// What a sender asks first: the file is whole, and the ledger is the one that sent last. Nothing is written.
    ///
    /// - Throws: `LedgerProblem.damaged` or `.inDoubt`.
    public func examine() throws {
        try quickCheck()
        if let doubt = try doubt() { throw LedgerProblem.inDoubt(path: path, doubt) }
    }

    /// A start, before anything is handed over: from here on every copy that was taken before is an older one.
    ///
    /// Only the holder of the sender's lock calls this, each time that something is due.
    /// - Throws: `LedgerProblem.inDoubt`, or what keeps ledger or mark from being written.
    public func beginSending() throws {
        guard let witness else { return }
        let (mark, machine) = (Mark.read(witness.path(of: id)), witness.machine(id))
        let begun = try write { books in
            let before = try books.generation()
            if let doubt = Doubt(of: before, mark, on: machine) {
                throw LedgerProblem.inDoubt(path: path, doubt)
            }
            let next = before.following(mark, token: witness.token(), on: machine)
            try books.set(next)
            return next
        }
        try leaveMark(begun, witness)
    }

    /// Makes this ledger the one to send from. Everything that may have been sent from another copy is held.
    ///
    /// Only the holder of the sender's lock calls this.
    /// - Returns: what the doubt was and how many messages are held; nil where there was none, and nothing changed.
    public func adopt(at now: Date) throws -> Adoption? {
        guard let witness else { return nil }
        let (mark, machine) = (Mark.read(witness.path(of: id)), witness.machine(id))
        let adopted = try write { books -> (Adoption, Generation)? in
            let before = try books.generation()
            guard let doubt = Doubt(of: before, mark, on: machine) else { return nil }
            var next = before.following(mark, token: witness.token(), on: machine)
            next.isMarked = mark.token != nil
            // Above every number that either copy has come to.
            next.number = max(before.number, mark.number) + 1
            let held = try books.holdEverything(at: now)
            try books.set(next)
            try books.record(doubt, generation: next.number, held: held, at: now)
            return (Adoption(doubt: doubt, held: held), next)
        }
        guard let (adoption, generation) = adopted else { return nil }
        try leaveMark(generation, witness)
        return adoption
    }

    /// After the ledger, outside it.
    private func leaveMark(_ generation: Generation, _ witness: Witness) throws {
        guard let token = generation.token else { return }
        try Mark(number: generation.number, token: token, ledger: Witness.place(path))
            .write(witness.path(of: id))
        guard !generation.isMarked else { return }
        try write { books in
            var marked = generation
            marked.isMarked = true
            try books.set(marked)
        }
    }
}

extension Generation {
    /// The next start. A crash before its mark is written, and any further one, leave what no doubt is about.
    fileprivate func following(_ mark: Mark.Found, token: [UInt8], on machine: Machine) -> Generation {
        Generation(
            number: max(number, mark.number + 1), token: token, tokenBefore: mark.token,
            isMarked: isMarked || mark.token != nil, machine: machine)
    }
}
