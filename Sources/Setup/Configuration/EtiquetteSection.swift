import Etiquette

extension EtiquetteSettings {
    /// What is not written stays as the advice has it.
    init(_ section: Section) {
        self.init()
        thankYouAfter = section.span("thank_you_after", orNone: true) ?? thankYouAfter
        thankYouWithin = section.span("thank_you_within", orNone: false) ?? thankYouWithin
        decisionAfter = section.span("decision_after", orNone: true) ?? decisionAfter
        decisionWithin = section.span("decision_within", orNone: false) ?? decisionWithin
        feedbackAfter = section.span("feedback_after", orNone: true) ?? feedbackAfter
        feedbackWithin = section.span("feedback_within", orNone: false) ?? feedbackWithin
        hours = section.value("hours", .hours, HoursOfDay.range) ?? hours
        weekends = section.word("weekends", default: weekends)
        if let file = section.path("holidays") { read(holidays: file, for: section) }
    }

    private mutating func read(holidays file: String, for section: Section) {
        do throws(ConfigurationProblem) {
            holidays = try HolidaysFile.read(file, key: "etiquette.holidays")
        } catch {
            section.note(error)
            for problem in error.further { section.note(problem) }
        }
    }
}

extension Section {
    /// - Parameter orNone: whether no time at all (`0h`) makes sense; a window of no length does not.
    fileprivate func span(_ key: String, orNone: Bool) -> Span? {
        value(key, .span(orNone: orNone)) { text in
            guard let span = Span(text) else { return nil }
            return orNone || (span != .days(0) && span != .elapsed(seconds: 0)) ? span : nil
        }
    }
}
