import Etiquette
import Foundation
import Mail
import Testing

@testable import Ledger
@testable import Listener

@Suite("One mail is judged by what it answers, who wrote it and where from, in this order")
struct ClassifierTests {
    private let classifier: Classifier

    init() throws {
        classifier = try Ledgers.classifier()
    }

    private func fact(_ head: String, _ body: String = "Thank you for your note.") -> Fact {
        let text =
            "To: ada@example.net\nDate: Sun, 22 Nov 2026 10:00:00 +0000\n" + head + "\n\n" + body + "\n"
        return classifier.fact(of: IncomingMail(parsing: Array(text.utf8)))
    }

    @Test("a person of the recruitment who answers our message has replied")
    func reply() {
        let found = fact(
            "From: Jane Okafor <Jane.Okafor@Example.org>\nIn-Reply-To: <3f2a9c77d1@example.net>\nSubject: Re: Thank you"
        )
        #expect(found.meaning == .reply)
        #expect(found.message == Ledgers.toJane)
        #expect(found.person == Ledgers.jane)
        #expect(found.recruitments.first == Ledgers.library)
        #expect(found.evidence.first == .answersMessageID(Ledgers.janesNote))
    }

    @Test(
        "a thread is known by In-Reply-To or References, folded or not, also by what the provider made of the id",
        arguments: [
            "In-Reply-To: <CAF-Rewritten=77@mail.provider.test>",
            "References: <x@y.test>\n <CAF-Rewritten=77@MAIL.provider.test>",
            "In-Reply-To: \"Your message\" <aa11@example.net>",
        ])
    func thread(header: String) {
        let found = fact("From: Tom <tom.obriain@example.org>\n\(header)\nSubject: Re: Thank you")
        #expect(found.message == Ledgers.toTom)
        #expect(found.meaning == .reply)
    }

    @Test("a person who writes anew has replied")
    func anew() {
        let found = fact("From: Jane Okafor <jane.okafor@example.org>\nSubject: The role")
        #expect(found.meaning == .reply)
        #expect(found.message == nil)
    }

    @Test("a person at a public mail domain is known by the address, nobody else there is")
    func publicDomain() {
        #expect(fact("From: <ruth.agnew@gmail.com>\nSubject: News").recruitments == [Ledgers.agency])
        #expect(fact("From: <ruth.agnew2@gmail.com>\nSubject: News").meaning == .nothing(.stranger))
    }

    @Test("a colleague who answers our message has replied; one who writes anew may have")
    func colleague() {
        let thread = fact(
            "From: HR <hr@example.org>\nIn-Reply-To: <3f2a9c77d1@example.net>\nSubject: Re: Thank you")
        #expect(thread.meaning == .reply)
        let anew = fact("From: HR <hr@jobs.example.org>\nSubject: The role")
        #expect(anew.meaning == .possibleReply)
        #expect(anew.evidence == [.domain("jobs.example.org")])
    }

    @Test(
        "a stranger who names our Message-ID may have replied, and it is said that nobody knows the address")
    func forged() {
        let found = fact(
            "From: Jane Okafor <jane@evil.test>\nIn-Reply-To: <3f2a9c77d1@example.net>\nSubject: Re: Thank you"
        )
        #expect(found.meaning == .possibleReply)
        #expect(found.evidence.contains(.unknownSender("jane@evil.test")))
    }

    @Test(
        "our Message-ID in the wrong place means nothing",
        arguments: [
            "Subject: <3f2a9c77d1@example.net>", "Message-ID: <3f2a9c77d1@example.net>\nSubject: x",
            "Subject: x\nX-Note: <3f2a9c77d1@example.net>", "Subject: x\nTo: <3f2a9c77d1@example.net>",
        ])
    func wrongPlace(head: String) {
        #expect(fact("From: x@evil.test\n" + head, "<3f2a9c77d1@example.net>").meaning == .nothing(.stranger))
    }

    @Test(
        "two From headers, or two authors, make it doubtful",
        arguments: [
            "From: jane.okafor@example.org\nFrom: x@evil.test", "From: jane.okafor@example.org, x@evil.test",
        ])
    func doubtful(head: String) {
        let found = fact(head + "\nSubject: x")
        #expect(found.meaning == .possibleReply)
        #expect(found.evidence.contains(.doubtfulSender))
    }

