import Mail
import Testing

@testable import Ledger
@testable import Listener

@Suite(
    "What a system of an employer sends after an interview may be the answer, unless it is plainly a receipt")
struct TrackingSystemTests {
    private let classifier: Classifier
    private let suggestions: Suggestions

    init() throws {
        let phrases = try ShippedPhrases.get()
        classifier = Classifier(known: Ledgers.known, phrases: phrases)
        suggestions = Suggestions(phrases: phrases)
    }

    private func mail(_ head: String, _ text: String) -> IncomingMail {
        let mail =
            "To: ada@example.net\nDate: Sun, 22 Nov 2026 10:00:00 +0000\n"
            + "Content-Type: text/plain; charset=utf-8\n\(head)\n\n\(text)\n"
        return IncomingMail(parsing: Array(mail.utf8))
    }

    private static let sent = HeaderSets.choices(of: [
        "List-Unsubscribe: <https://us.greenhouse-mail.io/u/1>", "Feedback-ID: 1:2:3:greenhouse",
        "Precedence: bulk", "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All",
    ])

    private static let subjects = [
        "Your application for Data Analyst", "Update on your application", "City Library: your interview",
        "Thank you for applying to City Library", "A message for you",
    ]

    @Test(
        "whatever the headers and the subject, in every language, and what it sounds like is said",
        arguments: Saying.news)
    func isPossible(_ saying: Saying) {
        for subject in Self.subjects {
            for headers in Self.sent {
                let head = [
                    "From: City Library <no-reply@us.greenhouse-mail.io>", "Subject: \(subject)", headers,
                ].filter { !$0.isEmpty }.joined(separator: "\n")
                let found = classifier.fact(of: mail(head, saying.text))
                #expect(found.meaning == .possibleReply, "\(head)")
                #expect(found.recruitments == [Ledgers.library])
            }
        }
        #expect(suggestions.find(in: saying.text).contains { $0.kind.rawValue == saying.label })
    }

    @Test("from the house's own domain, too", arguments: Saying.news)
    func ofTheHouse(_ saying: Saying) {
        for headers in Self.sent {
            let head = [
                "From: City Library Careers <no-reply@example.org>", "Subject: About the role", headers,
            ].filter { !$0.isEmpty }.joined(separator: "\n")
            #expect(classifier.fact(of: mail(head, saying.text)).meaning == .possibleReply, "\(head)")
        }
    }

    @Test(
        "words that say nothing are possible, too: the decision may be in the portal",
        arguments: [
            "Log in to see the outcome.", "There is an update. Please sign in to your account.",
            "Thank you for your application and for your interest in us.", "Labas, turime jums žinių.",
        ], Self.subjects)
    func silent(text: String, subject: String) {
        let found = classifier.fact(
            of: mail(
                "From: City Library <no-reply@us.greenhouse-mail.io>\nAuto-Submitted: auto-generated\nSubject: \(subject)",
                text))
        #expect(found.meaning == .possibleReply)
    }

    @Test(
        "the name of somebody on the panel counts at such a host, in either order, and nowhere else",
        arguments: [
            "Jane Okafor <no-reply@greenhouse.io>", "\"Okafor, Jane\" <x@ashbyhq.com>",
            "Jane Okafor via Greenhouse <no-reply@us.greenhouse-mail.io>",
        ])
    func panelMember(from: String) {
        let found = classifier.fact(of: mail("From: \(from)\nSubject: Your interview", "Please read."))
        #expect(found.meaning == .possibleReply)
        #expect(found.person == Ledgers.jane && found.recruitments == [Ledgers.library])
        let elsewhere = from.replacing(/<.*>/, with: "<x@evil.test>")
        #expect(
            classifier.fact(of: mail("From: \(elsewhere)\nSubject: Your interview", "Please read.")).meaning
                == .nothing(.stranger))
    }

    @Test(
        "another person, a first name, or an employer nobody knows is a stranger's",
        arguments: [
            "Jane <no-reply@greenhouse.io>", "Jane Okaforsen <no-reply@greenhouse.io>",
            "Other Works <no-reply@greenhouse.io>",
        ])
    func stranger(from: String) {
        let found = classifier.fact(of: mail("From: \(from)\nSubject: Your interview", "City Library"))
        #expect(found.meaning == .nothing(.stranger))
    }

    @Test(
        "a plain receipt stays one, with what is said to everybody",
        arguments: [
            "We have received your application for Data Analyst. If you are shortlisted, we will invite you to an interview.",
            "Wir bestätigen den Eingang Ihrer Bewerbung. Sollten Sie in die engere Wahl kommen, laden wir Sie ein.",
            "Nous accusons réception de votre candidature. Sans réponse de notre part sous un mois, elle n'a pas été retenue.",
            "Hemos recibido su candidatura.",
            "We have received your application. You can log in to your candidate account at any time.",
            "Otrzymaliśmy Pani zgłoszenie i potwierdzamy otrzymanie dokumentów.",
        ])
    func receipt(text: String) {
        let found = classifier.fact(
            of: mail("From: City Library <no-reply@greenhouse.io>\nSubject: City Library", text))
        guard case .automaticAnswer(let answer) = found.meaning else {
            Issue.record("taken for \(found.meaning)")
            return
        }
        #expect(answer.sort == .receipt)
    }

    @Test("an address that nobody reads is nobody's, even where the ledger has it for a person")
    func noReplyPerson() {
        let known = KnownSenders(
            sent: [],
            circles: [
                .init(
                    recruitment: .init(
                        id: Ledgers.library, organisation: "City Library", role: "Data Analyst",
                        standing: .rejected),
                    people: [Ledgers.person(Ledgers.jane, "City Jobs", "no-reply@us.greenhouse-mail.io")],
                    since: .distantPast)
            ], own: [])
        let other = "From: Other Works <no-reply@us.greenhouse-mail.io>\nSubject: Your application"
        guard let phrases = try? ShippedPhrases.get() else { return }
        let found = Classifier(known: known, phrases: phrases).fact(of: mail(other, "Thank you."))
        #expect(found.meaning == .nothing(.stranger))
    }
}
