import Foundation
import Testing

@testable import Ledger

@Suite struct MarkTests {
    private static let token = [UInt8](0xF0...0xFF)
    private static let text =
        "afterword mark 1\ngeneration 7\ntoken f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff\nledger /home/ada/a.sqlite\n"

    @Test(arguments: ["/home/ada/a.sqlite", "/home/Zoë/with space\nand line/a.sqlite", ""])
    func whatIsWrittenIsRead(place: String) throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("state/afterword/0001").path
        let mark = Mark(number: 7, token: Self.token, ledger: place)
        try mark.write(path)
        try mark.write(path)
        #expect(Mark.read(path) == .present(mark))
        let modes = try [path, (path as NSString).deletingLastPathComponent].map {
            try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
        }
        #expect(modes == [0o600, 0o700])
        let names = try FileManager.default.contentsOfDirectory(
            atPath: (path as NSString).deletingLastPathComponent)
        #expect(names == ["0001"])
    }

    @Test func theFormIsThatOfOlderVersionsForEver() {
        #expect(Mark(Self.text) == Mark(number: 7, token: Self.token, ledger: "/home/ada/a.sqlite"))
    }

    @Test(arguments: [
        "", "afterword mark 1\n", String(text.dropLast()), text.replacing("mark 1", with: "mark 2"),
        text.replacing("generation 7", with: "generation -7"),
        text.replacing("generation 7", with: "generation 99999999999999999999"),
        text.replacing("token f0", with: "token f"), text.replacing("token f0", with: "token g0"),
        text.replacing("ledger ", with: "ledgers "), text.replacing("\n", with: "\r\n"),
    ])
    func whatNoProgramWroteIsNoMark(text: String) throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("mark")
        try Data(text.utf8).write(to: file)
        #expect(Mark.read(file.path) == .unreadable)
    }

    @Test func aPipeOrAFolderInItsPlaceIsUnreadableAndHangsNobody() throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let pipe = folder.appendingPathComponent("pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(Mark.read(pipe) == .unreadable)
        #expect(Mark.read(folder.path) == .unreadable)
        #expect(Mark.read(folder.path + "/absent") == .absent)
        #expect(Mark.read(pipe + "/below") == .absent)
    }
}
