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

    @Test(
        "by way of an agency one note thanks it, whoever speaks for it by now",
        arguments: [MessageState.draft, .queued, .sent, .unconfirmed])
    func otherContactOfAnAgency(state: MessageState) throws {
        let rita = "Rita Wells <rita@agency.example>"
        let rob = "Rob Rec <rob@agency.example>"
        let recorded = try running.add(
            Told(contact: rita, viaAgency: true), approving: state != .draft)
        if state.mayHaveLeft {
            try running.end(recorded.messages[0], as: state, at: at("2026-11-18T15:00:00Z"))
        }
        try running.mend(recorded, at: Self.now) { $0.contact = try NameAndAddress(rob) }
        let toRob = try notes(to: "Rob Rec", in: recorded.recruitment)
        #expect(toRob.map(\.state) == (state.mayHaveLeft ? [] : [.draft]))
        // Back again, and nobody is thanked twice.
        try running.approve(toRob.map(\.id), at: Self.now)
        for note in toRob { try running.end(note.id, as: .sent, at: Self.now) }
        try running.mend(recorded, at: Self.now) { $0.contact = try NameAndAddress(rita) }
        let pending = try notes(to: "Rita Wells", in: recorded.recruitment).filter(\.state.isPending)
        #expect(pending.isEmpty)
        #expect(
            try running.message(.decisionStatus, in: recorded.recruitment)?.recipient.name == "Rita Wells")
        guard state == .unconfirmed else { return }
        // What did not reach the one is due to the other.
        try running.mend(recorded, at: Self.now) { $0.contact = try NameAndAddress(rob) }
        _ = try running.desk.resolve(recorded.messages[0], delivered: false, at: Self.now)
        #expect(try notes(to: "Rob Rec", in: recorded.recruitment).map(\.state) == [.draft])
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

    @Test("what the user cancelled thanks nobody for a later interview, and stays cancelled itself")
    func cancelledByTheUser() throws {
        let first = try running.add(Told(ended: "2026-11-16 15:00", panel: [Self.bob]))
        _ = try running.desk.cancel([first.messages[0]], at: at("2026-11-16T17:00:00Z"))
        let second = try running.add(Told(ended: "2026-11-17 15:00", panel: [Self.bob]))
        #expect(try running.message(second.messages[0]).followUp.interview == second.interview)
        #expect(!second.notices.contains { if case .sharesThankYou = $0 { true } else { false } })
        var changes = InterviewChanges()
        changes.role = "Analyst"
        _ = try running.desk.edit(second.interview, changes, at: Self.now)
        let states = try notes(to: "Bob Marsh", in: first.recruitment).map(\.state)
        #expect(states == [.cancelled, .draft])
    }

    @Test("a note that comes too late makes room for that of a later interview", arguments: [true, false])
    func tooLate(isApproved: Bool) throws {
        let first = try running.add(
            Told(ended: "2026-11-16 15:00", panel: [Self.bob]), approving: isApproved, at: Self.now)
        let second = try running.add(Told(ended: "2026-11-18 14:00", panel: [Self.bob]), at: Self.now)
        let states = try notes(to: "Bob Marsh", in: first.recruitment).map(\.state)
        #expect(states == [.cancelled, .queued])
        #expect(try running.message(second.messages[0]).followUp.interview == second.interview)
        try running.end(second.messages[0], as: .sent, at: at("2026-11-19T19:00:00Z"))
        let question = try #require(try running.message(.decisionStatus, in: first.recruitment))
        #expect(
            try running.verdict(on: question.id, at: at("2026-12-20T12:00:00Z")) != .hold(Reason(.notThanked))
        )
    }

    @Test(
        "a shared note that did not arrive, of an interview that is off by then, leaves a note for the other one"
    )
    func sharedAndLost() throws {
        let first = try running.add(Told(ended: "2026-11-16 15:00", panel: [Self.bob]))
        let second = try running.add(Told(ended: "2026-11-17 14:00", panel: [Self.bob]))
        let left = at("2026-11-17T15:00:00Z")
        try running.end(first.messages[0], as: .unconfirmed, at: left)
        _ = try running.desk.cancelInterview(first.interview, at: left + 60)
        _ = try running.desk.resolve(first.messages[0], delivered: false, at: left + 120)
        let notes = try notes(to: "Bob Marsh", in: first.recruitment)
        #expect(notes.map(\.state) == [.cancelled, .draft])
        #expect(notes.last?.followUp.interview == second.interview)
    }

    @Test(
        "who was thanked by the user while the note was in doubt gets no other",
        arguments: [Channel.inPerson, .email, .post])
    func thankedMeanwhile(channel: Channel) throws {
        let recorded = try running.add(Told(panel: [Self.bob]))
        let left = at("2026-11-18T15:00:00Z")
        try running.end(recorded.messages[0], as: .unconfirmed, at: left)
        _ = try running.desk.log(
            Desk.Said(
                person: "Bob Marsh", channel: channel, direction: .out, recruitment: nil, message: nil,
                answering: false, time: left + 60, note: nil), at: left + 60)
        let settled = try running.desk.resolve(recorded.messages[0], delivered: false, at: left + 120)
        #expect(settled.reason == Reason(.fulfilled, moment: left + 60, detail: channel.rawValue))
        #expect(throws: DeskProblem.alreadyDone(settled.id)) {
            try running.desk.release([settled.id], at: left + 180)
        }
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
