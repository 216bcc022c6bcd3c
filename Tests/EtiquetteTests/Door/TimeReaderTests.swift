import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("Times and days are read as people write them, and never guessed where they may mean several")
struct TimeReaderTests {
    /// A Monday, 16:20 in London.
    private static let monday = "2026-11-30T16:20:45Z"

    private func read(
        _ text: String, _ tense: TimeReader.Tense = .past, at now: String = monday,
        in zone: String = "Europe/London"
    ) throws -> String {
        let time = try TimeReader(at: at(now), in: .iana(zone), tense).moment(text).time
        #expect(time.zone.identifier == zone)
        return Self.wall(time)
    }

    private static func wall(_ time: ZonedTime) -> String {
        "\(time.wall.day) \(ClockText.text(time.wall.second))"
    }

    private func refusal(
        _ text: String, _ tense: TimeReader.Tense = .past, at now: String = monday,
        in zone: String = "Europe/London"
    ) throws -> [String] {
        do {
            _ = try TimeReader(at: at(now), in: .iana(zone), tense).moment(text)
            return ["understood"]
        } catch {
            return switch error {
            case .ambiguousTime(_, let times): times.map(Self.wall)
            case .notYet(_, _, let instead): ["not yet"] + instead.map(Self.wall)
            case .lacksClock: ["lacks clock"]
            case .wrongWeekday(_, let day): ["wrong weekday of \(day)"]
            case .noSuchTime: ["no such time"]
            case .notATime: ["not a time"]
            default: ["\(error)"]
            }
        }
    }

    @Test(
        "a time that can mean one thing",
        arguments: [
            ("15:00", "2026-11-30 15:00"), ("3pm", "2026-11-30 15:00"), ("3 pm", "2026-11-30 15:00"),
            ("3.30 pm", "2026-11-30 15:30"), ("3.30 p.m.", "2026-11-30 15:30"),
            ("3:30PM", "2026-11-30 15:30"),
            ("15.00", "2026-11-30 15:00"), ("1500", "2026-11-30 15:00"), ("15", "2026-11-30 15:00"),
            ("15h30", "2026-11-30 15:30"), ("noon", "2026-11-30 12:00"), ("midday", "2026-11-30 12:00"),
            ("12pm", "2026-11-30 12:00"), ("12am", "2026-11-30 00:00"), ("09:15", "2026-11-30 09:15"),
            ("now", "2026-11-30 16:20"), ("just now", "2026-11-30 16:20"), ("NOW", "2026-11-30 16:20"),
            ("an hour ago", "2026-11-30 15:20"), ("half an hour ago", "2026-11-30 15:50"),
            ("20 minutes ago", "2026-11-30 16:00"),
            ("today 15:00", "2026-11-30 15:00"), ("today at 3pm", "2026-11-30 15:00"),
            ("15:00 today", "2026-11-30 15:00"), ("yesterday 3pm", "2026-11-29 15:00"),
            ("Yesterday, 15:00", "2026-11-29 15:00"), ("3pm yesterday", "2026-11-29 15:00"),
            ("the day before yesterday 10:45", "2026-11-28 10:45"),
            ("3 days ago at noon", "2026-11-27 12:00"),
            ("a week ago 15:00", "2026-11-23 15:00"),
            ("Monday 15:00", "2026-11-30 15:00"), ("Friday 15:00", "2026-11-27 15:00"),
            ("on Friday at 3pm", "2026-11-27 15:00"), ("last Friday 15:00", "2026-11-27 15:00"),
            ("last Monday 15:00", "2026-11-23 15:00"), ("tue 15:00", "2026-11-24 15:00"),
            ("15:00 on Thursday", "2026-11-26 15:00"),
            ("20/10/2026 15:00", "2026-10-20 15:00"), ("20.10.2026 15:00", "2026-10-20 15:00"),
            ("20/10/26 15:00", "2026-10-20 15:00"), ("20-10-2026 15:00", "2026-10-20 15:00"),
            ("20 Oct 15.00", "2026-10-20 15:00"), ("20 October 2026, 3pm", "2026-10-20 15:00"),
            ("20th October 15:00", "2026-10-20 15:00"), ("October 20, 2026 3:30 pm", "2026-10-20 15:30"),
            ("Oct 20 15:00", "2026-10-20 15:00"), ("3pm on 20 October", "2026-10-20 15:00"),
            ("Tue 20 Oct 15:00", "2026-10-20 15:00"),
            ("Tuesday, 20 October 2026 at 15:00", "2026-10-20 15:00"),
            ("20/10 15:00", "2026-10-20 15:00"), ("20.10. 15:00", "2026-10-20 15:00"),
            ("04/04/2026 15:00", "2026-04-04 15:00"), ("2026/10/20 15:00", "2026-10-20 15:00"),
            // Only one of two readings is a Tuesday.
            ("Tue 03/11/2026 15:00", "2026-11-03 15:00"),
            // Only one of two hours has passed.
            ("5", "2026-11-30 05:00"), ("today 9:30", "2026-11-30 09:30"), ("at 11", "2026-11-30 11:00"),
            ("  15:00  ", "2026-11-30 15:00"), ("yesterday\t3 pm", "2026-11-29 15:00"),
        ])
    func meansOneThing(text: String, moment: String) throws {
        #expect(try read(text) == moment)
    }

