import Foundation
import Mail

/// Where the password or token comes from; it never stands in the configuration itself.
package enum SecretSource: Equatable, Sendable {
    /// Run by `/bin/sh -c`; its first line of output is the secret.
    case command(String)
    /// An absolute path; the first line of the file is the secret.
    case file(String)

    /// The most bytes that a command may print or a file may hold.
    package static let sizeLimit = 65_536

    /// Runs the command or reads the file, and waits for it.
    ///
    /// - Parameters:
    ///   - environment: what the command gets; nothing is added to it.
    ///   - user: who must own the file.
    ///   - limit: how long the command may take.
    package func read(
        environment: [String: String], user: uid_t, limit: Duration = .seconds(60)
    ) throws(SecretProblem) -> Secret {
        switch self {
        case .command(let command):
            let output = try ShellCommand(command: command, environment: environment).output(within: limit)
            return try Self.firstLine(of: output)
        case .file(let path):
            return try Self.firstLine(of: Self.content(ofFile: path, user: user))
        }
    }

    /// Refuses a file that somebody else could read or have put there. The folders above it are not looked at.
    private static func content(ofFile path: String, user: uid_t) throws(SecretProblem) -> [UInt8] {
        let file: BoundedFile
        do throws(FileTrouble) {
            file = try BoundedFile(path: path, limit: sizeLimit, followsLinks: false) { facts in
                facts.owner == user && !facts.othersMayUse
            }
        } catch {
            throw .file(path: path, error)
        }
        guard file.facts.owner == user else { throw .notOwned(path: path, owner: file.facts.owner) }
        guard !file.facts.othersMayUse else { throw .open(path: path, mode: file.facts.mode) }
        return file.bytes
    }

    /// Without its line ending, and without the mark that Windows editors put before the text; spaces belong to the secret.
    private static func firstLine(of bytes: [UInt8]) throws(SecretProblem) -> Secret {
        let line = UTF8Text.withoutMark(bytes).prefix { $0 != UInt8(ascii: "\n") }
        let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        guard !content.isEmpty else { throw .empty }
        guard let text = String(validating: content, as: UTF8.self),
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw .notText }
        return Secret(text)
    }
}
