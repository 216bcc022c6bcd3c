import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("of each meeting in a mailbox what was said last counts") struct InterviewMailsTests {
    /// Each of these mails, a day after the one before.
    private func found(_ mails: [[UInt8]]) throws -> [InterviewMails.Found] {
        let start = try #require(try? Date("2026-11-20T09:00:00Z", strategy: .iso8601))
        let read = try mails.enumerated().compactMap { index, bytes in
            InterviewMail(bytes, received: start + Double(index) * 86_400, for: try ada())
        }
        return InterviewMails(read).found
    }

    private func starts(_ mails: [[UInt8]]) throws -> [String] {
        try found(mails).compactMap { $0.invitation.meeting?.starts.wall.day.description }
    }

    private func agreed(_ day: String, id: String, _ subject: String = "Interview") -> [UInt8] {
        interviewMail("Your interview is confirmed for \(day) at 10:30.", subject: subject, id: id)
    }

    private func invitation(_ event: [String], method: String = "REQUEST") -> [UInt8] {
        let ics = String(decoding: calendar(method: method, event), as: UTF8.self)
        return interviewMail(
            ics, subject: "Invitation",
            more: "MIME-Version: 1.0\nContent-Type: text/calendar; method=\(method); charset=utf-8\n")
    }

    @Test func theNewestMailStandsFirst() throws {
        let mails = [agreed("8 December 2026", id: "a", "One"), agreed("9 December 2026", id: "b", "Two")]
        #expect(try starts(mails) == ["2026-12-09", "2026-12-08"])
    }

    @Test func aConfirmationAndItsReminderAreOne() throws {
        let reminder = interviewMail(
            "A reminder of your interview on 8 December 2026 at 10:30.", subject: "Reminder", id: "b")
        #expect(try starts([agreed("8 December 2026", id: "a"), reminder]) == ["2026-12-08"])
    }

    @Test func aLaterAgreementReplacesTheFormerOne() throws {
        let mails = [agreed("8 December 2026", id: "a"), agreed("9 December 2026", id: "b", "Re: Interview")]
        #expect(try starts(mails) == ["2026-12-09"])
    }

    @Test func whatIsCalledOffInTheConversationIsGone() throws {
        let off = interviewMail("Unfortunately we have to cancel.", subject: "Re: Interview", id: "b")
        #expect(try starts([agreed("8 December 2026", id: "a"), off]).isEmpty)
        #expect(try starts([off, agreed("8 December 2026", id: "a")]) == ["2026-12-08"])
    }

    @Test func anInvitationStandsForTheWordsBesideIt() throws {
        let event = event([
            "DTSTART:20261208T103000Z", "DTEND:20261208T113000Z",
            "ORGANIZER;CN=Jane Okafor:mailto:jane@citylibrary.org",
        ])
        let mails = [agreed("8 December 2026", id: "a"), invitation(event)]
        #expect(try found(mails).map { $0.invitation.agreed == nil } == [true])
    }

    @Test func ofAnInvitationTheNewestVersionCounts() throws {
        let first = invitation(event(["SEQUENCE:0", "DTSTART:20261208T103000Z", "DTEND:20261208T113000Z"]))
        let second = invitation(event(["SEQUENCE:1", "DTSTART:20261209T103000Z", "DTEND:20261209T113000Z"]))
        #expect(try starts([second, first]) == ["2026-12-09"])
        let cancelled = invitation(event(["SEQUENCE:2"]), method: "CANCEL")
        #expect(try found([first, cancelled]).map { $0.invitation.meeting == nil } == [true])
    }

    @Test(
        "what the user sent, what was sent to many and what a program answers is passed over",
        arguments: [
            ("Ada Example <ada@example.org>", ""), ("Ada <ADA.example@gmail.com>", ""),
            ("News <news@example.net>", "List-Unsubscribe: <mailto:off@example.net>\n"),
            ("List <list@example.net>", "List-Id: <list.example.net>\n"),
            ("News <news@example.net>", "Precedence: bulk\n"),
            ("Jane <jane@citylibrary.org>", "Auto-Submitted: auto-replied\n"),
        ])
    func passedOver(from: String, more: String) throws {
        let mail = interviewMail(
            "Your interview is confirmed for 8 December 2026 at 10:30.", from: from, more: more)
        #expect(InterviewMail(mail, received: nil, for: try ada()) == nil)
    }

    @Test("an answer of somebody's calendar and a series are no invitations; a damaged one is told of")
    func calendars() throws {
        #expect(InterviewMail(invitation(event([]), method: "REPLY"), received: nil, for: try ada()) == nil)
        let series = invitation(event(["RRULE:FREQ=WEEKLY"]))
        #expect(InterviewMail(series, received: nil, for: try ada()) == nil)
        let damaged = invitation(event(["DTSTART:2026"]))
        let read = try #require(InterviewMail(damaged, received: nil, for: try ada()))
        #expect(read.invitations.isEmpty && read.refused.count == 1)
    }

    @Test("whatever the bytes are, reading them ends")
    func hostile() throws {
        let words = "Your interview is confirmed for Tuesday 8 December at 10:30 or "
        for body in [String(repeating: words, count: 5_000), String(repeating: "9 ", count: 50_000)] {
            _ = InterviewMail(interviewMail(body), received: nil, for: try ada())
        }
        for length in stride(from: 0, to: 300, by: 7) {
            let mail = Array(agreed("8 December 2026", id: "a").prefix(length))
            _ = InterviewMail(mail, received: nil, for: try ada())
        }
    }
}
