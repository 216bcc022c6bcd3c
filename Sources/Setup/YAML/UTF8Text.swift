/// The text of a file that people edit.
enum UTF8Text {
    /// What Windows editors put before the text (U+FEFF, the byte order mark) says nothing.
    static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    }

    /// - Parameter key: of the configuration, for problems.
    static func decode(
        _ bytes: [UInt8], file: String, key: String = ""
    ) throws(ConfigurationProblem) -> String {
        let content = withoutMark(bytes)
        if let text = String(validating: content, as: UTF8.self) { return text }
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let number = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        let before = String(decoding: lines[number], as: UTF8.self).unicodeScalars.prefix { $0 != "\u{FFFD}" }
        throw ConfigurationProblem(
            file: file, place: Place(line: number + 1, column: before.count + 1), key: key, fault: .notUTF8)
    }
}
