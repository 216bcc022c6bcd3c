import Testing
import Text

@testable import Intake

@Suite("Columns are recognised by their names, and what they may not be they are not")
struct SheetColumnsTests {
    @Test(
        "spellings",
        arguments: [
            ("Company", ColumnMeaning.organisation), ("companyName", .organisation),
            ("company_name", .organisation),
            ("EMPLOYER", .organisation), (" Firm ", .organisation), ("Entreprise", .organisation),
            ("Unternehmen", .organisation), ("Company/Organization", .organisation), ("Job Title", .role),
            ("Role/Title", .role), ("Position", .role), ("Stelle", .role), ("Title", .role),
            ("Vacancy", .role),
            ("Interview Date", .date), ("interview_date", .date), ("InterviewDate", .date),
            ("Interview Date & Time", .date), ("Date of interview", .date), ("Vorstellungsgespräch", .date),
            ("Date de l'entretien", .date), ("Ended", .ended), ("Interview Time", .startTime),
            ("Uhrzeit", .startTime),
            ("End time", .endTime), ("Duration (min)", .length), ("Time Zone", .timeZone),
            ("Interviewer(s)", .interviewer(nil)), ("Interviewed by", .interviewer(nil)),
            ("Panel", .interviewer(nil)),
            ("Interviewer 1", .interviewer(1)), ("Interviewer #2", .interviewer(2)),
            ("interviewer3", .interviewer(3)),
            ("Interviewer 2 Email", .interviewerEmail(2)), ("Interviewer Email 2", .interviewerEmail(2)),
            ("Interviewer 2 Talking Point", .talkingPoint(2)), ("Talking points", .talkingPoint(nil)),
            ("Recruiter", .contact), ("Ansprechpartner", .contact), ("Recruiter email", .contactEmail),
            ("1st interviewer", .interviewer(1)), ("Second interviewer", .interviewer(2)),
            ("Interview 1", .round(1, .date)), ("Interview 2 date", .round(2, .date)),
            ("1st interview date", .round(1, .date)), ("2nd Interview", .round(2, .date)),
            ("Second round", .round(2, .date)), ("Date of first interview", .round(1, .date)),
            ("Round 2 interviewers", .round(2, .interviewer(nil))),
            ("Interviewers (Round 2)", .round(2, .interviewer(nil))),
            ("Interview 1 time", .round(1, .startTime)),
            ("Round 1 Interviewer Email", .round(1, .interviewerEmail(nil))),
            ("Interview 2 outcome", .round(2, .status)), ("2. Gespräch", .round(2, .date)),
            ("Zweites Gespräch", .round(2, .date)), ("Date entretien 2", .round(2, .date)),
            ("Decision by", .decisionBy), ("Via agency?", .agency), ("Stage", .status), ("Status", .status),
        ])
    func spelling(name: String, meaning: ColumnMeaning) {
        #expect(SheetColumns([name]).meanings == [meaning])
    }

    @Test(
        "what may be something else is not guessed",
        arguments: [
            "Date", "Date Applied", "Deadline", "Follow up", "Notes", "Interview notes", "URL", "Location",
            "Salary", "Email",
            "Name", "Hiring manager", "Hiring manager email", "Phone", "", "Company 2", "LinkedIn",
            "First name", "Last contact",
            "First contact", "Interviewer first name", "Interview 1 notes", "First day", "Round", "Address",
        ])
    func unknown(name: String) {
        #expect(SheetColumns([name]).meanings == [nil])
    }

