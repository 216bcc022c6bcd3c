import Etiquette
import Foundation
import Testing

@testable import Composer

/// The drafts of one panel of five, as people would read them. The files in Golden are the expected text.
@Suite struct GoldenPanelTests {
    static let panel: [(name: String, salutation: String?, talkingPoint: String?)] = [
        ("Jane Okafor", nil, "the open-data portal"),
        ("Siân O’Brien", "Dr O’Brien", "how the team runs on-call"),
        ("José Ángel de la Cruz", nil, "your move to event sourcing"),
        ("Nguyễn Thị Minh Khai", nil, nil),
        ("李小龙", nil, "the walk to work along the river."),
    ]

    /// Each language in each of its voices.
    static let places = Shipped.languages.keys.sorted().flatMap { language in
        Shipped.voices.map { (language: language, voice: $0) }
    }

    static func drafts(_ language: String = "en-GB", _ voice: String = "warm") throws -> [Draft] {
        let set = try Shipped.set(language)
        var used: Set<String> = []
        return try panel.map { member in
            let template = try set.choose(.thankYou, voice: Voice(rawValue: voice), besides: used)
                .required()
            used.insert(template.name)
            return template.compose(facts(of: member))
        }
    }

    private static func golden(_ language: String, _ voice: String, _ file: String) throws -> String {
        try String(
            contentsOf: TestFiles.folder.appendingPathComponent("Golden/\(language)/\(voice)/\(file).txt"),
            encoding: .utf8)
    }

    static func facts(of member: (name: String, salutation: String?, talkingPoint: String?)) -> Facts {
        Sample.facts(
            name: member.name, salutation: member.salutation, role: "Senior Data Engineer",
            organisation: "The Mapping Agency", talkingPoint: member.talkingPoint)
    }

    @Test(arguments: places)
    func theDraftsAreTheGoldenTexts(language: String, voice: String) throws {
        let drafts = try Self.drafts(language, voice)
        for (member, draft) in drafts.enumerated() {
            let golden = try Self.golden(language, voice, "member-\(member + 1)")
            #expect("Subject: \(draft.subject)\n\n\(draft.body)" == golden)
        }
    }

    @Test(arguments: places, ["decision-status", "feedback-request", "thank-you-agency", "thank-you-card-1"])
    func theOtherTextsAreTheGoldenOnes(place: (language: String, voice: String), file: String) throws {
        let set = try Shipped.set(place.language)
        let variant = try Variant(templateName: file).required()
        let template = try set.choose(variant, voice: Voice(rawValue: place.voice)).required()
        let draft = template.compose(Self.facts(of: Self.panel[0]))
        let golden = try Self.golden(place.language, place.voice, file)
        #expect("Subject: \(draft.subject)\n\n\(draft.body)" == golden)
    }

    /// What the facts beside the names change.
    static let told: [(golden: String, file: String, tell: @Sendable (inout Facts) -> Void)] = [
        ("own-sentence", "thank-you-1", { $0.ownSentence = own }),
        ("own-sentence-card", "thank-you-card-1", { $0.ownSentence = own }),
        ("own-sentence-agency", "thank-you-agency", { $0.ownSentence = own }),
        ("second-meeting", "thank-you-1", { $0.isSecondMeeting = true }),
        ("in-person", "thank-you-1", { $0.medium = .inPerson }),
        ("as-it-is-said", "thank-you-1", { ($0.roleShort, $0.organisationAs) = ("engineer", "the agency") }),
        (
            "decision-status-rounds", "decision-status",
            {
                $0.earlierDay = Day(number: Sample.day.number - 14)
                $0.met = ["Jane Okafor", "Tom Reed"]
            }
        ),
        (
            "decision-status-promised", "decision-status",
            { $0.promisedDay = Day(number: Sample.day.number + 7) }
        ),
        ("met-before", "thank-you-1", { $0.wasMetBefore = true }),
        ("feedback-request-news", "feedback-request", { $0.hasBroughtNews = true }),
    ]
    private static let own = "I'd gladly take my turn in the on-call week."

    @Test(arguments: places)
    func whatIsToldBesideTheNamesIsWordedAsInTheGoldenTexts(language: String, voice: String) throws {
        for (file, template, tell) in Self.told {
            var facts = Self.facts(of: Self.panel[0])
            tell(&facts)
            let draft = try Shipped.set(language)[voice + "/" + template].required().compose(facts)
            let golden = try Self.golden(language, voice, file)
            #expect("Subject: \(draft.subject)\n\n\(draft.body)" == golden)
        }
    }

    /// Frau and Herr where the user says so, and no guess where not.
    static let germanPanel: [(name: String, salutation: String?, talkingPoint: String?)] = [
        ("Maria Weber", "Frau Weber", "den Einarbeitungsplan"),
        ("Dr. Jens Öztürk", "Herr Dr. Öztürk", "die Rufbereitschaft am Wochenende"),
        ("Kim Nguyen", nil, "die Arbeit mit Angehörigen"),
        ("Sabine Groß", nil, nil),
        ("Anne-Kathrin von der Heide", "Liebe Anne", "Ihren Umzug ins neue Haus"),
    ]

    @Test func theGermanDraftsAreTheGoldenTexts() throws {
        let set = try Shipped.set("de-DE")
        var used: Set<String> = []
        func facts(_ member: (name: String, salutation: String?, talkingPoint: String?)) -> Facts {
            Sample.facts(
                name: member.name, salutation: member.salutation, role: "Pflegefachkraft (m/w/d)",
                organisation: "Lindenhof", talkingPoint: member.talkingPoint, sender: "Jonas Brandt")
        }
        for (index, member) in Self.germanPanel.enumerated() {
            let template = try set.choose(.thankYou, besides: used).required()
            used.insert(template.name)
            let draft = template.compose(facts(member))
            let golden = try Self.golden("de-DE", "warm", "member-\(index + 1)")
            #expect("Subject: \(draft.subject)\n\n\(draft.body)" == golden)
        }
        for file in ["decision-status", "feedback-request", "thank-you-agency", "thank-you-card-1"] {
            let variant = try Variant(templateName: file).required()
            let draft = try set.choose(variant).required().compose(facts(Self.germanPanel[0]))
            let golden = try Self.golden("de-DE", "warm", file)
            #expect("Subject: \(draft.subject)\n\n\(draft.body)" == golden)
        }
    }

    @Test func nobodyGetsTheWordsOrTheNameOfAnother() throws {
        let drafts = try Self.drafts()
        let known = NameIndex(Self.panel.map { KnownName($0.name, bearer: .person) })
        for (index, draft) in drafts.enumerated() {
            var proofreading = Proofreading(
                kind: .thankYou, subject: draft.subject, body: draft.body,
                facts: Self.facts(of: Self.panel[index]))
            proofreading.panelNotes = drafts.enumerated().filter { $0.offset != index }.map {
                PanelNote(body: $0.element.body, facts: Self.facts(of: Self.panel[$0.offset]))
            }
            let expected: [Finding.What] = Self.panel[index].talkingPoint == nil ? [.noTalkingPoint] : []
            #expect(try proofreading.findings(known: known).map(\.what) == expected)
        }
    }
}
