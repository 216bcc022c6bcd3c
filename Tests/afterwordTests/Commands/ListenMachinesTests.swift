import Foundation
import Testing

/// What machines send, as the program that users run tells of it.
@Suite struct ListenMachinesTests {
    private let ada: Applicant
    private let box: Letterbox
    private let note: String

    /// The thank-yous have gone: message 1 to Jane, 2 to Tom; the question to Hana, message 3, is queued.
    init() throws {
        let server = try MailServer()
        ada = try Applicant(server: server, smtp: "imap:\n  url: maildir:Maildir\n  save_sent: never\n")
        box = try ada.thanks(until: "2026-11-23 10:00:00")
        note = try #require(server.mails[0].header("Message-ID"))
    }

    private func put(_ mail: String) throws { try box.put(mail, "1.a.host", at: "2026-11-22 10:00:00") }

    @Test func aRejectionThroughATrackingSystemIsShownWithItsTextAndHolds() throws {
        try put(
            Incoming.reply(
                "ats1@us.greenhouse-mail.io", from: "Jane Okafor <no-reply@us.greenhouse-mail.io>",
                subject: "Update on your application", more: "Auto-Submitted: auto-generated\n",
                body: "Dear Ada,\n\nWe won't be progressing your application.\n\nThe panel"))
        let told = try ada.run("listen").out
        #expect(told.hasPrefix("Jane Okafor may have answered about Data Analyst, City Library"))
        #expect(told.contains("It begins: “Dear Ada, We won't be progressing your application. The panel”"))
        #expect(told.contains("This may be bad news: “We won't be progressing your application.”"))
        #expect(try ada.state(3) == "held")
    }

    @Test func anOfferWithADeadlineIsNoAbsence() throws {
        try put(
            Incoming.reply(
                "x2@example.org", to: note, more: "List-Id: <hiring.example.org>\nPrecedence: list\n",
                body: "We are pleased to offer you the position. Please answer until Friday 27 November."))
        let fact = try ada.document("listen")[0]
        #expect(fact["meaning"] == "reply" && fact["returns"] == .null)
        #expect(fact["suggestion"]["kind"] == "offer")
        #expect(try ada.state(3) == "held")
    }

    @Test func whoHasLeftIsNotAsked() throws {
        try put(
            Incoming.reply(
                "l1@example.org", from: "Hana Lee <hana.lee@example.org>", subject: "Automatic reply: Hello",
                more: "Auto-Submitted: auto-replied\n",
                body: "I no longer work here. Please write to Pat Doe, pat.doe@example.org."))
        let told = try ada.run("listen").out
        #expect(told.hasPrefix("Automatic reply from Hana Lee: “Automatic reply: Hello”"))
        #expect(
            told.contains("It says: “I no longer work here. Please write to Pat Doe, pat.doe@example.org.”"))
        #expect(told.contains("afterword interview edit 1 --contact"))
        #expect(try ada.state(3) == "held")
        #expect(try ada.run("show", "3").out.contains("they no longer work there"))
        let advice = try ada.document("advise")[0]
        #expect(advice["code"] == "has-left")
        #expect(advice["text"].string.contains("afterword interview edit 1 --contact"))
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.run("send").status == 1)
        #expect(try ada.state(3) == "held")
    }
}
