import Etiquette
import Testing

@testable import Intake

@Suite("People of a cell: everybody who is named, and nobody who is not")
struct SheetPeopleTests {
    /// `Name <address>` of each.
    private func people(_ sample: RowSample) throws -> [String] {
        try sample.only().people.map { person in
            [person.name, person.address.map { "<\($0.text)>" }].compactMap(\.self).joined(separator: " ")
        }
    }

    private static let both = ["Jane Okafor <jane@example.org>", "Tom Ó Briain <tom@example.org>"]

    @Test(
        "several in one cell",
        arguments: [
            "Jane Okafor <jane@example.org>; Tom Ó Briain <tom@example.org>",
            "Jane Okafor <jane@example.org>, Tom Ó Briain <tom@example.org>",
            "Jane Okafor (jane@example.org); Tom Ó Briain (tom@example.org)",
            "Jane Okafor jane@example.org\nTom Ó Briain tom@example.org",
            "Jane Okafor - jane@example.org; Tom Ó Briain - tom@example.org;",
            "jane@example.org Jane Okafor; mailto:tom@example.org Tom Ó Briain",
            "Jane Okafor <jane@example.org> ;; Tom Ó Briain <tom@example.org>",
        ])
    func cell(text: String) throws {
        #expect(try people(RowSample().with("Interviewer", text)) == Self.both)
    }

    @Test(
        "names with addresses beside them",
        arguments: [
            ("Jane Okafor; Tom Ó Briain", "jane@example.org; tom@example.org"),
            ("Jane Okafor, Tom Ó Briain", "jane@example.org, tom@example.org"),
            ("Jane Okafor and Tom Ó Briain", "jane@example.org\ntom@example.org"),
            ("Jane Okafor & Tom Ó Briain", "<jane@example.org>;<tom@example.org>"),
        ])
    func beside(names: String, addresses: String) throws {
        let sample = RowSample().with("Interviewer", names).with("Interviewer email", addresses)
        #expect(try people(sample) == Self.both)
    }

