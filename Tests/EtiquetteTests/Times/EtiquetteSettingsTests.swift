import Testing

@testable import Etiquette

@Suite("The defaults of etiquette are the advice")
struct EtiquetteSettingsTests {
    private let settings = EtiquetteSettings()

    @Test(
        "each kind has its span and its window",
        arguments: [
            (.thankYou, .elapsed(seconds: 86_400), .elapsed(seconds: 172_800)),
            (.decisionStatus, .days(14), .days(30)),
            (.feedbackRequest, .elapsed(seconds: 86_400), .days(7)),
        ] as [(FollowUp.Kind, Span, Span)])
    func spans(kind: FollowUp.Kind, after: Span, within: Span) {
        let spans: [FollowUp.Kind: Span] = [
            .thankYou: settings.thankYouAfter, .decisionStatus: settings.decisionAfter,
            .feedbackRequest: settings.feedbackAfter,
        ]
        #expect(spans[kind] == after)
        #expect(settings.within(kind) == within)
    }

    @Test("eight to seven; only thank-yous at weekends; no holidays")
    func hours() throws {
        #expect(settings.hours == 480..<1140)
        #expect(settings.weekends == .thankYou)
        #expect(settings.holidays == [])
        let saturday = try Day.parse("2026-11-21")
        #expect(settings.allows(.thankYou, on: saturday))
        #expect(!settings.allows(.decisionStatus, on: saturday))
        #expect(!settings.allows(.feedbackRequest, on: saturday))
        #expect(settings.allows(.decisionStatus, on: saturday.adding(days: 2)))
    }

    @Test("a working day is Monday to Friday and no holiday")
    func working() throws {
        var settings = settings
        let monday = try Day.parse("2026-11-23")
        #expect(
            (0..<7).map { settings.isWorking(monday.adding(days: $0)) } == [
                true, true, true, true, true, false, false,
            ])
        settings.holidays = [monday]
        #expect(!settings.isWorking(monday))
        #expect(settings.allows(.thankYou, on: monday))
        #expect(!settings.allows(.decisionStatus, on: monday))
        settings.weekends = .none
        #expect(!settings.allows(.thankYou, on: monday))
        settings.weekends = .all
        #expect(settings.allows(.decisionStatus, on: monday))
    }
}
