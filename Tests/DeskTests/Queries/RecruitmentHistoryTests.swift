import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite struct RecruitmentHistoryTests {
    private let running: RunningApplication
    private let first: Recorded
    private static let now = at("2026-11-25T12:00:00Z")

    /// Jane thanked on the 18th; another council beside it, of which nothing may be told.
    init() throws {
        running = try RunningApplication()
        first = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
        let other = try running.add(
            Told(organisation: "Another Council", panel: ["Bo Lind <bo@example.com>=the archive"]))
        for message in [first.messages[0], other.messages[0]] {
            try running.end(message, as: .sent, at: at("2026-11-18T15:00:00Z"))
        }
    }

    private func history(at now: Date = Self.now) throws -> RecruitmentHistory {
        try running.desk.recruitmentHistory(first.recruitment, at: now)
    }

    private func course(at now: Date = Self.now) throws -> Course { Course(try history(at: now), at: now) }

    @Test func itHasEverythingOfItsOwnAndNothingElse() throws {
        let history = try history()
        #expect(history.recruitment.organisation == "Example Council")
        #expect(history.activities.count == 2)
        #expect(history.activities.allSatisfy { $0.recruitment?.id == first.recruitment })
        #expect(history.messages.map(\.message.id) == first.messages)
        #expect(history.pending.map(\.message.id) == Array(first.messages.dropFirst()))
        #expect(history.zone.identifier == "Europe/London")
    }

    @Test func whatWasHeardAndTakenBackIsNotTold() throws {
        _ = try running.desk.hear(.rejected, in: first.recruitment, from: nil, at: at("2026-11-20T09:00:00Z"))
        #expect(try history().activities.count == 3)
        _ = try running.desk.unhear(in: first.recruitment, at: at("2026-11-20T10:00:00Z"))
        #expect(try history().activities.count == 2)
    }

    @Test func aRecruitmentThatIsNotThereIsRefused() throws {
        #expect(throws: LedgerProblem.noSuch(.recruitment, number: 99)) {
            try running.desk.recruitmentHistory(Recruitment.ID(rawValue: 99), at: Self.now)
        }
    }

    @Test func theLineHasInterviewThankYousQuietAndTheQuestion() throws {
        let course = try course()
        #expect(course.stations.map(\.kind) == [.interview, .thankYous, .question])
        // Sam's has not gone, so that the thank-yous are not done.
        #expect(course.stations.map(\.isDone) == [true, false, false])
        #expect(course.stations.map(\.count) == [1, 2, 1])
        #expect(course.stations.map(\.done) == [1, 1, 0])
        #expect(course.quiet == 1..<2)
    }

    @Test func whatWasSentStandsAtItsOwnMoment() throws {
        try running.end(first.messages[1], as: .sent, at: at("2026-11-19T08:00:00Z"))
        let thanks = try course().stations[1]
        #expect(thanks.isDone && thanks.moment >= at("2026-11-19T08:00:00Z"))
    }

    @Test func anAnswerStandsWhereItCameAndEndsTheQuestion() throws {
        _ = try running.desk.hear(.rejected, in: first.recruitment, from: nil, at: at("2026-11-24T09:00:00Z"))
        let course = try course()
        #expect(course.stations.last?.kind == .heard(.rejected))
        #expect(!course.stations.contains { $0.kind == .question })
        #expect(course.quiet == nil)
    }

    @Test func manyInterviewsAreNotMoreThanTwoPlaces() throws {
        for day in [19, 20, 21] {
            try running.add(
                Told(ended: "2026-11-\(day) 15:00", panel: [Told.jane], contact: Told.hana))
        }
        let interviews = try course().stations.filter { $0.kind == .interview }
        #expect(interviews.map(\.count) == [3, 1])
    }
}
