import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

/// What commands and texts look up.
@Suite struct InterviewQueriesTests {
    private let running: RunningApplication
    private let first: Recorded
    private let second: Recorded

    init() throws {
        running = try RunningApplication()
        first = try running.add(
            Told(panel: [Told.jane, Told.sam], contact: "Jane Okafor <jane.okafor@example.org>"))
        second = try running.add(
            Told(organisation: "Harbour Trust", ended: "2026-11-10 10:00", panel: ["Ann Bee=the print shop"]))
    }

    @Test func anInterviewIsOnRecordWithWhatBelongsToIt() throws {
        let known = try running.desk.interviewOnRecord(first.interview)
        #expect(known.interview.id == first.interview && known.recruitment.id == first.recruitment)
        #expect(known.messages.map(\.id) == first.messages)
        #expect(try running.desk.interview(first.interview) == known.interview)
        #expect(throws: LedgerProblem.noSuch(.interview, number: 9)) {
            try running.desk.interviewOnRecord(Interview.ID(rawValue: 9))
        }
    }

    @Test func allStandInTheOrderInWhichTheyEnded() throws {
        let order = [second.interview, first.interview]
        #expect(try running.desk.interviewsOnRecord().map(\.interview.id) == order)
        #expect(try running.desk.meetings().map(\.interview.id) == order)
        #expect(
            try running.desk.meetings().map(\.recruitment.organisation) == [
                "Harbour Trust", "Example Council",
            ])
    }

    @Test func timeIsCountedFromTheLastInterviewOfEach() throws {
        let later = try running.add(Told(ended: "2026-11-17 15:30", panel: [Told.jane]))
        let last = try running.desk.lastInterviews(of: [first.recruitment, second.recruitment])
        #expect(
            last[first.recruitment]?.id == later.interview && last[second.recruitment]?.id == second.interview
        )
        #expect(Set(try running.desk.recruitments([second.recruitment]).keys) == [second.recruitment])
    }

    @Test func everybodyOfAnInterviewIsNamedOnce() throws {
        #expect(try running.desk.people(of: first.interview).map(\.name) == ["Jane Okafor", "Sam O'Brien"])
        let all = try running.desk.people()
        #expect(all.map(\.name) == ["Jane Okafor", "Sam O'Brien", "Ann Bee"])
        #expect(try running.desk.people([all[2].id]) == [all[2].id: all[2]])
        #expect(try running.desk.addressFailure(of: all[0].id) == nil)
    }

    @Test func aMailboxIsSilentFromTheFirstTimeThatItCouldNotBeReadUntilItCan() throws {
        let (early, late) = (at("2026-11-18T10:00:00Z"), at("2026-11-18T11:00:00Z"))
        #expect(try running.desk.silence(of: "box") == nil)
        try running.desk.couldNotRead("box", because: "it is busy", at: early)
        try running.desk.couldNotRead("box", because: "it is gone", at: late)
        let silence = try #require(try running.desk.silence(of: "box"))
        #expect(silence.since == early && silence.newest == late && silence.words == "it is gone")
        try running.desk.couldRead("box")
        #expect(try running.desk.silence(of: "box") == nil)
    }
}
