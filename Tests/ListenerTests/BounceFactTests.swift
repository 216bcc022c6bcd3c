import Foundation
import Mail
import Testing

@testable import Listener

@Suite("A bounce counts against a message of ours, or against none")
struct BounceFactTests {
    private let classifier: Classifier

    init() throws {
        classifier = try Ledgers.classifier()
    }

    private func bounce(of text: String) -> Fact {
        classifier.fact(of: IncomingMail(parsing: Array(text.utf8)))
    }

    private func notice(
        to address: String, date: String = "Sat, 21 Nov 2026 15:05:00 +0000", original: String = ""
    ) -> String {
        """
        From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
        To: ada@example.net
        Date: \(date)
        Subject: Undelivered Mail Returned to Sender

        Your message could not be delivered.

        <\(address)>: 550 5.1.1 user unknown

        \(original)
        """
    }

    @Test("every notice about the note to Jane names that message", arguments: Notice.bounces)
    func ours(_ notice: Notice) {
        let found = classifier.fact(of: notice.mail)
        let isAboutJane =
            notice.text.contains("jane.okafor@example.org") || notice.text.contains(Ledgers.janesNote)
        guard isAboutJane else {
            #expect(found.meaning == .nothing(.bounceOfAnother))
            return
        }
        #expect(found.message == Ledgers.toJane)
        guard case .bounce(let bounce) = found.meaning else {
            Issue.record("not taken for a bounce")
            return
        }
        #expect(!bounce.recipients.isEmpty)
    }

    @Test("a delay is no bounce and names nobody's message", arguments: Notice.all("delays"))
    func delay(_ notice: Notice) {
        let found = classifier.fact(of: notice.mail)
        if case .bounce = found.meaning { Issue.record("taken for a bounce") }
    }

    @Test("the Message-ID of what came back decides, whoever failed")
    func byMessageID() {
        let found = bounce(
            of: notice(
                to: "forwarded@elsewhere.test",
                original: "Received: x\nMessage-ID: <3f2a9c77d1@example.net>\nSubject: Thank you"))
        #expect(found.message == Ledgers.toJane)
        #expect(found.evidence.first == .returnedMessageID(Ledgers.janesNote))
    }

    @Test("without a Message-ID the recipient and the time decide")
    func byRecipient() {
        #expect(bounce(of: notice(to: "jane.okafor@example.org")).message == Ledgers.toJane)
    }

    @Test(
        "a notice from before the message, or from long after it, is of another one",
        arguments: ["Fri, 20 Nov 2026 15:05:00 +0000", "Sat, 12 Dec 2026 15:05:00 +0000"])
    func wrongTime(date: String) {
        #expect(
            bounce(of: notice(to: "jane.okafor@example.org", date: date)).meaning
                == .nothing(.bounceOfAnother))
    }

    @Test("a returned message with another subject is another message")
    func otherSubject() {
        let original =
            "Received: x\nMessage-ID: <other@example.net>\nSubject: Lunch?\nTo: jane.okafor@example.org"
        let found = bounce(of: notice(to: "jane.okafor@example.org", original: original))
        #expect(found.meaning == .nothing(.bounceOfAnother))
    }

    @Test("who imitates a bounce and knows neither id nor recipient harms nothing")
    func imitation() {
        let found = bounce(
            of: notice(to: "nobody@elsewhere.test", original: "Received: x\nMessage-ID: <made@up.test>"))
        #expect(found.meaning == .nothing(.bounceOfAnother))
        #expect(found.message == nil)
    }
}
