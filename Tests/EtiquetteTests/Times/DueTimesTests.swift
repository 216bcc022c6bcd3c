import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("Each follow-up has its due time and its window")
struct DueTimesTests {
    private let times = DueTimes(settings: EtiquetteSettings())

    /// 2026-11-20 is a Friday.
    @Test(
        "a thank-you is due 24 hours after the interview ended, in opening hours",
        arguments: [
            ("2026-11-20 15:00", "Europe/London", "2026-11-21 15:00"),
            ("2026-11-20 07:30", "Europe/London", "2026-11-21 08:00"),
            ("2026-11-20 20:00", "Europe/London", "2026-11-22 08:00"),
            ("2026-11-20 19:00", "Europe/London", "2026-11-22 08:00"),
            ("2026-11-20 18:59:59", "Europe/London", "2026-11-21 18:59:59"),
            ("2026-10-24 15:00", "Europe/London", "2026-10-25 14:00"),
            ("2026-03-28 15:00", "Europe/London", "2026-03-29 16:00"),
            ("2026-03-28 18:30", "Europe/London", "2026-03-30 08:00"),
            ("2026-03-07 15:00", "America/New_York", "2026-03-08 16:00"),
            ("2026-04-04 15:00", "Australia/Lord_Howe", "2026-04-05 14:30"),
            ("2011-12-29 15:00", "Pacific/Apia", "2011-12-31 15:00"),
            ("2028-02-28 15:00", "Africa/Casablanca", "2028-02-29 15:00"),
            ("2026-11-20 12:00", "Pacific/Kiritimati", "2026-11-21 12:00"),
        ])
    func thankYou(ended: String, zone: String, due: String) throws {
        #expect(try times.thankYou(afterInterviewEnded: wall(ended, zone)) == wall(due, zone).instant)
    }

