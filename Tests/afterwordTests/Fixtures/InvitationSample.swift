import Foundation

/// An invitation to an interview that ends on 20 November 2026 at 15:00 in London.
struct InvitationSample {
    var method = "REQUEST"
    var sequence = 0
    var start = "20261120T140000"
    var end = "20261120T150000"
    var zone = ";TZID=Europe/London"
    var summary = "Interview for Data Analyst at City Library"
    var people = [
        "ORGANIZER;CN=Jane Okafor:mailto:jane.okafor@example.org",
        "ATTENDEE;CN=Jane Okafor:mailto:jane.okafor@example.org",
        "ATTENDEE;CN=Tom Ó Briain:mailto:tom@example.org",
        "ATTENDEE;CN=Ada Example:mailto:ada@example.org",
    ]

    var text: String {
        let times = ["DTSTART\(zone):\(start)"] + (end.isEmpty ? [] : ["DTEND\(zone):\(end)"])
        let event =
            ["BEGIN:VEVENT", "UID:one@example.org", "DTSTAMP:20261112T090000Z", "SEQUENCE:\(sequence)"]
            + times
            + ["SUMMARY:\(summary)"] + people + ["END:VEVENT"]
        return (["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:\(method)"] + event + ["END:VCALENDAR"])
            .map { $0 + "\r\n" }.joined()
    }

    /// One that was written for the tests of the reader, in the style of a system.
    static func shared(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appending(path: "IntakeTests/Invitations/\(name)").path
    }
}

extension Applicant {
    /// A week before the interview of the sample.
    static let weekBefore = "2026-11-13 12:00:00"

    /// Imports a sample from a file.
    @discardableResult
    func take(_ sample: InvitationSample = InvitationSample(), _ more: String...) throws -> Run {
        try run(["import", try scratch.file("invite.ics", sample.text)] + more)
    }
}
