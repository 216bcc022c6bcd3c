import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct InterviewEditingTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private static let own = "Dear Jane Okafor,\n\nThank you for your time.\n\nAda Example\n"

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
    }

    private var jane: Message.ID { recorded.messages[0] }
    private var sam: Message.ID { recorded.messages[1] }
    private var question: Message.ID { recorded.messages[2] }

    private func rewrite(_ id: Message.ID) throws {
        _ = try running.desk.edit(id, subject: nil, body: Self.own)
        _ = try running.desk.approve([id], ignoring: [], at: at("2026-11-17T17:00:00Z"))
    }

    // MARK: - When it ended

    @Test(arguments: [
        ("2026-11-17 12:30", "2026-11-18T12:30:00Z", "2026-12-01T12:30:00Z"),
        ("2026-11-16 15:00", "2026-11-17T15:00:00Z", "2026-11-30T15:00:00Z"),
        ("2026-11-16 20:00", "2026-11-18T08:00:00Z", "2026-12-01T08:00:00Z"),
    ])
    func anotherEndMovesTheDueTimes(ended: String, note: String, question: String) throws {
        let mended = try running.mend(recorded) { $0.ended = try london(ended) }
        #expect(try running.messages(recorded.messages).map(\.due) == [at(note), at(note), at(question)])
        #expect(Set(mended.changed.map(\.id)) == Set(recorded.messages))
    }

    @Test func theZoneIsMendedWithTheEnd() throws {
        let paris = try EndedTime.parse("2026-11-17 15:00", zone: .iana("Europe/Paris")).time
        try running.mend(recorded) { $0.ended = paris }
        #expect(try running.message(jane).due == at("2026-11-18T14:00:00Z"))
        #expect(try running.message(question).due == at("2026-12-01T14:00:00Z"))
        #expect(
            try running.desk.messageStatus(for: recorded.messages, at: at("2026-11-17T18:00:00Z")).map(
                \.zone.identifier)
                == Array(repeating: "Europe/Paris", count: 3))
    }

    @Test func wordsThatStayAreStillApproved() throws {
        let before = try running.messages(recorded.messages)
        try running.mend(recorded) { $0.ended = try london("2026-11-17 12:30") }
        let after = try running.messages(recorded.messages)
        #expect(after.map(\.state) == [.queued, .queued, .queued])
        #expect(after.map(\.messageID) == before.map(\.messageID))
    }

    @Test func anotherDateInTheWordsIsApprovedAnew() throws {
        let before = try running.message(question)
        try running.mend(recorded) { $0.ended = try london("2026-11-16 15:00") }
        #expect(try running.messages(recorded.messages).map(\.state) == [.queued, .queued, .draft])
        #expect(try running.message(question).body.contains("16 November"))
        try running.approve([question])
        let after = try running.message(question)
        #expect(after.state == .queued && after.messageID != before.messageID)
    }

    @Test(arguments: [
        // It ended a day later than was told: the window is still open.
        ("2026-11-18 15:00", MessageState.queued, nil), ("2026-11-18 07:00", .held, Reason.Code.late),
        ("2026-11-17 15:30", .held, .late),
    ])
    func aNoteHeldAsLateIsJudgedAnew(ended: String, state: MessageState, code: Reason.Code?) throws {
        let late = at("2026-11-21T10:00:00Z")
        try running.judgeForSending(jane, at: late)
        #expect(try running.message(jane).reason?.code == .late)
        try running.mend(recorded, at: late) { $0.ended = try london(ended) }
        let note = try running.message(jane)
        #expect(note.state == state && note.reason?.code == code)
    }

    @Test func whatTheUserHeldStaysHeld() throws {
        _ = try running.desk.hold([jane], at: at("2026-11-17T17:00:00Z"))
        try running.mend(recorded) { $0.ended = try london("2026-11-17 12:30") }
        #expect(try running.message(jane).reason?.code == .byUser)
    }

    @Test func anInterviewDoesNotEndInTheFuture() throws {
        let now = at("2026-11-17T18:00:00Z")
        let ended = try london("2026-11-17 18:01")
        #expect(throws: RecordProblem.inFuture(ended, now: now)) {
            try running.mend(recorded, at: now) { $0.ended = ended }
        }
        #expect(try running.message(jane).due == at("2026-11-18T15:00:00Z"))
    }

    @Test func twoInterviewsDoNotEndTogether() throws {
        let second = try running.add(Told(ended: "2026-11-26 11:00"))
        let (first, here) = try running.ledger.read {
            (try $0.interview(recorded.interview), try $0.recruitment(recorded.recruitment))
        }
        #expect(throws: DeskProblem.interviewExists(first, here)) {
            try running.mend(second, at: at("2026-11-27T10:00:00Z")) {
                $0.ended = try london("2026-11-17 15:00")
            }
        }
    }

    // MARK: - Role and organisation

    @Test func aNewRoleRenamesTheWholeRecruitment() throws {
        let second = try running.add(Told(ended: "2026-11-26 11:00"))
        try running.mend(recorded, at: at("2026-11-26T12:00:00Z")) {
            $0.role = "Senior Data Analyst"
            $0.organisation = "Example City Council"
        }
        let messages = try running.messages(of: second.recruitment)
        #expect(messages.count == 4)
        #expect(messages.allSatisfy { $0.state == .draft })
        #expect(messages.allSatisfy { $0.subject.contains("Senior Data Analyst") })
        #expect(messages.allSatisfy { $0.body.contains("Example City Council") })
    }

    @Test(arguments: [MessageState.sent, .unconfirmed])
    func whatLeftTheHouseStaysAsItWas(state: MessageState) throws {
        try running.end(jane, as: state, at: at("2026-11-18T15:00:00Z"))
        let before = try running.message(jane)
        let mended = try running.mend(recorded, at: at("2026-11-19T10:00:00Z")) {
            $0.role = "Senior Data Analyst"
            $0.ended = try london("2026-11-16 11:00")
            $0.panel = try Told.members(Told.sam)
        }
        #expect(try running.message(jane) == before)
        #expect(!mended.changed.map(\.id).contains(jane))
    }

    @Test func whatAServerRefusedIsADraftOnceItsWordsAreMended() throws {
        try running.end(jane, as: .refused, at: at("2026-11-18T15:00:00Z"))
        let before = try running.message(jane)
        try running.mend(recorded, at: at("2026-11-18T16:00:00Z")) { $0.role = "Senior Data Analyst" }
        let after = try running.message(jane)
        #expect(after.state == .draft && after.revision == before.revision + 1)
    }

    @Test(arguments: [("Policy Officer", "Example Council"), ("policy  OFFICER", "EXAMPLE council")])
    func twoOpenRecruitmentsDoNotHaveOneName(role: String, organisation: String) throws {
        let other = try running.add(Told(role: "Policy Officer", ended: "2026-11-18 10:00"))
        let open = try running.recruitment(other.recruitment)
        #expect(throws: DeskProblem.recruitmentExists(open)) {
            try running.mend(recorded, at: at("2026-11-18T12:00:00Z")) {
                $0.role = role
                $0.organisation = organisation
            }
        }
        #expect(try running.message(jane).state == .queued)
    }

    @Test func anEndedRecruitmentMayHaveTheNameOfAnOpenOne() throws {
        let other = try running.add(Told(role: "Policy Officer", ended: "2026-11-18 10:00"))
        _ = try running.desk.hear(
            .rejected, in: recorded.recruitment, from: nil, at: at("2026-11-18T11:00:00Z"))
        try running.mend(recorded, at: at("2026-11-18T12:00:00Z")) { $0.role = "Policy Officer" }
        let names = try running.ledger.read { transaction in
            try [recorded, other].map { try transaction.recruitment($0.recruitment).role }
        }
        #expect(names == ["Policy Officer", "Policy Officer"])
    }

    @Test func theSpellingOfARoleIsMended() throws {
        try running.mend(recorded) { $0.role = "data analyst" }
        #expect(try running.message(jane).subject == "Thank you – data analyst interview")
    }

    // MARK: - Words of the user's own

    @Test(arguments: ["ended", "role", "organisation", "talking point"])
    func wordsOfTheUsersOwnAreKeptAndApprovedAnew(changed: String) throws {
        try rewrite(jane)
        try running.mend(recorded) { changes in
            switch changed {
            case "ended": changes.ended = try london("2026-11-16 12:30")
            case "role": changes.role = "Policy Officer"
            case "organisation": changes.organisation = "Example City Council"
            default: changes.remarks = ["Jane Okafor": Remark(talkingPoint: "the archive")]
            }
        }
        let note = try running.message(jane)
        #expect(note.state == .draft && note.body == Self.own && note.template == nil)
    }

    @Test func wordsOfTheUsersOwnThatNothingTouchesStayApproved() throws {
        try rewrite(jane)
        let before = try running.message(jane)
        try running.mend(recorded) { $0.remarks = ["Sam O'Brien": Remark(talkingPoint: "the archive")] }
        try running.mend(recorded) { $0.decisionBy = try Day.parse("2026-12-18") }
        #expect(try running.message(jane) == before)
    }

    // MARK: - Nothing

    @Test func nothingIsNotMended() throws {
        #expect(throws: DeskProblem.nothingToChange) { try running.mend(recorded) { _ in } }
    }

    @Test func whatIsToldAsItWasChangesNothing() throws {
        let before = try running.messages(recorded.messages)
        #expect(throws: DeskProblem.nothingToChange) {
            try running.mend(recorded) {
                $0.role = "Data Analyst"
                $0.organisation = "Example Council"
                $0.ended = try london("2026-11-17 15:00")
                $0.panel = try Told.members(Told.jane, Told.sam)
                $0.contact = try NameAndAddress(Told.hana)
            }
        }
        #expect(try running.messages(recorded.messages) == before)
    }

    @Test func anInterviewThatNobodyKnowsIsNotMended() throws {
        var changes = InterviewChanges()
        changes.role = "Policy Officer"
        #expect(throws: LedgerProblem.noSuch(.interview, number: 99)) {
            try running.desk.edit(Identifier(rawValue: 99), changes, at: at("2026-11-17T18:00:00Z"))
        }
    }
}
