import Etiquette
import Testing

@testable import Intake

@Suite("People: each stands on a line of the invitation, and nobody else")
struct PeopleTests {
    @Test(
        "names and addresses of a line",
        arguments: [
            ("ATTENDEE;CN=Jane Okafor:mailto:jane@example.com", "Jane Okafor", "jane@example.com"),
            ("ATTENDEE;CN=\"Jane Okafor\":MAILTO:jane@example.com", "Jane Okafor", "jane@example.com"),
            ("ATTENDEE;CN=\"'Jane Okafor'\":MailTo:jane@example.com", "Jane Okafor", "jane@example.com"),
            (
                "ATTENDEE;CN=Jane ^'JJ^' Okafor:mailto:jane@example.com", "Jane \"JJ\" Okafor",
                "jane@example.com"
            ),
            (
                "ATTENDEE;CN=Tom Ó Briain:mailto:tom%2Bwork@example.com", "Tom Ó Briain",
                "tom+work@example.com"
            ),
            (
                "ATTENDEE;CN=Jane\u{200B} Okafor\u{200E}:mailto:jane@example.com", "Jane Okafor",
                "jane@example.com"
            ),
            ("ATTENDEE;CN=Jane%20Okafor:mailto:jane@example.com", "Jane Okafor", "jane@example.com"),
            ("ATTENDEE;CN=李伟:mailto:li.wei@example.com", "李伟", "li.wei@example.com"),
            (
                "ATTENDEE;CN=\"Okafor, Jane (HR)\":mailto:jane@example.com", "Okafor, Jane (HR)",
                "jane@example.com"
            ),
            ("ATTENDEE;CN=Okafor\\, Jane:mailto:jane@example.com", "Okafor, Jane", "jane@example.com"),
            ("ATTENDEE;CN=Jane <jane@example.com>:mailto:jane@example.com", "Jane", "jane@example.com"),
            ("ATTENDEE;CN=Jane Okafor:mailto:jane@example.com?subject=x", "Jane Okafor", "jane@example.com"),
            ("ATTENDEE;CN=Jane Okafor:mailto:mailto:jane@example.com", "Jane Okafor", "jane@example.com"),
            (
                "ATTENDEE;CN=Jane Okafor;EMAIL=jane@example.com:/aMjQ/principal/", "Jane Okafor",
                "jane@example.com"
            ),
            (
                "ATTENDEE;CN=Jane Okafor;EMAIL=jane@example.com:mailto:2_GE@imip.me.com", "Jane Okafor",
                "jane@example.com"
            ),
            // No name, or nothing that is one.
            ("ATTENDEE:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN=jane@example.com:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN=other@example.net:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN=jokafor:mailto:jokafor@example.com", nil, "jokafor@example.com"),
            ("ATTENDEE;CN=:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN==?utf-8?q?Jane?=:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN=12345:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN=Unknown:mailto:jane@example.com", nil, "jane@example.com"),
            // A colon, a quote or a semicolon cuts the line elsewhere: half of a name is none.
            ("ATTENDEE;CN=Okafor: Jane:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN=\"Jane:mailto:jane@example.com", nil, "jane@example.com"),
            ("ATTENDEE;CN=Okafor; Jane:mailto:jane@example.com", nil, "jane@example.com"),
            // A name without an address that a mail could go to.
            ("ATTENDEE;CN=Jane Okafor:invalid:nomail", "Jane Okafor", nil),
            ("ATTENDEE;CN=Jane Okafor:mailto:/o=Org/cn=jane", "Jane Okafor", nil),
        ] as [(String, String?, String?)])
    func readLine(line: String, name: String?, address: String?) throws {
        let meeting = try meeting([line])
        #expect(meeting.people.map(\.name) == [name])
        #expect(meeting.people.map { $0.address?.text } == [address])
        #expect(meeting.people.first?.who?.name == name)
        if name == nil, let address {
            #expect(meeting.questions.contains(.name(of: try EmailAddress(address))))
        }
        if address == nil, let name { #expect(meeting.questions.contains(.address(of: name))) }
    }

    @Test(
        "an address that no mail of ours can go to is told as such, and not as missing",
        arguments: [
            ("andré@example.com", "é"), ("André.Weil@example.com", "é"), ("jörg@münchen.example", "ö"),
            ("jane okafor@example.com", " "), ("李伟@example.cn", "李"),
        ])
    func unusable(address: String, character: Character) throws {
        let fault = InputProblem.notAnAddress(address, .localPart(character))
        let named = try meeting(["ATTENDEE;CN=André Weil:mailto:\(address)"])
        #expect(named.people.map { $0.address?.text } == [nil])
        #expect(named.questions.contains(.unusableAddress(of: "André Weil", fault)))
        #expect(!named.questions.contains(.address(of: "André Weil")))
        let nameless = try meeting(["ATTENDEE:mailto:\(address)"])
        #expect(nameless.leftOut.map(\.reason) == [.unusableAddress(fault)])
        // Apple and Google write a second one, which may be right.
        let second = try meeting(["ATTENDEE;CN=André Weil;EMAIL=andre@example.com:mailto:\(address)"])
        #expect(second.people.map { $0.address?.text } == ["andre@example.com"])
    }

    @Test("a second recipient behind an address is not written to, and told")
    func injected() throws {
        let meeting = try meeting(["ATTENDEE;CN=Jane Okafor:mailto:jane@example.com%0ABcc:x@example.com"])
        #expect(meeting.people.map { $0.address?.text } == [nil])
        #expect(meeting.questions.contains { if case .unusableAddress = $0 { true } else { false } })
    }

    @Test(
        "a program that sits in on meetings is no member of a panel",
        arguments: [
            "ATTENDEE;CN=Fred:mailto:fred@fireflies.ai", "ATTENDEE;CN=Otter.ai:mailto:jokafor@otter.ai",
            "ATTENDEE;CN=Ada's Otter Notetaker:mailto:notetaker@otter.ai", "ATTENDEE:mailto:feed@otter.ai",
            "ATTENDEE;CN=Fathom Notetaker:mailto:notetaker@fathom.video", "ATTENDEE:mailto:ada@read.ai",
            "ATTENDEE;CN=Read:mailto:meeting-123@e.read.ai", "ATTENDEE;CN=tl;dv:mailto:bot@tldv.io",
            "ATTENDEE;CN=\"tl;dv\":mailto:x@example.com", "ATTENDEE;CN=Fellow:mailto:notes@fellow.app",
            "ATTENDEE;CN=Avoma:mailto:assistant@avoma.com", "ATTENDEE;CN=Gong:mailto:assistant@gong.io",
            "ATTENDEE;CN=City Library Notetaker:mailto:office@example.com",
            "ATTENDEE;CN=Read.ai meeting notes:mailto:x@example.com", "ATTENDEE:mailto:notetaker@example.com",
            "ATTENDEE;CN=Calendly:mailto:scheduling@calendly.com",
            "ATTENDEE;CN=GoodTime:mailto:interviews@goodtime.io",
            "ATTENDEE;CN=Sybill:mailto:assistant@sybill.ai", "ATTENDEE;CN=Jamie:mailto:bot@meetjamie.ai",
            "ATTENDEE;CN=Colibri:mailto:c@colibri.ai", "ATTENDEE:mailto:notes@laxis.tech",
        ])
    func notetakers(line: String) throws {
        let meeting = try meeting(["ORGANIZER;CN=Jane Okafor:mailto:jane@example.com", line])
        #expect(meeting.leftOut.map(\.reason) == [.robot])
        #expect(meeting.people.map(\.name) == ["Jane Okafor"])
    }

    @Test(
        "what is no member of a panel is left out, with the reason",
        arguments: [
            ("ATTENDEE;CN=Ada Example:mailto:ada@example.org", .yourself),
            ("ATTENDEE;CN=Ada:mailto:Ada+jobs@EXAMPLE.org", .yourself),
            ("ATTENDEE:mailto:adaexample@googlemail.com", .yourself),
            ("ATTENDEE;EMAIL=ada@example.org:/aMjQ/principal/", .yourself),
            ("ATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:blue@example.com", .room),
            ("ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:b@example.com", .resource),
            ("ATTENDEE;CN=Blue:mailto:c_18@resource.calendar.google.com", .room),
            ("ATTENDEE;CN=Conference Room 4:mailto:x4@example.com", .room),
            ("ATTENDEE;CN=London Room 12:mailto:l12@example.com", .room),
            ("ATTENDEE;CN=Blue:mailto:room-blue@example.com", .room),
            ("ATTENDEE;CUTYPE=GROUP;CN=Staff:mailto:staff@example.com", .group),
            ("ATTENDEE:mailto:abc@group.calendar.google.com", .group),
            ("ATTENDEE;CN=Hiring Team:mailto:people@example.com", .group),
            ("ATTENDEE;CN=City Library:mailto:jobs@citylibrary.example", .group),
            ("ATTENDEE:mailto:recruitment@example.com", .group),
            ("ATTENDEE;CN=City Library Reminder:mailto:info@citylibrary.example", .group),
            ("ATTENDEE;PARTSTAT=DECLINED;CN=Bo Lam:mailto:bo@example.com", .declined),
            ("ATTENDEE;PARTSTAT=DELEGATED;CN=Bo Lam:mailto:bo@example.com", .delegated),
            ("ATTENDEE;ROLE=NON-PARTICIPANT;CN=Bo Lam:mailto:bo@example.com", .informedOnly),
            ("ATTENDEE;CN=Greenhouse:mailto:no-reply@us.greenhouse-mail.io", .robot),
            ("ATTENDEE;CN=Lever:mailto:scheduler@hire.lever.co", .robot),
            ("ATTENDEE;CN=Calendly:mailto:notifications@calendly.com", .robot),
            ("ATTENDEE;CN=City Library:mailto:calendar@citylibrary.example", .robot),
            ("ATTENDEE;CN=City Library:mailto:noreply@citylibrary.example", .noReply),
            ("ATTENDEE:urn:uuid:1234", .unreadable),
            ("ATTENDEE CN=Bo Lam:urn:uuid:1234", .unreadable),
            ("ATTENDEE;CN=Lever:mailto:no-reply@hire.lever.co", .robot),
            ("ATTENDEE;CN=Jane Okafor:mailto:do-not-reply@citylibrary.example", .noReply),
            ("ATTENDEE;CN=Zoom Rooms 4F:mailto:x@example.com", .room),
        ] as [(String, LeftOut.Reason)])
    func leftOut(line: String, reason: LeftOut.Reason) throws {
        let meeting = try meeting(["ORGANIZER;CN=Jane Okafor:mailto:jane@example.com", line])
        #expect(meeting.leftOut.map(\.reason) == [reason])
        #expect(meeting.people.map(\.name) == ["Jane Okafor"])
        #expect(meeting.leftOut.first?.place == CalendarPlace(part: nil, line: 7))
    }

    @Test(
        "who works for the makers of such programs, or has a name like a room's, is a person",
        arguments: [
            "ATTENDEE;CN=Jane Okafor:mailto:jane@calendly.com",
            "ATTENDEE;CN=Jane Okafor:mailto:jane@greenhouse.io",
            "ATTENDEE;CN=Jane Okafor:mailto:jane@otter.ai", "ATTENDEE:mailto:jane.okafor@fireflies.ai",
            "ATTENDEE;CN=Jane Otter:mailto:jotter@otter.ai", "ATTENDEE;CN=Ai Notoya:mailto:ai@example.com",
            "ATTENDEE;CN=Jane Roomes:mailto:jane@example.com",
            "ATTENDEE;CN=Jane Okafor (Recruiting):mailto:j@example.com",
            "ATTENDEE;CN=Jane Okafor - Hiring Team:mailto:j@example.com",
            "ATTENDEE;CN=Jane Okafor;PARTSTAT=TENTATIVE:mailto:j@example.com",
            "ATTENDEE;CN=Jane Okafor;CUTYPE=UNKNOWN:mailto:j@example.com",
            "ATTENDEE;CN=Jane Okafor:mailto:recruitment@example.com",
        ])
    func people(line: String) throws {
        #expect(try meeting([line]).people.count == 1)
    }

    @Test(
        "a name that may not be as its owner writes it is kept, and doubted",
        arguments: [
            ("Okafor, Jane", [.commaInside]), ("Jane Okafor (HR)", [.remark]),
            ("Jane Okafor | City Library", [.remark]),
            ("JANE OKAFOR", [.allCapitals]), ("jane okafor", [.allLowerCase]), ("JaneOkafor", [.runTogether]),
            ("Jane", [.likeTheAddress]), ("Jane Okafor", []), ("Jane O'Neill-Okafor", []), ("Plato", []),
        ] as [(String, Set<Invited.Doubt>)])
    func doubts(name: String, doubts: Set<Invited.Doubt>) throws {
        let people = try meeting(["ATTENDEE;CN=\"\(name)\":mailto:jane@example.com"]).people
        #expect(people.map(\.name) == [name])
        #expect(people.first?.doubts == doubts)
    }

    @Test("the organiser is first and once, with what the second line adds")
    func organiser() throws {
        let meeting = try meeting([
            "ATTENDEE;CN=Tom Ó Briain;ROLE=OPT-PARTICIPANT:mailto:tom@example.com",
            "ATTENDEE;CN=Jane Okafor:mailto:JANE@example.com", "ORGANIZER:mailto:jane@example.com",
        ])
        #expect(meeting.people.map(\.name) == ["Jane Okafor", "Tom Ó Briain"])
        #expect(meeting.people.map(\.isOrganiser) == [true, false])
        #expect(meeting.people.map(\.isOptional) == [false, true])
        #expect(
            meeting.people.map(\.source) == [
                .organiser(CalendarPlace(part: nil, line: 8)),
                .attendee(1, CalendarPlace(part: nil, line: 6)),
            ])
    }

