import Etiquette
import Testing

@testable import Intake

@Suite("Folds are taken out before names are looked for (RFC 5545 3.1), and nothing is lost without a word")
struct FoldingTests {
    private let invitation = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:one@example.org",
        "DTSTAMP:20261101T080000Z", "ORGANIZER;CN=Jane Okafor:mailto:jane@example.org", "X-NOTE:a",
        "ATTENDEE;CN=Tom Ó Briain:mailto:tom@example.org", "DTSTART;TZID=Europe/London:20261120T140000",
        "DTEND;TZID=Europe/London:20261120T150000", "SUMMARY:Interview: Data Analyst at City Library",
        "END:VEVENT", "END:VCALENDAR",
    ]

    /// Each line with a fold behind so many bytes, where it has as many.
    private func folded(at position: Int, _ end: String, _ space: String) -> [UInt8] {
        invitation.flatMap { line in
            let bytes = Array(line.utf8)
            let fold = position < bytes.count ? Array((end + space).utf8) : []
            return bytes.prefix(position) + fold + bytes.dropFirst(position) + Array(end.utf8)
        }
    }

    @Test(
        "wherever a fold stands, the same is read",
        arguments: [1, 2, 3, 5, 6, 7, 8, 9, 11, 12, 15, 16, 22, 24, 30], ["\r\n", "\n", "\r\r\n"])
    func anywhere(position: Int, end: String) throws {
        let plain = try only(folded(at: 1_000, "\r\n", " "))
        for space in [" ", "\t"] {
            let read = try only(folded(at: position, end, space))
            #expect(read.identity == plain.identity)
            #expect(read.summary == plain.summary)
            #expect(read.meeting?.people.map(\.name) == ["Jane Okafor", "Tom Ó Briain"])
            #expect(read.meeting?.people.map { $0.address?.text } == ["jane@example.org", "tom@example.org"])
            #expect(read.meeting?.ends == plain.meeting?.ends)
        }
    }

    @Test("several events whose ends are folded are several events")
    func severalEvents() throws {
        let events = (0..<20).flatMap { number in
            ["BEGIN\r\n :VEVENT", "UID\r\n :\(number)"] + event([]).filter { !$0.hasPrefix("UID") }
                + ["END\r\n :VEVENT"]
        }
        let file = try Invitation.read(
            Array(
                (["BEGIN\r\n :VCALENDAR"] + events + ["END\r\n :VCALENDAR", ""]).joined(separator: "\r\n")
                    .utf8),
            named: "test.ics", for: ada())
        #expect(file.invitations.count == 20 && file.refused.isEmpty)
    }

    @Test("what lies in a mail is unfolded, too")
    func inMail() throws {
        let mail = "From: jane@example.org\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"
        let read = try only(Array(mail.utf8) + folded(at: 8, "\r\n", " "))
        #expect(read.meeting?.people.count == 2)
    }

    @Test(
        "a line of somebody that has no mark behind its name is damaged, and not lost",
        arguments: [
            ("ATTENDEE CN=Tom:mailto:tom@example.org", 1), ("ATTENDEE=mailto:tom@example.org", 1),
            ("ATTENDEE", 0), ("ATTENDEE,CN=Tom", 0),
        ])
    func damaged(line: String, people: Int) throws {
        let meeting = try meeting(["X-NOTE:a", line])
        #expect(meeting.people.map { $0.address?.text } == Array(repeating: "tom@example.org", count: people))
        #expect(meeting.leftOut.map(\.reason) == Array(repeating: .unreadable, count: 1 - people))
        // The user sees which line it is.
        #expect(meeting.leftOut.allSatisfy { !$0.text.isEmpty })
    }

    @Test("a time whose line has no mark behind its name is refused, and the beginning not taken for the end")
    func damagedTime() throws {
        guard case .unreadable("DTEND", _)? = try fault(calendar(event(["DTEND 20261120T150000Z"]))) else {
            Issue.record("taken")
            return
        }
    }
}
