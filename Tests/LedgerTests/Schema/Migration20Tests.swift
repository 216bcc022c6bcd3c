import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

/// What becomes of an interview stays on record, and nothing that was sent for is deleted.
@Suite struct Migration20Tests {
    private let shelf: Shelf
    private let story: Story
    private static let now = at("2026-11-17T18:00:00Z")

    init() throws {
        let shelf = try Shelf()
        story = try shelf.write { try Story($0) }
        self.shelf = shelf
    }

    @Test(arguments: InterviewEvent.Kind.allCases)
    func anEventIsNotedForEver(kind: InterviewEvent.Kind) throws {
        try shelf.write { try $0.note(kind, of: story.interview.id, at: Self.now) }
        #expect(
            try shelf.read { try $0.events(of: story.interview.id) } == [
                InterviewEvent(time: Self.now, kind: kind)
            ])
        #expect(throws: LedgerProblem.self) { try shelf.run("UPDATE interviewEvent SET time = 0") }
        #expect(throws: LedgerProblem.self) { try shelf.run("DELETE FROM interviewEvent") }
    }

    @Test func onlyWhatIsCalledOffIsDeleted() throws {
        #expect(throws: LedgerProblem.self) { try shelf.run("UPDATE interview SET isDeleted = 1") }
        try shelf.run("UPDATE interview SET isCalledOff = 1")
        try shelf.write { try $0.delete(story.interview.id, wasCalledOff: false) }
        #expect(try shelf.read { try $0.isDeleted(story.interview.id) && $0.interviews().isEmpty })
        #expect(try shelf.read { try $0.recruitmentsWithInterviews().isEmpty })
        #expect(throws: LedgerProblem.self) { try shelf.run("UPDATE interview SET isCalledOff = 0") }
        try shelf.write { try $0.update(story.interview) }
        #expect(try shelf.read { try !$0.isDeleted(story.interview.id) && $0.interviews().count == 1 })
    }

    @Test func whatSomebodyWasThankedForIsNot() throws {
        let note = try shelf.write { try story.draft(in: $0) }
        try shelf.run("UPDATE interview SET isCalledOff = 1")
        try shelf.write {
            try $0.approve(
                note, frozen: .init(bytes: [0x41], messageID: "1@example.org", digest: nil), at: Self.now)
            try $0.handOver(note, dispatched: [0x41], subject: "s", at: Self.now)
        }
        #expect(throws: LedgerProblem.self) {
            try shelf.write { try $0.delete(story.interview.id, wasCalledOff: false) }
        }
    }
}
