/// What the user may set of etiquette; the defaults are the advice.
package struct EtiquetteSettings: Equatable, Sendable {
    /// Which kinds may go out on a Saturday, Sunday or holiday.
    package enum Weekends: String, Sendable, CaseIterable {
        case none
        case thankYou = "thank-you"
        case all
    }

    /// From the end of the interview to the thank-you.
    package var thankYouAfter: Span = .elapsed(seconds: 24 * 3600)
    /// From then until it is too late to thank.
    package var thankYouWithin: Span = .elapsed(seconds: 48 * 3600)
    /// From the end of the last interview to the question about the decision.
    package var decisionAfter: Span = .days(14)
    /// From then until it is too late to ask.
    package var decisionWithin: Span = .days(30)
    /// From the bad news to the request for feedback.
    package var feedbackAfter: Span = .elapsed(seconds: 24 * 3600)
    /// From then until it is too late to ask for it.
    package var feedbackWithin: Span = .days(7)
    /// Minutes since midnight in the zone of the interview, the end not included; 0..<1440 is any hour.
    package var hours: Range<Int> = 8 * 60..<19 * 60
    /// Which kinds know no weekend.
    package var weekends: Weekends = .thankYou
    /// Days that count as Sundays.
    package var holidays: Set<Day> = []

    /// The advice.
    package init() {}

    /// How long after it was due a kind may still be sent.
    package func within(_ kind: FollowUp.Kind) -> Span {
        switch kind {
        case .thankYou: thankYouWithin
        case .decisionStatus: decisionWithin
        case .feedbackRequest: feedbackWithin
        }
    }

    /// A day on which messages of this kind may go out; on 25 December none does, whatever is set.
    package func allows(_ kind: FollowUp.Kind, on day: Day) -> Bool {
        let (_, month, date) = day.components
        guard (month, date) != (12, 25) else { return false }
        return isWorking(day) || weekends == .all || (weekends == .thankYou && kind == .thankYou)
    }

    /// Monday to Friday and no holiday.
    package func isWorking(_ day: Day) -> Bool { !day.isWeekend && !holidays.contains(day) }
}
