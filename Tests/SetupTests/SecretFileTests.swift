import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite struct SecretFileTests {
    private static func read(_ path: String, user: uid_t = geteuid()) throws(SecretProblem) -> String {
        try SecretSource.file(path).read(environment: [:], user: user).text
    }

    @Test(arguments: [
        ("hunter2", "hunter2"), ("hunter2\n", "hunter2"), ("hunter2\r\nmore\r\n", "hunter2"),
        (" hunter 2 \n", " hunter 2 "),
        ("пароль\n", "пароль"),
        // A byte order mark is no part of it; the same character anywhere else is.
        ("\u{FEFF}hunter2\n", "hunter2"), ("\u{FEFF} hunter2\r\n", " hunter2"),
        ("hunter\u{FEFF}2", "hunter\u{FEFF}2"),
        ("\u{FEFF}\u{FEFF}hunter2", "\u{FEFF}hunter2"),
    ])
    func firstLineIsTheSecret(content: String, secret: String) throws {
        let scratch = try Scratch()
        #expect(try Self.read(scratch.file("secret", content)) == secret)
    }

    @Test(arguments: [0o600, 0o400, 0o700] as [mode_t])
    func privateFileIsRead(mode: mode_t) throws {
        let scratch = try Scratch()
        #expect(try Self.read(scratch.file("secret", "hunter2", mode: mode)) == "hunter2")
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o666, 0o660] as [mode_t])
    func fileOpenToOthersIsRefused(mode: mode_t) throws {
        let scratch = try Scratch()
        let path = try scratch.file("secret", "hunter2", mode: mode)
        let problem = SecretProblem.open(path: path, mode: mode)
        #expect(throws: problem) { try Self.read(path) }
    }

    @Test func fileOfAnotherUserIsRefused() throws {
        let scratch = try Scratch()
        let path = try scratch.file("secret", "hunter2")
        let problem = SecretProblem.notOwned(path: path, owner: geteuid())
        #expect(throws: problem) { try Self.read(path, user: geteuid() + 1) }
    }

    @Test func symbolicLinkIsRefused() throws {
        let scratch = try Scratch()
        let path = try scratch.file("secret", "hunter2")
        #expect(symlink(path, scratch.path + "/link") == 0)
        let problem = SecretProblem.file(path: scratch.path + "/link", .symbolicLink)
        #expect(throws: problem) { try Self.read(scratch.path + "/link") }
    }

    @Test(
        arguments: [("", .empty), ("\nhunter2\n", .empty), ("a\u{0}b", .notText)] as [(String, SecretProblem)]
    )
    func fileWithoutSecretIsAProblem(content: String, problem: SecretProblem) throws {
        let scratch = try Scratch()
        let path = try scratch.file("secret", content)
        #expect(throws: problem) { try Self.read(path) }
    }

    @Test func largeFileIsRefused() throws {
        let scratch = try Scratch()
        let fits = try scratch.file("fits", String(repeating: "a", count: 65_536))
        #expect(try Self.read(fits).count == 65_536)
        let large = try scratch.file("large", String(repeating: "a", count: 65_537))
        #expect(throws: SecretProblem.file(path: large, .tooLarge(limit: 65_536))) { try Self.read(large) }
    }

    @Test func folderPipeAndNothingAreNoFile() throws {
        let scratch = try Scratch()
        let pipe = scratch.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for (path, trouble) in [
            (scratch.path, FileTrouble.notAFile), (pipe, .notAFile), (scratch.path + "/absent", .missing),
        ] {
            #expect(throws: SecretProblem.file(path: path, trouble)) { try Self.read(path) }
        }
    }
}
