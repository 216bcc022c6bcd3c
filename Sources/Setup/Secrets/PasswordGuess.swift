import Foundation

/// Whether somebody gave the password itself where a command that prints it is wanted: then it would stand in the
/// configuration for everybody to read.
package enum PasswordGuess {
    /// - Parameter path: the folders in which programs are looked for, with colons between them.
    package static func isLikely(_ text: String, path: String?) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, !isProgram(first, path: path) else { return false }
        guard words.count == 1 else {
            // App passwords are shown so: "abcd efgh ijkl mnop". Whoever asks "pass" may have entries of such names.
            return words.count == 4 && first != "pass"
                && words.allSatisfy { $0.count == 4 && $0.allSatisfy { $0.isLetter || $0.isNumber } }
        }
        guard !first.hasPrefix("/"), !first.hasPrefix("~/"), !first.hasPrefix("./"), !first.hasPrefix("$")
        else { return false }
        let isName = first.allSatisfy { $0.isLowercase || "-_.".contains($0) }
        return !isName || (first.count >= 8 && first.allSatisfy(\.isLetter))
    }

    private static func isProgram(_ word: Substring, path: String?) -> Bool {
        guard !word.contains("/") else { return access(String(word), X_OK) == 0 }
        return (path ?? "").split(separator: ":").contains { access("\($0)/\(word)", X_OK) == 0 }
    }
}
