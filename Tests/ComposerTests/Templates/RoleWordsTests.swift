import Etiquette
import Foundation
import Testing
import Text

@testable import Composer

/// Roles as advertisements have them, as they are said in a sentence and where they stand alone (letters.md: "the role as
/// the advertisement has it").
@Suite struct RoleWordsTests {
    /// As it was advertised, as it is said, and its title where that differs.
    static let roles: [(written: String, said: String, title: String?)] = [
        ("Nurse", "Nurse", nil), ("barista", "barista", "barista"),
        ("Staff Nurse (Band 5), Ward 23", "Staff Nurse", "Staff Nurse, Ward 23"),
        ("Teacher of English (0.6 FTE)", "Teacher of English", nil),
        ("Teacher of English 0.6 FTE", "Teacher of English", nil),
        ("0.6 FTE Teacher of English", "Teacher of English", nil),
        ("0.6FTE Teacher", "Teacher", nil),
        ("Policy Officer – Flood Risk", "Policy Officer", "Policy Officer – Flood Risk"),
        ("Policy Officer - Flood Risk", "Policy Officer", "Policy Officer – Flood Risk"),
        ("Assistant Manager, Retail", "Assistant Manager", "Assistant Manager, Retail"),
        ("Front-end Developer", "Front-end Developer", nil),
        ("Data Analyst REF12345", "Data Analyst", "Data Analyst (REF12345)"),
        ("[JR-20931] Data Analyst", "Data Analyst", "Data Analyst (JR-20931)"),
        ("R2024-118 Data Analyst", "Data Analyst", "Data Analyst (R2024-118)"),
        ("Data Analyst #4411", "Data Analyst", "Data Analyst (#4411)"),
        ("Ref 4411 Data Analyst", "Data Analyst", "Data Analyst (Ref 4411)"),
        ("Band 5 Staff Nurse (Community) – ref 1234", "Staff Nurse", "Staff Nurse (Community) (ref 1234)"),
        ("Data Analyst: Transport", "Data Analyst", "Data Analyst – Transport"),
        ("Finance Officer / Accountant", "Finance Officer", "Finance Officer – Accountant"),
        ("Year 6 Teacher", "Year 6 Teacher", nil), ("A Level Maths Teacher", "A Level Maths Teacher", nil),
        ("Band 5 Nurse", "Nurse", nil), ("Grade 7 Policy Adviser", "Policy Adviser", nil),
        ("Administrator Grade C", "Administrator", nil),
        ("Scale 4-5 Library Assistant", "Library Assistant", nil),
        ("Lecturer/Senior Lecturer", "Lecturer/Senior Lecturer", nil),
        ("Lecturer (Teaching & Research)", "Lecturer", "Lecturer (Teaching & Research)"),
        ("DATA ANALYST (Band 5), £30k", "Data Analyst", nil), ("SENIOR IT MANAGER", "Senior IT Manager", nil),
        ("HEAD OF HR", "Head of HR", nil), ("Front of House Assistants x3", "Front of House Assistant", nil),
        ("Manager of Drivers", "Manager of Drivers", nil),
        ("Softwareentwickler:in", "Softwareentwickler:in", nil), ("Work Coach EO", "Work Coach", nil),
        ("SEN TA", "SEN TA", nil), ("WEB EDITOR", "Web Editor", nil),
        ("HGV DRIVER", "HGV Driver", nil), ("VP ENGINEERING", "VP Engineering", nil),
        ("Buyer, senior", "Senior Buyer", nil), ("Manager, Assistant", "Assistant Manager", nil),
        ("buyer, senior", "senior buyer", nil),
        ("Data Analyst £28,000 - £32,000 per annum", "Data Analyst", nil),
        ("Data Analyst £30k", "Data Analyst", nil),
        ("Data Analyst, up to £45k", "Data Analyst", nil), ("£30k Data Analyst", "Data Analyst", nil),
        ("Data Analyst 28000 pa", "Data Analyst", nil), ("Data Analyst 30-35k", "Data Analyst", nil),
        ("Receptionist (maternity cover)", "Receptionist", nil),
        ("Receptionist maternity cover", "Receptionist", nil),
        ("Receptionist - 12 month fixed term contract", "Receptionist", nil),
        ("Receptionist, full time, permanent", "Receptionist", nil),
        ("Part-time Receptionist", "Receptionist", nil),
        ("Receptionist 37.5 hours per week", "Receptionist", nil),
        ("Temporary Events Manager", "Events Manager", nil),
        ("Contract Manager", "Contract Manager", nil), ("Permanent Secretary", "Permanent Secretary", nil),
        ("Data Analyst contract", "Data Analyst", nil),
        ("Remote Support Engineer", "Remote Support Engineer", nil),
        ("Head of Remote", "Head of Remote", nil), ("Project Manager (Hybrid)", "Project Manager", nil),
        ("Data Analyst (London, hybrid)", "Data Analyst", "Data Analyst (London)"),
        ("Head of Data", "Head of Data", nil), ("Deputy Head", "Deputy Head", nil),
        ("Retail Team Members", "Retail Team Member", nil), ("Sales Assistants", "Sales Assistant", nil),
        ("Teachers of English", "Teacher of English", nil), ("Head of Teachers", "Head of Teachers", nil),
        ("Kitchen Staff", "Kitchen Staff", nil), ("Trainee Solicitor", "Trainee Solicitor", nil),
        ("Apprentice | Joinery", "Apprentice", "Apprentice – Joinery"),
        ("Apprentice Joiner", "Apprentice Joiner", nil),
        ("Graduate Scheme", "Graduate Scheme", nil),
        ("Graduate Scheme 2027", "Graduate Scheme", "Graduate Scheme (2027)"),
        ("PhD position in Plant Sciences", "PhD position in Plant Sciences", nil),
        ("PhD position", "PhD position", nil),
        ("Volunteer", "Volunteer", nil),
        ("Volunteer Co-ordinator; maternity cover", "Volunteer Co-ordinator", nil),
        ("C++ developer", "C++ developer", nil), ("2nd Line Support", "2nd Line Support", nil),
        ("1st/2nd Line Support Engineer", "1st/2nd Line Support Engineer", nil),
        (".NET Developer", ".NET Developer", nil), ("C# Developer", "C# Developer", nil),
        ("KS2 Teacher", "KS2 Teacher", nil), ("R&D Engineer", "R&D Engineer", nil),
        ("the Data Analyst", "Data Analyst", nil), ("a Nurse", "Nurse", nil),
        ("Data Analyst role", "Data Analyst", nil),
        ("Data Analyst.", "Data Analyst", nil), ("URGENT: Care Assistant!!", "Care Assistant", nil),
        ("  Data   Analyst ", "Data Analyst", nil), ("(Senior) Engineer", "Senior Engineer", nil),
        ("Staff Nurse–Band 5", "Staff Nurse", nil), ("Pastry Chef (nights)", "Pastry Chef", nil),
        ("SEN TA, 32.5 hours, term time only", "SEN TA", nil),
        ("DATA ANALYST (Digital)", "Data Analyst", "Data Analyst (Digital)"),
        ("(0.6)", "(0.6)", "(0.6)"), ("", "", ""),
    ]

