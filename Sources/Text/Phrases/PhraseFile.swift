import Foundation

/// A file of phrases, of whatever room: a phrase a line, `[section]` says what the lines below it are, `#` begins a comment.
/// In a table `|` stands between the columns of a line.
package struct PhraseFile: Sendable {
    /// A line that says something.
    package struct Line: Sendable {
        /// From 1.
        package let number: Int
        /// Empty where the file has none.
        package let section: String
        /// Without white space around it.
        package let text: String

        /// Between `|`, without white space around them.
        package var columns: [String] {
            text.split(separator: "|", omittingEmptySubsequences: false).map { String($0.trimmingSpaces()) }
        }
    }

    package let lines: [Line]
    private let sections: [String: [Line]]

    /// Reads the text of a file.
    package init(_ text: String) {
        var lines: [Line] = []
        var section = ""
        for (index, line) in text.lines.enumerated() {
            let entry = line.trimmingSpaces()
            if entry.isEmpty || entry.hasPrefix("#") { continue }
            if entry.hasPrefix("["), entry.hasSuffix("]") {
                section = String(entry.dropFirst().dropLast())
            } else {
                lines.append(Line(number: index + 1, section: section, text: String(entry)))
            }
        }
        self.lines = lines
        sections = Dictionary(grouping: lines, by: \.section)
    }

    /// Reads a file that lies in the program itself.
    package init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }

    /// The phrases of a section, in their order.
    package subscript(section: String) -> [String] { (sections[section] ?? []).map(\.text) }

    /// Every file of a folder, in the order of their names.
    package static func all(in folder: URL) throws -> [PhraseFile] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".txt") }.sorted().map {
            PhraseFile(try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }
}
