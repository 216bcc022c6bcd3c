import Foundation
import Testing

/// Messages kept byte for byte beside the tests. With RECORD_GOLDEN set they are written anew, to be read by a
/// person before they are committed; the test fails all the same.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden")

    static func expect(
        _ bytes: [UInt8], matches name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appendingPathComponent(name + ".eml")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try Data(bytes).write(to: file)
            Issue.record("recorded \(name)", sourceLocation: sourceLocation)
            return
        }
        let golden = try Data(contentsOf: file)
        #expect(
            String(decoding: bytes, as: UTF8.self) == String(decoding: golden, as: UTF8.self),
            sourceLocation: sourceLocation)
        #expect(Data(bytes) == golden, sourceLocation: sourceLocation)
    }
}
