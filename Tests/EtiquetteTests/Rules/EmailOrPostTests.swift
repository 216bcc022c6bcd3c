import Testing

@testable import Etiquette

@Suite("email-or-post: what does for a thank-you")
struct EmailOrPostTests {
    @Test(
        "an email, a card or a word in person does, a call or a post on a network does not",
        arguments: [
            (.email, true), (.post, true), (.inPerson, true), (.phone, false), (.social, false),
        ] as [(Channel, Bool)])
    func thanks(channel: Channel, thanks: Bool) {
        #expect(EmailOrPost.thanks(over: channel) == thanks)
    }
}
