import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite("thank-each: corrections leave nobody out and thank nobody twice")
struct ThankYousTests {
    private let running: RunningApplication
    private static let now = at("2026-11-19T18:00:00Z")
    private static let bob = "Bob Marsh <bob.marsh@example.org>=the flood maps"

    init() throws { running = try RunningApplication() }

    private func notes(to name: String, in recruitment: Recruitment.ID) throws -> [Message] {
        try running.messages(of: recruitment).filter {
            $0.followUp.kind == .thankYou && $0.recipient.name == name
        }
    }

    private func edit(_ id: Interview.ID, panel: [String]) throws {
        var changes = InterviewChanges()
        changes.panel = try panel.map { text in
            try InterviewRecord.Member(
                who: NameAndAddress(String(text.prefix { $0 != "=" })), talkingPoint: nil)
        }
        _ = try running.desk.edit(id, changes, at: Self.now)
    }

    @Test("who shared a note with an interview that they were not at is thanked for the other one")
    func takenOffOneOfTwo() throws {
        let first = try running.add(Told(panel: [Told.jane, Self.bob]))
        let second = try running.add(Told(ended: "2026-11-18 17:00", panel: [Self.bob]))
        try edit(first.interview, panel: [Told.jane])
        let pending = try notes(to: "Bob Marsh", in: first.recruitment).filter { $0.state.isPending }
        #expect(pending.map(\.followUp.interview) == [second.interview])
    }

    @Test("a note that a correction called off is not shared")
    func addedLater() throws {
        let first = try running.add(Told(panel: [Told.jane, Self.bob]))
        try edit(first.interview, panel: [Told.jane])
        let second = try running.add(Told(ended: "2026-11-18 17:00", panel: [Self.bob]))
        #expect(try running.message(second.messages[0]).followUp.interview == second.interview)
    }

    @Test("interviews that are moved within 48 hours of each other share one note")
    func movedTogether() throws {
        let first = try running.add(Told(ended: "2026-11-10 15:00", panel: [Self.bob]))
        let second = try running.add(Told(ended: "2026-11-17 15:00", panel: [Self.bob]))
        #expect(try notes(to: "Bob Marsh", in: first.recruitment).count == 2)
        var changes = InterviewChanges()
        changes.ended = try london("2026-11-11 15:00")
        _ = try running.desk.edit(second.interview, changes, at: Self.now)
        let states = try notes(to: "Bob Marsh", in: first.recruitment).filter { $0.state.isPending }
        #expect(states.map(\.followUp.interview) == [first.interview])
    }

    @Test("interviews that are moved apart get a note each")
    func movedApart() throws {
        let first = try running.add(Told(ended: "2026-11-16 15:00", panel: [Self.bob]))
        let second = try running.add(Told(ended: "2026-11-17 15:00", panel: [Self.bob]))
        var changes = InterviewChanges()
        changes.ended = try london("2026-11-10 15:00")
        _ = try running.desk.edit(first.interview, changes, at: Self.now)
        let interviews = try notes(to: "Bob Marsh", in: first.recruitment).filter { $0.state != .cancelled }
        #expect(Set(interviews.compactMap(\.followUp.interview)) == [first.interview, second.interview])
    }
}
