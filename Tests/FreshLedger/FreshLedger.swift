import Foundation
import Ledger

/// A new ledger for each test without the time that making one takes, the half of many a test: one is made, and the others
/// are its copies. What is tested of the making itself makes its own.
package enum FreshLedger {
    private static let id = [UInt8](0..<16)

    private static let content = Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("afterword-fresh-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("afterword.sqlite")
        _ = try Ledger(path: file.path) { id }
        return try Data(contentsOf: file)
    }

    /// - Parameter path: where nothing is yet.
    package static func make(at path: String) throws -> Ledger {
        let content = try content.get()
        guard
            FileManager.default.createFile(
                atPath: path, contents: content, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        return try Ledger(path: path) { id }
    }
}
