import Foundation
import Wording

/// A text that a command reads, from a file or standard input (`-`).
enum TextFile {
    /// For a batch: far more than ten thousand interviews take.
    static let batch = 100 << 20
    /// For the text of one message: no letter comes near it.
    static let letter = 64 << 10

    /// - Parameter limit: the most bytes that are taken.
    static func read(_ path: String, limit: Int) throws -> String {
        let data = try bytes(path, limit: limit)
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Problem.notUTF8(path, Self.firstUnreadableLine(of: data))
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private static func firstUnreadableLine(of data: Data) -> UnreadableLine {
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? lines.startIndex
        let text = String(decoding: lines[index], as: UTF8.self)
        let lost = text.firstIndex(of: "\u{FFFD}") ?? text.startIndex
        return UnreadableLine(
            number: index + 1, text: String(text[..<lost].suffix(20) + text[lost...].prefix(20)))
    }

    /// A line that holds bytes which are no text.
    struct UnreadableLine: Equatable {
        /// Counted from 1.
        let number: Int
        /// What stands about the first of those bytes, each of which is U+FFFD here.
        let text: String
    }

    /// What is there, whether it is text or not.
    static func bytes(_ path: String, limit: Int) throws -> Data {
        guard let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path) else {
            throw Problem.unreadable(path)
        }
        let data: Data
        do {
            // Nil at the end of an empty file.
            data = try handle.read(upToCount: limit + 1) ?? Data()
        } catch {
            throw Problem.unreadable(path)
        }
        guard data.count <= limit else { throw Problem.tooLarge(path, limit: limit) }
        return data
    }

    /// Why a file gives no text.
    enum Problem: ExitCoded, Equatable {
        case unreadable(String)
        case tooLarge(String, limit: Int)
        case notUTF8(String, UnreadableLine)

        var sentence: Sentence {
            switch self {
            case .unreadable(let path):
                "the file \(Wording.quoted(path)) can't be read; look at its name and permissions."
            case .tooLarge(let path, let limit):
                "\(Self.name(path)) is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) KB"); nothing "
                    + "was changed."
            case .notUTF8(let path, let line):
                "\(Self.name(path)), line \(line.number), is not UTF-8 where � stands: \(Wording.quoted(line.text)); save it as "
                    + "UTF-8."
            }
        }

        private static func name(_ path: String) -> String {
            path == "-" ? "standard input" : Wording.quoted(path)
        }
    }
}