    @Test(
        "what may mean several is told with all that it may mean",
        arguments: [
            ("03/04/2026 15:00", ["2026-03-04 15:00", "2026-04-03 15:00"]),
            ("10/11 15:00", ["2026-10-11 15:00", "2026-11-10 15:00"]),
            ("03.04.26 3pm", ["2026-03-04 15:00", "2026-04-03 15:00"]),
            ("3", ["2026-11-30 03:00", "2026-11-30 15:00"]),
            ("3:30", ["2026-11-30 03:30", "2026-11-30 15:30"]),
            ("yesterday 9", ["2026-11-29 09:00", "2026-11-29 21:00"]),
            ("Friday at 3", ["2026-11-27 03:00", "2026-11-27 15:00"]),
            ("20 Oct at 3", ["2026-10-20 03:00", "2026-10-20 15:00"]),
            ("25 Oct 01:30", ["2026-10-25 01:30", "2026-10-25 01:30"]),
            ("25/10/2026 1.30am", ["2026-10-25 01:30", "2026-10-25 01:30"]),
            // More than half a year ago: last year's, or a slip for the coming one.
            ("20 Dec 15:00", ["2025-12-20 15:00", "2026-12-20 15:00"]),
        ])
    func meansSeveral(text: String, all: [String]) throws {
        #expect(try refusal(text) == all)
    }

    @Test(
        "what should have happened and has not is told with what may have been meant",
        arguments: [
            ("17:00", ["not yet", "2026-11-29 17:00"]), ("today 17:00", ["not yet"]),
            ("Monday 17:00", ["not yet", "2026-11-23 17:00"]), ("tomorrow 15:00", ["not yet"]),
            ("20/10/2027 15:00", ["not yet", "2026-10-20 15:00"]), ("in 2 hours", ["not yet"]),
            ("1 December 15:00", ["2025-12-01 15:00", "2026-12-01 15:00"]),
        ])
    func notYet(text: String, instead: [String]) throws {
        #expect(try refusal(text) == instead)
    }

