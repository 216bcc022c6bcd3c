import Etiquette

extension EtiquetteSettings {
    /// What is not written stays as the advice has it.
    ///
    /// - Parameter language: whose country's public holidays count where no others are named.
    init(_ section: Section, language: String) {
        self.init()
        thankYouAfter = section.span("thank_you_after", orNone: true) ?? thankYouAfter
        thankYouWithin = section.span("thank_you_within", orNone: false) ?? thankYouWithin
        decisionAfter = section.span("decision_after", orNone: true) ?? decisionAfter
        decisionWithin = section.span("decision_within", orNone: false) ?? decisionWithin
        feedbackAfter = section.span("feedback_after", orNone: true) ?? feedbackAfter
        feedbackWithin = section.span("feedback_within", orNone: false) ?? feedbackWithin
        hours = section.value("hours", .hours, HoursOfDay.range) ?? hours
        weekends = section.word("weekends", default: weekends)
        readHolidays(section, language: language)
    }

    /// The keys that are set otherwise than the advice has it; which days are holidays is a matter of the country.
    package var keysAgainstAdvice: [String] {
        let advice = EtiquetteSettings()
        let keys = [
            ("thank_you_after", thankYouAfter == advice.thankYouAfter),
            ("thank_you_within", thankYouWithin == advice.thankYouWithin),
            ("decision_after", decisionAfter == advice.decisionAfter),
            ("decision_within", decisionWithin == advice.decisionWithin),
            ("feedback_after", feedbackAfter == advice.feedbackAfter),
            ("feedback_within", feedbackWithin == advice.feedbackWithin),
            ("hours", hours == advice.hours), ("weekends", weekends == advice.weekends),
        ]
        return keys.filter { !$0.1 }.map(\.0)
    }

    /// The years whose holidays are computed: longer than anything waits.
    private static let years = 2020...2060

    /// A region, `none`, or the path of a file; without any of them the country of the language, where it has one.
    private mutating func readHolidays(_ section: Section, language: String) {
        guard section.has("holidays") else {
            let country = language.split(separator: "-").last.map(String.init) ?? ""
            holidays = PublicHolidays(region: country)?.days(in: Self.years) ?? []
            return
        }
        guard let text = section.text("holidays", .holidays), text != "none" else { return }
        if text.wholeMatch(of: /[A-Za-z]{2}(-[A-Za-z]{2,3})?/) != nil {
            let region = section.value("holidays", .regions(PublicHolidays.known)) {
                PublicHolidays(region: $0.uppercased())
            }
            holidays = region?.days(in: Self.years) ?? []
        } else if let file = section.path("holidays") {
            read(holidays: file, for: section)
        }
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
