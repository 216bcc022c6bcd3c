import Foundation

/// When courtesy asks for each follow-up, and until when it may still be sent. Every due time lies in the
/// opening hours of its kind.
package struct DueTimes: Sendable {
    private let settings: EtiquetteSettings
    private let openingHours: OpeningHours

    /// Takes spans, hours and days from the settings.
    package init(settings: EtiquetteSettings) {
        self.settings = settings
        self.openingHours = OpeningHours(settings: settings)
    }

    /// Rule `after-24-hours`: a day after the interview ended.
    package func thankYou(afterInterviewEnded ended: ZonedTime) -> Date {
        opening(.thankYou, ended.adding(settings.thankYouAfter))
    }

    /// Rule `two-weeks`: two weeks after the last interview, or 08:00 two working days after the promised day
    /// in the zone of that interview, whichever is later.
    package func decisionStatus(lastInterview ended: ZonedTime, decisionBy: Day?) -> Date {
        let afterTwoWeeks = ended.adding(settings.decisionAfter)
        guard let decisionBy else { return opening(.decisionStatus, afterTwoWeeks) }
        let promised = WallTime(day: workingDays(2, after: decisionBy), second: 8 * 3600).instant(
            in: ended.zone)
        let later = max(afterTwoWeeks.instant, promised)
        return opening(.decisionStatus, ZonedTime(instant: later, zone: ended.zone))
    }

    /// Rule `wait`: "thanks for your note" and no more gives them 14 calendar days from that answer.
    package func decisionStatusAfterCourtesy(due: Date, repliedAt: ZonedTime) -> Date {
        max(due, opening(.decisionStatus, repliedAt.adding(.days(14))))
    }

    /// Rule `feedback`: a day after the news.
    package func feedbackRequest(newsAt: ZonedTime) -> Date {
        opening(.feedbackRequest, newsAt.adding(settings.feedbackAfter))
    }

    /// The last moment at which a message of this kind may still be sent; later than that it is held.
    package func windowEnd(_ kind: FollowUp.Kind, due: Date, zone: TimeZone) -> Date {
        ZonedTime(instant: due, zone: zone).adding(settings.within(kind)).instant
    }

    /// The `count`-th day after `day` that is neither weekend nor holiday. Days beyond ten years count as
    /// working days, so that the search ends.
    package func workingDays(_ count: Int, after day: Day) -> Day {
        var remaining = count
        var candidate = day
        while remaining > 0 {
            candidate = candidate.adding(days: 1)
            let isSearched = candidate.number - day.number <= OpeningHours.horizon
            if !isSearched || settings.isWorking(candidate) { remaining -= 1 }
        }
        return candidate
    }

    private func opening(_ kind: FollowUp.Kind, _ time: ZonedTime) -> Date {
        openingHours.nextOpening(kind, at: time)
    }
}
