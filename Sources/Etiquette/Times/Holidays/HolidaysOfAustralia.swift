/// Australia: `AU` has what its states and territories share.
extension PublicHolidays {
    /// Each state's own Public Holidays Act, as the Fair Work Ombudsman lists them (fairwork.gov.au, public holidays).
    static let australia: [String: [HolidayRule]] = {
        func state(anzac: HolidayRule.Substitute = .none, _ own: HolidayRule...) -> [HolidayRule] {
            [
                .on(1, 1, .free), .on(1, 26, .monday), .goodFriday, .easterMonday, .on(4, 25, anzac),
                .on(12, 25, .free), .on(12, 26, .free),
            ] + own
        }
        let (march, king) = (HolidayRule.monday(2, of: 3), HolidayRule.monday(2, of: 6))
        let october = HolidayRule.monday(1, of: 10)
        return [
            "AU": [.on(1, 1), .on(1, 26), .goodFriday, .easterMonday, .on(4, 25), .on(12, 25), .on(12, 26)],
            "AU-ACT": state(
                anzac: .mondayAfterSunday, march, .from(5, 27), king, october, .named("2026-04-27")),
            // The Mondays after Anzac Day in 2026 and 2027, for these two years alone.
            "AU-NSW": state(king, october, .named("2026-04-27", "2027-04-26")),
            "AU-NT": state(anzac: .mondayAfterSunday, .monday(1, of: 5), king, .monday(1, of: 8)),
            // The Wednesday of the Royal Queensland Show, as Brisbane keeps it.
            "AU-QLD": state(anzac: .mondayAfterSunday, .monday(1, of: 5), .from(8, 10, 2), october),
            "AU-SA": state(march, king, october),
            "AU-TAS": state(march, king),
            // The Friday before the last Saturday of September, and the day of the Melbourne Cup.
            "AU-VIC": state(march, king, .upTo(9, 29, 4), .nth(1, 1, of: 11)),
            "AU-WA": state(anzac: .monday, .monday(1, of: 3), .monday(1, of: 6), .upTo(9, 30)),
        ]
    }()
}
