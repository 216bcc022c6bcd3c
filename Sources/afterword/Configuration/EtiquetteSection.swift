import Etiquette

extension EtiquetteSettings {
    /// What is not written stays as the advice has it.
    init(_ section: Section) throws(ConfigurationProblem) {
        self.init()
        thankYouAfter = try section.span("thank_you_after", orNone: true) ?? thankYouAfter
        thankYouWithin = try section.span("thank_you_within", orNone: false) ?? thankYouWithin
        decisionAfter = try section.span("decision_after", orNone: true) ?? decisionAfter
        decisionWithin = try section.span("decision_within", orNone: false) ?? decisionWithin
        feedbackAfter = try section.span("feedback_after", orNone: true) ?? feedbackAfter
        feedbackWithin = try section.span("feedback_within", orNone: false) ?? feedbackWithin
        hours = try section.value("hours", .hours, HoursOfDay.range) ?? hours
        weekends = try section.word("weekends", default: weekends)
        if let file = try section.path("holidays") {
            holidays = try HolidaysFile.read(file, key: "etiquette.holidays")
        }
    }
}

extension Section {
    /// - Parameter orNone: whether no time at all (`0h`) makes sense; a window of no length does not.
    fileprivate func span(_ key: String, orNone: Bool) throws(ConfigurationProblem) -> Span? {
        try value(key, .span(orNone: orNone)) { text in
            guard let span = Span(text) else { return nil }
            return orNone || (span != .days(0) && span != .elapsed(seconds: 0)) ? span : nil
        }
    }
}
