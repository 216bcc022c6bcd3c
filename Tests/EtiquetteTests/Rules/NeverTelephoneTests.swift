import Testing

@testable import Etiquette

@Suite("never-telephone: a call is invasive")
struct NeverTelephoneTests {
    @Test(
        "an outgoing call is against the advice, except to an agency or in answer to theirs",
        arguments: [
            (.out, .phone, false, false, true), (.out, .phone, true, false, false),
            (.out, .phone, false, true, false),
            (.out, .phone, true, true, false), (.in, .phone, false, false, false),
            (.out, .email, false, false, false),
            (.out, .post, false, false, false), (.out, .inPerson, false, false, false),
            (.out, .social, false, false, false), (.out, nil, false, false, false),
        ] as [(Direction, Channel?, Bool, Bool, Bool)])
    func isBroken(direction: Direction, channel: Channel?, answering: Bool, agency: Bool, broken: Bool) {
        let contact = Fixtures.contact(direction, channel, answering: answering, agency: agency)
        #expect(NeverTelephone.isBroken(by: contact) == broken)
        #expect(broken == (contact.againstAdvice == .neverTelephone))
    }

    @Test("every way of saying something is against one rule at most, and only phone and social are")
    func againstAdvice() {
        for channel in Channel.allCases {
            let rule = Fixtures.contact(.out, channel).againstAdvice
            switch channel {
            case .phone: #expect(rule == .neverTelephone)
            case .social: #expect(rule == .noSocial)
            case .email, .post, .inPerson: #expect(rule == nil)
            }
            #expect(Fixtures.contact(.in, channel).againstAdvice == nil)
        }
    }
}