    @Test(
        "what can't be read is refused with what is wrong",
        arguments: [
            ("", "not a time"), ("soon", "not a time"), ("25:00", "not a time"), ("15:60", "not a time"),
            ("13pm", "not a time"), ("0", "not a time"), ("midnight-ish", "not a time"),
            ("15:00-16:00", "not a time"),
            ("20/10/2026", "lacks clock"), ("yesterday", "lacks clock"), ("20 Oct", "lacks clock"),
            ("Monday", "lacks clock"), ("3 April 26", "lacks clock"), ("20 Oct 2026", "lacks clock"),
            ("31/02/2026 15:00", "not a time"), ("31 Feb 15:00", "not a time"),
            ("29 Feb 2026 15:00", "not a time"),
            ("Mon 20 Oct 2026 15:00", "wrong weekday of 2026-10-20"),
            ("2026-11-20 15:00 Europe/London", "not a time"),
            ("yesterday today 15:00", "not a time"), ("15:00 16:00", "not a time"),
            ("15:00 or so", "not a time"),
            ("29/03/2026 1.30 am", "no such time"),
            (String(repeating: "9", count: 400), "not a time"),
        ])
    func refused(text: String, why: String) throws {
        #expect(try refusal(text) == [why])
    }

    @Test(
        "a year that is not written is the nearest, across its turn too",
        arguments: [
            ("20 Dec 15:00", TimeReader.Tense.past, "2027-01-02T12:00:00Z", "2026-12-20 15:00"),
            ("31/12 23:00", .past, "2027-01-01T00:30:00Z", "2026-12-31 23:00"),
            ("1 Jan 00:15", .past, "2027-01-01T00:30:00Z", "2027-01-01 00:15"),
            ("2 Jan 10:00", .future, "2026-12-30T12:00:00Z", "2027-01-02 10:00"),
            ("30 Dec 10:00", .future, "2026-12-30T12:00:00Z", "2026-12-30 10:00"),
            ("Thu 31 Dec 15:00", .past, "2027-06-30T12:00:00Z", "2026-12-31 15:00"),
            ("29 Feb 15:00", .past, "2028-03-01T12:00:00Z", "2028-02-29 15:00"),
            ("29/02/2028 15:00", .past, "2028-03-01T12:00:00Z", "2028-02-29 15:00"),
            ("yesterday 15:00", .past, "2028-03-01T12:00:00Z", "2028-02-29 15:00"),
            ("yesterday 15:00", .past, "2027-01-01T12:00:00Z", "2026-12-31 15:00"),
        ])
    func years(text: String, tense: TimeReader.Tense, now: String, moment: String) throws {
        #expect(try read(text, tense, at: now) == moment)
    }

    @Test("today is that of the zone")
    func zones() throws {
        let now = "2026-11-30T23:30:00Z"
        #expect(try read("today 00:10", at: now, in: "Europe/Berlin") == "2026-12-01 00:10")
        #expect(try read("today 15:00", at: now, in: "America/New_York") == "2026-11-30 15:00")
        #expect(try read("yesterday 15:00", at: now, in: "Pacific/Kiritimati") == "2026-11-30 15:00")
    }

    @Test(
        "beside a change of the clocks, days stay days",
        arguments: [
            ("yesterday 15:00", "2026-10-26T09:00:00Z", "2026-10-25 15:00"),
            ("yesterday 15:00", "2026-03-30T09:00:00Z", "2026-03-29 15:00"),
            ("today 02:00", "2026-03-29T12:00:00Z", "2026-03-29 02:00"),
            ("2 days ago 01:30", "2026-03-31T12:00:00Z", "no such time"),
            ("an hour ago", "2026-10-25T01:30:00Z", "2026-10-25 01:30"),
            ("01:30", "2026-10-25T00:45:00Z", "2026-10-25 01:30"),
        ])
    func changes(text: String, now: String, moment: String) throws {
        guard moment != "no such time" else {
            #expect(try refusal(text, at: now) == [moment])
            return
        }
        #expect(try read(text, at: now) == moment)
    }

    @Test("of two equal times around a change, the one that has passed is the one that is meant")
    func passedTwin() throws {
        let reader = TimeReader(at: at("2026-10-25T00:45:00Z"), in: try .iana("Europe/London"), .past)
        #expect(try reader.moment("01:30").time.instant == at("2026-10-25T00:30:00Z"))
    }

