import Fixtures
import Foundation
import TestFiles
import Testing

@testable import PageServer

@Suite("PageFolder: who serves the page where, and who is let in")
struct PageFolderTests {
    private let scratch: Scratch
    private let folder: PageFolder
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    init() throws {
        scratch = try Scratch()
        folder = try PageFolder(stateFolder: scratch.path + "/state", dataFolder: scratch.path + "/data")
    }

    private func enter() throws -> (file: String, token: String) {
        let file = try folder.writeEntrance(port: 4711, at: now) {
            (0..<16).map { _ in UInt8.random(in: 0 ... .max) }
        }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return (
            file,
            try String(
                #require(
                    text.firstMatch(
                        of: /url=http:\/\/afterword\.localhost:4711\/enter\?token=([0-9a-f]{64})"/)
                ).1)
        )
    }

    @Test("what it writes is the user's alone, and its name does not give the token away")
    func modes() throws {
        let (file, token) = try enter()
        let name = String(file.dropFirst(scratch.path.count + 1))
        #expect(try scratch.mode(name) == 0o600)
        #expect(try scratch.mode(String(name.prefix { $0 != "/" }) + "/page-" + folder.key) == 0o700)
        #expect(!file.contains(token))
    }

    @Test("a token lets in once, and its file goes with it")
    func once() throws {
        let (file, token) = try enter()
        #expect(!folder.redeem(String(token.dropLast()), at: now))
        #expect(!folder.redeem("", at: now))
        #expect(folder.redeem(token, at: now + 1))
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(!folder.redeem(token, at: now + 1))
    }

    @Test(
        "after a minute it is too late",
        arguments: [(0, true), (60, true), (61, false), (3600, false), (-3600, false)])
    func minute(seconds: TimeInterval, isLetIn: Bool) throws {
        let (_, token) = try enter()
        #expect(folder.redeem(token, at: now + seconds) == isLetIn)
    }

    @Test("two may be opened at a time")
    func two() throws {
        let (first, second) = (try enter(), try enter())
        #expect(folder.redeem(first.token, at: now))
        #expect(folder.redeem(second.token, at: now))
    }

    @Test("what nobody opened goes with the next one")
    func sweeping() throws {
        let (file, _) = try enter()
        _ = try folder.writeEntrance(port: 4711, at: now + 120) { [UInt8](repeating: 7, count: 16) }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("one process serves at a time, until it ends")
    func lock() throws {
        var first = try folder.lock()
        #expect(first != nil)
        #expect(try folder.lock() == nil)
        first = nil
        #expect(try folder.lock() != nil)
        withExtendedLifetime(first) {}
    }

    @Test("each ledger has a folder of its own, by whatever way it is named")
    func keys() throws {
        func key(_ name: String) throws -> String {
            try PageFolder(stateFolder: scratch.path + "/state", dataFolder: scratch.path + name).key
        }
        #expect(try key("/data") == folder.key)
        #expect(try key("/data/../data") == folder.key)
        #expect(try key("/other") != folder.key)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link", withDestinationPath: scratch.path + "/data")
        #expect(try key("/link") == folder.key)
    }

    @Test(
        "the port is remembered; nonsense is not",
        arguments: [("4711\n", 4711), ("0\n", nil), ("65536", nil), ("x", nil), ("", nil)])
    func port(text: String, port: Int?) throws {
        #expect(folder.port == nil)
        try scratch.file("state/page-\(folder.key)/port", text)
        #expect(folder.port == port)
        try folder.keep(port: 4712)
        #expect(folder.port == 4712)
    }
}
