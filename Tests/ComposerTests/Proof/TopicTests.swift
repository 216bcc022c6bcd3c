import Etiquette
import Foundation
import Testing

@testable import Composer

/// letters.md: what people type when they are asked what they talked about, and what becomes of it.
@Suite struct TopicTests {
    /// What is typed, with what is set behind "about"; nil where it is no topic. Nothing is found in these.
    static let right: [(String, String?)] = [
        // In the form that is asked for.
        ("the open-data portal", "the open-data portal"), ("mentoring", "mentoring"),
        ("how you plan the rota", "how you plan the rota"), ("why the pilot failed", "why the pilot failed"),
        ("whether to rebuild the archive", "whether to rebuild the archive"),
        ("your move to event sourcing", "your move to event sourcing"),
        ("my dissertation on tide gauges", "my dissertation on tide gauges"),
        ("what a good handover looks like", "what a good handover looks like"),
        ("who covers nights", "who covers nights"),
        ("where the team is heading", "where the team is heading"),
        ("moving to the U.S.", "moving to the U.S."), ("the Q&A at the end", "the Q&A at the end"),
        ("on-call rotas", "on-call rotas"), ("to-do lists", "to-do lists"),
        ("iPads in class", "iPads in class"),
        ("the way things are done on the ward", "the way things are done on the ward"),
        ("the people you are looking for", "the people you are looking for"),
        ("you and your team", "you and your team"),
        ("patients and their families", "patients and their families"),
        ("how the school and its pupils are doing", "how the school and its pupils are doing"),
        ("flood risk in York", "flood risk in York"), ("Python and R", "Python and R"),
        ("Excel", "Excel"), ("GitHub Actions", "GitHub Actions"), ("NHS pay bands", "NHS pay bands"),
        ("Ofsted", "Ofsted"), ("Year 11 maths", "Year 11 maths"), ("AI", "AI"), ("C++", "C++"),
        ("the 2030 strategy", "the 2030 strategy"), ("3D printing", "3D printing"),
        ("the book “Dark Matter”", "the book “Dark Matter”"), ("no-code tools", "no-code tools"),
        ("nothing but trains", "nothing but trains"), ("testing in production", "testing in production"),
        ("about-face turns in policy", "face turns in policy"),
        ("次の展覧会", "次の展覧会"), ("работа архива", "работа архива"),
        // Its marks.
        ("falls prevention on the ward.", "falls prevention on the ward"), ("the rota!", "the rota"),
        ("why the pilot failed?", "why the pilot failed"), ("the new stacks...", "the new stacks"),
        ("the new stacks…", "the new stacks"), ("the rota,", "the rota"), ("the rota;", "the rota"),
        ("- the rota", "the rota"), ("• Mentoring", "mentoring"), ("the rota ?", "the rota"),
        ("the rota?!", "the rota"), ("the rota. ", "the rota"),
        ("moving to the U.S..", "moving to the U.S."),
        ("rotas & handovers", "rotas and handovers"), ("R&D & training", "R&D and training"),
        // Its capital.
        ("The workload model", "the workload model"), ("The workload model.", "the workload model"),
        ("Mentoring", "mentoring"), ("Falls prevention", "falls prevention"),
        ("Your PhD in Lagos", "your PhD in Lagos"), ("How you train new staff", "how you train new staff"),
        ("A day on the ward", "a day on the ward"), ("Teaching English abroad", "teaching English abroad"),
        ("The BBC archive", "the BBC archive"), ("My time at Google", "my time at Google"),
        ("Why the pilot failed", "why the pilot failed"), ("Outside broadcasts", "outside broadcasts"),
        ("Moving to Leeds", "moving to Leeds"), ("An old map", "an old map"),
        ("Swift on the server", "Swift on the server"), ("Brexit", "Brexit"),
        ("March targets", "March targets"),
        ("London", "London"), ("X-ray waiting times", "X-ray waiting times"), ("Flood Risk", "Flood Risk"),
        ("SQL", "SQL"), ("McDonald's training", "McDonald's training"),
        // What a template says already.
        ("about the rota", "the rota"), ("About the rota", "the rota"),
        ("we talked about the new bundle", "the new bundle"),
        ("We talked about the new bundle.", "the new bundle"),
        ("We talked about how you plan the rota", "how you plan the rota"),
        ("we discussed the phonics scheme", "the phonics scheme"), ("We spoke about mentoring", "mentoring"),
        ("We chatted about allotments", "allotments"), ("we had a good chat about trains", "trains"),
        ("We also talked about the stacks", "the stacks"), ("talked about the ferries", "the ferries"),
        ("talking about the ferries", "the ferries"), ("discussed the harvest", "the harvest"),
        ("Discussed the harvest.", "the harvest"), ("discussing the harvest", "the harvest"),
        ("our conversation about the stacks", "the stacks"), ("Our chat about tides", "tides"),
        ("our discussion about the budget", "the budget"), ("the conversation about pumps", "pumps"),
        ("a long conversation about welding", "welding"), ("Great chat about bees", "bees"),
        ("conversation about bees", "bees"), ("I asked about the night shift", "the night shift"),
        ("You told me about the flood", "the flood"), ("you asked me about my thesis", "my thesis"),
        ("it was about the archive", "the archive"), ("mostly about the archive", "the archive"),
        ("something about tide gauges", "tide gauges"), ("We touched on accessibility", "accessibility"),
        ("regarding the budget", "the budget"), ("we talked a lot about bees", "bees"),
        ("We talked about our conversation about bees", "bees"),
        // No topic.
        ("n/a", nil), ("N/A", nil), ("N/A.", nil), ("-", nil), ("--", nil), ("—", nil), ("?", nil),
        ("...", nil),
        ("na", nil), ("none", nil), ("None", nil), ("nothing", nil), ("Nothing much", nil),
        ("nothing much.", nil), ("nothing really", nil), ("Nothing in particular", nil), ("not much", nil),
        ("not sure", nil), ("can't remember", nil), ("I don't remember", nil), ("don't know", nil),
        ("no idea", nil), ("various things", nil), ("lots of things", nil), ("everything", nil),
        ("small talk", nil), ("same as above", nil), ("ditto", nil), ("tbc", nil), ("TBD", nil), ("xxx", nil),
        ("about", nil), ("we talked about", nil), ("We talked about nothing much", nil), ("😀", nil),
        ("no", nil),
    ]