    @Test("an email and a title behind a name are that person's")
    func positions() {
        let columns = SheetColumns([
            "Company", "Position", "Interviewer 2", "Email", "Title", "Contact", "E-mail",
        ])
        #expect(
            columns.meanings == [
                .organisation, .role, .interviewer(2), .interviewerEmail(2), nil, .contact, .contactEmail,
            ])
        #expect(SheetColumns(["Contact", "Title"]).meanings == [.contact, nil])
    }

    @Test(
        "first and last name in two columns are one person's, in whatever order and language",
        arguments: [
            ("Interviewer First Name", "Interviewer Last Name", ColumnMeaning.interviewer(nil)),
            ("Interviewer 2 First Name", "Interviewer 2 Last Name", .interviewer(2)),
            ("First name of interviewer", "Surname of interviewer", .interviewer(nil)),
            ("Vorname Gesprächspartner", "Nachname Gesprächspartner", .interviewer(nil)),
            ("Prénom de l'interlocuteur", "Nom de l'interlocuteur", .interviewer(nil)),
            ("Contact First", "Contact Last", .contact),
            ("Recruiter forename", "Recruiter family name", .contact),
        ])
    func nameParts(given: String, family: String, person: ColumnMeaning) {
        let both = [person.having(.given), person.having(.family)]
        #expect(SheetColumns([given, family]).meanings == both)
        #expect(SheetColumns([family, "Company", given]).meanings == [both[1], .organisation, both[0]])
        #expect(SheetColumns([given]).meanings == [nil])
        #expect(SheetColumns([family]).meanings == [nil])
    }

    @Test(
        "what belongs to a column that the user names comes along",
        arguments: [
            (["Hiring Manager", "Hiring Manager Email"], [.interviewer(nil), .interviewerEmail(nil)]),
            (["Hiring managers", "Hiring manager e-mails"], [.interviewer(nil), .interviewerEmail(nil)]),
            (
                ["Hiring Manager's name", "Email of hiring manager"],
                [.interviewer(nil), .interviewerEmail(nil)]
            ),
            (["Met", "Email"], [.interviewer(nil), .interviewerEmail(nil)]),
            (["Met", "Notes", "Met (email)"], [.interviewer(nil), nil, .interviewerEmail(nil)]),
            (
                ["First name", "Last name", "Email"],
                [.interviewerGiven(nil), .interviewerFamily(nil), .interviewerEmail(nil)]
            ),
            (["Nachname", "Vorname"], [.interviewerFamily(nil), .interviewerGiven(nil)]),
            (["Met", "Notes", "Email"], [.interviewer(nil), nil, nil]),
        ] as [([String], [ColumnMeaning?])])
    func companions(names: [String], meanings: [ColumnMeaning?]) {
        #expect(SheetColumns(names, told: [names[0]: .interviewer(nil)]).meanings == meanings)
    }

    @Test("first and last name that the user both names as the interviewer's are one name")
    func bothTold() {
        let columns = SheetColumns(
            ["First name", "Last name"],
            told: ["First name": .interviewer(nil), "Last name": .interviewer(nil)])
        #expect(columns.meanings == [.interviewerGiven(nil), .interviewerFamily(nil)])
    }

    @Test("one column that the user names takes the place of another that looks like it")
    func toldWins() {
        let columns = SheetColumns(["Interview 1", "Interview 2"], told: ["Interview 2": .date])
        #expect(columns.meanings == [.ignored, .date])
        #expect(
            SheetColumns(["Company", "Firm"], told: ["Firm": .organisation]).meanings == [
                .ignored, .organisation,
            ])
    }

    @Test("people behind the day of each round are those of that round; others are everybody's")
    func roundPeople() {
        let own = SheetColumns(["Interview 1", "Interviewer 1", "Interview 2", "Interviewer 2", "Email"])
            .meanings
        #expect(
            own == [
                .round(1, .date), .round(1, .interviewer(nil)), .round(2, .date),
                .round(2, .interviewer(nil)),
                .round(2, .interviewerEmail(nil)),
            ])
        let panel = SheetColumns(["Interview 1", "Interview 2", "Interviewer 1", "Interviewer 2"]).meanings
        #expect(panel == [.round(1, .date), .round(2, .date), .interviewer(1), .interviewer(2)])
        #expect(
            SheetColumns(["Interview date", "Interview time", "2nd interview"]).meanings
                == [.round(1, .date), .round(1, .startTime), .round(2, .date)])
    }

    @Test("what the user says of a column wins, in any case of its letters")
    func told() {
        let columns = SheetColumns(
            ["Company", "Met With Who"], told: ["company": .ignored, "met with who": .interviewer(nil)])
        #expect(columns.meanings == [.ignored, .interviewer(nil)])
    }

    @Test("every meaning has a name that reads back", arguments: ColumnMeaning.names)
    func names(name: String) throws {
        let meaning = try #require(ColumnMeaning(name))
        #expect(meaning.name == name)
        #expect(ColumnMeaning(meaning.name.uppercased()) == meaning)
    }

    @Test(
        "numbers go with people alone",
        arguments: [
            ("interviewer 2", ColumnMeaning.interviewer(2) as ColumnMeaning?),
            ("interviewer 2 email", .interviewerEmail(2)),
            ("interviewer 2 talking point", .talkingPoint(2)), ("talking point 2", .talkingPoint(2)),
            ("role 2", nil), ("round 2 date", .round(2, .date)),
            ("round 1 interviewer email", .round(1, .interviewerEmail(nil))),
            ("round 2 organisation", nil), ("round 0 date", nil), ("round 2", nil),
            ("round 1 round 2 date", nil),
            ("interviewer 0", nil), ("interviewer 1 2", nil), ("nonsense", nil), ("", nil),
        ])
    func numbers(text: String, meaning: ColumnMeaning?) {
        #expect(ColumnMeaning(text) == meaning)
    }

    @Test("every spelling of the table is known as what it says there")
    func table() {
        let lines = PhraseFile(PackageResources.columns_txt).lines
        #expect(lines.count > 200)
        for line in lines where !line.section.hasPrefix("(") {
            #expect(SheetColumns([line.text]).meanings == [ColumnMeaning(line.section)], "\(line)")
            #expect(ColumnSpelling.key(of: line.text) == line.text, "\(line)")
        }
        #expect(Set(lines.map(\.text)).count == lines.count)
    }
}
