import Testing

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
            "Name", "Hiring manager", "Phone", "", "Interview 1 date", "Company 2", "LinkedIn",
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
            ("role 2", nil),
            ("interviewer 0", nil), ("interviewer 1 2", nil), ("nonsense", nil), ("", nil),
        ])
    func numbers(text: String, meaning: ColumnMeaning?) {
        #expect(ColumnMeaning(text) == meaning)
    }

    @Test("every spelling of the table is known as what it says there")
    func table() {
        let rows = DataFile(PackageResources.columns_txt).rows
        #expect(rows.count > 200)
        for row in rows where !row[0].hasPrefix("(") {
            #expect(SheetColumns([row[1]]).meanings == [ColumnMeaning(row[0])], "\(row)")
            #expect(SheetColumns.key(of: row[1]) == row[1], "\(row)")
        }
        #expect(Set(rows.map { $0[1] }).count == rows.count)
    }
}
