import Foundation

/// A text that a command reads, from a file or standard input (`-`).
enum TextFile {
    /// 100 MB: far more than ten thousand interviews take.
    static let limit = 100 << 20

    static func read(_ path: String) throws -> String {
        guard let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path) else {
            throw Problem.unreadable(path)
        }
        guard let data = try? handle.read(upToCount: limit + 1) else {
            if path == "-" || !isFolder(path) { return "" }
            throw Problem.unreadable(path)
        }
        guard data.count <= limit else { throw Problem.tooLarge(path) }
        guard let text = String(validating: data, as: UTF8.self) else { throw Problem.notUTF8(path) }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Why a file gives no text.
    enum Problem: Worded, Equatable {
        case unreadable(String)
        case tooLarge(String)
        case notUTF8(String)

        var sentence: String {
            switch self {
            case .unreadable(let path): "the file \(Wording.quoted(path)) can't be read; look at its name and permissions."
            case .tooLarge(let path): "\(Wording.quoted(path)) is larger than 100 MB; nothing was read."
            case .notUTF8(let path): "\(Wording.quoted(path)) is not UTF-8; save it as UTF-8."
            }
        }

        var exit: Exit { .badInput }
    }
}
