import Foundation
import Testing

@testable import afterword

@Suite("bytes that are no text are refused, with what can be shown of them")
struct UnreadableTextTests {
    @Test(arguments: [
        ("J\u{E9}".unicodeScalars.map { UInt8($0.value) }, "J\u{FFFD}"), ([0xFF, 0xFE], "\u{FFFD}\u{FFFD}"),
        (Array("Jane ".utf8) + [0xC3], "Jane \u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
    func anArgument(bytes: [UInt8], shown: String) throws {
        let found = try #require(UnreadableArgument(among: [Array("afterword".utf8), bytes]))
        #expect(found.shown == shown && found.exit == .badInput)
        #expect(found.sentence.spelled.contains("“\(shown)” is not UTF-8"))
    }

    @Test func textOfEveryScriptIsTaken() {
        #expect(
            UnreadableArgument(among: ["Jörg", "王小明", "", "שרה", "\u{FFFD}"].map { Array($0.utf8) }) == nil)
    }

    @Test func aFileIsRefusedWithTheLineAndItsWords() throws {
        let file = NSTemporaryDirectory() + "afterword-\(UUID().uuidString).jsonl"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let bytes = Array("{}\n{\"name\": \"J".utf8) + [0xF6] + Array("rg Okafor\"}\n".utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        #expect(
            throws: TextFile.Problem.notUTF8(
                file, TextFile.UnreadableLine(number: 2, text: "{\"name\": \"J\u{FFFD}rg Okafor\"}"))
        ) { try TextFile.read(file, limit: TextFile.letter) }
    }
}
