import Foundation
import Logging
import Wording

/// One line for each event: time in UTC, level, event, and then `key=value`, sorted.
struct LineLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    let clock: @Sendable () -> Date
    let write: @Sendable (String) -> Void

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let words = fields.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }.joined()
        write("\(TimeWording.utc(clock())) \(event.level) \(Wording.shown("\(event.message)"))\(words)")
    }

    /// In quotes where a reader, or a program, could not tell where it ends; whatever a server said, it stays one line.
    private static func quoted(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
        guard value.isEmpty || !isPlain || value.contains("=") else { return value }
        let inner = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(Wording.shown(inner, limit: 300))\""
    }
}
