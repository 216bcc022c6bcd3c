import Testing
import Text

/// Signs that an organisation is a recruitment agency.
@Suite struct AgencyWordsTests {
    @Test(arguments: [
        ("Hays", true), ("Hays Technology", true), ("hays plc", true), ("Michael Page Finance", true),
        ("Reed", true), ("Reed Ltd", true), ("Northgate Recruitment Ltd", true), ("BlueSky Staffing", true),
        ("The Search & Selection Company", true), ("Müller Personalberatung GmbH", true),
        ("ManpowerGroup", true),
        ("City Library", false), ("Reed Elsevier", false), ("Reed Smith LLP", false),
        ("Environment Agency", false),
        ("European Space Agency", false), ("Haysborough Council", false), ("Tate Modern", false), ("", false),
        ("Recruiterbox-free Zone", false), ("Advertising Agency North", false),
    ])
    func organisation(name: String, isOne: Bool) {
        #expect(AgencyWords.areIn(organisation: name) == isOne)
    }

    @Test(arguments: [
        ("hays.com", true), ("reed.co.uk", true), ("michaelpage.co.uk", true),
        ("northgate-recruitment.co.uk", true),
        ("uk.adecco.com", true), ("mail.blueskystaffing.example", true), ("citylibrary.org", false),
        ("recruitment.citylibrary.org", false), ("example.org", false), ("reedsmith.com", false),
        ("org", false),
    ])
    func domain(name: String, isOne: Bool) {
        #expect(AgencyWords.areIn(domain: name) == isOne)
    }

    @Test(arguments: [
        ("City Library via Hays", "City Library", "Hays"),
        ("City Library (via Reed)", "City Library", "Reed"),
        ("Harbour, through Northgate Recruitment", "Harbour", "Northgate Recruitment"),
    ])
    func referral(text: String, employer: String, agency: String) {
        let found = AgencyWords.referral(in: text)
        #expect(found?.employer == employer && found?.agency == agency)
    }

    @Test(arguments: ["Rail via Europe", "Via Transportation", "City Library", "via Hays", "Hays"])
    func none(text: String) { #expect(AgencyWords.referral(in: text) == nil) }

    @Test(arguments: [
        ("agency", true), ("An agency", true), ("via a recruitment agency", true), ("Recruiter", true),
        ("Agency Jones", false), ("Ann Bee", false), ("", false),
    ])
    func said(text: String, isMeant: Bool) { #expect(AgencyWords.isMeant(by: text) == isMeant) }
}
