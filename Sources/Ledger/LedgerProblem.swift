import Etiquette
import GRDB

/// What can be wrong with the ledger, as data.
public enum LedgerProblem: Error, Equatable, Sendable {
    /// Written by a newer version of the program.
    case newer(path: String)
    /// No SQLite database, or a damaged one. Nothing is sent from it and nothing is made in its place.
    case damaged(path: String, detail: String)
    /// There was a ledger here, as its mark says, and there is none, or an empty file: none is made in its place.
    case missing(path: String, mark: String)
    /// It was taken away, or another file put in its place, while it was open. Nothing was written.
    case moved(path: String)
    /// It may not be the one that sent last, so nothing is sent until the user has adopted it.
    case inDoubt(path: String, Doubt)
    /// Another copy of it on this computer is sending just now, so this one does nothing.
    case copyAtWork(path: String)
    /// Something else is where a backup should go, or a newer backup.
    case inTheWay(path: String)
    /// The copy that is to be restored can't be read.
    case unreadable(path: String, detail: String)
    /// The folder or file can't be written, or the disk is full.
    case cannotWrite(path: String, detail: String)
    /// Another program held it for longer than the patience with which it was opened.
    case busy(path: String)
    /// SQLite does not keep what this ledger needs kept; the settings found.
    case unsafeSettings(String)
    /// The schema refused a change; a fault of this program.
    case refused(detail: String)
    /// A number that no row has.
    case noSuch(Subject, number: Int64)

    /// What was looked for.
    public enum Subject: String, Sendable {
        case recruitment, interview, person, message, contact, mail
    }

    init(_ error: any Error, path: String) {
        switch error {
        case LedgerProblem.newer: self = .newer(path: path)
        case LedgerProblem.damaged("", let detail): self = .damaged(path: path, detail: detail)
        case let problem as LedgerProblem: self = problem
        case let error as DatabaseError: self = LedgerProblem(error, path: path)
        default: self = .refused(detail: "\(error)")
        }
    }

    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "\(error.resultCode)"
        // SQLite compares the open file with the path before it begins to write.
        if error.extendedResultCode == .SQLITE_READONLY_DBMOVED {
            self = .moved(path: path)
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, detail: detail)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_AUTH:
                .cannotWrite(path: path, detail: detail)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            default: .refused(detail: detail)
            }
    }
}
