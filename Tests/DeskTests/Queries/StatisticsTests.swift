import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@testable import Desk

/// Counted by hand: what is recorded stands in `init`, what it comes to in the tests.
@Suite struct StatisticsTests {
    private let running: RunningApplication
    private static let now = at("2026-12-11T12:00:00Z")

    /// Five roles. North (ended 17 Nov): bad news after 3 days. South (17 Nov): the question went on 1 Dec, an answer came
    /// six days later. East (17 Nov): the question went on 1 Dec, nothing since. West (8 Dec): open for three days, its
    /// thank-you still queued. Mid (17 Nov): withdrawn after 6 days.
    init() throws {
        running = try RunningApplication()
        let north = try add("North", "Nora North <nora@north.example>=the bridge")
        let south = try add("South", "Susan South <susan@south.example>=the harbour")
        let east = try add("East", "Elsa East <elsa@east.example>=the archive")
        let mid = try add("Mid", "Mia Mid <mia@mid.example>=the museum")
        try add("West", "Wes West <wes@west.example>=the coast", ended: "2026-12-08 15:00")
        for recorded in [north, south, east, mid] {
            try running.end(recorded.messages[0], as: .sent, at: at("2026-11-18T15:00:00Z"))
        }
        try hear(.rejected, north, "2026-11-20T09:00:00Z")
        try hear(.withdrew, mid, "2026-11-23T09:00:00Z")
        for recorded in [south, east] {
            try running.end(recorded.messages[1], as: .sent, at: at("2026-12-01T15:00:00Z"))
        }
        try hear(.replied(courtesy: false), south, "2026-12-07T09:00:00Z")
    }

    @discardableResult
    private func add(_ organisation: String, _ member: String, ended: String = "2026-11-17 15:00") throws
        -> Recorded
    {
        try running.add(Told(organisation: organisation, ended: ended, panel: [member]))
    }

    private func hear(_ word: Desk.Word, _ recorded: Recorded, _ time: String) throws {
        _ = try running.desk.hear(word, in: recorded.recruitment, from: nil, at: at(time))
    }

    private func statistics(since: String? = nil, at now: Date = Self.now) throws -> Statistics {
        try running.desk.statistics(since: since.map { at($0) }, at: now)
    }

    @Test func interviewsAndWhereTheyStand() throws {
        let statistics = try statistics()
        #expect(statistics.interviews.held == 5 && statistics.interviews.count == 5)
        #expect(statistics.recruitments == 5)
        #expect(statistics.outcomes == [.open: 3, .rejected: 1, .withdrawn: 1])
    }

    @Test func notesByWhatBecameOfThem() throws {
        let statistics = try statistics()
        #expect(statistics.thankYous.sent == 4 && statistics.thankYous.waiting == 1)
        #expect(statistics.thankYous.count == 5)
        // Cancelled for North and Mid, queued for West.
        let questions = statistics.questions
        #expect([questions.sent, questions.cancelled, questions.waiting] as [Int] == [2, 2, 1])
    }

    @Test func daysUntilTheyWereHeardFromCountTheOpenOnesAsOpen() throws {
        let answers = try statistics().answers
        #expect(answers.waits.map(\.days) == [3, 3, 6, 20, 24])
        #expect([answers.answered, answers.open, answers.withdrew] as [Int] == [2, 2, 1])
        let week = answers.within(7)
        #expect([week.answered, week.unanswered, week.open, week.withdrew] as [Int] == [1, 2, 1, 1])
        // 4/5 after day 3, and one of the two who were left on day 20.
        #expect(answers.medianDays == 20)
    }

    /// Though nothing is reckoned anew as long as nothing has changed.
    @Test func whatHappensBetweenTwoLooksIsCounted() throws {
        #expect(try statistics().answers.answered == 2)
        _ = try running.desk.hear(.rejected, in: Recruitment.ID(rawValue: 3), from: nil, at: Self.now - 60)
        #expect(try statistics().answers.answered == 3)
        #expect(try statistics(since: "2026-12-01T00:00:00Z").interviews.held == 1)
        #expect(try statistics().interviews.held == 5)
        #expect(try statistics().answers.waits.last?.days == 24)
        #expect(try statistics(at: Self.now + 86_400).answers.waits.last?.days == 24)
        #expect(try statistics(at: Self.now + 86_400).answers.waits.map(\.days) == [3, 4, 6, 20, 24])
    }

