import Etiquette
import Testing

@testable import Composer

/// letters.md, rule `names-right`: organisations and jobs in capitals or in small letters; abbreviations and names that write
/// themselves so are left in peace.
@Suite struct UsualWritingTests {
    @Test(arguments: [
        ("CITY LIBRARY", "City Library", true), ("THE CITY LIBRARY", "The City Library", true),
        ("BANK OF ENGLAND", "Bank of England", true), ("BBC NEWS", "BBC News", true),
        ("HARBOUR MUSEUM LTD", "Harbour Museum Ltd", true), ("ST MARY'S SCHOOL", "St Mary's School", true),
        ("STOKE-ON-TRENT COUNCIL", "Stoke-on-Trent Council", true),
        ("UNESCO LIBRARY", "UNESCO Library", true), ("LIBRARY", "Library", true),
        ("harbour museum", "Harbour Museum", false), ("university of leeds", "University of Leeds", false),
        ("tesco", "Tesco", false), ("nhs lothian", "NHS Lothian", false), ("ebay", "eBay", false),
        ("city library", "City Library", false),
    ])
    func anOrganisationIsOfferedAsMostPeopleWouldWriteIt(name: String, usual: String, isShouted: Bool) throws
    {
        let writing = try Shipped.language().usualWriting(of: name)
        #expect(writing?.text == usual && writing?.isShouted == isShouted)
    }

    @Test(arguments: [
        "City Library", "BBC", "NHS", "IBM", "IKEA", "KPMG UK", "WHO", "NICE", "eBay", "easyJet",
        "adidas",
        "giffgaff", "booking.com", "what3words", "bp", "Acme DATA Labs", "NHS Lothian", "3M", "M&S", "次の展覧会",
        "University of Leeds", "St Mary's", "de Havilland Museum", "iProov", "", "UNESCO", "UNICEF", "UNISON",
        "TESCO", "NATO", "OFSTED",
    ])
    func whatIsWrittenSoIsLeftInPeace(name: String) throws {
        #expect(try Shipped.language().usualWriting(of: name) == nil)
    }

    @Test(arguments: [
        ("DATA ANALYST", "Data Analyst"), ("QA ENGINEER", "QA Engineer"), ("HGV DRIVER", "HGV Driver"),
        ("DATA ANALYST (Band 5), £30k", "Data Analyst (Band 5), £30k"),
        ("HEAD OF IT SUPPORT", "Head of IT Support"),
    ])
    func aJobIsToo(role: String, usual: String) throws {
        #expect(try Shipped.language().usualWriting(ofRole: role)?.text == usual)
    }

    @Test(arguments: ["data analyst", "Data Analyst", "SQL DBA", "CEO", "HR", "VP R&D"])
    func aJobInSmallLettersAndAnAbbreviationAreRight(role: String) throws {
        #expect(try Shipped.language().usualWriting(ofRole: role) == nil)
    }

    /// A letter is written before any dictionary is read, and says the same, but for a single word.
    @Test(arguments: [
        ("CITY LIBRARY", "the City Library"), ("nhs lothian", "NHS Lothian"), ("adidas", "adidas"),
        ("bp", "bp"),
        ("UNESCO", "UNESCO"), ("ST MARY'S SCHOOL", "St Mary's School"), ("tesco", "Tesco"), ("EBAY", "EBAY"),
    ])
    func aLetterHasItSo(organisation: String, said: String) throws {
        let facts = Sample.facts(organisation: organisation)
        #expect(try Shipped.set().language.organisation(of: facts) == said)
    }

    private static func findings(role: String, organisation: String) throws -> [Finding] {
        var facts = Sample.facts(role: role, organisation: organisation)
        // Told so for sentences, they stand so; else they are written as usual.
        (facts.roleShort, facts.organisationAs) = (role, organisation)
        var reading = try Sample.proofreading(
            subject: "Thank you – \(role) interview", body: Sample.goodBody(facts), facts: facts)
        reading.language = try Shipped.language()
        return try reading.findings(known: noNames)
    }

    @Test(arguments: [
        ("Data Engineer", "CITY LIBRARY", Finding.Code.capitals, "City Library"),
        ("Data Engineer", "harbour museum", .smallLetter, "Harbour Museum"),
        ("DATA ANALYST", "City Library", .capitals, "Data Analyst"),
    ])
    func inALetterItWarnsWithItsFix(role: String, organisation: String, code: Finding.Code, fix: String)
        throws
    {
        let found = try Self.findings(role: role, organisation: organisation)
        #expect(!found.isEmpty && found.allSatisfy { $0.code == code && $0.fix == fix }, "\(found)")
    }

    @Test(arguments: ["@SUM", "=A1", "+Analyst"])
    func theSignOfAFormulaInAJobIsFound(role: String) throws {
        #expect(
            try Self.findings(role: role, organisation: "City Library").contains { $0.code == .punctuation })
    }
}
