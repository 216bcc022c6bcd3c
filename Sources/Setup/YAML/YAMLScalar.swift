import Etiquette

/// Writes any text so that YAML reads the same text back.
enum YAMLScalar {
    /// Plain where no reader of YAML, strict or lax, could take it for anything else; else quoted.
    static func quoted(_ text: String) -> String {
        if isPlain(text) { return text }
        if text.unicodeScalars.allSatisfy(isVisible) {
            return "'" + text.replacing("'", with: "''") + "'"
        }
        return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Words that YAML 1.1 takes for a truth value or for nothing.
    private static let reserved: Set = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
    ]

    private static func isPlain(_ text: String) -> Bool {
        !reserved.contains(text.lowercased())
            && text.wholeMatch(
                of: /[A-Za-z\/][A-Za-z0-9\/._+@-]*(:\/\/[A-Za-z0-9.-]+(:[0-9]+)?)?( [A-Za-z0-9\/._+@-]+)*/)
                != nil
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isForbiddenInField && scalar.value != 0xFFFD
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        default: break
        }
        guard !isVisible(scalar) else { return String(scalar) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
