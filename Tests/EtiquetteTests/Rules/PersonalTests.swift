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

    @Test(
        "a talking point that is a sentence of its own does not follow “our conversation about”",
        arguments: [
            ("the open-data portal", false), ("how the team shares its on-call week", false), ("", false),
            ("IT strategy", false), ("Iceland", false), ("Hegel", false), ("wetlands", false),
            ("Theya", false),
            ("We talked about the portal", true), ("we talked about the portal", true), ("I liked it", true),
            ("It's the portal", true), ("You’ve moved", true), ("They showed me round", true),
            ("the portal.", true), ("why open data?", true), ("the portal! ", true),
            ("she runs the team", true),
            ("He builds boats", true),
        ])
    func isSentence(talkingPoint: String, isSentence: Bool) {
        #expect(Personal.isSentence(talkingPoint: talkingPoint) == isSentence)
    }
}
