import Testing

@testable import Etiquette

@Suite("email-or-post: what does for a thank-you")
struct EmailOrPostTests {
    @Test(
        "an outgoing email, card or word in person does, a call or a post on a network does not",
        arguments: [
            (.out, .email, true), (.out, .post, true), (.out, .inPerson, true), (.out, .phone, false),
            (.out, .social, false), (.out, nil, false), (.in, .email, false), (.in, .post, false),
            (.in, .inPerson, false), (.in, .phone, false),
        ] as [(Direction, Channel?, Bool)])
    func fulfils(direction: Direction, channel: Channel?, fulfils: Bool) {
        #expect(EmailOrPost.fulfils(Fixtures.contact(direction, channel)) == fulfils)
        #expect(EmailOrPost.fulfils(Fixtures.contact(direction, channel, outcome: .sent)) == fulfils)
    }

    @Test("word of an outcome is no thank-you", arguments: Contact.Outcome.allCases)
    func outcomes(outcome: Contact.Outcome) {
        let isSaid = outcome == .sent || outcome == .logged
        #expect(EmailOrPost.fulfils(Fixtures.contact(.out, .email, outcome: outcome)) == isSaid)
    }
}