    /// What is typed, the code of what is found in the letter, the passage, and what to write instead.
    static let wrong: [(String, Finding.Code, String, String?)] = [
        ("her PhD in Lagos", .topicPerson, "her PhD", "your PhD"),
        ("Her PhD in Lagos", .topicPerson, "her PhD", "your PhD"),
        ("his move to Leeds", .topicPerson, "his move", "your move"),
        ("their new rota", .topicPerson, "their new", "your new"),
        ("how they plan the rota", .topicPerson, "they", "you"),
        ("what she does on a ward round", .topicPerson, "she does", "you do"),
        ("how he is building the team", .topicPerson, "he is", "you are"),
        ("why he's moving the archive", .topicPerson, "he's", "you're"),
        ("the book that she wrote", .topicPerson, "she", "you"),
        ("the paper by her", .topicPerson, "her", "you"),
        ("working with him", .topicPerson, "him", "you"),
        ("a favourite walk of his", .topicPerson, "his", "yours"),
        ("how the team and they met", .topicPerson, "they", "you"),
        ("We talked about her research", .topicPerson, "her research", "your research"),
        ("Jane's time at Google", .topicPerson, "Jane's", "your"),
        ("Jane’s time at Google", .topicPerson, "Jane’s", "your"),
        ("how Jane runs the team", .topicPerson, "Jane", "you"),
        ("the Okafor review", .topicPerson, "Okafor", "you"),
        ("that the pilot failed", .topicSentence, "that the pilot failed", nil),
        ("How do you train new staff?", .topicSentence, "how do you train new staff", nil),
        ("what is the rota like", .topicSentence, "what is the rota like", nil),
        ("do you use agency staff", .topicSentence, "do you use agency staff", nil),
        ("to improve the rota", .topicSentence, "to improve the rota", nil),
        ("because the pilot failed", .topicSentence, "because the pilot failed", nil),
        ("Loved the building", .topicSentence, "loved the building", nil),
        ("really interesting project", .topicSentence, "really interesting project", nil),
        ("the rota. It has changed", .topicSentence, "the rota. It has changed", nil),
        ("great talking to you", .topicSentence, "great talking to you", nil),
        ("asked me about pumps", .topicSentence, "asked me about pumps", nil),
    ]

