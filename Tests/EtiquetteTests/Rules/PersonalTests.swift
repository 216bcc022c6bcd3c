import Testing

@testable import Etiquette

@Suite("personal: each note carries something of that conversation")
struct PersonalTests {
    @Test(
        "a note without a talking point is impersonal",
        arguments: [
            (nil, true), ("", true), (" \t\u{3000}", true), ("the open-data portal", false), ("–", false),
        ] as [(String?, Bool)])
    func isImpersonal(talkingPoint: String?, isImpersonal: Bool) {
        #expect(Personal.isImpersonal(talkingPoint: talkingPoint) == isImpersonal)
    }
}
