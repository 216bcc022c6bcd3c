import Etiquette
import Testing

@testable import Composer

/// letters.md: "the organisation without its article" and "the role as the advertisement has it".
@Suite struct OrganisationWordsTests {
    @Test(arguments: [
        ("University of Leeds", "the University of Leeds"), ("BBC", "the BBC"),
        ("Electoral Commission", "the Electoral Commission"),
        ("Department for Education", "the Department for Education"),
        ("The National Archives", "the National Archives"),
        ("Environment Agency", "the Environment Agency"), ("Bank of England", "the Bank of England"),
        ("NHS", "the NHS"),
        ("British Museum", "the British Museum"),
        ("Financial Conduct Authority", "the Financial Conduct Authority"),
        ("Crown Prosecution Service", "the Crown Prosecution Service"), ("Home Office", "the Home Office"),
        ("Ministry of Justice", "the Ministry of Justice"),
        ("Alan Turing Institute", "the Alan Turing Institute"),
        ("the Mapping Agency", "the Mapping Agency"), ("National Gallery", "the National Gallery"),
        ("Office for National Statistics", "the Office for National Statistics"),
    ])
    func aNameThatHasAnArticleIsSaidWithIt(written: String, said: String) throws {
        let language = try Shipped.language()
        let facts = Sample.facts(organisation: written)
        #expect(language.language.organisation(of: facts) == said)
    }

    @Test(arguments: [
        "NHS Lothian", "Barts Health NHS Trust", "UCL", "IBM", "Sainsbury's", "Royal Mail",
        "Leeds City Council", "Which?",
        "Smith & Sons", "Kent Academy Trust", "HMRC", "Monzo", "St Mary's", "The", "University", "Office",
    ])
    func whereNoArticleIsCertainNoneIsSaid(written: String) throws {
        let language = try Shipped.language()
        let facts = Sample.facts(organisation: written)
        #expect(language.language.organisation(of: facts) == written)
    }

    @Test(arguments: [
        ("Harbour Coffee Ltd", "Harbour Coffee"), ("Harbour Coffee Ltd.", "Harbour Coffee"),
        ("Acme, Inc.", "Acme"),
        ("Tideway plc", "Tideway"), ("Brandt GmbH", "Brandt"), ("Orr & Sons LLP", "Orr & Sons"),
        ("Reed Pty Ltd", "Reed"),
    ])
    func theFormOfACompanyIsNotSaid(written: String, said: String) throws {
        let language = try Shipped.language()
        let facts = Sample.facts(organisation: written)
        #expect(language.language.organisation(of: facts) == said)
    }

    @Test func whatTheSenderSaysCounts() throws {
        var facts = Sample.facts(role: "Staff Nurse (Band 5)", organisation: "St Mary's Primary School")
        (facts.roleShort, facts.organisationAs) = ("Nurse", "St Mary's")
        let draft = try Shipped.set()["warm/thank-you-1"].required().compose(facts)
        #expect(draft.subject == "Thank you – Nurse interview")
        #expect(draft.body.contains("for the Nurse role") && draft.body.contains("join St Mary's. If"))
    }

    /// The role and the organisation of which somebody had better be asked, with the proposals.
    @Test(
        arguments: [
            ("Nurse", "Acme Data Labs", nil, nil),
            ("Staff Nurse (Band 5)", "NHS Lothian", "Staff Nurse", nil),
            ("Assistant Manager, Retail", "UCL", "Assistant Manager", "UCL"),
            ("Lecturer/Senior Lecturer", "BBC", "Lecturer/Senior Lecturer", "the BBC"),
            ("Data Analyst REF12345", "University of Leeds", "Data Analyst", "the University of Leeds"),
            ("Policy Officer - Floods", "Electoral Commission", "Policy Officer", "the Electoral Commission"),
        ] as [(String, String, String?, String?)])
    func whatDoesNotFitASentenceIsProposedInAnotherForm(
        role: String, organisation: String, short: String?, said: String?
    ) throws {
        let proposal = SaidAs(role: role, organisation: organisation, in: try Shipped.language())
        #expect(proposal.role == short && proposal.organisation == said)
    }

    @Test(
        arguments: [
            ([], nil), (["Jane Okafor"], "Jane Okafor"),
            (["Jane Okafor", "Tom Reed"], "Jane Okafor and Tom Reed"),
            (["A B", "C D", "E F"], "A B, C D and E F"),
            (["A B", "C D", "E F", "G H"], "A B and colleagues"),
        ] as [([String], String?)])
    func whoInterviewedIsNamedInARow(names: [String], list: String?) throws {
        #expect(try Shipped.set().language.list(of: names) == list)
    }

    @Test func alanguageThatTellsNothingOfOrganisationsWritesThemAsTheyAre() {
        let facts = Sample.facts(organisation: "University of Leeds")
        #expect(Language.unknown.organisation(of: facts) == "University of Leeds")
    }

    // Seams.

    @Test(arguments: [
        ("{{organisation}} is a good place.", "the BBC", "The BBC is a good place."),
        ("We spoke. {{organisation}} is a good place.", "the BBC", "We spoke. The BBC is a good place."),
        ("at {{organisation}}.", "the BBC", "at the BBC."),
        ("{{organisation}} it is.", "eBay", "eBay it is."),
        ("the {{organisation}} team", "Recovery Team", "the Recovery Team"),
        ("the {{organisation}} team", "the BBC", "the BBC team"),
        ("the {{organisation}} teamwork", "Recovery Team", "the Recovery Team teamwork"),
    ])
    func aValueFitsTheSentenceAroundIt(text: String, said: String, expected: String) throws {
        var facts = Sample.facts(organisation: "X")
        facts.organisationAs = said
        #expect(try Sample.template("Subject: S\n\n\(text)\n").compose(facts).body == expected + "\n")
    }

    @Test(arguments: [
        ("Lindenhof GmbH", "Lindenhof"), ("Lindenhof GmbH & Co. KG", "Lindenhof"),
        ("Bauer AG", "Bauer"), ("Meyer & Sohn", "Meyer & Sohn"),
    ])
    func inGermanTheFormOfACompanyIsLeftOut(name: String, said: String) throws {
        let german = try Shipped.set("de-DE").language
        let facts = Sample.facts(organisation: name)
        #expect(german.organisation(of: facts) == said)
        #expect(!german.isAwkward(organisation: name))
    }
}