    @Test(arguments: roles)
    func aRoleIsSaidWithoutWhatTheAdvertisementAdds(written: String, said: String, title: String?) throws {
        let (language, facts) = (try Shipped.set().language, Sample.facts(role: written))
        #expect(language.role(of: facts) == said)
        #expect(language.jobTitle(of: facts) == title ?? said)
    }

    @Test func whatTheSenderSaysIsSaid() throws {
        var facts = Sample.facts(role: "Staff Nurse (Band 5)")
        facts.roleShort = "the nurse (band 5)"
        #expect(try Shipped.set().language.role(of: facts) == "the nurse (band 5)")
    }

    @Test(arguments: [
        ("Graduate Scheme", "the Graduate Scheme. "), ("PhD position in Law", "the PhD position in Law. "),
        ("Programme Manager", "the Programme Manager role. "),
        ("Placement Officer", "the Placement Officer role. "),
        ("Summer Internship", "the Summer Internship. "), ("Position Analyst", "the Position Analyst role. "),
    ])
    func theWordForTheJobFollowsNoNameThatHasOne(role: String, said: String) throws {
        let draft = try Shipped.set()["warm/thank-you-1"].required().compose(Sample.facts(role: role))
        #expect(draft.body.contains(said), "\(draft.body)")
    }

