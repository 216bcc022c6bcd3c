import Etiquette
import Testing
import Text

@testable import Composer

/// Where the sender's own sentence stands: a paragraph by itself, behind a sentence of the template on the topic.
@Suite struct OwnSentencePlaceTests {
    private static let own = "I'd love to take my turn in the on-call week."

    private static func facts(topic: String? = nil) -> Facts {
        var facts = Sample.facts(talkingPoint: topic)
        facts.ownSentence = own
        return facts
    }

    @Test(arguments: Shipped.thankYous, [nil, "the rota"])
    func everyShippedTemplateSetsItByItselfBehindTheTopic(name: Shipped.Name, topic: String?) throws {
        let draft = try name.compose(Self.facts(topic: topic))
        let paragraphs = draft.body.split(separator: "\n\n")
        let place = topic == nil ? 2 : 3
        #expect(paragraphs.count { $0 == Self.own[...] } == 1 && paragraphs[place] == Self.own[...])
        if let topic {
            #expect(paragraphs[2].contains(topic), "\(paragraphs[2])")
            #expect(Sentences.of(String(paragraphs[2]), in: .letter).count == 1, "\(paragraphs[2])")
        }
        #expect(draft.unresolved.isEmpty)
        #expect((45...120).contains(draft.body.wordCount), "\(draft.body.wordCount)")
    }

    /// The mark that ends a sentence may stand in the topic.
    @Test(arguments: ["moving to the U.S. office", "what “Why? Because!” taught you", "the Which? survey"])
    func theSentenceOnTheTopicEndsBehindIt(topic: String) throws {
        for name in Shipped.thankYous {
            let draft = try name.compose(Self.facts(topic: topic))
            #expect(draft.body.contains(topic) && draft.body.contains("\n\n\(Self.own)\n\n"))
        }
    }

    /// A topic that the own sentence names is said once.
    @Test(arguments: ["my turn", "the on-call week", "The On-Call week."])
    func whatTheOwnSentenceNamesIsSaidOnce(topic: String) throws {
        let facts = Self.facts(topic: topic)
        for name in Shipped.thankYous {
            #expect(try name.compose(facts).body == name.compose(Self.facts()).body)
        }
    }

    @Test(arguments: [
        // In the place of the section.
        (
            "Dear X,\n\nThanks.\n\n{{#talkingPoint}}\nWe talked about {{talkingPoint}}.\n\n{{/talkingPoint}}\nBye.\n",
            "Dear X,\n\nThanks.\n\nWe talked about the rota.\n\nOWN\n\nBye.\n"
        ),
        // Where the template says.
        (
            "Dear X,\n\nThanks.\n\n{{#talkingPoint}}\nAbout {{talkingPoint}}.\n\n{{/talkingPoint}}\nBye. {{ownSentence}}\n",
            "Dear X,\n\nThanks.\n\nAbout the rota.\n\nBye. OWN\n"
        ),
        // Behind the first paragraph where there is no section, or it stands within a line.
        ("Dear X,\n\nThanks.\n\nBye.\n", "Dear X,\n\nThanks.\n\nOWN\n\nBye.\n"),
        (
            "Dear X,\n\nThanks{{#talkingPoint}} for talking about {{talkingPoint}}{{/talkingPoint}}.\n\nBye.\n",
            "Dear X,\n\nThanks for talking about the rota.\n\nOWN\n\nBye.\n"
        ),
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
