import Etiquette
import Testing

@testable import Intake

@Suite("Bad input is refused soon, with file, line and reason", .timeLimit(.minutes(1)))
struct BadInputTests {
    @Test("more bytes than an invitation has")
    func size() throws {
        let bytes = [UInt8](repeating: 0x41, count: InvitationFile.sizeLimit + 1)
        #expect(try fault(bytes) == .tooLarge(limit: InvitationFile.sizeLimit))
    }

    @Test("a line without end is cut where it does not matter, and refused where it does")
    func endlessLine() throws {
        let endless = String(repeating: "x", count: 3_000_000)
        let start = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + event([]).joined(separator: "\r\n") + "\r\n"
        let end = "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        #expect(try only(Array((start + "X-ALT-DESC:" + endless + end).utf8)).summary == "Interview")
        let person = start + "ATTENDEE;CN=\(endless):mailto:jane@example.com" + end
        #expect(try only(Array(person.utf8)).meeting?.leftOut.map(\.reason) == [.unreadable])
        let time = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261120T140000Z" + endless + end
        guard case .unreadable("DTSTART", _)? = try fault(Array(time.utf8)) else {
            Issue.record("taken")
            return
        }
    }

    @Test("components in components without end")
    func depth() throws {
        let nested = String(repeating: "BEGIN:VEVENT\r\n", count: 50_000)
        #expect(
            try fault(Array(("BEGIN:VCALENDAR\r\n" + nested).utf8)) == .tooDeep(limit: CalendarText.deepest))
    }

    @Test("mails in mails without end")
    func mails() throws {
        let nested = String(repeating: "Content-Type: message/rfc822\r\n\r\n", count: 50_000)
        #expect(try fault(Array(nested.utf8)) == .mailWithoutCalendar)
        #expect(try fault(Array(String(repeating: "X: y\r\n", count: 60_000).utf8)) == .mailWithoutCalendar)
        #expect(try fault(Array(String(repeating: "A:\n", count: 200_000).utf8)) == .mailWithoutCalendar)
        let parts = (0..<2000).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }
            .joined()
        #expect(try fault(Array(parts.utf8)) == .mailWithoutCalendar)
    }

    @Test("lines without number")
    func lineCount() throws {
        let many =
            Array("BEGIN:VCALENDAR\n".utf8)
            + Array(repeating: [0x41, 0x3A, 0x0A], count: ContentLine.most).flatMap { $0 }
        #expect(try fault(many) == .tooManyLines(limit: ContentLine.most))
    }

    @Test("ten thousand attendees, and more events than a year has")
    func crowds() throws {
        let crowd = (0..<10_000).map { "ATTENDEE;CN=Person \($0):mailto:p\($0)@example.com" }
        #expect(try fault(calendar(event(crowd))) == .tooManyPeople(limit: Guests.most))
        let events = Array(repeating: ["BEGIN:VEVENT"] + event([]) + ["END:VEVENT"], count: 600).flatMap {
            $0
        }
        let bytes = lines(["BEGIN:VCALENDAR"] + events + ["END:VCALENDAR"])
        #expect(try fault(bytes) == .tooManyEvents(limit: CalendarReading.mostEvents))
    }

    @Test(
        "times that can't be",
        arguments: [
            (["DTSTART:20261320T140000Z"], "DTSTART"), (["DTSTART:20261120T250000Z"], "DTSTART"),
            (["DTSTART:20260230T140000Z"], "DTSTART"), (["DTSTART:tomorrow"], "DTSTART"),
            (["DTSTART:"], "DTSTART"),
            (["DTSTART:20261120T140000Z", "DTSTART:20261121T140000Z"], "DTSTART"),
            (["DTSTART:20261120T150000", "Z"], "DTSTART"), (["DTEND:later"], "DTEND"),
            (["DTSTART:20261120T140000Z", "DURATION:P9999999999W"], "DURATION"),
            (["RECURRENCE-ID:rubbish"], "RECURRENCE-ID"),
        ])
    func times(lines: [String], property: String) throws {
        let found = try fault(calendar(event(lines)))
        guard case .unreadable(property, _)? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test("no beginning, no end, an end before the beginning")
    func spans() throws {
        #expect(try fault(calendar(["UID:x", "SUMMARY:Interview"])) == .noStart)
        let open = try only(calendar(["UID:x", "DTSTART:20261120T140000Z"]))
        #expect(open.meeting?.questions.contains(.end) == true)
        #expect(try fault(calendar(event(["DTEND:20261120T130000Z"]))) == .endsBeforeStart)
        #expect(
            try fault(calendar(["UID:x", "DTSTART:20261120T140000Z", "DURATION:-PT1H"])) == .endsBeforeStart)
        // A day behind a time is no end.
        #expect(try meeting(["DTEND;VALUE=DATE:20261121"]).questions.contains(.end))
    }

    @Test(
        "whole days are asked about",
        arguments: [
            ["DTSTART;VALUE=DATE:20261120"], ["DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261121"],
            ["X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"], ["DTSTART;VALUE=DATE:20261120", "DURATION:P1D"],
        ])
    func wholeDays(lines: [String]) throws {
        let meeting = try meeting(lines)
        #expect(meeting.questions.first == .allDay(try Day.parse("2026-11-20")))
        #expect(!meeting.hasTimes)
    }

    @Test("a file that ends inside an event, and one that lacks only its last line")
    func cutShort() throws {
        let whole = calendar(event(["ATTENDEE;CN=Jane Okafor:mailto:jane@example.com"]))
        let text = String(decoding: whole, as: UTF8.self)
        let half = text.replacing("END:VEVENT\r\nEND:VCALENDAR\r\n", with: "")
        #expect(try fault(Array(half.utf8)) == .cutShort(component: "VEVENT"))
        #expect(try fault(Array(text.replacing("END:VCALENDAR\r\n", with: "").utf8)) == nil)
    }

    @Test("a name that a line was broken in is asked for; one that was folded is whole")
    func folding() throws {
        let people = { (line: String) throws in try meeting([line]).people.map(\.name) }
        #expect(try people("ATTENDEE;CN=Jane\r\n  Okafor:mailto:jane@example.com") == ["Jane Okafor"])
        #expect(try people("ATTENDEE;CN=Jane\r\n\t Okafor:mailto:jane@example.com") == ["Jane Okafor"])
        #expect(try people("ATTENDEE;CN=Jane Oka\r\nfor:mailto:jane@example.com") == [])
        #expect(try people("ATTENDEE;CN=Jane Okafor:mailto:jane@example.com\r\nand so on") == [nil])
    }

    @Test("a problem says file, part and line")
    func place() throws {
        let bad = try #require(try problem(calendar(event(["DTEND:later"]))))
        #expect(
            bad
                == IntakeProblem(
                    file: "test.ics", place: CalendarPlace(part: nil, line: 6),
                    fault: .unreadable(property: "DTEND", value: "later")))
    }
}
