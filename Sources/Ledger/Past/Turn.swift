import Foundation

/// The turn of a ledger to send: of all its copies on this computer one has it at a time, from before its mark is read until
/// the last outcome is on record. For one thread; it ends with this object.
package final class Turn {
    private let ledger: Ledger
    /// Nil where nobody vouches for the ledger.
    private let holder: Holder?
    /// What the ledger has come to since this turn began to send; nil before.
    private var begun: (generation: Generation, mark: OpenMark)?

    private struct Holder {
        let witness: Witness
        let lock: MarkLock
    }

    /// Takes it.
    ///
    /// - Throws: `LedgerProblem.copyAtWork` where another copy has it.
    init(of ledger: Ledger) throws(LedgerProblem) {
        self.ledger = ledger
        guard let witness = ledger.witness else {
            holder = nil
            return
        }
        holder = Holder(
            witness: witness, lock: try MarkLock(witness, of: ledger.id, at: ledger.path))
    }

    /// Before anything is handed over: from here on every copy that was taken before is an older one.
    ///
    /// - Throws: `LedgerProblem.inDoubt`, or what keeps ledger or mark from being written.
    package func begin() throws {
        guard let holder else { return }
        let found = surroundings(holder)
        let next = try ledger.write { transaction in
            let before = try transaction.generation()
            if let doubt = Doubt(of: before, found) {
                throw LedgerProblem.inDoubt(path: ledger.path, doubt)
            }
            let next = before.following(found.mark, token: holder.witness.token(), on: found.machine)
            try transaction.set(next)
            return next
        }
        try leaveMark(next, holder.witness)
    }

    /// Counts on in a transaction that hands something over, so that every copy that was taken before is an older one.
    /// `reach` is to follow as soon as it is on disk, and before the first byte leaves.
    package func countOn(in transaction: LedgerTransaction) throws {
        guard let begun else { return }
        try transaction.countOn(to: begun.generation.number + 1)
    }

    /// Says in the mark how far the ledger has come. Not seen on disk each time, which takes as long as the transaction:
    /// it survives the end of this process, and after a loss of power `end` of a later turn makes up for it.
    package func reach() throws {
        guard let mark = begun?.mark, let number = begun?.generation.number else { return }
        try mark.write(number + 1)
        begun?.generation.number = number + 1
    }

    /// After the last outcome: a copy that was taken while this turn was sending is an older one, too.
    package func end() throws {
        guard let begun else { return }
        try ledger.write(countOn)
        try reach()
        try begun.mark.synchronise()
        self.begun = nil
    }

    /// Makes this ledger the one to send from. Everything that may have been sent from another copy is held.
    ///
    /// - Parameters:
    ///   - seed: 16 random bytes, with which Message-IDs are made from now on.
    ///   - body: what else belongs to it, in the same transaction.
    /// - Returns: what the doubt was and how many messages are held; nil where there was none, and nothing changed.
    package func adopt(seed: [UInt8], at now: Date, _ body: (LedgerTransaction) throws -> Void = { _ in })
        throws
        -> Adoption?
    {
        guard let holder else { return nil }
        let found = surroundings(holder)
        let adopted = try ledger.write { transaction -> (Adoption, Generation)? in
            let before = try transaction.generation()
            guard let doubt = Doubt(of: before, found) else { return nil }
            var next = before.following(found.mark, token: holder.witness.token(), on: found.machine)
            next.isMarked = found.mark.token != nil
            // Above every number that either copy has come to.
            next.number = max(before.number, found.mark.number) + 1
            next.boot = nil
            let held = try transaction.holdEverything(at: now)
            try transaction.set(next)
            try transaction.record(doubt, generation: next.number, held: held, seed: seed, at: now)
            try body(transaction)
            return (Adoption(doubt: doubt, held: held), next)
        }
        guard let (adoption, generation) = adopted else { return nil }
        try holder.lock.settle(holder.witness, ledger.id)
        try leaveMark(generation, holder.witness)
        return adoption
    }

    /// Whether the Sent folder has to be searched before anything is handed over: since this was last done, or the ledger
    /// was made, the machine was started anew or the ledger adopted. Both may be a return to an earlier state that
    /// nothing in the ledger tells of.
    package func mustLook() throws -> Bool {
        guard let witness = holder?.witness else { return false }
        let known = try ledger.read { try $0.generation().boot }
        return known == nil || witness.boot().map { $0 != known } ?? false
    }

    /// Notes that it was searched.
    package func hasLooked() throws {
        guard let witness = holder?.witness, try mustLook() else { return }
        let boot = witness.boot() ?? "unknown"
        try ledger.write { try $0.run("UPDATE ledger SET boot = ?", [boot]) }
    }

    private func surroundings(_ holder: Holder) -> Surroundings {
        Surroundings(
            mark: Mark.read(holder.witness.path(of: ledger.id)), machine: holder.witness.machine(ledger.id),
            place: holder.lock.place)
    }

    /// After the ledger, outside it.
    private func leaveMark(_ generation: Generation, _ witness: Witness) throws {
        guard let token = generation.token else { return }
        let path = witness.path(of: ledger.id)
        try Mark(number: generation.number, token: token, ledger: Witness.place(ledger.path)).write(path)
        begun = (generation, try OpenMark(path))
        guard !generation.isMarked else { return }
        begun?.generation.isMarked = true
        try ledger.write { try $0.run("UPDATE ledger SET isMarked = 1") }
    }
}

extension Generation {
    /// The next start. A crash before its mark is written, and any further one, leave what no doubt is about.
    fileprivate func following(_ mark: Mark.Found, token: [UInt8], on machine: Machine) -> Generation {
        Generation(
            number: max(number, mark.number + 1), token: token, tokenBefore: mark.token,
            isMarked: isMarked || mark.token != nil, machine: machine, boot: boot)
    }
}