    @Test(
        "ISO 8601 means what it says, whatever the moment, also in the future and where it exists twice",
        arguments: [
            ("2026-11-20 15:00", "2026-11-20 15:00"), ("2026-11-20T15:00", "2026-11-20 15:00"),
            ("2027-11-20 15:00", "2027-11-20 15:00"), ("2026-11-20T15:00+01:00", "2026-11-20 14:00"),
            ("2026-11-20 03:00", "2026-11-20 03:00"),
        ])
    func exact(text: String, moment: String) throws {
        #expect(try read(text) == moment)
        #expect(try TimeReader(at: at(Self.monday), in: .iana("Europe/London"), .past).moment(text).isExact)
    }

    @Test("an exact time that exists twice is the later one, and says so")
    func exactTwice() throws {
        let reader = TimeReader(at: at(Self.monday), in: try .iana("Europe/London"), .past)
        let understood = try reader.moment("2026-10-25 01:30")
        #expect(understood.wasTwice && understood.time.instant == at("2026-10-25T01:30:00Z"))
        #expect(try reader.moment("yesterday 15:00").isExact == false)
    }

    @Test(
        "a day that was promised is the coming one",
        arguments: [
            ("2026-12-04", "2026-12-04"), ("4 December", "2026-12-04"), ("4 Dec 2026", "2026-12-04"),
            ("04/12/2026", "ambiguous 2026-04-12 2026-12-04"), ("25/12/2026", "2026-12-25"),
            ("25/12", "2026-12-25"),
            ("Friday", "2026-12-04"), ("by Friday", "2026-12-04"), ("this Friday", "2026-12-04"),
            ("next Friday", "ambiguous 2026-12-04 2026-12-11"), ("Monday", "ambiguous 2026-11-30 2026-12-07"),
            ("tomorrow", "2026-12-01"), ("today", "2026-11-30"), ("in two weeks", "2026-12-14"),
            ("in 3 days", "2026-12-03"),
            ("within two weeks", "2026-12-14"), ("in a fortnight", "2026-12-14"), ("next week", "2026-12-11"),
            ("by the end of the week", "2026-12-04"), ("the end of next week", "2026-12-11"),
            ("this week", "2026-12-04"), ("end of the month", "2026-11-30"),
            ("end of next month", "2026-12-31"), ("next month", "none"), ("within", "none"),
            ("5 January", "2027-01-05"), ("Fri 4 Dec", "2026-12-04"),
            // Just gone, or next year's.
            ("20 November", "ambiguous 2026-11-20 2027-11-20"), ("29 Feb 2027", "none"), ("soon", "none"),
            ("", "none"),
            ("2026-13-01", "none"), ("15:00", "none"), ("Mon 4 Dec", "wrong 2026-12-04"),
        ])
    func promised(text: String, day: String) throws {
        let reader = TimeReader(at: at(Self.monday), in: try .iana("Europe/London"), .future)
        let read: String
        do throws(InputProblem) {
            read = try reader.day(text).description
        } catch {
            read =
                switch error {
                case .ambiguousDay(_, let days): "ambiguous " + days.map(\.description).joined(separator: " ")
                case .wrongWeekday(_, let day): "wrong \(day)"
                default: "none"
                }
        }
        #expect(read == day)
    }

    @Test(
        "a day that has been is the last one",
        arguments: [("Friday", "2026-11-27"), ("1/11", "ambiguous"), ("20 Nov", "2026-11-20")])
    func pastDay(text: String, day: String) throws {
        let reader = TimeReader(at: at(Self.monday), in: try .iana("Europe/London"), .past)
        #expect(((try? reader.day(text))?.description ?? "ambiguous") == day)
    }
}

/// `15:00` of seconds since midnight.
private enum ClockText {
    static func text(_ second: Int) -> String {
        let (hour, minute) = (second / 3600, second / 60 % 60)
        return "\(hour / 10)\(hour % 10):\(minute / 10)\(minute % 10)"
    }
}
