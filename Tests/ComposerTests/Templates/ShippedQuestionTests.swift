import Etiquette
import Testing

@testable import Composer

/// advice.md, "What each message must be", for the question about the decision and the request for feedback.
@Suite struct ShippedQuestionTests {
    static let facts = [
        Sample.facts(name: "Jo Li", role: "Nurse", organisation: "Acme", talkingPoint: nil, sender: "Al Ek"),
        Sample.facts(), ShippedThankYouTests.long(talkingPoint: "what must not be pitched again"),
    ]

    private func draft(_ name: String, _ facts: Facts) throws -> Draft {
        try Shipped.set()[name].required().compose(facts)
    }

    @Test(arguments: facts)
    func aDecisionStatusMessageHas60To120Words(facts: Facts) throws {
        let count = try draft("decision-status", facts).body.wordCount
        #expect((60...120).contains(count), "\(count) words")
    }

    @Test(arguments: facts)
    func aFeedbackRequestHasLessThan100Words(facts: Facts) throws {
        let count = try draft("feedback-request", facts).body.wordCount
        #expect(count < 100, "\(count) words")
    }

    @Test(arguments: facts)
    func aDecisionStatusMessageNamesRoleAndDateAndAsksOnePlainQuestion(facts: Facts) throws {
        let draft = try draft("decision-status", facts)
        #expect(draft.subject == "\(facts.role) – interview on Friday 20 November 2026")
        #expect(draft.body.contains(facts.role) && draft.body.contains(facts.organisation))
        #expect(draft.body.contains("interviewed on Friday 20 November 2026"))
        #expect(draft.body.filter { $0 == "?" }.count == 1)
        #expect(draft.body.contains("whether a decision has been made?"))
        #expect(draft.body.contains("interested") && draft.body.contains("feedback"))
    }

    @Test(arguments: facts)
    func aFeedbackRequestThanksAsksOnceAndIsEasyToDecline(facts: Facts) throws {
        let draft = try draft("feedback-request", facts)
        #expect(draft.subject == "Feedback on my \(facts.role) interview")
        #expect(draft.body.contains("Thank you for letting me know"))
        #expect(draft.body.filter { $0 == "?" }.count == 1)
        #expect(draft.body.contains("\n\nWhat would"))
        #expect(draft.body.contains("no need to reply"))
    }

    @Test(arguments: ["decision-status", "feedback-request"], facts)
    func greetingAndSignatureAreTheirs(name: String, facts: Facts) throws {
        let draft = try draft(name, facts)
        #expect(draft.body.hasPrefix("Dear \(facts.recipient.name),\n\n"))
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

    @Test(arguments: ["decision-status", "feedback-request"])
    func nothingIsInItThatMustNotBe(name: String) throws {
        let text = try draft(name, Sample.facts()).body.lowercased()
        let found = Self.unwanted.filter { text.contains($0) }
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: [FollowUp.Kind.decisionStatus, .feedbackRequest], facts)
    func proofreadingFindsNothing(kind: FollowUp.Kind, facts: Facts) throws {
        let draft = try draft(kind.rawValue, facts)
        var proofreading = Proofreading(kind: kind, subject: draft.subject, body: draft.body, facts: facts)
        proofreading.language = try Shipped.language()
        let found = try proofreading.findings(known: noNames)
        #expect(found.isEmpty, "\(found)")
    }
}
