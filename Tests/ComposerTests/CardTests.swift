import Etiquette
import Foundation
import Testing

@testable import Composer

@Suite struct CardTests {
    @Test func everyParagraphOfTheBodyIsOneOfThePage() {
        let html = ThankYouCard(title: "T", body: "Dear Jane,\n\nOne.\nTwo.\n\nAda\n", language: "en-GB").html
        #expect(
            html.contains(
                "<p dir=\"auto\">Dear Jane,</p>\n<p dir=\"auto\">One.\nTwo.</p>\n<p dir=\"auto\">Ada</p>"))
    }

    @Test func theLanguageIsNamed() {
        #expect(ThankYouCard(title: "T", body: "B\n", language: "en-GB").html.contains("<html lang=\"en-GB\""))
    }

    @Test func thePageIsA6() {
        #expect(ThankYouCard(title: "T", body: "B\n", language: "en-GB").html.contains("@page { size: 105mm 148mm;"))
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Smith & Sons", "Smith &amp; Sons"), ("\"quoted\"", "&quot;quoted&quot;"),
        ("O'Brien", "O&#39;Brien"),
        ("Siân 李小龙 שרה", "Siân 李小龙 שרה"),
    ])
    func textIsEscapedAndNeverChangedOtherwise(text: String, escaped: String) {
        let html = ThankYouCard(title: text, body: text + "\n", language: "en-GB").html
        #expect(html.contains("<title>\(escaped)</title>"))
        #expect(html.contains("<p dir=\"auto\">\(escaped)</p>"))
    }

    @Test func aLanguageCannotLeaveItsAttribute() {
        let html = ThankYouCard(title: "T", body: "B\n", language: "\"><script>").html
        #expect(!html.contains("<script>"))
    }

    @Test(arguments: ["src=", "href=", "url(", "@import", "<link", "<script", "tel:", "http"])
    func nothingIsFetchedAndNothingCanBeCalled(forbidden: String) throws {
        let body = try Sample.goodBody(Sample.facts(talkingPoint: "the number +44 20 7946 0000"))
        #expect(!ThankYouCard(title: "Thank you", body: body, language: "en-GB").html.contains(forbidden))
    }

    @Test(arguments: [(100, "10.5pt"), (900, "10.5pt"), (901, "9pt"), (5000, "9pt")])
    func aLongTextIsSetSmaller(length: Int, size: String) {
        let html = ThankYouCard(title: "T", body: String(repeating: "a", count: length), language: "en-GB").html
        #expect(html.contains("font: \(size)/"))
    }

    @Test func aMessageMakesItsCard() throws {
        let person = Sample.person("Jane Okafor")
        let followUp = FollowUp(
            identity: .thankYou(.init(rawValue: 3), person.id), recruitment: .init(rawValue: 2),
            recipient: person.id)
        let message = Message(
            id: .init(rawValue: 1), followUp: followUp, recipient: person, channel: .post, state: .queued,
            due: Date(timeIntervalSince1970: 0), nextAttempt: nil, subject: "Thank you – Nurse interview",
            body: "Dear Jane Okafor,\n\nThanks.\n", template: "thank-you-card-1", revision: 1, messageID: nil,
            reason: nil)
        let card = ThankYouCard(for: message, language: "en-GB")
        #expect(card == ThankYouCard(title: message.subject, body: message.body, language: "en-GB"))
    }
}
