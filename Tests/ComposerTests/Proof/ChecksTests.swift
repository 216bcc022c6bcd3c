import Etiquette
import Testing
import Text

@testable import Composer

@Suite struct ChecksTests {
    // The form.

    @Test(arguments: [
        ("", "B", [Finding.What.emptySubject]), ("  ", "B", [.emptySubject]), ("S", "", [.emptyBody]),
        ("S", " \n\n", [.emptyBody]), ("", "", [.emptySubject, .emptyBody]), ("S", "B", []),
    ])
    func subjectAndBodyAreThere(subject: String, body: String, expected: [Finding.What]) {
        #expect(Checks.form(subject: subject, body: body) == expected)
    }

    @Test(arguments: [
        ("S\u{7}", "B", Finding.What.badCharacter(.subject, line: 1, scalar: 7)),
        ("S\nBcc: eve@example.org", "B", .badCharacter(.subject, line: 1, scalar: 0xA)),
        ("S\r", "B", .badCharacter(.subject, line: 1, scalar: 0xD)),
        ("S\t", "B", .badCharacter(.subject, line: 1, scalar: 9)),
        ("S\u{202E}", "B", .badCharacter(.subject, line: 1, scalar: 0x202E)),
        ("S", "a\nb\u{200B}", .badCharacter(.body, line: 2, scalar: 0x200B)),
        ("S", "a\n\n\u{2066}b", .badCharacter(.body, line: 3, scalar: 0x2066)),
        ("S", "a\r\nb", .badCharacter(.body, line: 1, scalar: 0xD)),
        ("S", "\u{0}", .badCharacter(.body, line: 1, scalar: 0)),
        ("S", "a\u{2028}b", .badCharacter(.body, line: 1, scalar: 0x2028)),
        ("S", "a\u{FEFF}", .badCharacter(.body, line: 1, scalar: 0xFEFF)),
        ("S", "a\u{7F}", .badCharacter(.body, line: 1, scalar: 0x7F)),
    ])
    func aCharacterThatNobodySeesIsRefused(subject: String, body: String, expected: Finding.What) {
        #expect(Checks.form(subject: subject, body: body) == [expected])
    }

    @Test(arguments: ["a\n\tb", "Siân – “quoted” …", "李小龙 שרה محمد अमित", "naïve £5 ½ ☺", "a\u{A0}b"])
    func ordinaryCharactersPass(body: String) {
        #expect(Checks.form(subject: "S", body: body).isEmpty)
    }

    @Test(arguments: [(10_000, true), (10_001, false)])
    func aBodyHasTenThousandCharactersAtMost(length: Int, passes: Bool) {
        let found = Checks.form(subject: "S", body: String(repeating: "a", count: length))
        #expect(found == (passes ? [] : [.tooLong(.body, characters: length, limit: 10_000)]))
    }

    @Test func marksThatHideInOneCharacterAreCounted() {
        let body = "a" + String(repeating: "\u{301}", count: 20_000)
        #expect(Checks.form(subject: "S", body: body).map(\.code) == [.tooLong])
    }

    @Test func theLongestRoleFitsIntoASubject() {
        let role = String(repeating: "r", count: Field.role.limit)
        #expect(Checks.form(subject: "\(role) – interview on Wednesday 30 September 2026", body: "B").isEmpty)
        #expect(Checks.form(subject: role + role, body: "B").map(\.code) == [.tooLong])
    }

    // The advice.

    private static func found(
        _ kind: FollowUp.Kind, _ body: String, _ facts: Facts = Sample.facts()
    ) -> [Finding.What] {
        Checks.advice(kind: kind, body: body, words: Words(body), facts: facts, language: .unknown)
    }

    private func advice(
        _ kind: FollowUp.Kind = .thankYou, _ body: String, _ facts: Facts = Sample.facts()
    ) -> [Finding.Code] {
        Self.found(kind, body, facts).map(\.code).filter { $0 != .length && $0 != .notSigned }
    }

    @Test(arguments: [
        ("Ada Example", true), ("Ada\u{A0}Example", true), ("Ada Exampleson", false), ("Ada", false),
        ("", false),
    ])
    func aMessageIsSignedWithTheFullName(signature: String, isSigned: Bool) {
        let body = "Dear Jane Okafor,\n\nThe open-data portal.\n\nYours,\n\n\(signature)\n"
        let codes = Self.found(.thankYou, body).map(\.code)
        #expect(codes.contains(.notSigned) == !isSigned)
    }

