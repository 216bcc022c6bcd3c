import Foundation
import Testing

/// The calendar as Python's `icalendar` reads it, which shares no code with libical.
@Suite struct CalendarReadersTests {
    private static let program = """
        import datetime, icalendar, json, sys
        def moment(value):
            day = value.dt
            if not isinstance(day, datetime.datetime): return day.isoformat()
            return day.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        events = [dict(uid=str(e['UID']), begins=moment(e['DTSTART']), errors=len(e.errors),
            sequence=int(e.get('SEQUENCE', 0)), summary=str(e['SUMMARY'])) for e in calendar.walk('VEVENT')]
        print(json.dumps(dict(version=str(calendar['VERSION']), errors=len(calendar.errors), events=events)))
        """

    private struct Read: Decodable {
        struct Event: Decodable {
            let uid: String
            let begins: String
            let errors: Int
            let sequence: Int
            let summary: String
        }

        let version: String
        let errors: Int
        let events: [Event]
    }

    private func read(_ file: String) throws -> Read {
        let checkout = try Checkout()
        let script = try checkout.scratch.file("read.py", Self.program)
        let said = try checkout.sh("/usr/bin/python3 '\(script)' <'\(file)'")
        try #require(said.status == 0, "\(said.text)")
        return try JSONDecoder().decode(Read.self, from: Data(said.text.utf8))
    }

    @Test func itShowsTheInstantsOfTheQueue() throws {
        let ada = try Applicant()
        let long =
            "A role with commas, semicolons; and a name that is folded over more than one line – für Köln"
        try ada.run(Applicant.interview("--decision-by", "2026-12-10", "--yes"))
        try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", long, "--ended",
            "2026-11-19 23:30",
            "--time-zone", "America/New_York", "--panel", "Kim Day <kim@example.com>", "--yes",
            "--role-short", "Clerk")
        let file = ada.home + "/own.ics"
        try ada.run("calendar", file)
        let calendar = try read(file)
        #expect(calendar.version == "2.0" && calendar.errors == 0)
        #expect(calendar.events.allSatisfy { $0.errors == 0 && $0.sequence == 0 })
        let queue = try ada.document("queue").items
        #expect(queue.count > 3)
        for message in queue {
            let due = message["nextAttempt"].string.isEmpty ? message["due"] : message["nextAttempt"]
            let event = calendar.events.first { $0.uid.hasPrefix("message-\(message["id"])@") }
            #expect(event?.begins == due.string, "\(message)")
        }
        #expect(calendar.events.contains { $0.uid.hasPrefix("decision-1@") && $0.begins == "2026-12-10" })
        #expect(calendar.events.contains { $0.summary.contains(long) }, "\(calendar.events.map(\.summary))")
    }
}
