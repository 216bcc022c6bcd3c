/// `application/x-www-form-urlencoded` (WHATWG URL 5.1), read strictly.
enum URLEncodedForm {
    /// More have no form of ours.
    static let mostFields = 2000

    /// The fields in their order; nil where something can't have come from a browser.
    static func fields(_ bytes: [UInt8]) -> [(name: String, value: String)]? {
        var fields: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(halves[0], plusIsSpace: true),
                let value = PercentCoding.decode(halves.count == 2 ? halves[1] : [], plusIsSpace: true),
                fields.count < mostFields
            else { return nil }
            fields.append((name, FormText.lines(value)))
        }
        return fields
    }
}

/// What is typed into a form.
enum FormText {
    /// Browsers send each end of a line as CR LF (HTML 4.10.22.4); here it is LF.
    static func lines(_ text: String) -> String {
        // By scalars: CR LF is one character.
        var lines = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                lines.append("\n")
            } else if scalar != "\n" || !wasReturn {
                lines.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        return String(lines)
    }
}
