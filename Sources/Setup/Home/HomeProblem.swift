import Foundation

/// Why the folders and files of the program cannot be used, as data.
package enum HomeProblem: Error, Equatable, Sendable {
    /// Neither `AFTERWORD_HOME` nor `HOME` nor the XDG variables say where.
    case nowhere
    /// Somebody else owns it.
    case notOwned(path: String, owner: uid_t)
    /// Somebody else may change it.
    case othersMayWrite(path: String, mode: mode_t)
    /// There is something else where a folder should be.
    case notAFolder(path: String)
    case notAFile(path: String)
    case notCreated(path: String, FileTrouble)
    /// Nothing can be written into a folder that is there.
    case notWritable(folder: String, FileTrouble)
    /// So many bytes are left on the disk, and so many are wanted.
    case noRoom(folder: String, bytes: Int, wanted: Int)
    /// A file that is there already and is not to be overwritten.
    case exists(path: String)
    case unreadable(path: String, FileTrouble)
}

/// Something that works, but that others can read: what the user wrote to whom is nobody else's business.
package struct HomeWarning: Equatable, Sendable {
    package let path: String
    package let mode: mode_t
    package let isFolder: Bool
}
