import Desk
import Etiquette
import Testing

@testable import Page

@Suite("Files: what is uploaded is understood, or refused in words, and nothing else happens")
struct UploadTests {
    private let desktop: Desktop
    private let form = "/interviews/import"
    private let sheetForm = "/interviews/import/spreadsheet"

    init() throws { desktop = try Desktop() }

    private func upload(_ name: String, _ bytes: [UInt8]) -> PageResponse {
        desktop.post(form, uploads: ["file": .init(name: name, bytes: bytes)])
    }

    /// Each of another role.
    private var interviews: Int {
        get throws { try desktop.application.desk.openRecruitments(holding: "", count: 10).count }
    }

    @Test(
        "what is none of the kinds is refused in words",
        arguments: [
            ("empty.ics", [UInt8]()), ("empty.csv", []),
            ("picture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
            ("letter.txt", Array("Dear Ada, see you on Monday.".utf8)),
            ("zeros.csv", [UInt8](repeating: 0, count: 4096)),
            ("latin.eml", [0xFF, 0xFE, 0xE9, 0x0A]),
            ("jobs.xlsx", Array("PK\u{3}\u{4}[Content_Types].xml".utf8)),
            ("../../etc/passwd.ics", Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT".utf8)),
            ("<b>x</b>.csv", Array("a,b\n\"unclosed".utf8)), ("", Array("x".utf8)),
            ("broken.eml", Array("From: a\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x".utf8)),
        ])
    func refused(name: String, bytes: [UInt8]) throws {
        let response = upload(name, bytes)
        #expect(response.status == 422, "\(name)")
        expectSound(response, name)
        #expect(Markup(response.text).all("b").isEmpty)
        #expect(try interviews == 0)
    }

    @Test("a form without a file, or with one in another field, asks for it")
    func missing() throws {
        for response in [
            desktop.post(form), desktop.post(form, [("file", "invite.ics")]),
            desktop.post(form, uploads: ["other": .init(name: "invite.ics", bytes: [1])]),
        ] {
            #expect(response.status == 422)
            expectSound(response)
        }
        expectSound(desktop.get(form))
    }

    private static let sheet = """
        Organisation,Role,Interview date,Interviewer
        City Library,Data Analyst,03/12/2026,Jane Okafor <jane@example.org>
        Harbour Trust,Archivist,02/12/2026,Tom Brown <tom@example.org>
        Quay Museum,Curator,,
        """

    private func answer(_ reply: String, on page: PageResponse) -> PageResponse {
        desktop.post(
            sheetForm,
            Markup(page.text).fields(ofForm: sheetForm).filter { $0.0 != "reply" } + [
                ("reply", reply), ("step", "answer"),
            ])
    }

    @Test(
        "what a spreadsheet leaves open is asked, what was understood is shown, and then it is recorded once")
    func spreadsheet() throws {
        var page = upload("jobs.csv", Array(Self.sheet.utf8))
        #expect(page.status == 200)
        expectSound(page)
        let wrong = answer("sometime", on: page)
        #expect(wrong.status == 422)
        expectSound(wrong)
        page = answer("dmy", on: wrong)
        expectSound(page)
        page = answer("15:00", on: page)
        expectSound(page)
        #expect(page.text.contains("Record 2 interviews"))
        #expect(page.text.contains("left out: no date of an interview"))
        #expect(try interviews == 0)
        // The question before is the next one again.
        let before = desktop.press("back", on: page, form: sheetForm)
        expectSound(before)
        #expect(!before.text.contains("Record 2 interviews"))
        for _ in 1...2 {
            #expect(desktop.press("record", on: page, form: sheetForm).location == "/queue?show=drafts")
        }
        #expect(try interviews == 2)
        #expect(try desktop.application.desk.messages(in: [.queued]).isEmpty, "all are drafts")
    }

    @Test("what can't be recorded keeps the whole file out, and is named with its row")
    func troubles() throws {
        let text = Self.sheet.replacing("03/12/2026", with: "2026-12-03 15:00").replacing(
            "02/12/2026", with: "2026-12-02 15:00"
        ).replacing("tom@example.org", with: "tom at example")
        let page = upload("jobs.csv", Array(text.utf8))
        expectSound(page)
        #expect(page.text.contains("What has to be put right"))
        #expect(Markup(page.text).buttons(ofForm: sheetForm)["Record 2 interviews"] == nil)
        _ = desktop.press("record", on: page, form: sheetForm)
        #expect(try interviews == 0)
    }

    @Test(
        "a form that no page wrote is refused",
        arguments: [
            [], [("sheet-name", "a.csv")], [("sheet", "%%%"), ("sheet-name", "a.csv"), ("step", "record")],
            [
                ("sheet", "YSxiCg=="), ("sheet-name", "a.csv"), ("said", "9"), ("said", "x"),
                ("step", "record"),
            ],
            [("sheet", "YSxiCg=="), ("sheet-name", "a.csv"), ("step", "fly")],
        ] as [[(String, String)]])
    func notAForm(fields: [(String, String)]) throws {
        let response = desktop.post(sheetForm, fields)
        #expect([400, 422].contains(response.status))
        expectSound(response)
        #expect(try interviews == 0)
    }

    private static func invitation(_ sequence: Int, hour: Int) -> [UInt8] {
        Array(
            """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//Test//Test//EN\r
            METHOD:REQUEST\r
            BEGIN:VEVENT\r
            UID:meeting-1@example.org\r
            DTSTAMP:20261120T100000Z\r
            SEQUENCE:\(sequence)\r
            DTSTART:20261203T\(hour)0000Z\r
            DTEND:20261203T\(hour + 1)0000Z\r
            SUMMARY:Interview Data Analyst\r
            ORGANIZER;CN=Jane Okafor:mailto:jane@citylibrary.example\r
            ATTENDEE;CN=Ada Example:mailto:ada@example.org\r
            END:VEVENT\r
            END:VCALENDAR\r

            """.utf8)
    }

    @Test("a newer invitation moves the interview; what the user told of it stays")
    func moved() throws {
        let first = upload("invite.ics", Self.invitation(0, hour: 13))
        #expect(first.status == 200)
        expectSound(first)
        let look = desktop.press("look", on: first, form: "/interviews/new")
        let told = [
            "organisation": "City Library", "role": "Data Analyst", "person-0-topic": "the open-data portal",
        ]
        #expect(desktop.press("show", on: look, form: "/interviews/new", with: told).status == 303)
        #expect(
            desktop.press("show", on: look, form: "/interviews/new", with: told).location
                == "/interviews/1/messages",
            "pressed twice")
        let newer = upload("invite.ics", Self.invitation(1, hour: 14))
        expectSound(newer)
        #expect(Markup(newer.text).buttons(ofForm: "/interviews/new").isEmpty)
        let moved = desktop.press("move", on: newer, form: form)
        #expect(moved.location == "/interviews/1/edit")
        let interview = try desktop.application.desk.interview(.init(rawValue: 1))
        #expect(interview.ended.wall.second == 15 * 3600)
        #expect(interview.panel.map(\.talkingPoint) == ["the open-data portal"])
    }
}