    /// What is typed as a topic and is a sentence, with what stands in the letter by itself.
    static let sentences: [(String, String)] = [
        ("I loved how you explained the rota", "I loved how you explained the rota."),
        ("I really enjoyed it", "I really enjoyed it."),
        ("we went for a walk", "We went for a walk."),
        ("You said the team has doubled", "You said the team has doubled."),
        ("It was good to hear of the plans", "It was good to hear of the plans."),
        ("there are six wards now", "There are six wards now."),
        ("Thank you for your time", "Thank you for your time."),
        ("the team has doubled", "The team has doubled."),
        ("The workload model is new", "The workload model is new."),
        ("your ward was busy", "Your ward was busy."),
        ("I'd love to hear how it ends!", "I'd love to hear how it ends!"),
        ("I learned a lot. It was kind of you.", "I learned a lot. It was kind of you."),
        ("It’s the thing I’d most want to get right", "It’s the thing I’d most want to get right."),
        ("That's a good way to run a ward", "That's a good way to run a ward."),
        ("I liked the library\nand the garden", "I liked the library and the garden."),
    ]

    /// What fits into no sentence.
    static let unfit: [(String, Finding.TopicFault)] = [
        ("次の展覧会", .otherScript), ("работа архива", .otherScript), ("الخط العربي", .otherScript),
        ("https://example.org/portal", .link), ("the portal at www.example.org", .link),
        (String(repeating: "rotas and ", count: 49) + "handovers", .long(words: 99, limit: 25)),
    ]

    private static func findings(_ typed: String, in tag: String = "en-GB") throws -> [Finding] {
        let language = try Shipped.language(tag)
        let topic = Topic(typed, in: language)
        var facts = Sample.facts(talkingPoint: topic.text)
        facts.ownSentence = topic.sentence
        let body = try Shipped.set(tag)["thank-you-1"].required().compose(facts).body
        var reading = try Sample.proofreading(body: body, facts: facts)
        reading.language = language
        return try reading.findings(known: noNames)
    }

    /// The participle at its end can't follow “über”.
    @Test(arguments: [
        ("Wir haben über den Dienstplan gesprochen", "Wir haben über den Dienstplan gesprochen."),
        ("Ich habe gern mit Ihnen gesprochen", "Ich habe gern mit Ihnen gesprochen."),
        ("Mir hat der Rundgang gefallen", "Mir hat der Rundgang gefallen."),
        ("es war ein schöner Vormittag", "Es war ein schöner Vormittag."),
        ("der Garten ist schön", "Der Garten ist schön."),
    ])
    func aGermanSentenceBecomesTheSendersOwn(typed: String, sentence: String) throws {
        let topic = Topic(typed, in: try Shipped.language("de-DE"))
        #expect(topic.text == nil && topic.sentence == sentence)
        #expect(try Self.findings(typed, in: "de-DE").filter { $0.severity == .blocks } == [])
    }

    @Test(
        arguments: [
            ("seine Zeit in Leipzig", .topicPerson, "Ihre"), ("ihre Zeit in Leipzig", .topicPerson, "Ihre"),
            ("den Plan, den er geschrieben hat", .topicPerson, "Sie"),
            ("deine Zeit in Leipzig", .grammar, "Ihre"), ("die Vorstellungs Gespräche", .slip, nil),
            ("dass Team", .slip, "das Team"),
        ] as [(String, Finding.Code, String?)])
    func ofAGermanTopicIsToldWhatIsWrong(typed: String, code: Finding.Code, fix: String?) throws {
        let all = try Self.findings(typed, in: "de-DE")
        let found = all.filter { $0.code == code }
        #expect(!found.isEmpty && found.first?.fix == fix, "\(all)")
    }

    @Test(arguments: [
        "Ihre Zeit in Leipzig", "den Dienstplan", "Arbeits- und Ruhezeiten", "Ihren Umzug ins neue Haus",
    ])
    func ofAGoodGermanTopicNothingIsSaid(typed: String) throws {
        let found = try Self.findings(typed, in: "de-DE").filter {
            [.topicPerson, .grammar, .slip].contains($0.code)
        }
        #expect(found == [])
    }

    @Test(arguments: ["=SUM(A1)", "@SUM", "+1+1"])
    func theSignOfAFormulaIsNoTopic(typed: String) throws {
        let found = try Self.findings(typed)
        #expect(found.contains { $0.code == .topicForm && $0.severity == .blocks }, "\(found)")
    }

