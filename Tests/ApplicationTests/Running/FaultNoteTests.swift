import Foundation
import TestFiles
import Testing

@testable import Application

@Suite struct FaultNoteTests {
    @Test func aNoteStandsAsLongAsItsWriterWantsIt() throws {
        let scratch = try Scratch()
        #expect(FaultNote.standing(in: scratch.path) == nil)
        let note = FaultNote(folder: scratch.path)
        note.show("the login was refused.")
        #expect(FaultNote.standing(in: scratch.path) == "the login was refused.")
        #expect(try scratch.mode("run.fault") == 0o600)
        note.show("the disk is full.")
        #expect(FaultNote.standing(in: scratch.path) == "the disk is full.")
        note.clear()
        #expect(FaultNote.standing(in: scratch.path) == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
    }

    @Test func aNoteGoesWithItsWriter() throws {
        let scratch = try Scratch()
        var note: FaultNote? = FaultNote(folder: scratch.path)
        note?.show("the login was refused.")
        note = nil
        #expect(FaultNote.standing(in: scratch.path) == nil)
    }

    @Test func aNoteOfTheDeadIsNotBelievedAndIsReplaced() throws {
        let scratch = try Scratch()
        try scratch.file("run.fault", "the login was refused.")
        #expect(FaultNote.standing(in: scratch.path) == nil)
        let note = FaultNote(folder: scratch.path)
        note.show("the disk is full.")
        #expect(FaultNote.standing(in: scratch.path) == "the disk is full.")
    }
}
