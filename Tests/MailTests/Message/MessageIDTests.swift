import Etiquette
import Mail
import Testing

@Suite struct MessageIDTests {
    static let ledger = [UInt8](0..<16)

    static func thankYou(interview: Int64 = 1, person: Int64 = 2, recruitment: Int64 = 3) -> FollowUp {
        FollowUp(
            identity: .thankYou(.init(rawValue: interview), .init(rawValue: person)),
            recruitment: .init(rawValue: recruitment), recipient: .init(rawValue: person))
    }

    static func decision(recruitment: Int64 = 3, recipient: Int64 = 2) -> FollowUp {
        FollowUp(
            identity: .decisionStatus(.init(rawValue: recruitment)),
            recruitment: .init(rawValue: recruitment),
            recipient: .init(rawValue: recipient))
    }

    static func feedback() -> FollowUp {
        FollowUp(
            identity: .feedbackRequest(.init(rawValue: 3)), recruitment: .init(rawValue: 3),
            recipient: .init(rawValue: 2))
    }

    private func make(
        _ followUp: FollowUp = thankYou(), ledger: [UInt8] = ledger, revision: Int = 1,
        domain: String = "example.org"
    ) -> String {
        MessageID.make(ledger: ledger, followUp: followUp, revision: revision, domain: domain)
    }

    /// Computed by sha256sum; a change of it would send a message under a second name after an upgrade.
    @Test func itNeverChangesBetweenVersions() {
        #expect(make() == "3fc466027b14471aefacaf44b91e41e120df6d99@example.org")
    }

    @Test func theSameMessageHasTheSameID() {
        #expect(make() == make())
        // Who asks, or is asked, about a decision does not make it another question.
        #expect(make(Self.decision(recipient: 2)) == make(Self.decision(recipient: 9)))
    }

    @Test func anotherMessageHasAnotherID() {
        var otherLedger = Self.ledger
        otherLedger[15] ^= 1
        let ids = [
            make(), make(revision: 2), make(ledger: otherLedger), make(domain: "example.net"),
            make(Self.thankYou(interview: 2)), make(Self.thankYou(person: 3)),
            make(Self.thankYou(interview: 12, person: 3)), make(Self.thankYou(interview: 1, person: 23)),
            make(Self.decision()), make(Self.decision(recruitment: 4)), make(Self.feedback()),
        ]
        #expect(Set(ids).count == ids.count)
    }

    @Test func itHasAtLeast128Bits() throws {
        let local = try #require(make().split(separator: "@").first)
        #expect(local.utf8.count * 4 >= 128)
        #expect(
            local.utf8.allSatisfy {
                ("0"..."9").contains(Unicode.Scalar($0)) || ("a"..."f").contains(Unicode.Scalar($0))
            })
    }
}
