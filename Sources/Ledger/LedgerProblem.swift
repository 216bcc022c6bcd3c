import Foundation
import GRDB

/// What can be wrong with the ledger, as data.
package enum LedgerProblem: Error, Equatable, Sendable {
    /// Written by a newer version of the program.
    case newer(path: String)
    /// No SQLite database, or a damaged one. Nothing is sent from it and nothing is made in its place.
    case damaged(path: String, detail: String)
    /// The file is shorter than its own first page says, both in bytes: somebody cut it, or the disk lost its end. 0 where
    /// not even that page is there.
    case cut(path: String, bytes: Int64, of: Int64)
    /// This process, or this computer, may open no further file just now.
    case noDescriptors(path: String)
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
    package enum Subject: String, Sendable {
        case recruitment, interview, person, message, contact, mail
    }

    init(_ error: any Error, path: String) {
        switch error {
        case LedgerProblem.newer: self = .newer(path: path)
        case LedgerProblem.damaged(let place, let detail):
            let file = place.isEmpty ? path : place
            self = LedgerProblem(cut: file) ?? .damaged(path: file, detail: detail)
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
        if let cause = LedgerProblem(causeOf: error.resultCode, path: path) {
            self = cause
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

    /// Nil where the file is as long as it says.
    init?(cut path: String) {
        guard let length = FileLength(path), length.found < length.told else { return nil }
        self = .cut(path: path, bytes: length.found, of: length.found == 0 ? 0 : length.told)
    }

    /// What SQLite's words only hint at, seen from the file; nil where that tells nothing more.
    private init?(causeOf code: ResultCode, path: String) {
        switch code {
        case .SQLITE_CANTOPEN, .SQLITE_IOERR:
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor < 0, errno == EMFILE || errno == ENFILE else {
                close(descriptor)
                return nil
            }
            self = .noDescriptors(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR:
            self.init(cut: path)
        default: return nil
        }
    }
}

/// How long the file of a database is, and how long its first page says that it is (File Format, 1.3), in bytes.
private struct FileLength {
    let found: Int64
    let told: Int64

    /// Nil where it can't be read, or is no database.
    init?(_ path: String) {
        guard let file = FileHandle(forReadingAtPath: path),
            let head = try? file.read(upToCount: 32) ?? Data(),
            let end = try? file.seekToEnd()
        else { return nil }
        found = Int64(end)
        guard head.count == 32 else {
            // Not even a first page; it was more than that when it was opened.
            told = head.isEmpty ? 1 : 0
            return
        }
        guard head.starts(with: Data("SQLite format 3\0".utf8)) else { return nil }
        let size = Int64(head[16]) << 8 | Int64(head[17])
        let pages = head[28..<32].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        told = pages * (size == 1 ? 65_536 : size)
    }
}
