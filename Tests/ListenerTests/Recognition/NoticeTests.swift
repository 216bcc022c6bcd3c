import Foundation
import Mail
import Testing

@testable import Listener

@Suite("Notices of mail systems are known by what they are, whoever they are about")
struct NoticeTests {
    private let phrases: MailPhrases

    init() throws {
        phrases = try ShippedPhrases.get()
    }

    @Test("a bounce is recognised with who failed, the status and the reason", arguments: Notice.bounces)
    func bounce(_ notice: Notice) throws {
        guard case .bounce(let found) = Classifier.nature(of: notice.mail, phrases: phrases) else {
            Issue.record("not taken for a bounce")
            return
        }
        let first = try #require(found.recipients.first)
        #expect([first.address, first.status ?? "-", first.reason.rawValue] == notice.expected)
        #expect(!found.evidence.isEmpty)
    }

    @Test(
        "an automatic answer is recognised with its sort and the day of return",
        arguments: Notice.automatic)
    func automatic(_ notice: Notice) {
        guard case .automatic(let found) = Classifier.nature(of: notice.mail, phrases: phrases) else {
            Issue.record("not taken for an automatic answer")
            return
        }
        let day = found.returns.map { $0.day?.description ?? "vague" } ?? "-"
        #expect([found.sort.rawValue, day] == notice.expected)
        #expect(!found.evidence.isEmpty)
    }

    @Test("what a person wrote is taken for neither", arguments: Notice.all("written"))
    func written(_ notice: Notice) {
        #expect(Classifier.nature(of: notice.mail, phrases: phrases) == .written)
    }

    @Test("the fixtures are there, dozens of each")
    func dozens() {
        #expect(Notice.bounces.count > 90)
        #expect(Notice.automatic.count > 45)
        #expect(Notice.all("written").count > 24)
    }

    @Test("line ends do not matter: CRLF, LF, and CR alone", arguments: Notice.bounces, ["\r\n", "\r"])
    func lineEnds(_ notice: Notice, _ end: String) {
        let mail = IncomingMail(parsing: Array(notice.text.replacing("\n", with: end).utf8))
        guard case .bounce(let found) = Classifier.nature(of: mail, phrases: phrases) else {
            Issue.record("not taken for a bounce")
            return
        }
        #expect(found.recipients.first?.address == notice.expected.first)
    }

    @Test("two recipients that failed are both named")
    func two() throws {
        let notice = try #require(Notice.bounces.first { $0.name == "qmail-two" })
        guard case .bounce(let found) = Classifier.nature(of: notice.mail, phrases: phrases) else {
            Issue.record("not taken for a bounce")
            return
        }
        #expect(found.recipients.map(\.address) == ["jane.okafor@example.org", "tom.obriain@example.org"])
    }

    @Test(
        "an address is gone for good only if the mailbox or the host is",
        arguments: [
            ("5.1.1", "user unknown", true), ("5.2.2", "mailbox full", false),
            ("5.7.1", "looks like spam", false),
            ("4.4.7", "delivery time expired", false), ("5.1.2", "host unknown", true),
            // Of the address nothing is said: nobody is to look for another.
            ("5.0.0", "go away", false), ("5.1.0", "550 5.1.0 go away", false),
            ("5.3.0", "command died with status 127", false),
            ("4.1.1", "user unknown", false), ("5.2.1", "account has been disabled", true),
        ])
    func permanence(status: String, words: String, isPermanent: Bool) {
        let recipient = FailedRecipient(
            address: "jane@example.org", status: status, words: words, text: "", phrases: phrases)
        #expect(recipient.isPermanent == isPermanent)
    }
}