    @Test(arguments: [
        ("Dear Jane Okafor,\n\nThe open-data portal.\n", "the open-data portal", false),
        ("Dear Jane Okafor,\n\nabout the open-data portal, which\n", "the open-data portal.", false),
        ("Dear Jane Okafor,\n\nThanks.\n", "the open-data portal", true),
        ("Dear Jane Okafor,\n\nThanks.\n", nil, true),
        ("Dear Jane Okafor,\n\nThanks.\n", "", true),
    ])
    func aThankYouCarriesItsTalkingPoint(body: String, talkingPoint: String?, isFound: Bool) {
        let found = advice(.thankYou, body, Sample.facts(talkingPoint: talkingPoint))
        #expect(found == (isFound ? [.noTalkingPoint] : []))
    }

    @Test func nobodyElseNeedsATalkingPoint() {
        let facts = Sample.facts(talkingPoint: nil)
        #expect(advice(.decisionStatus, "Dear Jane Okafor,\n\nA\n", facts).isEmpty)
        #expect(advice(.feedbackRequest, "Dear Jane Okafor,\n\nA\n", facts).isEmpty)
        let agency = Sample.facts(talkingPoint: nil, isAgencyContact: true)
        #expect(advice(.thankYou, "Dear Jane Okafor,\n\nA\n", agency).isEmpty)
    }

    @Test(arguments: [
        (FollowUp.Kind.thankYou, 44, false), (.thankYou, 45, true), (.thankYou, 120, true),
        (.thankYou, 121, false),
        (.decisionStatus, 44, false), (.decisionStatus, 45, true), (.decisionStatus, 110, true),
        (.decisionStatus, 111, false), (.feedbackRequest, 1, true), (.feedbackRequest, 99, true),
        (.feedbackRequest, 100, false),
    ])
    func theLengthIsThatOfItsKind(kind: FollowUp.Kind, words: Int, passes: Bool) {
        let body = "Dear Jane Okafor, " + String(repeating: "word ", count: max(0, words - 3))
        let found = Self.found(kind, words == 1 ? "Jane" : body)
        let length = found.filter { $0.code == .length }
        #expect(
            length == (passes ? [] : [.length(words: words, allowed: Language.unknown.allowedWords(kind))]))
    }

    @Test(arguments: [
        ("one two", 2), ("a – b", 2), ("on-call", 1), ("don't", 1), ("  \n", 0), ("x\n\ny\tz", 3),
        ("李 小龙", 2),
        ("... !", 0), ("50%", 1), ("Siân", 1),
    ])
    func aWordStandsBetweenSpacesAndHasALetterOrDigit(text: String, count: Int) {
        #expect(text.wordCount == count)
    }

    static let point = "Dear Jane Okafor,\n\nThe open-data portal. "

    @Test(arguments: [
        ("Have you decided?", "Have you decided?"), ("Thanks. When will I hear? Bye.", "When will I hear?"),
        ("決まりましたか？", "決まりましたか？"), ("متى؟", "متى؟"),
    ])
    func aThankYouAsksNothing(question: String, quoted: String) {
        let found = Self.found(.thankYou, Self.point + question)
        #expect(found.contains(.asksAboutResult(quoted)))
        let other = Self.found(.decisionStatus, Self.point + question)
        #expect(!other.map(\.code).contains(.asksAboutResult))
    }

    @Test func aQuestionMarkInANameAsksNothing() {
        let facts = Sample.facts(organisation: "Which?")
        #expect(advice(.thankYou, Self.point + "Working at Which? would suit me.", facts).isEmpty)
        #expect(advice(.thankYou, Self.point + "Is Which? hiring?", facts) == [.asksAboutResult])
    }

    @Test(arguments: [
        ("Dear Jane Okafor,", nil, true), ("Dear Dr Okafor,", "Dr Okafor", true),
        ("Dear Jane Okafor,", "Dr Okafor", true),
        ("\n\nDear Jane Okafor,", nil, true), ("Jane Okafor –", nil, true), ("Dear Jane,", nil, true),
        ("Dear Ms Okafor,", nil, true),
        ("Dear Hana Lee,", nil, false), ("Dear jane okafor,", nil, false),
        ("Dear Jane Okaforson,", nil, true), ("Dear Tom Okaforson,", nil, false),
        ("Thank you.\n\nJane Okafor", nil, false), ("", nil, false),
    ])
    func theGreetingIsTheRecipients(line: String, salutation: String?, fits: Bool) {
        let facts = Sample.facts(salutation: salutation)
        let found = advice(.decisionStatus, line + "\n\nText.\n", facts)
        #expect(found == (fits ? [] : [.greetingMismatch]))
    }

    @Test func apostrophesAndAccentsOfAGreetingMayBeWrittenEitherWay() {
        let facts = Sample.facts(name: "Siân O’Brien")
        #expect(advice(.decisionStatus, "Dear Sia\u{302}n O'Brien,\n\nText.\n", facts).isEmpty)
    }
}
