/// Germany: `DE` has what its Länder share. What only some municipalities keep is left out.
extension PublicHolidays {
    /// Each Land's own Feiertagsgesetz; 3 October by the Unification Treaty, article 2.
    static let germany: [String: [HolidayRule]] = {
        let common: [HolidayRule] = [
            .on(1, 1), .goodFriday, .easterMonday, .on(5, 1), .easter(39), .easter(50), .on(10, 3),
            .on(12, 25), .on(12, 26),
        ]
        let (epiphany, corpusChristi, allSaints) = (
            HolidayRule.on(1, 6), HolidayRule.easter(60), HolidayRule.on(11, 1)
        )
        let (women, reformation) = (HolidayRule.on(3, 8), HolidayRule.on(10, 31))
        return [
            "DE": common, "DE-BB": common + [reformation], "DE-BE": common + [women],
            "DE-BW": common + [epiphany, corpusChristi, allSaints],
            "DE-BY": common + [epiphany, corpusChristi, allSaints], "DE-HB": common + [reformation],
            "DE-HE": common + [corpusChristi], "DE-HH": common + [reformation],
            "DE-MV": common + [women, reformation], "DE-NI": common + [reformation],
            "DE-NW": common + [corpusChristi, allSaints], "DE-RP": common + [corpusChristi, allSaints],
            "DE-SH": common + [reformation], "DE-SL": common + [corpusChristi, .on(8, 15), allSaints],
            // The Wednesday before 23 November.
            "DE-SN": common + [reformation, .upTo(11, 22, 2)],
            "DE-ST": common + [epiphany, reformation], "DE-TH": common + [.on(9, 20), reformation],
        ]
    }()
}