    private static func isOfTopics(_ finding: Finding) -> Bool {
        finding.code == .topicSentence || finding.code == .topicPerson
    }

    @Test(arguments: right)
    func aTopicIsTidied(typed: String, text: String?) throws {
        #expect(Topic(typed, in: try Shipped.language()).text == text)
        #expect(try Self.findings(typed).filter(Self.isOfTopics) == [])
    }

    @Test(arguments: wrong)
    func whatCanNotFollowAboutBlocksAndSaysWhatToWrite(
        typed: String, code: Finding.Code, passage: String, fix: String?
    ) throws {
        let found = try Self.findings(typed).filter(Self.isOfTopics)
        #expect(found.map(\.code) == [code])
        #expect(found.map(\.place?.passage) == [passage] && found.map(\.fix) == [fix])
        #expect(found.allSatisfy { $0.severity == .blocks && $0.canBeIgnored })
    }

    /// letters.md: "What can't follow “about” and is a sentence becomes the own sentence."
    @Test(arguments: sentences)
    func aSentenceGivenAsATopicBecomesTheSendersOwn(typed: String, sentence: String) throws {
        let topic = Topic(typed, in: try Shipped.language())
        #expect(topic.text == nil && topic.sentence == sentence)
        #expect(try Self.findings(typed).filter { $0.severity == .blocks } == [])
    }

    /// letters.md: the own sentence speaks to the reader, also where it was typed as a topic.
    @Test func aSentenceThatSpeaksOfTheReaderAsOfOthersBecomesOneAndBlocks() throws {
        let topic = Topic("They said the rota is new", in: try Shipped.language())
        #expect(topic.text == nil && topic.sentence == "They said the rota is new.")
        let blocking = try Self.findings("They said the rota is new").filter { $0.severity == .blocks }
        #expect(blocking.map(\.code) == [.topicPerson] && blocking.map(\.fix) == ["You"])
    }

    @Test(arguments: unfit)
    func whatNoSentenceCanHoldBlocksAndStaysAsItWasTyped(typed: String, fault: Finding.TopicFault) throws {
        let text = try Topic(typed, in: try Shipped.language()).text.required()
        let found = try Self.findings(typed).filter { $0.code == .topicForm }
        #expect(found.map(\.what) == [.topicForm(fault, text)] && text == typed)
        #expect(found.allSatisfy { $0.severity == .blocks && $0.canBeIgnored })
    }

    @Test func aTopicOfSeveralLinesIsSetOnOne() throws {
        #expect(
            Topic("the rota\nand the handovers", in: try Shipped.language()).text
                == "the rota and the handovers")
    }

    @Test func theTablesHoldAtLeastAHundredAndFortyTopics() {
        #expect(Self.right.count + Self.wrong.count + Self.sentences.count + Self.unfit.count >= 140)
    }

    @Test func whereNoTopicWasNamedTheNoteIsImpersonal() throws {
        #expect(try Self.findings("nothing much").map(\.code) == [.noTalkingPoint])
    }

    @Test func aNameOfTheOrganisationIsNotTheReaders() throws {
        let language = try Shipped.language()
        let facts = Sample.facts(
            name: "Jane Smith", organisation: "Smith & Sons",
            talkingPoint: Topic("the Smith & Sons archive", in: language).text)
        var reading = try Sample.proofreading(body: Sample.goodBody(facts), facts: facts)
        reading.language = language
        #expect(try reading.findings(known: noNames).filter(Self.isOfTopics) == [])
    }

    @Test func ofATopicThatTheUserWordedAnewInTheLetterNothingIsSaid() throws {
        let facts = Sample.facts(talkingPoint: "her PhD in Lagos")
        let body = try Sample.goodBody(facts).replacing("her PhD in Lagos", with: "your years in Lagos")
        var reading = try Sample.proofreading(body: body, facts: facts)
        reading.language = try Shipped.language()
        #expect(try reading.findings(known: noNames).filter(Self.isOfTopics) == [])
    }

    /// A language of which nothing is known takes off no more than what ends a sentence.
    @Test func anUnknownLanguageTidiesNoWords() {
        #expect(Topic("The rota & her plans.", in: .unknown).text == "The rota & her plans")
        #expect(Topic("-", in: .unknown).text == nil)
    }
}
