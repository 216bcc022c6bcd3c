import Foundation
import Text

/// The mail servers that are known to file copies by themselves.
package struct SelfFiling: Sendable {
    private let routes: [(sending: Set<String>, reading: Set<String>)]

    /// Those that come with the program.
    ///
    /// - Throws: where the program's own files are missing.
    package static func shipped() throws -> SelfFiling {
        let file = Bundle.module.bundleURL.appendingPathComponent("Data/Hosts/self-filing.txt")
        return SelfFiling(try String(contentsOf: file, encoding: .utf8))
    }

    init(_ text: String) {
        func names(_ column: String) -> Set<String> { Set(column.split(separator: " ").map(String.init)) }
        routes = PhraseFile(text).lines.map(\.columns).compactMap { columns in
            columns.count == 2 ? (names(columns[0]), names(columns[1])) : nil
        }
    }

    /// Whether what goes out by the one server appears in the Sent folder of the other.
    package func files(sendingBy smtp: String, readingFrom imap: String) -> Bool {
        routes.contains { $0.sending.contains(smtp.lowercased()) && $0.reading.contains(imap.lowercased()) }
    }
}
