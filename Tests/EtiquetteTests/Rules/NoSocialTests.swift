import Testing

@testable import Etiquette

@Suite("no-social: networks are no way to contact them")
struct NoSocialTests {
    @Test(
        "an outgoing contact there is against the advice, except to an agency or in answer to theirs",
        arguments: [
            (.out, .social, false, false, true), (.out, .social, true, false, false),
            (.out, .social, false, true, false), (.in, .social, false, false, false),
            (.out, .email, false, false, false), (.out, .phone, false, false, false),
            (.out, nil, false, false, false),
        ] as [(Direction, Channel?, Bool, Bool, Bool)])
    func isBroken(direction: Direction, channel: Channel?, answering: Bool, agency: Bool, broken: Bool) {
        let contact = Fixtures.contact(direction, channel, answering: answering, agency: agency)
        #expect(NoSocial.isBroken(by: contact) == broken)
        #expect(broken == (contact.againstAdvice == .noSocial))
    }
}
