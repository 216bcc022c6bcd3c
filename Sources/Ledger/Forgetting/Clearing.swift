import Foundation
import GRDB

/// What follows a forgetting outside its transaction: the note beside the mark, and a file without free pages.
extension Ledger {
    /// Writes the note and clears the file, where a forgetting has not come to that yet: it was just committed, or its
    /// process was killed.
    ///
    /// - Returns: whether there was anything to do.
    /// - Throws: `LedgerProblem`; the next opening tries again.
    @discardableResult
    package func finishForgetting() throws -> Bool {
        guard try isForgettingUnfinished else { return false }
        // In a transaction of its own, so that of two processes the later one knows what the earlier one has written.
        try write { transaction in
            guard let path = witness?.notes(of: id) else { return }
            var notes = try ForgottenNotes(path: path)
            notes.notes.formUnion(try transaction.forgottenNotes().notes)
            try notes.write(path)
        }
        try translating { try queue.vacuum() }
        try write { try $0.run("UPDATE forgetting SET isClean = 1 WHERE isClean = 0") }
        return true
    }

    /// Somebody is forgotten whose words may still lie in free pages of the file.
    package var isForgettingUnfinished: Bool {
        get throws { try read { try $0.isForgettingUnfinished() } }
    }

    /// At the opening: what a killed process has left. Where it can't be done now (the ledger is in use, the disk is full)
    /// it is done another time, and no command fails for it.
    func finishForgettingAtOpening() {
        do {
            try finishForgetting()
        } catch {}
    }
}

extension LedgerTransaction {
    func isForgettingUnfinished() throws -> Bool {
        try row("SELECT 1 FROM forgetting WHERE isClean = 0") != nil
    }
}
