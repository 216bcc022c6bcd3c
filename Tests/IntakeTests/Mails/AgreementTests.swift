import Etiquette
import Foundation
import Testing

@testable import Intake

/// A mail of Monday 30 November 2026.
func interviewMail(
    _ body: String, subject: String = "Your application", from: String = "Jane Okafor <jane@citylibrary.org>",
    date: String = "Mon, 30 Nov 2026 09:00:00 +0000", more: String = "", id: String = "m1@example.org"
) -> [UInt8] {
    let header = [
        "From: \(from)", "To: ada@example.org", "Subject: \(subject)", "Message-ID: <\(id)>", "Date: \(date)",
    ]
    return Array((header.joined(separator: "\n") + "\n" + more + "\n" + body + "\n").utf8)
}

@Suite("a mail agrees to an interview only where a line of it says so") struct AgreementTests {
    private func meetings(_ mail: [UInt8]) throws -> [Meeting] {
        InterviewMail(mail, received: nil, for: try ada())?.invitations.compactMap(\.meeting) ?? []
    }

    static let agreed: [(String, String)] = [
        ("Looking forward to meeting you on Tuesday 8 December at 10:30.", "2026-12-08T10:30"),
        ("We look forward to speaking with you on 8 December 2026, 10.30 am.", "2026-12-08T10:30"),
        ("Your interview is confirmed for Tuesday, December 8th at 2pm.", "2026-12-08T14:00"),
        ("This is to confirm your interview on 08/12/2026 (Tuesday) at 14:00.", "2026-12-08T14:00"),
        (
            "Great, that's confirmed then. The interview is at our office, Tuesday 8 December at 10:30.",
            "2026-12-08T10:30"
        ),
        ("I have booked you in for your interview at 3.15pm on Thursday 10 December.", "2026-12-10T15:15"),
        ("We'd like to invite you to an interview on Monday 14 December at 13:00.", "2026-12-14T13:00"),
        (
            "I am pleased to\ninvite you to an interview on Thursday 3 December at 10.30am at the Central\nLibrary, "
                + "Room 4. The panel will be Grace Hill and Tom Brown.\n\nPlease let me know if you can come.",
            "2026-12-03T10:30"
        ),
        (
            "We'd like to invite you to an interview on Monday 14 December at 13:00. Please confirm that you can come.",
            "2026-12-14T13:00"
        ),
        (
            "We are delighted to invite you for interview on 3 December at 2pm. Please confirm your attendance.",
            "2026-12-03T14:00"
        ),
        ("Your phone screen has been scheduled.\n\nDate: 9 December 2026\nTime: 09:30", "2026-12-09T09:30"),
        ("Confirming our interview tomorrow at 4pm. See you then!", "2026-12-01T16:00"),
        ("See you on Thursday at 11:00 for the interview.", "2026-12-03T11:00"),
        ("Your interview is confirmed, at 10:30 on 9 December so do bring your papers.", "2026-12-09T10:30"),
        ("The interview has been moved to Friday 11 December at 9am.", "2026-12-11T09:00"),
        ("Your interview will take place on 4 January at 10:00.", "2027-01-04T10:00"),
        (
            "A reminder of your interview on Wednesday 2 December at noon, that is at 12 noon on 2 December.",
            "2026-12-02T12:00"
        ),
        (
            "Perfect, that works for us. See you then for the interview.\n\nOn Sun, 29 Nov 2026 at 10:00, Ada "
                + "Example <ada@example.org> wrote:\n> Friday 4 December at 11am is fine.", "2026-12-04T11:00"
        ),
        (
            "wir freuen uns auf das Vorstellungsgespräch am Dienstag, 8. Dezember 2026 um 10:30 Uhr.",
            "2026-12-08T10:30"
        ),
    ]

    @Test("an agreement is found with its time", arguments: agreed.indices)
    func found(index: Int) throws {
        let (body, time) = Self.agreed[index]
        let found = try meetings(interviewMail("Dear Ada,\n\n\(body)\n\nKind regards\nJane"))
        let wall = found.map { meeting in
            let wall = meeting.starts.wall
            return "\(wall.day)T\(ClockTime.text(wall.second))"
        }
        #expect(wall == [time], "\(body)")
    }

