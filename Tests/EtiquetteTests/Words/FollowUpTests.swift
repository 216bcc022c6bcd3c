import Testing

@testable import Etiquette

@Suite("A follow-up exists once, by its identity")
struct FollowUpTests {
    private let recruitment = Recruitment.ID(rawValue: 7)
    private let interview = Interview.ID(rawValue: 8)
    private let person = Person.ID(rawValue: 9)

    private func followUp(_ identity: FollowUp.Identity) -> FollowUp {
        FollowUp(identity: identity, recruitment: recruitment, recipient: person)
    }

    @Test("its identity tells its kind, and a thank-you its interview")
    func kind() {
        #expect(followUp(.thankYou(interview, person)).kind == .thankYou)
        #expect(followUp(.thankYou(interview, person)).interview == interview)
        #expect(followUp(.decisionStatus(recruitment)).kind == .decisionStatus)
        #expect(followUp(.feedbackRequest(recruitment)).kind == .feedbackRequest)
        #expect(followUp(.decisionStatus(recruitment)).interview == nil)
        #expect(followUp(.feedbackRequest(recruitment)).interview == nil)
    }

    @Test("one per person and interview, one per recruitment")
    func identity() {
        let identities: Set<FollowUp.Identity> = [
            .thankYou(interview, person), .thankYou(interview, .init(rawValue: 10)),
            .thankYou(.init(rawValue: 11), person), .decisionStatus(recruitment),
            .feedbackRequest(recruitment),
            .thankYou(.init(rawValue: 8), .init(rawValue: 9)), .decisionStatus(.init(rawValue: 7)),
        ]
        #expect(identities.count == 5)
    }

    @Test("kinds, channels and reasons are spelt as other programs read them")
    func spelling() {
        #expect(
            FollowUp.Kind.allCases.map(\.rawValue) == ["thank-you", "decision-status", "feedback-request"])
        #expect(Channel.allCases.map(\.rawValue) == ["email", "post", "phone", "social", "in-person"])
        #expect(Direction.allCases.map(\.rawValue) == ["out", "in"])
        #expect(
            AdviceRule.allCases.map(\.rawValue) == [
                "thank-each", "after-24-hours", "personal", "names-right", "email-or-post", "never-telephone",
                "wait",
                "two-weeks", "feedback", "no-social", "not-too-much", "professional",
            ])
        #expect(
            Recruitment.Standing.allCases.map(\.rawValue) == ["open", "rejected", "offered", "withdrawn"])
        for code in Reason.Code.allCases {
            #expect(code.rawValue.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) })
        }
    }

    @Test("what stands after Dear is the full name unless a salutation was set")
    func addressedAs() {
        #expect(
            Person(id: person, name: "Jane Okafor", address: nil, salutation: nil).addressedAs
                == "Jane Okafor")
        #expect(
            Person(id: person, name: "Jane Okafor", address: nil, salutation: "Jane").addressedAs == "Jane")
    }
}