    @Test("addresses in another order than the names go to those whom they fit")
    func crossed() throws {
        let sample = RowSample().with("Interviewer", "Jane Okafor; Hana Lee")
        #expect(
            try people(sample.with("Interviewer email", "hana.lee@example.org; jane.okafor@example.org")) == [
                "Jane Okafor <jane.okafor@example.org>", "Hana Lee <hana.lee@example.org>",
            ])
        #expect(
            try sample.with("Interviewer email", "hana.lee@example.org; xyz@example.org").fault()
                == .crossedAddresses)
        #expect(
            try people(sample.with("Interviewer email", "jo@example.org; xyz@example.org")).first
                == "Jane Okafor <jo@example.org>")
    }

    @Test("columns with numbers, in their order, and empty ones between")
    func numbered() throws {
        let sample = RowSample().without("Interviewer").with("Interviewer 3", "Tom Ó Briain")
            .with("Interviewer 3 email", "tom@example.org").with("Interviewer 1", "Jane Okafor")
            .with("Interviewer 1 email", "jane@example.org").with("Interviewer 2", "").with(
                "Interviewer 2 email", "-")
        #expect(try people(sample) == Self.both)
    }

    @Test("nobody has an address: all the same people")
    func cards() throws {
        #expect(
            try people(RowSample().with("Interviewer", "Jane Okafor; Müller")) == ["Jane Okafor", "Müller"])
        #expect(
            try people(RowSample().with("Interviewer", "\"Okafor, Jane\" <j@example.org>")) == [
                "Okafor, Jane <j@example.org>"
            ])
    }

    @Test(
        "what may be other people is refused",
        arguments: [
            ("Okafor, Jane", SheetProblem.Fault.commaBetweenNames),
            ("Jane, Tom", .commaBetweenNames), ("Okafor, Jane <j@example.org>", .commaBetweenNames),
            ("Jane Okafor, PhD", .commaBetweenNames),
            ("Jane Okafor <jane@example.org> <tom@example.org>", .twoAddresses),
            ("Jane Okafor <jane@example.org> Tom", .notAName), ("Bcc: all@example.org", .notAName),
            ("Jane <jane@example.org\nBcc: all@example.org>", .notAName), ("Jane: manager", .notAName),
            ("unknown organizer", .notAName), ("+44 20 7946 0000", .formula), ("@jane", .formula),
            ("-Jane", .formula),
            ("＝Jane", .formula),
        ])
    func refused(text: String, fault: SheetProblem.Fault) throws {
        #expect(try RowSample().with("Interviewer", text).fault() == fault)
    }

    @Test(
        "an address that carries a second header, or is none",
        arguments: [
            "jane@example.org\r\nBcc: all@example.org", "jane@example.org%0d%0aBcc all",
            "jane at example.org", "jane@",
            "jane@exa mple.org", "Bcc:all@example.org",
        ])
    func addresses(text: String) throws {
        let sample = RowSample().with("Interviewer", "Jane Okafor").with("Interviewer email", text)
        let problem = try #require(try sample.reading().problems.first)
        guard case .refused(.notAnAddress) = problem.fault else {
            Issue.record("\(problem)")
            return
        }
        #expect(problem.place?.row == 2)
        #expect(problem.place?.column == "Interviewer email")
    }

    @Test("as many addresses as people, or none")
    func counts() throws {
        let sample = RowSample().with("Interviewer", "Jane Okafor; Tom Ó Briain")
            .with("Interviewer email", "jane@example.org")
        #expect(try sample.fault() == .otherNumberOfAddresses(people: 2))
        #expect(try RowSample().with("Interviewer email", "jane@example.org").only().people.count == 1)
        #expect(
            try RowSample().with("Interviewer email", "tom@example.org").fault()
                == .otherNumberOfAddresses(people: 1))
    }

    @Test("an address without a name stays without one")
    func nameless() throws {
        let people = try RowSample().with("Interviewer", "jane@example.org").only().people
        #expect(people.map(\.name) == [nil])
        #expect(people.map(\.address?.text) == ["jane@example.org"])
    }

    @Test("a name that may not be as its owner writes it is doubted, and one kept as it is written")
    func doubts() throws {
        #expect(try RowSample().with("Interviewer", "JANE OKAFOR").only().people[0].doubts == [.allCapitals])
        #expect(try RowSample().with("Interviewer", "Jane Okafor (HR)").only().people[0].doubts == [.remark])
        for name in ["Ludwig van Beethoven", "María-José O’Neill", "李伟", "’t Hooft", "'t Hooft", "Åsa Öberg"]
        {
            let person = try RowSample().with("Interviewer", name).only().people[0]
            #expect(person.name == name)
            #expect(person.doubts.isEmpty)
        }
    }

    @Test("a talking point is that of one person")
    func talkingPoints() throws {
        let point = "the open-data portal"
        #expect(try RowSample().with("Talking point", point).only().people.map(\.talkingPoint) == [point])
        #expect(
            try RowSample().with("Talking point", "the open-data\r\nportal").only().people[0].talkingPoint
                == point)
        let two = RowSample().with("Interviewer", "Jane Okafor <jane@example.org>; Tom Ó Briain")
        let told = two.with("Talking points", "Tom Ó Briain: the rota; jane@example.org = \(point)")
        #expect(try told.only().people.map(\.talkingPoint) == [point, "the rota"])
        #expect(
            try two.with("Talking points", point).fault()
                == .whoseTalkingPoint(people: ["Jane Okafor", "Tom Ó Briain"]))
        let long = String(repeating: "x", count: 501)
        guard case .refused(.tooLong)? = try RowSample().with("Talking point", long).fault() else {
            Issue.record("taken")
            return
        }
    }

    @Test("the contact is one, and on no panel")
    func contact() throws {
        let sample = RowSample().with("Recruiter", "Hana Lee").with("Recruiter email", "hana@example.org")
        let interview = try sample.only()
        #expect(interview.contact?.name == "Hana Lee")
        #expect(interview.contact?.address?.text == "hana@example.org")
        #expect(interview.people.map(\.name) == ["Jane Okafor"])
        #expect(try RowSample().with("Contact", "Hana Lee; Tom Ó Briain").fault() == .severalContacts)
    }
}
