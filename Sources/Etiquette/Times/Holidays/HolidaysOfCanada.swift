/// Canada: `CA` has what its provinces and territories share.
extension PublicHolidays {
    /// Each province's own employment standards, as the government of Canada lists them beside the Canada Labour Code,
    /// Part III, Division V.
    static let canada: [String: [HolidayRule]] = {
        let newYear = HolidayRule.on(1, 1, .monday)
        let christmas = HolidayRule.on(12, 25, .monday)
        func province(canadaDay: HolidayRule.Substitute = .none, _ own: HolidayRule...) -> [HolidayRule] {
            [newYear, .goodFriday, .on(7, 1, canadaDay), .monday(1, of: 9), christmas] + own
        }
        let family = HolidayRule.monday(3, of: 2)
        let victoria = HolidayRule.upTo(5, 24)
        let august = HolidayRule.monday(1, of: 8)
        let thanksgiving = HolidayRule.monday(2, of: 10)
        let (truth, remembrance) = (HolidayRule.on(9, 30), HolidayRule.on(11, 11))
        let truthKept = HolidayRule.on(9, 30, .monday)
        let remembranceKept = HolidayRule.on(11, 11, .monday)
        return [
            "CA": province(),
            "CA-AB": province(canadaDay: .mondayAfterSunday, family, victoria, thanksgiving, remembranceKept),
            "CA-BC": province(
                canadaDay: .mondayAfterSunday, family, victoria, august, truthKept, thanksgiving, remembrance),
            "CA-MB": province(family, victoria, truthKept, thanksgiving),
            "CA-NB": province(family, august, remembrance),
            "CA-NL": province(canadaDay: .monday, remembranceKept),
            "CA-NS": province(family, remembranceKept),
            "CA-NT": province(victoria, .on(6, 21), august, truth, thanksgiving, remembrance),
            "CA-NU": province(victoria, .on(7, 9), august, truth, thanksgiving, remembrance),
            "CA-ON": province(family, victoria, thanksgiving, .on(12, 26, .free)),
            "CA-PE": province(canadaDay: .monday, family, truth, remembranceKept),
            "CA-QC": province(
                canadaDay: .mondayAfterSunday, victoria, .on(6, 24, .mondayAfterSunday), thanksgiving),
            "CA-SK": province(canadaDay: .monday, family, victoria, august, thanksgiving, remembranceKept),
            "CA-YT": province(
                canadaDay: .monday, victoria, .on(6, 21), .monday(3, of: 8), truth, thanksgiving,
                remembranceKept),
        ]
    }()
}
