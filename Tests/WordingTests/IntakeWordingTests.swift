import Etiquette
import Foundation
import Testing

@testable import Intake
@testable import Wording

@Suite("Every problem, question and omission of an invitation has its sentence") struct IntakeWordingTests {
    static let faults: [(IntakeProblem.Fault, String)] = [
        (.tooLarge(limit: 5 << 20), "larger than 5 MB"), (.notACalendar, "neither a calendar nor a mail"),
        (.mailWithoutCalendar, "this mail has no invitation attached"),
        (.noEvent, "holds no event"), (.cutShort(component: "VEVENT"), "ends inside “VEVENT”"),
        (.tooDeep(limit: 9), "more than 9 levels of nested parts"),
        (.tooManyLines(limit: 9), "more than 9 lines"),
        (.tooManyEvents(limit: 9), "more than 9 events"), (.tooManyPeople(limit: 9), "more than 9 people"),
        (.unreadable(property: "DTSTART", value: "soon"), "DTSTART can't be read: “soon”"),
        (.noStart, "does not say when it begins"),
        (.endsBeforeStart, "ends before it begins"), (.series, "a whole series of events"),
        (.notARequest(method: "REPLY"), "a calendar of the kind “REPLY”"),
    ]

    @Test(arguments: faults.indices)
    func faultsHaveSentences(index: Int) {
        let (fault, words) = Self.faults[index]
        let place = CalendarPlace(part: "invite.ics", line: 12)
        let sentence = IntakeProblem(file: "a.eml", place: place, fault: fault).sentence.read
        #expect(sentence.hasPrefix("“a.eml” (line 12 of “invite.ics”): "))
        #expect(sentence.contains(words))
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix("[addInterview]"))
        #expect(
            IntakeProblem(file: "standard input", place: nil, fault: fault).sentence.read.hasPrefix(
                "standard input: "))
    }

    private static func questions() throws -> [(Question, code: String, option: String, words: String)] {
        let tom = try EmailAddress("tom@example.org")
        return [
            (.organisation, "organisation", "[organisation]", "at which organisation"),
            (.role, "role", "[role]", "for which role"), (.end, "end", "[ended]", "not when it ends"),
            (
                .zone(written: "Custom", candidates: ["Europe/London", "Europe/Lisbon"]), "zone",
                "[timeZone]",
                "“Custom”, which is not the name of one; its rules are those of Europe/London or Europe/Lisbon."
            ),
            (.zone(written: "Custom", candidates: []), "zone", "[timeZone]", "which is not the name of one."),
            (.floating(assumed: "Europe/London"), "floating", "[timeZone]", "it was read in Europe/London"),
            (
                .zoneDisagrees(name: "Europe/London", inFile: 5400, known: -3600), "zone-disagrees",
                "[ended] or [timeZone]",
                "1 h 30 min east of Greenwich, the zone of that name 1 h west of Greenwich"
            ),
            (.name(of: tom), "name", "[panel]", "no name for tom@example.org"),
            (.address(of: "Tom"), "address", "[panel]", "no address for Tom"),
            (.isThisYou(tom), "is-this-you", "[panel]", "tom@example.org has your name"),
            (.people, "people", "[panel]", "There is nobody left to thank"),
            (.allDay(try Day.parse("2026-11-20")), "all-day", "[ended]", "the whole day of Fri 20 Nov 2026"),
            (
                .unknownZone(written: "Nowhere", assumed: "Europe/London"), "unknown-zone", "[timeZone]",
                "its time zone “Nowhere”, which is not the name of one"
            ),
            (
                .zoneBesideUTC(name: "Europe/Vienna"), "zone-beside-utc", "[ended] or [timeZone]",
                "both as UTC and as that of “Europe/Vienna”"
            ),
            (
                .unusableAddress(of: "André", .notAnAddress("andré@example.org", .localPart("é"))),
                "unusable-address", "[panel]", "“andré@example.org”: “é” is not allowed before the @."
            ),
        ]
    }

    @Test func questionsHaveSentencesCodesAndOptions() throws {
        for (question, code, option, words) in try Self.questions() {
            #expect(question.code == code)
            #expect(question.option.read == option)
            #expect(question.sentence.contains(words), "\(question.sentence)")
            #expect(Unsettled(open: [question]).sentence.read.contains("Say it with \(option)."))
            #expect(!Wording.prompt(.open(question), usual: nil).contains("Enter = ]"))
        }
        #expect(
            Wording.prompt(.open(.role), usual: .text("Clerk"))
                == "The role, as it was advertised [Enter = Clerk]: ")
        #expect(Unsettled(open: []).sentence.read.contains("[confirmation]"))
    }

    @Test func aChangeFromSomebodyElseIsNamedAsSuch() {
        let jane = InvitationOrigin(organiser: "jane@harbour.example", sender: nil)
        let mallory = InvitationOrigin(organiser: "mallory@evil.example", sender: "mallory@evil.example")
        let forged = InvitationOrigin(organiser: jane.organiser, sender: "mallory@evil.example")
        for origin in [mallory, forged] {
            let question = Question.otherSender(origin, invitedBy: jane)
            #expect(question.code == "other-sender")
            #expect(
                question.sentence.hasPrefix(
                    "This comes from mallory@evil.example, and you were invited by jane@harbour.example."))
            #expect(
                Unsettled(open: [question]).sentence.read.contains("in a terminal without [confirmation]."))
        }
    }

    static let reasons: [(LeftOut.Reason, code: String, words: String)] = [
        (.yourself, "yourself", "that is you"), (.room, "room", "a room"),
        (.resource, "resource", "equipment"), (.group, "group", "a group of people"),
        (.declined, "declined", "declined"), (.delegated, "delegated", "somebody else is going instead"),
        (.informedOnly, "informed-only", "copied for information"), (.robot, "robot", "a program"),
        (.noReply, "no-reply", "nobody reads that address"),
        (.unreadable, "unreadable", "the line is damaged"),
        (
            .unusableAddress(.notAnAddress("é@example.org", .localPart("é"))), "unusable-address",
            "nobody is named, and Afterword can't write to “é@example.org”: “é” is not allowed before the @."
        ),
    ]

    @Test(arguments: reasons.indices)
    func omissionsHaveWords(index: Int) {
        let (reason, code, words) = Self.reasons[index]
        #expect(reason.code == code)
        #expect(reason.words == words)
    }

    @Test func doubtsHaveWordsAndCodesOfTheirOwn() {
        let all = Invited.Doubt.all
        #expect(Set(all).count == 10)
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(Wording.doubts(Set(all)) == all.map(\.words))
        #expect(
            Wording.doubtful("JANE", Wording.doubts([.allCapitals]))
                == "The name “JANE” may not be how they write it: it is in capitals.")
    }
}
