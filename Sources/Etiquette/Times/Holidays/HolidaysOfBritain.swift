/// The United Kingdom, Ireland, the United States (federal holidays alone) and New Zealand (national ones alone).
extension PublicHolidays {
    /// Banking and Financial Dealings Act 1971, Schedule 1, and the days proclaimed each year: gov.uk/bank-holidays. `GB`
    /// has what all its nations share.
    static let britain: [String: [HolidayRule]] = {
        let common: [HolidayRule] = [
            .on(1, 1, .free), .goodFriday, .monday(1, of: 5), .upTo(5, 31), .on(12, 25, .free),
            .on(12, 26, .free),
        ]
        let england = common + [.easterMonday, .upTo(8, 31)]
        return [
            "GB": common, "GB-ENG": england, "GB-WLS": england,
            "GB-NIR": england + [.on(3, 17, .free), .on(7, 12, .free)],
            // St Andrew's Day Bank Holiday (Scotland) Act 2007; 15 June 2026 by proclamation.
            "GB-SCT": common
                + [.on(1, 2, .free), .monday(1, of: 8), .on(11, 30, .free), .named("2026-06-15")],
        ]
    }()

    static let overseas: [String: [HolidayRule]] = [
        // Organisation of Working Time Act 1997, Second Schedule; St Brigid's Day since 2023.
        "IE": [
            .on(1, 1), HolidayRule(base: .onlyOn(weekday: 4, month: 2, day: 1)), .on(3, 17), .easterMonday,
            .monday(1, of: 5), .monday(1, of: 6), .monday(1, of: 8), .upTo(10, 31), .on(12, 25), .on(12, 26),
        ],
        // 5 U.S.C. 6103, and Executive Order 11582 for what falls on a weekend.
        "US": [
            .on(1, 1, .nearest), .monday(3, of: 1), .monday(3, of: 2), .upTo(5, 31), .on(6, 19, .nearest),
            .on(7, 4, .nearest), .monday(1, of: 9), .monday(2, of: 10), .on(11, 11, .nearest),
            .nth(4, 3, of: 11), .on(12, 25, .nearest),
        ],
        // Holidays Act 2003, sections 44 to 45A; Te Kāhui o Matariki Public Holiday Act 2022, Schedule 1.
        "NZ": [
            .on(1, 1, .free), .on(1, 2, .free), .on(2, 6, .monday), .goodFriday, .easterMonday,
            .on(4, 25, .monday), .monday(1, of: 6),
            .named(
                "2022-06-24", "2023-07-14", "2024-06-28", "2025-06-20", "2026-07-10", "2027-06-25",
                "2028-07-14",
                "2029-07-06", "2030-06-21", "2031-07-11", "2032-07-02", "2033-06-24", "2034-07-07",
                "2035-06-29"),
            .monday(4, of: 10), .on(12, 25, .free), .on(12, 26, .free),
        ],
    ]
}
