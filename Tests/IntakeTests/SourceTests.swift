import Foundation
import Testing

@testable import Intake

@Suite("Sources: a calendar by itself, in a mail, or in a mailbox; the bytes tell which")
struct SourceTests {
    private let invitation = calendar(
        event([
            "ORGANIZER;CN=Tom Ó Briain:mailto:tom@example.com", "SUMMARY:Interview: Clerk at City Library",
        ]))

    @Test(
        "a mail with the calendar as an alternative, attached, in base64 and quoted-printable, and forwarded")
    func mails() throws {
        let text = String(decoding: invitation, as: UTF8.self)
        let base64 = Data(invitation).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn,
        ])
        let quoted = text.replacing("=", with: "=3D").replacing("Ó", with: "=C3=93")
        let calendars = [
            part("text/calendar; charset=utf-8; method=REQUEST", "8bit", text),
            part("text/calendar; charset=\"UTF-8\"; name=invite.ics", "base64", base64),
            part("TEXT/Calendar; method=REQUEST; charset=utf-8", "quoted-printable", quoted),
            part("application/ics; name=\"invite.ics\"", "base64", base64),
            part("application/octet-stream; name=\"Interview.ICS\"", "base64", base64),
        ]
        for calendar in calendars {
            let inside = multipart("alternative", [part("text/plain", "7bit", "Hello"), calendar])
            for mail in [inside, "Content-Type: message/rfc822\r\n\r\nSubject: Fwd\r\n" + inside] {
                let found = try only(Array(("From: jane@example.com\r\nMIME-Version: 1.0\r\n" + mail).utf8))
                #expect(found.meeting?.people.map(\.name) == ["Tom Ó Briain"])
                #expect(found.place.part != nil)
            }
        }
    }

    @Test("the same calendar twice in a mail is one invitation, and a mailbox gives the newest of each")
    func mailbox() throws {
        func mail(_ lines: [String]) -> String {
            let text = String(decoding: calendar(event(lines)), as: UTF8.self)
            let twice = [
                part("text/calendar", "8bit", text), part("application/ics; name=invite.ics", "8bit", text),
            ]
            return "From sender@example.com Fri Nov 20 10:00:00 2026\nMIME-Version: 1.0\n"
                + multipart("mixed", twice).replacing("\r\n", with: "\n") + "\n\n"
        }
        let box =
            mail(["SEQUENCE:1", "SUMMARY:new"]) + mail(["SEQUENCE:0", "SUMMARY:old"])
            + mail(["UID:two@example.org", "SUMMARY:other"])
        let file = try Invitation.read(Array(box.utf8), named: "box", for: ada())
        #expect(file.invitations.map(\.summary) == ["new", "other"])
        #expect(file.refused.isEmpty)
    }

    @Test("the method may stand in the mail alone, and the calendar is believed before the mail")
    func method() throws {
        func mail(_ method: String, _ lines: [String]) -> [UInt8] {
            let text = String(
                decoding: IntakeTests.lines(
                    ["BEGIN:VCALENDAR"] + lines + ["BEGIN:VEVENT"] + event([]) + [
                        "END:VEVENT", "END:VCALENDAR",
                    ]), as: UTF8.self)
            return Array(part("text/calendar; method=\(method)", "8bit", text).utf8)
        }
        #expect(try only(mail("CANCEL", [])).kind == .cancel)
        #expect(try only(mail("CANCEL", ["METHOD:REQUEST"])).kind != .cancel)
    }

    @Test("letters are read in the character set that the mail names")
    func charset() throws {
        let text = String(
            decoding: calendar(event(["ATTENDEE;CN=Andre Weil:mailto:a@example.com"])), as: UTF8.self)
        let head = Array(
            "Content-Type: text/calendar; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".utf8)
        let latin = text.utf8.map { $0 }
        let name = Array("Andre".utf8)
        let at = try #require(latin.indices.first { latin[$0...].starts(with: name) })
        let bytes = head + latin[..<at] + Array("Andr".utf8) + [0xE9] + latin[(at + 5)...]
        let person = try #require(try only(bytes).meeting?.people.first)
        #expect(person.name == "André Weil" && person.doubts.isEmpty)
    }

    @Test(
        "UTF-16 and a byte order mark",
        arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian])
    func byteOrder(encoding: String.Encoding) throws {
        let text = String(decoding: invitation, as: UTF8.self)
        let mark: [UInt8] =
            switch encoding {
            case .utf16LittleEndian: [0xFF, 0xFE]
            case .utf16BigEndian: [0xFE, 0xFF]
            default: []
            }
        let wide = mark + Array(try #require(text.data(using: encoding)))
        #expect(try only(wide).meeting?.people.map(\.name) == ["Tom Ó Briain"])
        #expect(try only([0xEF, 0xBB, 0xBF] + invitation).meeting?.people.map(\.name) == ["Tom Ó Briain"])
    }

    @Test(
        "what holds no invitation says so",
        arguments: [
            ("", .notACalendar), ("Hello, see you on Friday", .notACalendar),
            ("\u{0}\u{1}\u{2}", .notACalendar),
            ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", .noEvent),
            ("BEGIN:VCARD\r\nFN:Jane\r\nEND:VCARD\r\n", .noEvent),
            ("Subject: Hello\r\n\r\nSee you\r\n", .mailWithoutCalendar),
            ("From a@b.c Fri Nov 20 10:00:00 2026\nSubject: x\n\nSee you\n", .mailWithoutCalendar),
        ] as [(String, IntakeProblem.Fault)])
    func nothing(text: String, fault expected: IntakeProblem.Fault) throws {
        #expect(try fault(Array(text.utf8)) == expected)
    }

    private func part(_ type: String, _ encoding: String, _ body: String) -> String {
        "Content-Type: \(type)\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n\(body)\r\n"
    }

    private func multipart(_ kind: String, _ parts: [String]) -> String {
        "Content-Type: multipart/\(kind); boundary=\"edge\"\r\n\r\n"
            + parts.map { "--edge\r\n\($0)\r\n" }.joined() + "--edge--\r\n"
    }
}
