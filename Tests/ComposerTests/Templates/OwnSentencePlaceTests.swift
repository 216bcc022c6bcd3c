import Etiquette
import Testing
import Text

@testable import Composer

/// Where the sender's own sentence stands: in the place of what a template says of the topic, as a paragraph by itself.
@Suite struct OwnSentencePlaceTests {
    private static let own = "I'd love to take my turn in the on-call week."

    private static func facts(topic: String? = nil) -> Facts {
        var facts = Sample.facts(talkingPoint: topic)
        facts.ownSentence = own
        return facts
    }

    @Test(arguments: Shipped.thankYous, [nil, "the rota"])
    func everyShippedTemplateSetsItByItselfAndSaysNothingOfTheTopic(name: Shipped.Name, topic: String?) throws
    {
        let draft = try name.compose(Self.facts(topic: topic))
        let paragraphs = draft.body.split(separator: "\n\n")
        #expect(paragraphs.count { $0 == Self.own[...] } == 1 && paragraphs[2] == Self.own[...])
        #expect(draft.unresolved.isEmpty && !draft.body.contains("the rota"))
        #expect((45...120).contains(draft.body.wordCount), "\(draft.body.wordCount)")
    }

    @Test(arguments: [
        // In the place of the section.
        (
            "Dear X,\n\nThanks.\n\n{{#talkingPoint}}\nWe talked about {{talkingPoint}}.\n\n{{/talkingPoint}}\nBye.\n",
            "Dear X,\n\nThanks.\n\nOWN\n\nBye.\n"
        ),
        // Where the template says.
        (
            "Dear X,\n\nThanks.\n\n{{#talkingPoint}}\nAbout {{talkingPoint}}.\n\n{{/talkingPoint}}\nBye. {{ownSentence}}\n",
            "Dear X,\n\nThanks.\n\nBye. OWN\n"
        ),
        // Behind the first paragraph where there is no section, or it stands within a line.
        ("Dear X,\n\nThanks.\n\nBye.\n", "Dear X,\n\nThanks.\n\nOWN\n\nBye.\n"),
        (
            "Dear X,\n\nThanks{{#talkingPoint}} for talking about {{talkingPoint}}{{/talkingPoint}}.\n\nBye.\n",
            "Dear X,\n\nThanks.\n\nOWN\n\nBye.\n"
        ),
        // What can't do without its topic keeps it.
        (
            "Dear X,\n\nThanks for {{talkingPoint}}.\n\nBye.\n",
            "Dear X,\n\nThanks for the rota.\n\nOWN\n\nBye.\n"
        ),
        ("Dear X,\n", "Dear X,\n\nOWN\n"),
    ])
    func aTemplateOfTheUsersOwnNeedNotNameIt(text: String, body: String) throws {
        let draft = try Sample.template("Subject: S\n\n" + text).compose(Self.facts(topic: "the rota"))
        #expect(draft.body == body.replacing("OWN", with: Self.own))
    }

    @Test func aConditionHasNoTextOfItsOwn() {
        #expect(throws: TemplateProblem.self) { try Sample.template("Subject: S\n\nDear {{again}}\n") }
    }
}
