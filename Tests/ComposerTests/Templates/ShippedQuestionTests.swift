import Etiquette
import Testing
import Text

@testable import Composer

/// advice.md, "What each message must be", for the question about the decision and the request for feedback, in every
/// language and voice.
@Suite struct ShippedQuestionTests {
    static let decisions = Shipped.questions.filter { $0.file == "decision-status" }
    static let requests = Shipped.questions.filter { $0.file == "feedback-request" }

    static let facts = [
        Sample.facts(name: "Jo Li", role: "Nurse", organisation: "Acme", talkingPoint: nil, sender: "Al Ek"),
        Sample.facts(), ShippedThankYouTests.long(talkingPoint: "what must not be pitched again"),
    ]

    @Test func everyLanguageAndVoiceHasBoth() {
        #expect(Self.decisions.count == 6 && Self.requests.count == 6)
    }

    @Test(arguments: decisions, facts)
    func aDecisionStatusMessageHas45To110Words(name: Shipped.Name, facts: Facts) throws {
        let count = try name.compose(facts).body.wordCount
        #expect((45...110).contains(count), "\(count) words")
    }

    @Test(arguments: requests, facts)
    func aFeedbackRequestHasLessThan100Words(name: Shipped.Name, facts: Facts) throws {
        let count = try name.compose(facts).body.wordCount
        #expect(count < 100, "\(count) words")
    }

    @Test(arguments: decisions, facts)
    func aDecisionStatusMessageNamesRoleAndDateAndAsksOnePlainQuestion(
        name: Shipped.Name, facts: Facts
    ) throws {
        let draft = try name.compose(facts)
        let date = try Shipped.languages[name.language].required()
        let language = try Shipped.set(name.language).language
        #expect(draft.subject == "\(language.jobTitle(of: facts)) – interview on \(date)")
        #expect(draft.body.contains(language.role(of: facts)))
        #expect(draft.body.lowercased().contains(facts.organisation.lowercased()))
        #expect(draft.body.contains(date) && !draft.body.contains("2026"))
        #expect(draft.body.filter { $0 == "?" }.count == 1)
        #expect(draft.body.lowercased().contains(/\n[^\n]*a decision (has )?been made\?\n/))
        #expect(draft.body.contains("interested") && draft.body.contains("feedback"))
    }

    @Test(arguments: requests, facts)
    func aFeedbackRequestThanksForNoNewsThatOthersMayHaveBroughtAsksOnceAndIsEasyToDecline(
        name: Shipped.Name, facts: Facts
    ) throws {
        let draft = try name.compose(facts)
        let role = try Shipped.set(name.language).language.role(of: facts)
        #expect(draft.subject == "Feedback on my \(role) interview")
        #expect(draft.body.contains(/\n\n(I've|I have) heard that I (wasn't|was not) successful/))
        #expect(draft.body.contains("Thank you for considering m"))
        #expect(!draft.body.contains(/letting me know|telling me|informing me/))
        #expect(draft.body.filter { $0 == "?" }.count == 1)
        #expect(draft.body.contains(/isn't possible|is not possible/))
    }

    @Test(arguments: Shipped.questions, facts)
    func greetingAndSignatureAreTheirs(name: Shipped.Name, facts: Facts) throws {
        let draft = try name.compose(facts)
        let called = try Shipped.set(name.language).language.called(facts.recipient)
        #expect(draft.body.hasPrefix("Dear \(called),\n\n"))
        #expect(draft.body.hasSuffix(",\n\n\(facts.senderName)\n"))
        #expect(draft.unresolved.isEmpty)
    }

    static let unwanted = [
        // Reproach, impatience, dispute, defence.
        "still waiting", "have not heard", "haven't heard", "disappoint", "surpris", "unfortunately",
        "urgent",
        "soon as", "overdue", "promised", "delay", "unfair", "reconsider", "mistake", "however", "chase",
        "remind",
        // A second pitch, other candidates, filler.
        "my experience", "my skills", "candidate", "checking in", "follow up", "following up", "touch base",
        "!",
        "ideal", "asset", "who was", "others",
        // The recipient may not have been on the panel.
        "meeting me", "meet me", "met you", "our conversation", "our meeting", "speaking with you",
        "seeing me",
    ]

    @Test(arguments: Shipped.questions)
    func nothingIsInItThatMustNotBe(name: Shipped.Name) throws {
        let text = try name.compose(Sample.facts()).body.lowercased()
        let found = Self.unwanted.filter { text.contains($0) }
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: Shipped.questions, facts)
    func proofreadingFindsNothing(name: Shipped.Name, facts: Facts) throws {
        let draft = try name.compose(facts)
        let kind = try FollowUp.Kind(rawValue: name.file).required()
        var proofreading = Proofreading(kind: kind, subject: draft.subject, body: draft.body, facts: facts)
        proofreading.language = try Shipped.language(name.language)
        let found = try proofreading.findings(known: noNames)
        #expect(found.isEmpty, "\(found)")
    }
}