    @Test func daysFromTheQuestion() throws {
        let answers = try statistics().answersToQuestion
        #expect(answers.waits.map(\.days) == [6, 10])
        #expect([answers.answered, answers.open] as [Int] == [1, 1])
        #expect(answers.medianDays == 6)
    }

    @Test func aPeriodCountsTheInterviewsThatEndedInIt() throws {
        let late = try statistics(since: "2026-12-01T00:00:00Z")
        #expect(late.interviews.held == 1 && late.recruitments == 1)
        #expect(late.thankYous.count == 1 && late.thankYous.waiting == 1)
        #expect(late.questions.count == 1 && late.answersToQuestion.count == 0)
        #expect(late.answers.waits == [Waiting.Wait(days: 3, end: .open)])
    }

    @Test func theMomentItselfBelongsToThePeriod() throws {
        #expect(try statistics(since: "2026-12-08T15:00:00Z").interviews.held == 1)
        #expect(try statistics(since: "2026-12-08T15:00:01Z").interviews.count == 0)
    }

    @Test func whatWasTakenBackIsNotHeard() throws {
        let north = try #require(running.contacts().first { $0.outcome == .rejected }?.recruitment)
        _ = try running.desk.unhear(in: north.id, at: Self.now)
        let answers = try statistics().answers
        #expect([answers.answered, answers.open, answers.withdrew] as [Int] == [1, 3, 1])
    }

    @Test func aLaterInterviewBeginsTheWaitAnew() throws {
        // They asked for a second meeting by answering: what was heard before it ends no wait after it.
        try add("South", "Susan South <susan@south.example>=the harbour", ended: "2026-12-09 15:00")
        let statistics = try statistics()
        #expect(statistics.interviews.held == 6 && statistics.recruitments == 5)
        #expect(statistics.answers.waits.map(\.days) == [2, 3, 3, 6, 24])
    }

    @Test func whatIsToComeOrWasCalledOffIsNotHeld() throws {
        // As it was before West was met.
        let before = try statistics(at: at("2026-12-02T12:00:00Z"))
        #expect(before.interviews.held == 4 && before.interviews.planned == 1)
        #expect(before.recruitments == 4 && before.thankYous.count == 4)
    }

    @Test func aThankYouInPersonIsDoneInAnotherWay() throws {
        _ = try running.desk.log(
            Desk.Said(
                person: "Wes West", channel: .inPerson, direction: .out, recruitment: nil, message: nil,
                answering: false, time: at("2026-12-09T09:00:00Z"), note: nil), at: Self.now)
        let thanks = try statistics().thankYous
        #expect([thanks.sent, thanks.otherwise, thanks.waiting, thanks.cancelled] as [Int] == [4, 1, 0, 0])
    }

    @Test func aBouncedQuestionWasNotAsked() throws {
        let east = try #require(
            running.contacts().first { $0.recruitment?.organisation == "East" && $0.kind == .decisionStatus })
        let message = try #require(east.message)
        try Letterbox(running: running).note(
            Letterbox(running: running).bounce(message, at: "2026-12-01T16:00:00Z"))
        let statistics = try statistics()
        #expect(statistics.questions.sent == 1 && statistics.questions.returned == 1)
        #expect(statistics.answersToQuestion.count == 1)
    }

    @Test func anEmptyLedgerHasNothingToTell() throws {
        let statistics = try RunningApplication().desk.statistics(since: nil, at: Self.now)
        #expect(statistics.interviews.count == 0 && statistics.answers == Waiting([]))
        #expect(statistics.thankYous.count == 0 && statistics.outcomes.isEmpty)
    }

    @Test func daysAreThoseOfThePlaceOfTheInterview() throws {
        // 23:30 in London on the 17th until 00:30 on the 18th is a day by the calendar, and none by the clock of GMT+1.
        let running = try RunningApplication()
        let recorded = try running.add(Told(ended: "2026-11-17 23:30"))
        _ = try running.desk.hear(
            .rejected, in: recorded.recruitment, from: nil, at: at("2026-11-18T00:30:00Z"))
        #expect(try running.desk.statistics(since: nil, at: Self.now).answers.waits.map(\.days) == [1])
    }
}
