import Etiquette
import Testing

@testable import Composer

/// letters.md: the own sentence is set as it was written, and speaks to the reader.
@Suite struct OwnSentenceTests {
    @Test(arguments: [
        ("I'd love to take my turn in the on-call week.", "I'd love to take my turn in the on-call week."),
        (
            "Your view of the nights helped me more than the brochure did!",
            "Your view of the nights helped me more than the brochure did!"
        ),
        ("it stayed with me", "It stayed with me."),
        ("iPads in class are what I'd try first.", "iPads in class are what I'd try first."),
        ("It stayed with me…", "It stayed with me…"), ("You said “start small”", "You said “start small”"),
        ("It stayed with me,\nand it still does.", "It stayed with me, and it still does."),
        ("Ça m’a plu", "Ça m’a plu."), ("n/a", nil), ("-", nil), ("None", nil), ("😀", nil),
        ("nothing much", nil),
    ])
    func itIsSetAsItWasWritten(typed: String, text: String?) throws {
        #expect(OwnSentence(typed, in: try Shipped.language()).text == text)
    }

    private static func findings(_ sentence: String) throws -> [Finding] {
        var facts = Sample.facts(talkingPoint: nil)
        facts.ownSentence = sentence
        var reading = try Sample.proofreading(body: Sample.goodBody(facts), facts: facts)
        reading.language = try Shipped.language()
        return try reading.findings(known: NameIndex([KnownName("Northern Rail", bearer: .organisation)]))
    }

    @Test(
        arguments: [
            ("I loved hearing about her PhD.", .topicPerson, "her PhD", "your PhD"),
            ("He made me want to join.", .topicPerson, "He", "You"),
            ("I'll remember his advice.", .topicPerson, "his advice", "your advice"),
            ("I liked how they run the ward.", .topicPerson, "they", "you"),
            ("Their plan is a good one.", .topicPerson, "Their plan", "Your plan"),
            ("It was good to hear that from Jane.", .topicPerson, "Jane", "you"),
            ("Jane's way of teaching is what I'd like to learn.", .topicPerson, "Jane's", "your"),
            ("I'd rather work with you than with Northern Rail.", .otherName, "Northern Rail", nil),
            ("Could you tell me what the salary is?", .asksAboutResult, nil, nil),
            ("I'd also like to know the salary.", .money, "salary", nil),
        ] as [(String, Finding.Code, String?, String?)])
    func whatItMustNotSayIsFound(sentence: String, code: Finding.Code, passage: String?, fix: String?) throws
    {
        let all = try Self.findings(sentence)
        let found = all.filter { $0.code == code }
        #expect(!found.isEmpty, "\(all)")
        if let passage { #expect(found.first?.place?.passage == passage) }
        if let fix { #expect(found.first?.fix == fix) }
    }

    @Test(arguments: [
        "I was glad we got on to how the ward supports newly qualified nurses.",
        "It's easier to decide about a job when somebody tells you about the nights as well as the days.",
        "You and your team made me want to start on Monday.", "I went home and tried the recipe; it worked.",
    ])
    func inAGoodOneNothingIsFound(sentence: String) throws {
        #expect(try Self.findings(sentence) == [])
    }

    @Test func theSameForTwoMembersOfAPanelBlocksTheLaterNote() throws {
        let language = try Shipped.language()
        func facts(_ name: String) -> Facts {
            var facts = Sample.facts(name: name, talkingPoint: nil)
            facts.ownSentence = "I'd love to take my turn in the on-call week."
            return facts
        }
        let first = try Shipped.set()["warm/thank-you-1"].required().compose(facts("Tom Reed"))
        let second = try Shipped.set()["warm/thank-you-2"].required().compose(facts("Jane Okafor"))
        var reading = try Sample.proofreading(body: second.body, facts: facts("Jane Okafor"))
        reading.language = language
        reading.panelNotes = [PanelNote(body: first.body, facts: facts("Tom Reed"))]
        let found = try reading.findings(known: noNames)
        #expect(
            found.map(\.what) == [.sameSentence(as: "Tom Reed")]
                && found.allSatisfy { $0.severity == .blocks })
    }
}
