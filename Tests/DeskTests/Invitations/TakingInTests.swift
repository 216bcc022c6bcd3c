import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("Invitations: planned interviews, and newer versions of them") struct TakingInTests {
    let running: RunningApplication

    init() throws { running = try RunningApplication() }

    @Test("an interview may be planned, whatever was answered in advance: its messages stay drafts")
    func planned() throws {
        guard case .recorded(let recorded) = try running.take(InvitedTo().new(), approving: true)[0] else {
            Issue.record("not recorded")
            return
        }
        #expect(recorded.messages.count == 2)
        #expect(try running.messages(recorded.messages).allSatisfy { $0.state == .draft })
        #expect(try running.message(recorded.messages[0]).due == at("2026-11-21T15:00:00Z"))
    }

    @Test("a voice that is told with a newer invitation words what has not gone anew; without one it stays")
    func voice() throws {
        let recorded = try running.invited()
        func templates() throws -> [String?] { try running.messages(recorded.messages).map(\.template) }
        try running.take(InvitedTo(sequence: 1).moved(voice: "formal"))
        #expect(try templates() == ["formal/thank-you-5", "formal/decision-status"])
        try running.take(InvitedTo(sequence: 2, ended: "2026-11-24 11:00").moved())
        #expect(try templates() == ["formal/thank-you-5", "formal/decision-status"])
        let voices = try running.desk.ledger.read { try $0.recruitments().map(\.voice) }
        #expect(voices == [Voice(rawValue: "formal")])
    }

    @Test(
        "a voice that is told with the same invitation, or an older one, words what has not gone anew",
        arguments: [0, -1])
    func voiceAgain(sequence: Int) throws {
        let recorded = try running.invited()
        let again = InvitedTo(sequence: sequence, ended: "2026-11-24 11:00")
        guard case .revoiced(let id, let mended) = try running.take(again.revoiced("formal"))[0] else {
            Issue.record("no other voice")
            return
        }
        #expect(id == recorded.interview)
        #expect(mended.changed.map(\.template) == ["formal/thank-you-5", "formal/decision-status"])
        #expect(mended.notices == [.reworded(recorded.messages, Voice(rawValue: "formal"))])
        #expect(try running.interview(id).ended == london("2026-11-20 15:00"), "the rest of it is old")
        #expect(try running.take(again.revoiced("formal")) == [.unchanged(id)])
        let newer = InvitedTo(sequence: 1, ended: "2026-11-24 11:00")
        try running.take(newer.moved())
        #expect(
            try running.interview(id).ended == london("2026-11-24 11:00"), "the version is still the old one")
    }

    @Test(
        "a meeting that somebody was thanked for took place: put off, it is a further one",
        arguments: [true, false], ["2026-11-22T12:00:00Z", "2026-11-28T12:00:00Z"])
    func further(isRecord: Bool, told: String) throws {
        let first = try running.invited()
        try running.tell(first)
        let thanked = at("2026-11-21T15:00:00Z")
        try running.end(first.messages[0], as: .sent, at: thanked)
        let later = InvitedTo(sequence: 1, written: "2026-11-22T09:00:00Z", ended: "2026-11-27 15:00")
        let taken = try running.take(isRecord ? later.new() : later.moved(), at: at(told))
        guard case .recorded(let second) = taken[0] else {
            Issue.record("it was moved: \(taken)")
            return
        }
        #expect(second.interview != first.interview && !second.existing)
        #expect(try running.interview(first.interview).ended == london("2026-11-20 15:00"))
        #expect(try running.message(second.messages[0]).due == at("2026-11-28T15:00:00Z"))
        // The next version speaks of that one.
        let last = InvitedTo(sequence: 2, written: "2026-11-23T09:00:00Z", ended: "2026-11-26 11:00")
        try running.take(last.moved(), at: at(told) + 86_400)
        #expect(try running.interview(second.interview).ended == london("2026-11-26 11:00"))
    }

    @Test("an interview that is called off stays so in any voice")
    func voiceOfWhatIsCalledOff() throws {
        let recorded = try running.invited()
        try running.take(InvitedTo(sequence: 1).off())
        try running.take(InvitedTo(sequence: 1).revoiced("formal"))
        #expect(try running.interview(recorded.interview).isCalledOff)
        #expect(try running.messages(recorded.messages).allSatisfy { $0.state == .cancelled })
        let voices = try running.desk.ledger.read { try $0.recruitments().map(\.voice) }
        #expect(voices == [Voice(rawValue: "formal")])
    }

    @Test("a voice that does not exist changes nothing, with whatever version", arguments: [0, 1])
    func unknownVoice(sequence: Int) throws {
        let recorded = try running.invited()
        let before = try running.messages(of: recorded.recruitment)
        let told = InvitedTo(sequence: sequence, ended: "2026-11-24 11:00")
        for arrival in [try told.moved(voice: "wram"), try told.revoiced("wram")] {
            #expect(throws: DeskProblem.self) { try running.take(arrival) }
        }
        #expect(try running.interview(recorded.interview).ended == london("2026-11-20 15:00"))
        #expect(try running.messages(of: recorded.recruitment) == before)
    }

    @Test("what has ended already is recorded as by hand, and queued if that was the answer")
    func ended() throws {
        let arrival = try InvitedTo().new()
        guard
            case .recorded(let recorded) = try running.take(arrival, approving: true, at: InvitedTo.after)[0]
        else {
            Issue.record("not recorded")
            return
        }
        #expect(try running.messages(recorded.messages).allSatisfy { $0.state == .queued })
    }

    @Test("a draft of a planned interview can't be approved before its end, and nothing of the lot is")
    func approvedBeforeItsEnd() throws {
        let recorded = try running.invited()
        let end = try london("2026-11-20 15:00")
        for moment in [InvitedTo.before, end.instant - 1] {
            #expect(throws: DeskProblem.planned(recorded.messages[0], ends: end)) {
                try running.approve(recorded.messages, at: moment)
            }
        }
        try running.approve(recorded.messages, at: end.instant)
        #expect(try running.messages(recorded.messages).allSatisfy { $0.state == .queued })
    }

    @Test("the same invitation again, or an older one, changes nothing", arguments: [0, 3])
    func again(sequence: Int) throws {
        let told = InvitedTo(sequence: sequence)
        let recorded = try running.invited(told)
        let before = try running.messages(of: recorded.recruitment)
        for old in [
            told, InvitedTo(sequence: sequence, written: "2026-11-11T09:00:00Z"), InvitedTo(sequence: -1),
        ] {
            #expect(try running.take(old.new()) == [.unchanged(recorded.interview)])
            #expect(try running.take(old.moved()) == [.unchanged(recorded.interview)])
        }
        #expect(try running.messages(of: recorded.recruitment) == before)
    }

    @Test(
        "a newer invitation moves the interview, the due times and the dates in its drafts",
        arguments: [(1, "2026-11-12T09:00:00Z"), (0, "2026-11-12T09:00:01Z")])
    func moved(sequence: Int, written: String) throws {
        let recorded = try running.invited()
        let newer = InvitedTo(sequence: sequence, written: written, ended: "2026-11-24 11:00")
        guard case .moved(let id, let mended) = try running.take(newer.moved())[0] else {
            Issue.record("not moved")
            return
        }
        #expect(id == recorded.interview)
        #expect(try running.interview(id).ended == london("2026-11-24 11:00"))
        #expect(mended.changed.map(\.id) == recorded.messages)
        let (thanks, question) = (mended.changed[0], mended.changed[1])
        #expect(thanks.due == at("2026-11-25T11:00:00Z"))
        #expect(question.due == at("2026-12-08T11:00:00Z"))
        #expect((question.subject + question.body).contains("24 November"))
        #expect(!(question.subject + question.body).contains("20 November"))
    }

    @Test("what was approved is a draft again where its interview is put off")
    func putOff() throws {
        let recorded = try running.invited()
        try running.tell(recorded)
        try running.take(InvitedTo(sequence: 1, ended: "2026-11-27 15:00").moved(), at: InvitedTo.after)
        #expect(try running.messages(recorded.messages).map(\.state) == [.draft, .draft])
    }

    @Test("what was sent stays as it was when the interview moves")
    func afterSent() throws {
        let recorded = try running.invited()
        try running.tell(recorded)
        let thanks = recorded.messages[0]
        try running.end(thanks, as: .sent, at: at("2026-11-21T15:00:00Z"))
        let sent = try running.message(thanks)
        let late = InvitedTo(sequence: 1, ended: "2026-11-20 16:00")
        guard case .moved(_, let mended) = try running.take(late.moved(), at: at("2026-11-22T12:00:00Z"))[0]
        else {
            Issue.record("not moved")
            return
        }
        #expect(try running.message(thanks) == sent)
        #expect(mended.changed.map(\.id) == [recorded.messages[1]])
    }

    @Test("who is newly invited joins the panel, and whom only the former version named leaves it")
    func people() throws {
        let recorded = try running.invited()
        let newer = InvitedTo(sequence: 1, panel: [InvitedTo.sam])
        try running.take(newer.moved(joining: InvitedTo.sam))
        #expect(try running.interview(recorded.interview).panel.map(\.person.name) == ["Sam O'Brien"])
        #expect(try running.note(to: "Jane Okafor", for: recorded)?.reason?.code == .notOnPanel)
        #expect(try running.note(to: "Sam O'Brien", for: recorded)?.state == .draft)
    }

    @Test("what the user has mended since stays as they have it")
    func mendedByHand() throws {
        let both = InvitedTo(panel: [InvitedTo.jane, InvitedTo.sam])
        let recorded = try running.invited(both)
        try running.mend(recorded, at: InvitedTo.before) { $0.panel = try Told.members(Told.jane) }
        try running.take(InvitedTo(sequence: 1, panel: both.panel).moved())
        #expect(try running.interview(recorded.interview).panel.map(\.person.name) == ["Jane Okafor"])
    }

    @Test("a planned interview may be put off by hand; one that is over may not")
    func byHand() throws {
        let recorded = try running.invited()
        let later = try london("2026-11-27 15:00")
        try running.mend(recorded, at: InvitedTo.before) { $0.ended = later }
        #expect(try running.interview(recorded.interview).ended == later)
        let over = at("2026-11-27T16:00:00Z")
        let future = try london("2026-12-01 15:00")
        #expect(throws: RecordProblem.inFuture(future, now: over)) {
            try running.mend(recorded, at: over) { $0.ended = future }
        }
    }

    @Test("several invitations are taken in all or none")
    func allOrNone() throws {
        let first = try InvitedTo().new()
        let clash = try InvitedTo(
            meeting: MeetingName(uid: "two@example.org", recurrence: ""),
            panel: ["Jan Okafor <jane.okafor@example.org>"]
        ).new()
        #expect(throws: RecordProblem.self) { try running.take(first, clash) }
        #expect(try running.desk.queue(all: true, at: InvitedTo.before).isEmpty)
        #expect(try running.desk.invited(to: InvitedTo.meeting) == nil)
    }

    @Test("a meeting of a series is another one than the next")
    func series() throws {
        let first = InvitedTo(meeting: MeetingName(uid: "one@example.org", recurrence: "2026-11-20"))
        let second = InvitedTo(
            meeting: MeetingName(uid: "one@example.org", recurrence: "2026-11-27"), ended: "2026-11-27 15:00")
        let taken = try running.take(first.new(), second.new())
        #expect(taken.count(where: { if case .recorded = $0 { true } else { false } }) == 2)
    }

    @Test("an invitation without a name is recorded, and known again by its end")
    func nameless() throws {
        let recorded = try running.invited(InvitedTo(meeting: nil))
        let again = try running.invited(InvitedTo(meeting: nil))
        #expect(again.existing)
        #expect(again.interview == recorded.interview)
    }
}
