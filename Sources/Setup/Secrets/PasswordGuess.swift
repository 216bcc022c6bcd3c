import Foundation

/// Whether somebody gave the password itself where a command that prints it is wanted: then it would stand in the
/// configuration for everybody to read.
package enum PasswordGuess {
    /// - Parameter path: the folders in which programs are looked for, with colons between them.
    package static func isLikely(_ text: String, path: String?) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, !isSaidAloud(text, by: first) else { return words.count > 1 }
        guard !isProgram(first, path: path) else { return false }
        guard words.count == 1 else {
            // App passwords are shown so: "abcd efgh ijkl mnop". What is no name of a program, with neither options nor
            // paths behind it, is several words of a password.
            return !managers.contains(String(first))
                && words.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || "!?*+%".contains($0) } }
        }
        guard !first.hasPrefix("/"), !first.hasPrefix("~/"), !first.hasPrefix("./"), !first.hasPrefix("$")
        else { return false }
        let isName = first.allSatisfy { $0.isLowercase || "-_.".contains($0) }
        return !isName || (first.count >= 8 && first.allSatisfy(\.isLetter))
    }

    /// Only what the shell puts in for a variable or another command keeps the password out of the file.
    private static func isSaidAloud(_ text: String, by first: Substring) -> Bool {
        let name = first.split(separator: "/").last ?? first
        return ["echo", "printf", "print"].contains(name) && !text.contains { "$`|<".contains($0) }
    }

    /// Programs that keep passwords, which may be installed later, and have entries of any name.
    private static let managers: Set<String> = [
        "pass", "gopass", "op", "bw", "rbw", "lpass", "keyring", "secret",
    ]

    private static func isProgram(_ word: Substring, path: String?) -> Bool {
        guard !word.contains("/") else { return access(String(word), X_OK) == 0 }
        return (path ?? "").split(separator: ":").contains { access("\($0)/\(word)", X_OK) == 0 }
    }
}
