import Foundation
import TestFiles
import Testing

@testable import Application

@Suite struct UnitFileTests {
    private let scratch: Scratch
    private let file: UnitFile

    init() throws {
        scratch = try Scratch()
        file = UnitFile(path: scratch.path + "/.config/systemd/user/afterword.service")
    }

    private func put(_ text: String) throws {
        try scratch.folder(".config/systemd/user")
        try scratch.file(".config/systemd/user/afterword.service", text)
    }

    @Test func itsOwnFileIsWrittenAnewAndRemoved() throws {
        #expect(file.standing == .absent)
        #expect(try file.remove() == false)
        for text in [SystemdUnit.mark + " old\n", SystemdUnit.mark + " new\n"] {
            try file.write(text)
            #expect(file.standing == .own(text))
        }
        #expect(try file.remove())
        #expect(file.standing == .absent)
    }

    @Test(arguments: [
        "", "[Service]\nExecStart=/bin/true\n", "\n# Written by 'afterword service install'.\n",
    ])
    func aFileOfSomebodyElseIsLeftAsItIs(text: String) throws {
        try put(text)
        #expect(file.standing == .foreign)
        #expect(throws: UnitFile.Foreign(path: file.path)) { try file.write(SystemdUnit.mark) }
        #expect(throws: UnitFile.Foreign(path: file.path)) { try file.remove() }
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
    }

    @Test func aLinkIsSomebodysOwnArrangement() throws {
        try scratch.folder(".config/systemd/user")
        let target = try scratch.file("unit", SystemdUnit.mark + "\n")
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
        #expect(file.standing == .foreign)
    }

    @Test func aFolderThatTakesNoFileIsSaid() throws {
        try scratch.folder(".config")
        try scratch.file(".config/systemd", "a file, and no folder")
        #expect(throws: UnitFile.NotWritten.self) { try file.write(SystemdUnit.mark) }
    }
}
