import Etiquette
import Testing

@testable import Composer

@Suite struct VariantTests {
    @Test(arguments: [
        (FollowUp.Kind.thankYou, Channel.email, false, Variant.thankYou),
        (.thankYou, .post, false, .thankYouCard),
        (.thankYou, .email, true, .thankYouAgency),
        (.thankYou, .post, true, .thankYouAgency),
        (.decisionStatus, .email, false, .decisionStatus),
        (.decisionStatus, .email, true, .decisionStatus),
        (.feedbackRequest, .email, false, .feedbackRequest),
    ])
    func kindChannelAndAgencyDecide(kind: FollowUp.Kind, channel: Channel, isAgency: Bool, expected: Variant)
    {
        let variant = Variant(kind: kind, channel: channel, isAgencyContact: isAgency)
        #expect(variant == expected)
        #expect(variant.kind == kind)
    }

    @Test(arguments: [
        ("thank-you-1", Variant.thankYou), ("thank-you-my-own", .thankYou), ("thank-you", .thankYou),
        ("thank-you-agency", .thankYouAgency), ("thank-you-agency-2", .thankYouAgency),
        ("thank-you-card-1", .thankYouCard), ("thank-you-card", .thankYouCard),
        ("thank-you-cards", .thankYou), ("decision-status", .decisionStatus),
        ("decision-status-brief", .decisionStatus), ("feedback-request", .feedbackRequest),
    ])
    func aFileBelongsToTheLongestNameThatItBeginsWith(name: String, expected: Variant) {
        #expect(Variant(templateName: name) == expected)
    }

    @Test(arguments: ["", "notes", "thank", "thankyou-1", "my-thank-you", "decision-statuses", "Thank-You-1"])
    func otherNamesBelongToNone(name: String) {
        #expect(Variant(templateName: name) == nil)
    }

    @Test(arguments: Variant.allCases)
    func onlyAThankYouMayNameATalkingPoint(variant: Variant) {
        #expect(variant.fields.contains(.talkingPoint) == (variant.kind == .thankYou))
        #expect(variant.fields.isSuperset(of: [.salutation, .role, .organisation, .sender, .interviewDate]))
    }
}