    /// Every template with every role: pay, grades and terms nowhere, no article or word twice, a capital at each
    /// beginning.
    @Test(arguments: Shipped.all.filter { $0.language == "en-GB" })
    func noTemplateSaysMoreOfARole(name: Shipped.Name) throws {
        let flaw = try NSRegularExpression(
            pattern:
                #"[£\[\]]|\b([Bb]and|FTE|per annum|maternity|hours|ref)\b|\b(\w+) \2\b|\bthe (a|an|the)\b|\.\.| [,.](?!\w)|  "#
        )
        let organisations = OrganisationTableTests.organisations
        for (index, role) in Self.roles.enumerated() where role.said.count > 6 || role.said == "Nurse" {
            let organisation = organisations[index % organisations.count].written
            let draft = try name.compose(Sample.facts(role: role.written, organisation: organisation))
            let text = name.file == "decision-status" ? draft.body : draft.subject + "\n" + draft.body
            let found = flaw.firstMatch(in: text, range: NSRange(0..<text.utf16.count))
            #expect(found == nil, "\(role.written), \(organisation): \(draft.body)")
            #expect(draft.subject.first?.isLowercase == false, "\(draft.subject)")
        }
    }
}

/// Organisations as people type them, as they are said behind "join".
@Suite struct OrganisationTableTests {
    static let organisations: [(written: String, said: String)] = [
        ("Tesco", "Tesco"), ("Boots", "Boots"), ("Tesco PLC", "Tesco"), ("Org 1 Ltd", "Org 1"),
        ("Now Ltd.", "Now"),
        ("The Range", "the Range"), ("The Range Ltd", "the Range"), ("THE RANGE", "the Range"),
        ("NHS", "the NHS"), ("NHS Lothian", "NHS Lothian"), ("NHS LOTHIAN", "NHS Lothian"),
        ("BBC", "the BBC"),
        ("Oxfam", "Oxfam"), ("University of Leeds", "the University of Leeds"),
        ("The University of Leeds", "the University of Leeds"),
        ("UNIVERSITY OF LEEDS", "the University of Leeds"),
        ("St Mary's", "St Mary's"), ("St Mary’s Primary School", "St Mary’s Primary School"),
        ("Marks & Spencer", "Marks & Spencer"), ("Smith & Co", "Smith & Co"),
        ("Smith & Co Ltd", "Smith & Co"),
        ("Department for Education", "the Department for Education"), ("Home Office", "the Home Office"),
        ("CITY LIBRARY", "the City Library"), ("City Library", "the City Library"),
        ("harbour museum", "the Harbour Museum"), ("monzo", "Monzo"), ("what3words", "what3words"),
        ("eBay", "eBay"), ("3M", "3M"), ("7digital", "7digital"), ("IBM", "IBM"), ("KPMG LLP", "KPMG"),
        ("BAE SYSTEMS", "BAE Systems"), ("Royal Borough of Greenwich", "the Royal Borough of Greenwich"),
        ("Royal College of Nursing", "the Royal College of Nursing"), ("Bank of America", "Bank of America"),
        ("Leeds City Council", "Leeds City Council"),
        ("Medical Research Council", "the Medical Research Council"),
        ("Scottish Government", "the Scottish Government"), ("Open University", "the Open University"),
        ("Barts Health NHS Trust", "Barts Health NHS Trust"), ("Tesco (Leeds)", "Tesco"),
        ("Tesco – Leeds branch", "Tesco"), ("Smith Ltd t/a Corner Shop", "Corner Shop"),
        ("Acme (UK) Ltd", "Acme"),
        ("John Lewis Partnership", "the John Lewis Partnership"), ("V&A", "the V&A"), ("Acme, Inc.", "Acme"),
        ("  Quay   Arts ", "Quay Arts"), ("Trinity College", "Trinity College"),
    ]

    @Test(arguments: organisations)
    func anOrganisationIsSaidAsOneJoinsIt(written: String, said: String) throws {
        let language = try Shipped.set().language
        #expect(language.organisation(of: Sample.facts(organisation: written)) == said)
        let draft = try Shipped.set()["warm/thank-you-1"].required().compose(
            Sample.facts(organisation: written))
        #expect(draft.body.contains("join \(said). If"), "\(draft.body)")
    }

