import Foundation

/// A value with parameters, such as `form-data; name="file"` (RFC 9110 5.6.6), read strictly.
struct HeaderParameters {
    /// In small letters.
    let value: String
    private let parameters: [String: String]

    /// The value of a parameter.
    ///
    /// - Parameter name: in small letters.
    subscript(_ name: String) -> String? { parameters[name] }

    /// Nil where it is written wrong, or names a parameter twice.
    init?(_ text: String) {
        var pieces = Self.pieces(of: text).map { $0.trimmingCharacters(in: .whitespaces) }
        value = pieces.removeFirst().lowercased()
        var parameters: [String: String] = [:]
        for piece in pieces {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let value = Self.unquoted(halves[1]),
                parameters.updateValue(value, forKey: halves[0].lowercased()) == nil
            else { return nil }
        }
        self.parameters = parameters
    }

    /// Cut at semicolons that stand in no quotes; there is one piece at least.
    private static func pieces(of text: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    /// As browsers quote (HTML 4.10.22.8): a quotation mark and the ends of lines are percent-coded, a backslash is itself.
    private static func unquoted(_ text: Substring) -> String? {
        guard text.hasPrefix("\"") else { return text.isEmpty || text.contains("\"") ? nil : String(text) }
        guard text.count >= 2, text.hasSuffix("\"") else { return nil }
        let inner = text.dropFirst().dropLast()
        guard !inner.contains("\"") else { return nil }
        return String(inner).replacing("%22", with: "\"").replacing("%0D%0A", with: "\n")
    }
}
