import Etiquette

/// Days in words. English is known; any other language gets the ISO 8601 form, which nobody misreads.
struct DateWords: Sendable {
    private static let englishWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]

    /// A language tag such as `en-GB`.
    let language: String

    /// `Friday 20 November 2026`.
    func text(for day: Day) -> String {
        guard language == "en" || language.hasPrefix("en-") else { return day.description }
        let (year, month, dayOfMonth) = day.components
        return "\(Self.englishWeekdays[day.weekday]) \(dayOfMonth) \(Self.englishMonths[month - 1]) \(year)"
    }
}
