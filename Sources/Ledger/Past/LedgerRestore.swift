import Foundation
import GRDB

package struct Restored: Equatable, Sendable {
    /// Where the ledger is now that was there before; nil where there was none.
    package let aside: String?
    /// How many people were forgotten again.
    package let forgotten: Int
}

extension Ledger {
    /// Puts a copy of a ledger back to `path`: checked as a whole, of a schema that this program knows, and cut off
    /// from its past, so that it is in doubt until it is adopted. What was there before is moved aside.
    ///
    /// Only the holder of the sender's lock calls this.
    /// Whoever was forgotten since the copy was made is forgotten again, before it is in its place.
    ///
    /// - Parameters:
    ///   - file: a backup, or any copy of a ledger's file. It is left as it is.
    ///   - token: 16 random bytes.
    ///   - witness: beside whose mark it is noted who was forgotten.
    ///   - shared: names of the user's own, whose words don't tell of anybody else.
    package static func restore(
        _ file: String, to path: String, token: [UInt8], witness: Witness? = nil,
        besides shared: [String] = []
    ) throws -> Restored {
        try examine(file)
        Unfinished.clear(beside: path)
        let copy = try LedgerCopy(beside: path, token: token)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            try copy.fill(from: DatabaseQueue(path: file, configuration: configuration))
        } catch {
            throw LedgerProblem(error, path: file)
        }
        try copy.finish(token: token)
        let forgotten = try copy.forgetAgain(forgottenNotes(beside: path, witness), besides: shared)
        let aside = try moveAside(path)
        try DurableFile.rename(copy.path, to: path)
        return Restored(aside: aside, forgotten: forgotten)
    }

    /// Who was forgotten by the ledger at a path, as it says itself, and as the note beside its mark says: either may be
    /// lost.
    private static func forgottenNotes(beside path: String, _ witness: Witness?) throws -> (
        [UInt8]
    ) throws -> ForgottenNotes {
        let present = try? look(at: path) { database in
            (
                try Data.fetchOne(database, sql: "SELECT id FROM ledger").map(Array.init),
                try LedgerTransaction(database: database).forgottenNotes()
            )
        }
        return { id in
            var notes = try witness.map { try ForgottenNotes(path: $0.notes(of: id)) } ?? ForgottenNotes()
            if let present, present.0 == id { notes.notes.formUnion(present.1.notes) }
            return notes
        }
    }

    private static func examine(_ file: String) throws {
        var facts = stat()
        guard stat(file, &facts) == 0 else {
            throw LedgerProblem.unreadable(path: file, detail: String(cString: strerror(errno)))
        }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw LedgerProblem.unreadable(path: file, detail: "it is no file")
        }
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw LedgerProblem.unreadable(path: file, detail: String(cString: strerror(errno)))
        }
        close(descriptor)
        try look(at: file) { database in
            guard try !recognise(database).isEmpty else {
                throw LedgerProblem.damaged(path: "", detail: "it is empty")
            }
            try refuse(complaints(of: database), about: file)
        }
    }

    /// Keeps what is at `path` under another name too; the path itself is never empty meanwhile.
    ///
    /// - Returns: that name, which nothing else had; nil where nothing is there.
    private static func moveAside(_ path: String) throws -> String? {
        guard access(path, F_OK) == 0 else { return nil }
        let (aside, isAside) = nameAside(path)
        // Reading ends a transaction that a crash has left half done. What can't be read keeps its journal.
        _ = try? DatabaseQueue(path: path).read { try Row.fetchOne($0, sql: "SELECT 1 FROM sqlite_master") }
        if access(path + "-journal", F_OK) == 0 {
            try DurableFile.rename(path + "-journal", to: aside + "-journal")
        }
        if !isAside, link(path, aside) != 0 {
            // Not every file system has hard links.
            guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else {
                throw LedgerProblem.cannotWrite(path: aside, detail: String(cString: strerror(errno)))
            }
            try DurableFile.rename(path, to: aside)
        }
        return aside
    }

    /// The first of `….old-1`, `….old-2` and so on that nothing has, or that is the same file already: a process before
    /// this one was killed between moving it aside and putting another in its place.
    private static func nameAside(_ path: String) -> (name: String, isThere: Bool) {
        let own = DurableFile.Identity(path)
        var number = 1
        while let other = DurableFile.Identity("\(path).old-\(number)") {
            if other == own { return ("\(path).old-\(number)", true) }
            number += 1
        }
        return ("\(path).old-\(number)", false)
    }
}
