import Foundation
import Testing

@testable import Setup
@testable import Wording

@Suite struct FileWordingTests {
    static let problems: [(HomeProblem, String)] = [
        (
            .nowhere,
            "nothing says where the configuration lives: set AFTERWORD_HOME to a folder, or HOME to your home."
        ),
        (
            .notOwned(path: "/a", owner: 7),
            "/a belongs to another user (number 7); run Afterword as its owner, or set AFTERWORD_HOME to a folder of "
                + "your own."
        ),
        (
            .othersMayWrite(path: "/a", mode: 0o666),
            "/a can be changed by other users (mode 0666); take that away with: chmod go-w '/a'"
        ),
        (
            .notAFolder(path: "/a"),
            "/a is not a folder; move it away, or set AFTERWORD_HOME to another folder."
        ),
        (.notAFile(path: "/a"), "/a is not a file; move it away."),
        (.notCreated(path: "/a", .notAllowed), "/a could not be written: you may not write there."),
        (.notCreated(path: "/a", .missing), "/a could not be written: the folder above it is missing."),
        (.notCreated(path: "/a", .system(ENOSPC)), "/a could not be written: No space left on device."),
        (.exists(path: "/a"), "/a exists already and is kept; edit it, or move it away first."),
        (
            .unreadable(path: "/a", .notAllowed),
            "/a: you may not read the file; give yourself the permission."
        ),
    ]

    @Test(arguments: problems)
    func problemOfTheHomeHasItsSentence(problem: HomeProblem, sentence: String) {
        #expect(problem.sentence.read == sentence)
    }

    @Test(arguments: [(true, "700"), (false, "600")])
    func warningSaysHowToClose(isFolder: Bool, mode: String) {
        let warning = HomeWarning(path: "/a", mode: 0o755, isFolder: isFolder)
        let sentence = "/a can be read by other users (mode 0755); make it private with: chmod \(mode) '/a'"
        #expect(warning.sentence == sentence)
    }

    @Test(
        arguments: [
            (ENOENT, .missing), (ENOTDIR, .missing), (EACCES, .notAllowed), (ELOOP, .symbolicLink),
            (ENXIO, .notAFile),
            (EIO, .system(EIO)),
        ] as [(Int32, FileTrouble)])
    func errorOfTheSystemIsNamed(code: Int32, trouble: FileTrouble) {
        #expect(FileTrouble(errno: code) == trouble)
    }

    @Test(arguments: [
        (FileTrouble.missing, "there is no such file; correct the path, or make the file"),
        (.notAllowed, "you may not read the file; give yourself the permission"),
        (.symbolicLink, "it is a symbolic link; name the file itself"),
        (.notAFile, "it is not a file; name a file"),
        (
            .tooLarge(limit: 1 << 20),
            "the file is larger than 1024 KB, so it cannot be the right one; name another"
        ),
        (.system(EIO), "the file cannot be read (Input/output error); look at the disk"),
    ])
    func troubleHasItsWords(trouble: FileTrouble, words: String) {
        #expect(trouble.words == words)
    }
}
