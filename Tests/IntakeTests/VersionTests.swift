import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("Versions of one meeting: the newest counts, a cancelled one ends it")
struct VersionTests {
    @Test(
        "of several versions in one file the highest SEQUENCE wins, then the latest DTSTAMP, whatever their order",
        arguments: [
            (["1 20261102", "2 20261101"], "second"), (["2 20261101", "1 20261102"], "first"),
            (["1 20261101", "1 20261102"], "second"), (["1 20261102", "1 20261101"], "first"),
        ])
    func newest(versions: [String], winner: String) throws {
        let events = zip(["first", "second"], versions).flatMap { name, version in
            let parts = version.split(separator: " ")
            return ["BEGIN:VEVENT"]
                + event(["SUMMARY:\(name)", "SEQUENCE:\(parts[0])", "DTSTAMP:\(parts[1])T080000Z"]) + [
                    "END:VEVENT"
                ]
        }
        let bytes = lines(["BEGIN:VCALENDAR", "METHOD:REQUEST"] + events + ["END:VCALENDAR"])
        #expect(try only(bytes).summary == winner)
    }

    @Test("a cancellation is one by its method or by its status, and needs neither times nor people")
    func cancelled() throws {
        let byMethod = try only(calendar(method: "CANCEL", ["UID:one@example.org", "SEQUENCE:3"]))
        #expect(byMethod.kind == .cancel)
        #expect(byMethod.identity == Invitation.Identity(uid: "one@example.org", recurrence: nil))
        #expect(byMethod.sequence == 3)
        #expect(try only(calendar(event(["STATUS:CANCELLED"]))).kind == .cancel)
        #expect(try only(calendar(event(["STATUS:CONFIRMED"]))).kind != .cancel)
    }

    @Test(
        "a cancellation of the same version, or of a later one, replaces the request; an earlier one does not"
    )
    func replacing() throws {
        func version(_ sequence: Int, _ method: String) throws -> InvitationVersion {
            try only(calendar(method: method, event(["SEQUENCE:\(sequence)"]))).version
        }
        #expect(try version(1, "CANCEL").replaces(version(1, "REQUEST")))
        #expect(try version(2, "CANCEL").replaces(version(1, "REQUEST")))
        #expect(try !version(1, "CANCEL").replaces(version(2, "REQUEST")))
        #expect(try !version(1, "REQUEST").replaces(version(1, "CANCEL")))
        #expect(try version(2, "REQUEST").replaces(version(1, "CANCEL")))
    }

    @Test(
        "a version may be counted in milliseconds",
        arguments: [("1407317367304", 1_407_317_367_304), ("x", 0)])
    func largeSequence(written: String, sequence: Int) throws {
        #expect(try only(calendar(event(["SEQUENCE:\(written)"]))).sequence == sequence)
    }

    @Test(
        "answers, counter-proposals and free times are nothing that an organiser asks for",
        arguments: ["REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "X-OTHER"])
    func otherMethods(method: String) throws {
        #expect(try fault(calendar(method: method, event([]))) == .notARequest(method: method))
    }

    @Test(
        "a series is refused, one event of it is taken, and a rule for one event makes no series",
        arguments: [
            (["RRULE:FREQ=WEEKLY"], true), (["RRULE:FREQ=SECONDLY"], true), (["RRULE:rubbish"], true),
            (["RDATE:20261127T140000Z"], true), (["RRULE:FREQ=DAILY;COUNT=1"], false),
            (["RRULE:FREQ=DAILY;COUNT=10"], true),
            (["RRULE:FREQ=WEEKLY", "RECURRENCE-ID:20261120T140000Z"], false),
        ])
    func series(lines: [String], isSeries: Bool) throws {
        #expect(try fault(calendar(event(lines))) == (isSeries ? .series : nil))
    }

    @Test("an event of a series is named by when it was to begin, in whatever zone that is written")
    func recurrence() throws {
        let inUTC = try only(calendar(event(["RECURRENCE-ID:20261120T140000Z"])))
        let inZone = try only(calendar(event(["RECURRENCE-ID;TZID=Europe/Berlin:20261120T150000"])))
        #expect(inUTC.identity == inZone.identity)
        #expect(inUTC.identity?.recurrence == .time(Date(timeIntervalSince1970: 1_795_183_200)))
        let other = try only(calendar(event(["RECURRENCE-ID:20261127T140000Z"])))
        #expect(other.identity != inUTC.identity)
    }

    @Test("the moved event of a series is taken beside the series, which is refused")
    func override() throws {
        let bytes = lines(
            ["BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT"] + event(["RRULE:FREQ=WEEKLY"])
                + ["END:VEVENT", "BEGIN:VEVENT"] + event(["RECURRENCE-ID:20261120T140000Z", "SUMMARY:moved"])
                + ["END:VEVENT", "END:VCALENDAR"])
        let file = try Invitation.read(bytes, named: "series.ics", for: ada())
        #expect(file.invitations.map(\.summary) == ["moved"])
        #expect(file.refused.map(\.fault) == [.series])
        #expect(file.refused.first?.file == "series.ics")
    }

    @Test("without a UID nothing tells that a later version is the same meeting, but the same twice is one")
    func withoutUID() throws {
        var bare = event([]).filter { !$0.hasPrefix("UID") }
        #expect(try only(calendar(bare)).identity == nil)
        bare += ["END:VEVENT", "BEGIN:VEVENT"] + bare
        #expect(try only(calendar(bare)).identity == nil)
    }
}
