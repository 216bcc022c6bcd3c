import Foundation
import Testing

/// The applicant's own words: as options, in JSON, in an export, in what is shown; and what is wrong with them.
@Suite struct OwnWordsTests {
    private static let sentence = "I'd gladly take my turn in the on-call week."
    private static let base = [
        "interview", "add", "--organisation", "University of Leeds", "--role", "Staff Nurse (Band 5)",
        "--ended",
        "2026-11-20 15:00", "--panel", "Jane Okafor <jane@example.org>", "--panel",
        "Tom Reed <tom@example.org>",
    ]
    private let ada: Applicant

    init() throws { ada = try Applicant() }

    private func add(_ more: String...) throws -> Run { try ada.run(Self.base + more) }
    private func body(_ id: Int) throws -> String {
        try ada.run("show", "\(id)", "--json").json()["body"].string
    }

    @Test func everyOptionIsKeptAndShown() throws {
        let run = try add(
            "--say", "tom@example.org=\(Self.sentence)", "--greeting", "Jane Okafor=Dr Okafor",
            "--role-short", "Nurse",
            "--organisation-as", "the university", "--by", "in-person", "--voice", "plain", "--yes")
        #expect(run.status == 0, "\(run)")
        let shown = try ada.document("interview", "show", "1")
        #expect(
            shown["panel"][1]["say"] == .text(Self.sentence) && shown["panel"][0]["greeting"] == "Dr Okafor")
        #expect(
            shown["roleShort"] == "Nurse" && shown["organisationAs"] == "the university"
                && shown["by"] == "in-person")
        #expect(
            try body(1).hasPrefix("Dear Dr Okafor,\n") && body(1).contains("Nurse")
                && body(1).contains("the university"))
        #expect(try ada.document("person", "show", "1")["person"]["salutation"] == "Dr Okafor")
        let text = try ada.run("interview", "show", "1").out
        for said in [
            "held: in person", "you say: “\(Self.sentence)”", "the Nurse role", "work at the university",
        ] {
            #expect(text.contains(said), "\(text)")
        }
        #expect(!run.out.contains("to change that"))
    }

    @Test func withoutAnAnswerTheScriptIsToldHowItIsSaid() throws {
        let added = try ada.run(Self.base + ["--json"]).json()
        #expect(
            added["warnings"].items.map(\.string).contains(
                "in sentences, the letters call the role “the Staff Nurse role” (to change that: --role-short), and the "
                    + "organisation “the University of Leeds” (to change that: --organisation-as)."),
            "\(added["warnings"])")
    }

    /// Wherever it comes from, what can't be said blocks; and nothing of what was typed is lost.
    @Test(arguments: [
        ("--talking-point", "her PhD in Lagos", "write “your PhD”"),
        ("--talking-point", "Jane's time at Google", "write “your”"),
        ("--talking-point", "asked me about pumps", "can't follow “about”"),
        ("--say", "I loved her talk.", "write “your talk”"),
        ("--say", "Jane made me want to join.", "write “you”"),
        ("--talking-point", "https://example.org", "needs no link"),
        ("--talking-point", "次の展覧会", "written in a different script"),
    ])
    func whatCanNotBeSaidBlocksTheNote(option: String, typed: String, words: String) throws {
        let run = try add(option, "jane@example.org=\(typed)", "--yes")
        #expect(run.status == 1 && run.out.contains(words), "\(run)")
        #expect(try ada.states().first == "1 draft")
        let field = option == "--say" ? "say" : "talkingPoint"
        #expect(try ada.document("interview", "show", "1")["panel"][0][field] == .text(typed))
        #expect(try ada.run("approve", "1").status == 1)
        // An edit says the same of it.
        let edited = try ada.run("interview", "edit", "1", option, "tom@example.org=\(typed)")
        #expect(edited.out.contains(words) || typed.contains("Jane"), "\(edited)")
    }

    @Test func theSameSentenceForTwoIsFoundAndSoIsAnotherEmployer() throws {
        try ada.add()
        let run = try add(
            "--say", "jane@example.org=I'd choose you over City Library.",
            "tom@example.org=I'd choose you over City Library.", "--yes")
        #expect(run.status == 1 && run.out.contains("it names “City Library”"), "\(run)")
        #expect(run.out.contains("the note to Jane Okafor has the same sentence of your own"), "\(run)")
    }

    @Test func aTopicOfFiveHundredCharactersIsKeptAndFound() throws {
        let long = String((0..<100).map { _ in "rota" }.joined(separator: " ").prefix(499))
        let run = try add("--talking-point", "jane@example.org=\(long)", "--yes")
        #expect(
            run.status == 1 && run.out.contains("it has 100 words, and a sentence takes 25 at most"), "\(run)"
        )
        #expect(try ada.document("interview", "show", "1")["panel"][0]["talkingPoint"] == .text(long))
    }

    @Test func severalLinesBecomeOne() throws {
        let run = try add("--talking-point", "jane@example.org=the rota\nand the nights", "--yes")
        #expect(run.status == 0 && run.out.contains("as “the rota and the nights”"), "\(run)")
        #expect(try body(1).contains("the rota and the nights"))
    }

    @Test func ofAStrangerNothingIsTold() throws {
        let run = try add("--say", "sam@example.org=Hello.", "--yes")
        #expect(
            run.status == 65 && run.err.contains("no one on the panel is called “sam@example.org”"), "\(run)")
        #expect(try add("--by", "pigeon").err.contains("write in-person, video or telephone"))
    }

    @Test func jsonTakesEveryField() throws {
        let line = #"""
            {"organisation":"University of Leeds","role":"Staff Nurse (Band 5)","ended":"2026-11-20 15:00","panel":[{"name":"Jane Okafor",
            "address":"jane@example.org","say":"\#(Self.sentence)","greeting":"Jane"}],"contact":{"name":"Hana Lee","address":
            "hana@example.org","talkingPoint":"the next steps","say":"Your call settled my nerves.","greeting":"Hana"},"viaAgency":true,
            "roleShort":"Nurse","organisationAs":"the university","by":"telephone"}
            """#.replacing("\n", with: "")
        let file = try ada.scratch.file("one.jsonl", line)
        #expect(try ada.run("interview", "add", "--from-json", file, "--yes").status == 0)
        let shown = try ada.document("interview", "show", "1")
        #expect(shown["panel"][0]["say"] == .text(Self.sentence) && shown["by"] == "telephone")
        #expect(
            shown["contactTalkingPoint"] == "the next steps"
                && shown["contactSay"] == "Your call settled my nerves.")
        #expect(try body(1).hasPrefix("Dear Hana,\n") && body(1).contains("Your call settled my nerves."))
        #expect(try ada.document("interview", "add", "--from-json", file)[0]["existing"] == true)
    }

    @Test func anExportBringsItAllToAnotherLedger() throws {
        _ = try add(
            "--say", "jane@example.org=\(Self.sentence); and I mean it", "--talking-point",
            "tom@example.org=the rota", "--greeting",
            "tom@example.org=Tom", "--role-short", "Nurse", "--organisation-as", "the university", "--by",
            "video", "--yes")
        let path = ada.scratch.path + "/out.csv"
        #expect(try ada.run("export", path).status == 0)
        #expect(try ada.run("import", path, "--yes").out.contains("There is nothing new"))
        let other = try Applicant()
        let file = try other.scratch.file("out.csv", String(contentsOfFile: path, encoding: .utf8))
        #expect(try other.run("import", file, "--yes").status <= 1)
        let (old, new) = (
            try ada.document("interview", "show", "1"), try other.document("interview", "show", "1")
        )
        for field in ["roleShort", "organisationAs", "by"] {
            #expect(old[field] == new[field] && new[field] != nil)
        }
        for member in 0..<2 {
            for field in ["talkingPoint", "say", "greeting"] {
                #expect(old["panel"][member][field] == new["panel"][member][field])
            }
        }
        #expect(new["panel"][0]["say"] == .text(Self.sentence + "; and I mean it"))
    }

    @Test func aSpreadsheetTellsItInColumns() throws {
        let sheet = """
            Company,Role,Ended,Interviewer,Email,My sentence,Greeting,Format,Short role
            Harbour Trust,"Cook (0.6 FTE)",2026-11-20 15:00,Jane Okafor,jane@example.org,\(Self.sentence),Jane,Teams,Cook
            """
        let file = try ada.scratch.file("jobs.csv", sheet)
        let run = try ada.run("import", file, "--yes")
        #expect(run.status == 0, "\(run)")
        let shown = try ada.document("interview", "show", "1")
        #expect(shown["panel"][0]["say"] == .text(Self.sentence) && shown["panel"][0]["greeting"] == "Jane")
        #expect(shown["by"] == "video" && shown["roleShort"] == "Cook")
    }

    @Test func anInvitationTakesTheOptionsToo() throws {
        let file = try ada.scratch.file("invite.ics", InvitationSample().text)
        let run = try ada.run(
            "import", file, "--yes", "--say", "jane.okafor@example.org=\(Self.sentence)", "--by", "video",
            "--organisation-as", "the council")
        let shown = try ada.document("interview", "show", "1")
        #expect(shown["by"] == "video" && shown["organisationAs"] == "the council", "\(run)")
        #expect(shown["panel"].items.contains { $0["say"] == .text(Self.sentence) }, "\(run)")
    }

    @Test(arguments: [
        ("Hana Lee <hana.lee@example.org>\n", true), ("\n", false), ("nobody known\n\n", false),
    ])
    func whoBroughtTheNewsIsAskedOnATerminal(typed: String, isThanked: Bool) throws {
        try ada.add()
        let run = try ada.runAtTerminal(["heard", "1", "--rejected"], typed: typed)
        #expect(run.status == 0 && run.out.contains("Who told you?"), "\(run)")
        #expect(try body(4).contains("letting me know") == isThanked)
        #expect(try body(4).contains("I've heard that") != isThanked)
    }
}
