import Testing

@testable import Intake

@Suite("Role and organisation: taken from the words of the invitation, or asked for")
struct SubjectTests {
    private let people = [
        "ORGANIZER;CN=Jane Okafor:mailto:jane.okafor@citylibrary.org.uk",
        "ATTENDEE;CN=Tom Ó Briain:mailto:tom@agency.example",
    ]

    @Test(
        "summaries",
        arguments: [
            ("Interview: Data Analyst at City Library", "Data Analyst", "City Library"),
            ("Interview for Data Analyst at City Library", "Data Analyst", "City Library"),
            (
                "Invitation: Interview for the post of Head Librarian at The British Library",
                "Head Librarian", "The British Library"
            ),
            ("Data Analyst interview at City Library", "Data Analyst", "City Library"),
            ("City Library <> Ada Example – Data Analyst interview", "Data Analyst", "City Library"),
            ("Ada Example <> Acme – Data Analyst", "Data Analyst", "Acme"),
            ("Interview: R-0012345 Data Analyst at City Library", "Data Analyst", "City Library"),
            ("Interview: Data Analyst - JR10023 at City Library", "Data Analyst", "City Library"),
            ("Interview for Graduate Scheme 2027 at City Library", "Graduate Scheme 2027", "City Library"),
            ("Interview with City Library", nil, "City Library"),
            ("Interview with City Library for Data Analyst role", "Data Analyst", "City Library"),
            ("Interview with Jane Okafor for Data Analyst", "Data Analyst", nil),
            ("Interview with Somebody Else for Data Analyst", "Data Analyst", nil),
            ("Interview with Ada Example for Data Analyst", "Data Analyst", nil),
            ("Technical Writer interview", "Technical Writer", nil),
            ("Technical interview - Senior Data Analyst (12 months FTC)", "Senior Data Analyst", nil),
            ("Phone Screen: Ada Example - Data Analyst - City Library", "Data Analyst", "City Library"),
            ("Ada Example | Data Analyst | Interview", "Data Analyst", nil),
            (
                "Acme Corp Interview: Senior Software Engineer, Platform",
                "Senior Software Engineer, Platform", "Acme Corp"
            ),
            (
                "Ada Example - Data Analyst @ City Library - Technical Interview (60 mins)", "Data Analyst",
                "City Library"
            ),
            ("Job interview for Project Officer at 10:00", "Project Officer", nil),
            ("Intro call with City Library (Data Analyst)", "Data Analyst", "City Library"),
            // Nothing that could be told from something else.
            ("Ada Example and Jane Okafor", nil, nil), ("Interview: Jane Okafor and Ada Example", nil, nil),
            ("Jane / Ada", nil, nil), ("Interview", nil, nil), ("Final Round with Tom Ó Briain", nil, nil),
            ("Hiring manager interview", nil, nil), ("HR interview", nil, nil),
            ("Recruiter screen - Ada Example", nil, nil),
            ("Interview at 3pm", nil, nil), ("Interview at Jane Okafor", nil, nil), ("Coffee chat", nil, nil),
            ("Meeting about budget at City Hall", nil, nil), ("Lunch with Tom", nil, nil),
        ] as [(String, String?, String?)])
    func summary(text: String, role: String?, organisation: String?) throws {
        let escaped = text.replacing(",", with: "\\,")
        let meeting = try meeting(["SUMMARY:\(escaped)"] + people)
        #expect(meeting.role?.value == role)
        #expect(meeting.organisation?.value == organisation)
        #expect(meeting.questions.contains(.role) == (role == nil))
        #expect(meeting.questions.contains(.organisation) == (organisation == nil))
        #expect([nil, text].contains(meeting.role?.quote))
        #expect([nil, CalendarPlace(part: nil, line: 6)].contains(meeting.role?.place))
    }

    @Test(
        "descriptions",
        arguments: [
            ("Role: Data Analyst\\nCompany: City Library", "Data Analyst", "City Library"),
            (
                "<html><body><p><b>Position:</b> Teaching Assistant</p><p>See you</p>", "Teaching Assistant",
                nil
            ),
            (
                "Dear Ada\\,\\n\\nThank you for applying for the Data Analyst role at City Library.",
                "Data Analyst", "City Library"
            ),
            (
                "Your interview for the position of Senior Archivist with the City Library. Bring ID.",
                "Senior Archivist", nil
            ),
            (
                "Thank you for your interest in our Data Analyst position\\, we look forward to meeting you.",
                "Data Analyst", nil
            ),
            ("Interview for position: Data Analyst\\nSee you", "Data Analyst", nil),
            ("Event Name: 30 Minute Interview\\n\\nLocation: This is a Zoom web conference.", nil, nil),
            ("Interviewers: Jane Okafor\\nRole: Jane Okafor", nil, nil),
            ("Role: https://example.com/job", nil, nil),
            ("", nil, nil),
        ] as [(String, String?, String?)])
    func description(text: String, role: String?, organisation: String?) throws {
        let meeting = try meeting(["DESCRIPTION:\(text)"] + people)
        #expect(meeting.role?.value == role)
        #expect(meeting.organisation?.value == organisation)
    }

    @Test("what the text says in so many words is told, what its shape suggests is likely")
    func sureness() throws {
        #expect(
            try meeting(["SUMMARY:Interview: Data Analyst at Acme"] + people).organisation?.sureness == .told)
        #expect(
            try meeting(["SUMMARY:Ada Example <> Acme – interview"] + people).organisation?.sureness
                == .likely)
        #expect(try meeting(["SUMMARY:Data Analyst interview"] + people).role?.sureness == .likely)
    }
}