    @Test(
        "a decision-status message is due two calendar weeks after the last interview, on a working day",
        arguments: [
            ("2026-11-20 15:00", "Europe/London", "2026-12-04 15:00"),
            ("2026-11-21 15:00", "Europe/London", "2026-12-07 08:00"),
            ("2026-11-20 20:00", "Europe/London", "2026-12-07 08:00"),
            ("2026-11-19 20:00", "Europe/London", "2026-12-04 08:00"),
            ("2026-10-19 15:00", "Europe/London", "2026-11-02 15:00"),
            ("2026-03-19 15:00", "Europe/London", "2026-04-02 15:00"),
            ("2026-02-27 15:00", "America/New_York", "2026-03-13 15:00"),
            ("2026-10-22 15:00", "America/New_York", "2026-11-05 15:00"),
            ("2026-09-25 15:00", "Australia/Lord_Howe", "2026-10-09 15:00"),
            ("2011-12-16 15:00", "Pacific/Apia", "2012-01-02 08:00"),
            ("2028-02-15 15:00", "Etc/UTC", "2028-02-29 15:00"),
            ("2026-03-13 15:00", "Africa/Casablanca", "2026-03-27 15:00"),
        ])
    func decisionStatus(ended: String, zone: String, due: String) throws {
        #expect(
            try times.decisionStatus(lastInterview: wall(ended, zone), decisionBy: nil)
                == wall(due, zone).instant)
    }

    @Test(
        "the later of two weeks and 08:00 two working days after the promised day counts",
        arguments: [
            ("2026-12-04", "2026-12-08 08:00"),  // promised for a Friday
            ("2026-12-05", "2026-12-08 08:00"),  // a Saturday
            ("2026-12-06", "2026-12-08 08:00"),
            ("2026-12-07", "2026-12-09 08:00"),
            ("2026-12-02", "2026-12-04 15:00"),  // 08:00 of the same day is earlier than the two weeks
            ("2026-12-03", "2026-12-07 08:00"),
            ("2026-11-21", "2026-12-04 15:00"),
            ("2020-01-01", "2026-12-04 15:00"),  // long past
            ("2027-02-26", "2027-03-02 08:00"),
        ])
    func decisionBy(day: String, due: String) throws {
        let ended = try wall("2026-11-20 15:00", "Europe/London")
        #expect(
            try times.decisionStatus(lastInterview: ended, decisionBy: .parse(day))
                == wall(due, "Europe/London").instant)
    }

    @Test("08:00 moves to the opening of later hours, and lies in the zone of the interview")
    func decisionByOpening() throws {
        var settings = EtiquetteSettings()
        settings.hours = 9 * 60 + 30..<17 * 60
        let due = try DueTimes(settings: settings)
            .decisionStatus(
                lastInterview: wall("2026-11-20 15:00", "Asia/Tokyo"), decisionBy: .parse("2026-12-04"))
        #expect(due == at("2026-12-08T00:30:00Z"))
    }

    @Test(
        "working days leave out weekends and holidays",
        arguments: [
            ("2026-12-22", 2, "2026-12-24"), ("2026-12-23", 2, "2026-12-29"), ("2026-12-24", 2, "2026-12-30"),
            ("2026-12-24", 1, "2026-12-29"), ("2026-12-26", 1, "2026-12-29"), ("2026-12-24", 0, "2026-12-24"),
            ("2028-02-28", 1, "2028-02-29"), ("2028-02-28", 2, "2028-03-01"), ("2026-12-31", 2, "2027-01-05"),
        ])
    func workingDays(after: String, count: Int, day: String) throws {
        var settings = EtiquetteSettings()
        settings.holidays = try Set(["2026-12-25", "2026-12-28", "2027-01-01"].map(Day.parse))
        #expect(try DueTimes(settings: settings).workingDays(count, after: .parse(after)) == .parse(day))
    }

    @Test("ten years of holidays end the search for working days")
    func tenYearsOfHolidays() throws {
        var settings = EtiquetteSettings()
        let friday = try Day.parse("2026-11-20")
        settings.holidays = Set((0...5000).map(friday.adding(days:)))
        let times = DueTimes(settings: settings)
        #expect(times.workingDays(2, after: friday) == friday.adding(days: 3652))
        let due = times.decisionStatus(
            lastInterview: try wall("2026-11-20 15:00", "Europe/London"), decisionBy: friday)
        #expect(due > at("2036-11-17T00:00:00Z"))
    }

    @Test(
        "a feedback request is due 24 hours after the news, on a working day",
        arguments: [
            ("2026-11-19 15:00", "2026-11-20 15:00"), ("2026-11-20 15:00", "2026-11-23 08:00"),
            ("2026-11-22 15:00", "2026-11-23 15:00"), ("2026-11-18 22:00", "2026-11-20 08:00"),
        ])
    func feedbackRequest(news: String, due: String) throws {
        #expect(
            try times.feedbackRequest(newsAt: wall(news, "Europe/London"))
                == wall(due, "Europe/London").instant)
    }

    @Test(
        "after a courtesy the question waits 14 days from it, if that is later",
        arguments: [
            ("2026-11-23 10:00", "2026-12-07 10:00"), ("2026-11-20 16:00", "2026-12-04 16:00"),
            ("2026-11-20 14:00", "2026-12-04 15:00"), ("2026-11-21 12:00", "2026-12-07 08:00"),
            ("2026-12-19 12:00", "2027-01-04 08:00"),
        ])
    func courtesy(replied: String, due: String) throws {
        let first = try wall("2026-12-04 15:00", "Europe/London").instant
        let moved = try times.decisionStatusAfterCourtesy(
            due: first, repliedAt: wall(replied, "Europe/London"))
        #expect(try moved == wall(due, "Europe/London").instant)
    }

    @Test(
        "windows in hours elapse, windows in days are calendar days",
        arguments: [
            (.thankYou, "2026-11-21 15:00", "2026-11-23 15:00"),
            (.thankYou, "2026-10-24 15:00", "2026-10-26 14:00"),
            (.thankYou, "2026-03-28 15:00", "2026-03-30 16:00"),
            (.decisionStatus, "2026-10-05 15:00", "2026-11-04 15:00"),
            (.decisionStatus, "2026-03-05 15:00", "2026-04-04 15:00"),
            (.decisionStatus, "2028-02-01 15:00", "2028-03-02 15:00"),
            (.feedbackRequest, "2026-10-22 15:00", "2026-10-29 15:00"),
        ] as [(FollowUp.Kind, String, String)])
    func windowEnd(kind: FollowUp.Kind, due: String, end: String) throws {
        let due = try wall(due, "Europe/London")
        #expect(
            try times.windowEnd(kind, due: due.instant, zone: due.zone) == wall(end, "Europe/London").instant)
    }

    @Test("follows the settings of the user")
    func settings() throws {
        var settings = EtiquetteSettings()
        settings.thankYouAfter = .elapsed(seconds: 7200)
        settings.decisionAfter = .days(7)
        settings.feedbackAfter = .days(0)
        settings.feedbackWithin = .elapsed(seconds: 60)
        let times = DueTimes(settings: settings)
        let friday = try wall("2026-11-20 10:00", "Europe/London")
        #expect(times.thankYou(afterInterviewEnded: friday) == friday.instant + 7200)
        #expect(times.decisionStatus(lastInterview: friday, decisionBy: nil) == friday.instant + 7 * 86_400)
        #expect(times.feedbackRequest(newsAt: friday) == friday.instant)
        #expect(
            times.windowEnd(.feedbackRequest, due: friday.instant, zone: friday.zone) == friday.instant + 60)
    }
}
