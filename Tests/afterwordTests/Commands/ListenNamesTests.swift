import Foundation
import Testing

@Suite("names-right: how they write themselves is read from their own mail") struct ListenNamesTests {
    private let ada: Applicant
    private let box: Letterbox

    /// The thank-yous have gone; the question to Hana waits.
    init() throws {
        let server = try MailServer()
        ada = try Applicant(server: server, smtp: "imap:\n  url: maildir:Maildir\n  save_sent: never\n")
        box = try ada.thanks(until: "2026-11-23 10:00:00")
    }

    /// Of a mail that answers Jane's thank-you.
    private func listen(_ from: String) throws {
        let note = try ada.document("show", "1")["messageID"].string
        let answer = Incoming.reply("r1@example.org", to: "<\(note)>", from: from)
        try box.put(answer, "1.a.host", at: "2026-11-22 10:00:00")
        #expect(try ada.document("listen").items.count == 1)
    }

    @Test func theNoteHasGoneAndTheUserIsTold() throws {
        try listen("=?utf-8?q?Jane_Ok=C3=A1for_=28City_Library=29?= <jane.okafor@example.org>")
        let advice = try #require(try ada.document("advise").items.first { $0["code"] == "name" })
        #expect(advice["text"].string.contains("“Jane Okáfor”, as they write it in their own mail"))
        let person = try ada.document("person", "show", "1")["person"]
        #expect(person["verified"] == .null && person["differences"][0]["source"] == "own-mail")
        try ada.run("person", "edit", "1", "--name", "Jane Okáfor")
        let mended = try ada.document("person", "show", "1")["person"]
        #expect(mended["nameSource"] == "own-mail" && mended["verified"] == "2026-11-23T10:00:00Z")
        #expect(try !ada.document("advise").items.contains { $0["code"] == "name" })
    }

    @Test func aMailThatAnswersNothingVerifiesNothing() throws {
        let mail = Incoming.reply("r1@example.org", from: "Jane Okafor <jane.okafor@example.org>")
        try box.put(mail, "1.a.host", at: "2026-11-22 10:00:00")
        #expect(try ada.document("listen").items.count == 1)
        #expect(try ada.document("person", "show", "1")["person"]["verified"] == .null)
    }

    @Test func theirOwnWritingVerifies() throws {
        try listen("Jane Okafor <jane.okafor@example.org>")
        let person = try ada.document("person", "show", "1")["person"]
        #expect(person["nameSource"] == "own-mail" && person["verified"] == "2026-11-22T09:00:00Z")
        #expect(
            try ada.run("person", "show", "1").out.contains(
                "name verified by their own mail (Sun 22 Nov 2026"))
    }
}