    @Test(
        "a proposal, a question, a rejection, an end or another meeting is none",
        arguments: [
            "Would Thursday 10 December at 3pm suit for an interview?",
            "Could you come in for an interview on Tuesday 8 December at 10:30?",
            "How about an interview on Tuesday 8 December at 10:30?",
            "I propose Tuesday 8 December at 10:30 for the interview. Looking forward to meeting you.",
            "Please let me know if Tuesday 8 December at 10:30 works for the interview.",
            "We can offer an interview on Tuesday 8 December at 10:00 or Wednesday 9 December at 11:00.",
            "Interview slots:\n\nTuesday 8 December at 10:00\n\nWednesday 9 December at 11:00\n\nThursday 10 December at 9:00",
            "We'd like to invite you to an interview on Monday 14 December at 13:00 or Tuesday 15 December at 9:00.",
            "Would you be free if we invite you to an interview on Monday 14 December at 13:00?",
            "Provisionally, your interview is on Monday 14 December at 13:00.",
            "Unfortunately your interview on Tuesday 8 December at 10:30 is cancelled.",
            "Thank you for the interview. We will not be progressing your application. The role was confirmed on "
                + "Tuesday 8 December at 10:30.",
            "Thank you for coming to the interview on Thursday 26 November at 10:30. Confirmed expenses will follow.",
            "Your application is confirmed. Please send your answers before the interview by Friday 4 December at 17:00.",
            "We confirmed your interview. It will be in December.",
            "Your interview is confirmed for Monday at 10:00.",
            "Your interview is confirmed for next Thursday at 10:00.",
            "Your interview is confirmed for 08/12/27 or so at 10:00.",
            "Your interview is confirmed for 03/02/2027 at 10:00.",
            "Your appointment is confirmed for Tuesday 8 December at 10:30.",
            "Looking forward to meeting you for dinner on Tuesday 8 December at 19:30.",
            "Your parcel is confirmed for Tuesday 8 December at 10:30.",
            "Nous vous confirmons votre entretien le mardi 8 décembre à 10h30.",
            "Le confirmamos su entrevista el martes 8 de diciembre a las 10:30.",
            "",
        ])
    func nothing(body: String) throws {
        let subject = body.contains("appointment") || body.contains("parcel") ? "Hello" : "Your application"
        #expect(try meetings(interviewMail("Dear Ada,\n\n\(body)\n", subject: subject)).isEmpty)
    }

    @Test("what the mail does not tell is open, and what it tells has its line")
    func evidence() throws {
        let mail = interviewMail(
            "Dear Ada,\n\nYour interview for the Web Editor role at Harbour Coffee Ltd is confirmed for Wednesday 9 "
                + "December 2026 from 10:30 to 11:15 GMT.\n\nPriya")
        let found = try #require(InterviewMail(mail, received: nil, for: try ada())?.invitations.first)
        let meeting = try #require(found.meeting)
        #expect(meeting.questions.isEmpty)
        #expect(meeting.ends.instant == meeting.starts.instant + 45 * 60)
        #expect(meeting.role?.value == "Web Editor" && meeting.organisation?.value == "Harbour Coffee Ltd")
        #expect(meeting.role?.place.line == 3 && found.place.line == 3)
        #expect(found.agreed?.hasPrefix("Your interview for the Web Editor role") == true)
        #expect(meeting.people.map(\.name) == ["Jane Okafor"])
        let bare = try #require(
            try meetings(interviewMail("Looking forward to meeting you on Tuesday 8 December at 10:30."))
                .first)
        #expect(bare.questions == [.floating(assumed: "Europe/London"), .end, .organisation, .role])
    }

    @Test("a weekday that is not that of the date is asked about")
    func wrongWeekday() throws {
        let mail = interviewMail("Looking forward to meeting you on Tuesday 9 December 2026 at 10:30.")
        let meeting = try #require(try meetings(mail).first)
        let day = try #require(Day("2026-12-09"))
        #expect(meeting.questions.contains(.weekday(1, day)))
    }

    @Test(
        "how long it takes is read where the sentence says so",
        arguments: [
            ("for 45 minutes", 45), ("(30 minutes)", 30), ("for one hour", 60), ("– a 90-minute panel", 90),
            ("in 30 minutes' walk of the station, for 45 minutes", nil), ("", nil),
        ])
    func length(words: String, minutes: Int?) throws {
        let mail = interviewMail("Your interview is confirmed for 8 December 2026 at 10:30 \(words).")
        let meeting = try #require(try meetings(mail).first)
        #expect(meeting.ends.instant == meeting.starts.instant + Double(minutes ?? 0) * 60)
        #expect(meeting.questions.contains(.end) == (minutes == nil))
    }
}
