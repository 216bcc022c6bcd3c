import Foundation

/// A file of phrases of one language: `[section]`, then a phrase a line; `#` begins a comment.
package struct PhraseFile {
    package let sections: [String: [String]]

    package init(_ text: String) {
        var sections: [String: [String]] = [:]
        var current = ""
        for line in text.split(separator: "\n") {
            let entry = line.trimmingCharacters(in: .whitespaces)
            if entry.isEmpty || entry.hasPrefix("#") { continue }
            if entry.hasPrefix("["), entry.hasSuffix("]") {
                current = String(entry.dropFirst().dropLast())
            } else {
                sections[current, default: []].append(entry)
            }
        }
        self.sections = sections
    }

    /// Every file of a folder, in the order of their names.
    package static func all(in folder: URL) throws -> [PhraseFile] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".txt") }.sorted().map {
            PhraseFile(try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }
}
