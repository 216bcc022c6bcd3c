import Foundation
import TestFiles
import Testing

@Suite("afterword calendar")
struct CalendarTests {
    private let ada: Applicant

    init() throws {
        ada = try Applicant()
        try ada.run(Applicant.interview("--decision-by", "2026-12-10", "--yes"))
    }

    /// The properties of each event, lines unfolded, by its UID.
    private func events(_ text: String) -> [String: [String: String]] {
        let lines = text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        var events: [String: [String: String]] = [:]
        var event: [String: String] = [:]
        for line in lines {
            if line == "BEGIN:VEVENT" { event = [:] }
            if line == "END:VEVENT" { events[event["UID"] ?? "?"] = event }
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            event[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        return events
    }

    /// Without what makes it this database's own.
    private func named(_ events: [String: [String: String]]) -> [String: [String: String]] {
        Dictionary(
            uniqueKeysWithValues: events.map {
                ($0.key.split(separator: "@").first.map(String.init) ?? "", $0.value)
            })
    }

    @Test func itHasTheInstantsOfTheQueue() throws {
        let text = try ada.run("calendar").out
        let events = named(events(text))
        for message in try ada.document("queue").items {
            let moment = (message["nextAttempt"].string.isEmpty ? message["due"] : message["nextAttempt"])
                .string
            let plain = moment.replacing("-", with: "").replacing(":", with: "")
            #expect(events["message-\(message["id"])"]?["DTSTART"] == plain)
        }
        #expect(events["decision-1"]?["DTSTART;VALUE=DATE"] == "20261210")
        #expect(events["interview-1"]?["DTSTART"] == "20261120T150000Z")
        #expect(events["quiet-1"]?["DTSTART"] == "20261120T150000Z")
        #expect(events["quiet-1"]?["DTEND"] == events["message-3"]?["DTSTART"])
        #expect(events.count == 6)
        #expect(!text.contains("open-data portal"))
        #expect(
            try ada.run("calendar", "--with-text").out.replacing("\r\n ", with: "").contains(
                "open-data portal"))
    }

    @Test func whatHasChangedGetsTheNextSequence() throws {
        let file = ada.home + "/own.ics"
        #expect(try ada.run("calendar", file).out == "6 events written to \(file)\n")
        let before = try named(events(String(contentsOfFile: file, encoding: .utf8)))
        #expect(Set(before.values.map { $0["SEQUENCE"] }) == ["0"])
        #expect(try ada.run("calendar", file).out == "Nothing has changed in \(file)\n")
        ada.clock = "2026-11-20 17:00:00"
        try ada.run("hold", "1")
        try ada.run("calendar", file)
        let after = try named(events(String(contentsOfFile: file, encoding: .utf8)))
        #expect(after["message-1"]?["SEQUENCE"] == "1")
        #expect(after["message-1"]?["DTSTAMP"] == "20261120T170000Z")
        #expect(after["message-2"]?["SEQUENCE"] == "0")
        #expect(after["message-2"]?["DTSTAMP"] == before["message-2"]?["DTSTAMP"])
        #expect(Set(after.keys) == Set(before.keys))
    }

    @Test func anotherFileIsKept() throws {
        let file = try ada.scratch.file("notes.ics", "mine")
        let run = try ada.run("calendar", file)
        #expect(run.status == 73)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    @Test("while a run is up, the file in the data folder is kept current, and forgets with the database")
    func kept() throws {
        ada.clock = nil
        let run = try RunningProgram(ada)
        try run.waitUntil(says: " waiting ")
        let file = ada.home + "/calendar.ics"
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Jane Okafor"))
        try ada.run("forget", "1", "--confirm", "Jane Okafor")
        #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("Okafor"))
        run.signal(SIGTERM)
        _ = run.status()
    }
}
