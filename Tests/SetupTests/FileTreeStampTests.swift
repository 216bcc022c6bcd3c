import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite("What the user writes into files is noticed without reading them")
struct FileTreeStampTests {
    private let scratch: Scratch
    private var paths: [String] { [scratch.path + "/templates", scratch.path + "/words.txt"] }

    init() throws {
        scratch = try Scratch()
        try scratch.folder("templates/en-GB/warm")
        try scratch.file("templates/one.txt", "one")
        try scratch.file("templates/en-GB/warm/two.txt", "two")
    }

    @Test func nothingChangedIsTheSame() {
        #expect(FileTreeStamp(of: paths) == FileTreeStamp(of: paths))
    }

    @Test(arguments: [
        ("templates/one.txt", "eno"), ("templates/en-GB/warm/two.txt", "owt"), ("templates/three.txt", ""),
        ("templates/en-GB/warm/three.txt", "3"), ("words.txt", "florp"),
    ])
    func whatIsWrittenIsNoticed(file: String, text: String) throws {
        let before = FileTreeStamp(of: paths)
        try scratch.file(file, text)
        #expect(FileTreeStamp(of: paths) != before)
    }

    @Test(arguments: ["templates/one.txt", "templates/en-GB/warm/two.txt", "templates/en-GB", "templates"])
    func whatIsRemovedIsNoticed(name: String) throws {
        let before = FileTreeStamp(of: paths)
        try FileManager.default.removeItem(atPath: scratch.path + "/" + name)
        #expect(FileTreeStamp(of: paths) != before)
    }

    @Test func aFolderThatIsKeptElsewhereIsFollowed() throws {
        let link = scratch.path + "/link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: scratch.path + "/templates")
        let before = FileTreeStamp(of: [link])
        try scratch.file("templates/en-GB/warm/two.txt", "owt")
        #expect(FileTreeStamp(of: [link]) != before)
    }

    @Test func aLinkThatLeadsBackComesToAnEnd() throws {
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/templates/again", withDestinationPath: scratch.path + "/templates")
        #expect(FileTreeStamp(of: paths) == FileTreeStamp(of: paths))
    }

    @Test func filesThatAreNotThereAreTheSameNothing() {
        #expect(FileTreeStamp(of: ["/nowhere/a"]) == FileTreeStamp(of: ["/nowhere/b"]))
    }
}
