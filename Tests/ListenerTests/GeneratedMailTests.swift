import Fixtures
import Foundation
import Listener
import Mail
import Testing

@Suite("Two thousand mails of mixed shapes: nothing of the panel's is missed, nothing of strangers is taken")
struct GeneratedMailTests {
    /// What a generated mail has to be taken for.
    enum Truth: CaseIterable {
        case reply, possibleReply, automatic, bounce, stranger, own
    }

    struct Sample {
        let truth: Truth
        let text: String
    }

    @Test("2,000 mails, each taken for what it is")
    func twoThousand() throws {
        let classifier = try Ledgers.classifier()
        var dice = SeededGenerator(seed: 2_026)
        var wrong: [String] = []
        for number in 0..<2_000 {
            let sample = Self.sample(number, &dice)
            let fact = classifier.fact(of: IncomingMail(parsing: Array(sample.text.utf8)))
            if !Self.isTaken(fact, for: sample.truth) {
                wrong.append("\(sample.truth), taken for \(fact.meaning):\n\(sample.text)")
            }
        }
        #expect(
            wrong.isEmpty, "\(wrong.count) of 2,000, the first: \(wrong.prefix(2).joined(separator: "\n\n"))")
    }

    private static func isTaken(_ fact: Fact, for truth: Truth) -> Bool {
        switch (fact.meaning, truth) {
        case (.reply, .reply), (.possibleReply, .possibleReply), (.automaticAnswer, .automatic):
            !fact.recruitments.isEmpty
        case (.bounce, .bounce): fact.message == Ledgers.toJane
        case (.nothing(.stranger), .stranger), (.nothing(.bounceOfAnother), .stranger),
            (.nothing(.own), .own):
            true
        default: false
        }
    }

    static func sample(_ number: Int, _ dice: inout SeededGenerator) -> Sample {
        let truth = Truth.allCases[number % Truth.allCases.count]
        let head = head(for: truth, &dice)
        return Sample(
            truth: truth,
            text: "Date: Sun, 22 Nov 2026 10:00:00 +0000\n" + head + body(for: truth, &dice))
    }

    private static let members = [
        "jane.okafor@example.org", "tom.obriain@example.org", "ruth.agnew@gmail.com",
    ]
    private static let strangers = [
        "jane.okafor@example.com", "okafor@gmail.com", "x@notexample.org", "ruth.agnew@googlemail.com",
        "sales@shop.test",
        "jane.okafor@example.org.evil.test", "no-reply@jobs.test", "list@lists.test",
    ]
    private static let names = [
        "Jane", "\"Okafor, Jane\"", "=?utf-8?q?J=C3=A4ne?=", "=?iso-8859-1?b?SuRuZQ==?=", "", "(HR)",
    ]

    private static func head(for truth: Truth, _ dice: inout SeededGenerator) -> String {
        let thread = dice.pick([
            "", "In-Reply-To: <3f2a9c77d1@example.net>\n", "References: <a@b>\n\t<3f2a9c77d1@example.net>\n",
        ])
        let to = "To: ada@example.net\n"
        switch truth {
        case .reply:
            return "From: \(dice.pick(names)) <\(dice.pick(members))>\n" + to + thread + subject(&dice)
        case .possibleReply:
            let head = dice.pick([
                "From: HR <people@example.org>\n", "From: City Library <no-reply@greenhouse.io>\n",
                "From: x@stranger.test\nIn-Reply-To: <3f2a9c77d1@example.net>\n",
                "From: x@relay.test\nReply-To: tom.obriain@example.org\n",
            ])
            return head + to + subject(&dice)
        case .automatic:
            let sign = dice.pick([
                "Auto-Submitted: auto-replied\n", "X-Autoreply: yes\n", "Precedence: auto_reply\n",
                "Return-Path: <>\nPrecedence: bulk\n",
            ])
            return "From: <\(dice.pick(members))>\n" + to + thread + sign + subject(&dice)
        case .bounce:
            return "From: Mail Delivery System <MAILER-DAEMON@mx.test>\n" + to
                + "Subject: Undelivered Mail Returned to Sender\n"
        case .stranger:
            return "From: \(dice.pick(names)) <\(dice.pick(strangers))>\n" + to + subject(&dice)
        case .own:
            return "From: Ada <ada@example.net>\nTo: jane.okafor@example.org\nCc: ada@example.net\n" + thread
                + subject(&dice)
        }
    }

    private static func subject(_ dice: inout SeededGenerator) -> String {
        let subjects = [
            "Re: Thank you", "AW: Thank you", "RE: RE: Thank you", "The role", "=?utf-8?b?VGhhbmsgeW91?=",
            "Rescheduling",
            "Undeliverable parcels, a joke", "Fwd: photo",
        ]
        return "Subject: \(dice.pick(subjects))\n"
    }

    private static func body(for truth: Truth, _ dice: inout SeededGenerator) -> String {
        if truth == .bounce {
            return dice.pick([
                "\nYour message could not be delivered.\n\n<jane.okafor@example.org>: 550 5.1.1 user unknown\n",
                "\nYour message could not be delivered.\n\nReceived: x\nMessage-ID: <3f2a9c77d1@example.net>\nSubject: Thank you\n",
            ])
        }
        let texts = [
            "Thank you, we will be in touch.", "I am away until Monday.",
            "Your mail to somebody bounced, 550 5.1.1 user unknown.",
            "Unfortunately, we have chosen another candidate.", "> quoted\n\nYes.", "",
        ]
        // What sounds like a decision is never an automatic answer: a test of its own says so.
        let text = dice.pick(truth == .automatic ? texts.filter { !$0.hasPrefix("Unfortunately") } : texts)
        return dice.pick([
            "\n\(text)\n", "Content-Type: text/html\n\n<p>\(text)</p>\n",
            "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\n\n\(text)\n--b\nContent-Type: text/html\n\n<b>\(text)</b>\n--b--\n",
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\(Data(text.utf8).base64EncodedString())\n",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n\(text)\n--b\nContent-Type: application/pdf\n\n%PDF\n--b--\n",
        ])
    }
}