    @Test("an organiser who declines does not come")
    func organiserDeclines() throws {
        let meeting = try meeting([
            "ORGANIZER;CN=Jane Okafor:mailto:jane@example.com",
            "ATTENDEE;PARTSTAT=DECLINED:mailto:jane@example.com",
        ])
        #expect(meeting.people.isEmpty && meeting.leftOut.map(\.reason) == [.declined])
        #expect(meeting.questions.contains(.people))
    }

    @Test("somebody with the user's name at another address is asked about")
    func namesake() throws {
        let meeting = try meeting(["ATTENDEE;CN=\"Example, Ada\":mailto:ada@oldmail.example"])
        #expect(meeting.questions.contains(.isThisYou(try EmailAddress("ada@oldmail.example"))))
        #expect(meeting.people.first?.doubts == [.commaInside, .namedLikeMe])
    }

    @Test("letters in an unnamed character set are a guess, and so is the name; a declared one is read")
    func letters() throws {
        let line = Array("ATTENDEE;CN=Andr".utf8) + [0xE9] + Array(" Weil:mailto:andre@example.com\r\n".utf8)
        let whole =
            lines(["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + event([])) + line
            + lines(["END:VEVENT", "END:VCALENDAR"])
        let people = try only(whole).meeting?.people
        #expect(people?.map(\.name) == ["André Weil"])
        #expect(people?.first?.doubts == [.guessedLetters])
    }

    @Test("a person of an alarm, and a name in the description, is nobody's business")
    func notInvited() throws {
        let meeting = try meeting([
            "DESCRIPTION:Your interviewers: Jane Okafor <jane@example.com>\\, Tom Ó Briain", "BEGIN:VALARM",
            "ATTENDEE;CN=Alarm:mailto:alarm@example.com", "END:VALARM",
        ])
        #expect(meeting.people.isEmpty)
        #expect(meeting.questions.contains(.people))
    }
}