    static let germanOrganisations: [(written: String, said: String)] = [
        ("Brandt GmbH", "bei Brandt"), ("Müller GmbH & Co. KG", "bei Müller"),
        ("Stadt Köln", "bei der Stadt Köln"), ("Siemens AG", "bei Siemens"), ("Bauhaus", "bei Bauhaus"),
        ("Universität zu Köln", "bei der Universität zu Köln"), ("STADT KÖLN", "bei der Stadt Köln"),
        ("Technische Universität München", "bei der Technischen Universität München"),
        ("Deutsche Bahn", "bei der Deutschen Bahn"), ("Deutsche Bahn AG", "bei der Deutschen Bahn"),
        ("Bundesagentur für Arbeit", "bei der Bundesagentur für Arbeit"),
        ("Agentur für Arbeit Celle", "bei der Agentur für Arbeit Celle"),
        ("Finanzamt Kiel", "beim Finanzamt Kiel"), ("Landkreis Celle", "beim Landkreis Celle"),
        ("Deutsches Rotes Kreuz", "beim Deutschen Roten Kreuz"),
        ("Carl Hanser Verlag", "beim Carl Hanser Verlag"),
        ("Bayerischer Rundfunk", "beim Bayerischen Rundfunk"), ("ZDF", "beim ZDF"), ("AOK", "bei der AOK"),
        ("Süddeutsche Zeitung", "bei der Süddeutschen Zeitung"), ("Caritas", "bei der Caritas"),
        ("Goethe-Institut", "beim Goethe-Institut"), ("Krankenhaus Nord", "beim Krankenhaus Nord"),
        ("Stadtwerke Bonn", "bei den Stadtwerken Bonn"), ("Die Zeit", "bei der Zeit"),
        ("Merck Darmstadt", "bei Merck Darmstadt"), ("Gärtnerei Sommer", "bei der Gärtnerei Sommer"),
        ("Lebenshilfe Mainz e.V.", "bei der Lebenshilfe Mainz"), ("SAP", "bei SAP"),
    ]

    @Test(arguments: germanOrganisations)
    func aGermanOrganisationStandsWithItsArticleBehindBei(written: String, said: String) throws {
        let draft = try Shipped.set("de-DE")["warm/thank-you-1"].required().compose(
            Sample.facts(organisation: written))
        #expect(draft.body.contains("gern \(said) arbeiten."), "\(draft.body)")
    }
}

/// What people with a title are called in a greeting.
@Suite struct TitleWordsTests {
    @Test(arguments: [
        ("Jane Okafor", "Jane Okafor"), ("Dr Tom O'Brien", "Dr O'Brien"),
        ("Sister Mary Byrne", "Sister Byrne"),
        ("Matron Joan O'Hara", "Matron O'Hara"), ("Prof. Smith", "Professor Smith"),
        ("Professor Ann J. van der Berg", "Professor van der Berg"), ("Dr van der Berg", "Dr van der Berg"),
        ("Mr Hana  LEE", "Mr LEE"), ("Hana  Lee", "Hana Lee"), ("Sir John Smith", "Sir John"),
        ("Dame Mary Byrne", "Dame Mary"), ("Dr Mary Anne Smith", "Mary Anne Smith"),
        ("Dr María José de la Fuente y Ortega", "María José de la Fuente y Ortega"),
        ("Ms Okafor", "Ms Okafor"), ("Dr Jane Okafor PhD", "Dr Okafor"),
        ("Jane Okafor, PhD", "Jane Okafor, PhD"),
        ("Dean Smith", "Dean Smith"), ("Dr", "Dr"), ("李小龙", "李小龙"),
        ("Mrs Jane Okafor-Bell", "Mrs Okafor-Bell"),
        ("Cllr Priya Nair", "Councillor Nair"),
    ])
    func aTitleGoesWithTheFamilyName(name: String, called: String) throws {
        #expect(try Shipped.set().language.called(Sample.person(name)) == called)
    }

    @Test func whatTheUserSaidStays() throws {
        #expect(try Shipped.set().language.called(Sample.person("Dr Tom Reed", salutation: "Tom")) == "Tom")
    }

    @Test(arguments: [("Frau Maria Weber", "Frau Weber"), ("Dr. Jens Öztürk", "Dr. Jens Öztürk")])
    func germanKeepsAnAcademicTitleWithTheFullName(name: String, called: String) throws {
        #expect(try Shipped.set("de-DE").language.called(Sample.person(name)) == called)
    }

    @Test(
        arguments: [
            ("Jo Smith", "warm", "Jo"), ("Jo Smith", "plain", "Jo"), ("Jo Smith", "formal", nil),
            ("Siân O’Brien", "warm", "Siân"), ("Dr Jo Smith", "warm", nil), ("Li Wei", "warm", nil),
            ("Jo van Berg", "warm", nil), ("J. Smith", "warm", nil), ("Mary Anne Smith", "warm", nil),
            ("Smith", "warm", nil), ("JO SMITH", "warm", nil), ("jo smith", "warm", nil),
            ("Jo Smith", nil, nil),
        ] as [(String, String?, String?)])
    func aFirstNameIsOfferedWhereItIsPlain(name: String, voice: String?, offered: String?) throws {
        let voice = voice.flatMap(Voice.init(rawValue:))
        #expect(try Shipped.set().language.offeredName(for: name, in: voice) == offered)
        #expect(try Shipped.set("de-DE").language.offeredName(for: name, in: voice) == nil)
    }
}