    @Test("a tracking system counts only if it names the organisation or the role where one looks first")
    func trackingSystem() {
        let named = fact("From: City Library Careers <no-reply@mail.greenhouse.io>\nSubject: Next steps")
        #expect(named.meaning == .possibleReply)
        #expect(named.recruitments == [Ledgers.library])
        #expect(
            fact("From: x@greenhouse.io\nSubject: Your Data  Analyst interview").meaning == .possibleReply)
        let other = fact(
            "From: Other Works <no-reply@greenhouse.io>\nSubject: Next steps", "City Library Data Analyst")
        #expect(other.meaning == .nothing(.stranger))
    }

    @Test("the name of the organisation is nothing where no tracking system writes")
    func nameAlone() {
        #expect(
            fact("From: City Library <x@evil.test>\nSubject: Data Analyst").meaning == .nothing(.stranger))
    }

    @Test("answers that go to a person make it possible")
    func replyTo() {
        let found = fact("From: x@mailer.test\nReply-To: Jane <jane.okafor@example.org>\nSubject: x")
        #expect(found.meaning == .possibleReply)
        #expect(found.person == Ledgers.jane)
    }

    @Test("a recruitment that has ended: its people still reply, its domain says nothing")
    func ended() {
        #expect(fact("From: olga@former.test\nSubject: x").meaning == .reply)
        #expect(fact("From: other@former.test\nSubject: x").meaning == .nothing(.stranger))
    }

    // MARK: - Several recruitments at one place

    /// Jane was met for both roles, Kim for the senior one alone; a third has ended.
    private static var three: KnownSenders {
        let kim = Ledgers.person(Person.ID(rawValue: 15), "Kim Ray", "kim.ray@example.org")
        let jane = Ledgers.person(Ledgers.jane, "Jane Okafor", "jane.okafor@example.org")
        let roles: [(Recruitment.ID, String, Recruitment.Standing, [Person])] = [
            (Ledgers.closed, "Porter", .rejected, [jane, kim]),
            (Ledgers.library, "Data Analyst", .open, [jane]),
            (Ledgers.agency, "Senior Data Analyst", .open, [jane, kim]),
        ]
        return KnownSenders(
            sent: Ledgers.known.sent.filter { $0.message == Ledgers.toJane },
            circles: roles.map { id, role, standing, people in
                RecruitmentPeople(
                    recruitment: Recruitment(
                        id: id, organisation: "City Library", role: role, standing: standing), people: people,
                    since: .distantPast)
            }, own: Ledgers.known.own)
    }

    @Test(
        "of several at one domain the exact address decides, then the role in the subject, then the thread",
        arguments: [
            ("kim.ray@example.org", "News", false, [Ledgers.agency]),
            ("jane.okafor@example.org", "News", false, [Ledgers.library, Ledgers.agency]),
            ("jane.okafor@example.org", "Data Analyst: news", false, [Ledgers.library]),
            ("jane.okafor@example.org", "The senior data analyst role", false, [Ledgers.agency]),
            ("jane.okafor@example.org", "Re: Thank you", true, [Ledgers.library]),
            ("jane.okafor@example.org", "Re: Senior Data Analyst", true, [Ledgers.agency]),
            ("kim.ray@example.org", "Re: Thank you", true, [Ledgers.agency]),
            ("hr@example.org", "News", false, [Ledgers.library, Ledgers.agency]),
            ("hr@example.org", "Your Senior Data Analyst interview", false, [Ledgers.agency]),
            ("hr@example.org", "Re: Thank you", true, [Ledgers.library]),
        ])
    func severalAtOnePlace(from: String, subject: String, answers: Bool, expected: [Recruitment.ID]) throws {
        let classifier = Classifier(known: Self.three, phrases: try ShippedPhrases.get())
        let thread = answers ? "In-Reply-To: <3f2a9c77d1@example.net>\n" : ""
        let text = "From: \(from)\nTo: ada@example.net\n\(thread)Subject: \(subject)\n\nDear Ada\n"
        let found = classifier.fact(of: IncomingMail(parsing: Array(text.utf8)))
        #expect(found.recruitments == expected)
        #expect(found.message == (answers ? Ledgers.toJane : nil))
    }

    @Test("the user's own mail is nothing, threads and all")
    func own() {
        let found = fact(
            "From: Ada <ADA@example.net>\nIn-Reply-To: <3f2a9c77d1@example.net>\nSubject: Re: Thank you")
        #expect(found.meaning == .nothing(.own))
    }

    @Test("a stranger's automatic answer is nothing, a person's is one")
    func automatic() {
        let head = "Auto-Submitted: auto-replied\nSubject: Automatic reply: Thank you"
        #expect(fact("From: x@y.test\n" + head).meaning == .nothing(.stranger))
        guard case .automaticAnswer(let answer) = fact("From: jane.okafor@example.org\n" + head).meaning
        else {
            Issue.record("not taken for an automatic answer")
            return
        }
        #expect(answer.sort == .absence)
    }

    @Test("a person who answers through a list of the house has replied")
    func throughList() {
        let list = "List-Id: <staff.example.org>\nSubject: Re: Thank you"
        let found = fact("From: jane.okafor@example.org\nIn-Reply-To: <3f2a9c77d1@example.net>\n" + list)
        #expect(found.meaning == .reply)
    }

    @Test("a newsletter of the organisation is an automatic answer")
    func newsletter() {
        guard
            case .automaticAnswer(let answer) = fact(
                "From: news@example.org\nList-Unsubscribe: <mailto:x@example.org>\nSubject: December"
            ).meaning
        else {
            Issue.record("not taken for a newsletter")
            return
        }
        #expect(answer.sort == .list)
    }

    @Test(
        "nothing of nobody: no From, no text, no bytes", arguments: ["", "\n", "From:\n\n", "From: <>\n\nx"])
    func nobody(text: String) {
        let found = classifier.fact(of: IncomingMail(parsing: Array(text.utf8)))
        guard case .nothing = found.meaning else {
            Issue.record("taken for something")
            return
        }
    }
}
