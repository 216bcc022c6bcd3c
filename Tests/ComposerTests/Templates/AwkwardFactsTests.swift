import Etiquette
import Foundation
import Synchronization
import Testing
import Text

@testable import Composer

/// Every template with roles, organisations and topics as people type them, looked over for each flaw of `letters.md`
/// that a program can find.
@Suite struct AwkwardFactsTests {
    static let roles = [
        "Nurse", "Staff Nurse (Band 5), Ward 23", "Teacher of English (0.6 FTE)", "Head of Data",
        "Policy Officer – Flood Risk",
        "Assistant Manager, Retail", "IT Support Technician [REF 2231]", "Lecturer (Teaching & Research)",
        "barista",
        "Front-end Developer", "Volunteer Co-ordinator; maternity cover", "Apprentice | Joinery",
    ]
    static let organisations = [
        "BBC", "University of Leeds", "City Library", "NHS Lothian", "St Mary's", "The National Archives",
        "the Mapping Agency",
        "Electoral Commission", "Acme Inc.", "Smith & Sons", "Which?", "O’Brien’s",
        "Royal Borough of Kensington and Chelsea",
    ]
    static let topics = [
        "mentoring", "the exam results", "how the team runs on-call", "whether to rebuild the archive",
        "moving to the U.S.",
        "my dissertation", "your move to event sourcing", "the night rota and who covers it",
        "why the pilot failed",
        "falls prevention on the ward.", "the school's phonics scheme",
    ]

    /// Each role, organisation and topic at least once, beside others than before.
    static let cases: [Facts] = (0..<13).map { index in
        Sample.facts(
            name: "Moira Campbell", role: roles[index % roles.count],
            organisation: organisations[index % organisations.count],
            talkingPoint: topics[index % topics.count],
            sender: "Ada Example")
    }

    /// The same with everything else that a template may be told, one after the other.
    static let circumstances: [@Sendable (inout Facts) -> Void] = [
        { _ in }, { $0.isSecondMeeting = true }, { $0.medium = .video }, { $0.medium = .telephone },
        { ($0.isSecondMeeting, $0.medium) = (true, .telephone) },
        { $0.met = ["Imran Malik"] }, { $0.met = ["Imran Malik", "Zoë O’Brien", "Li Wei", "Al Ek"] },
        { $0.earlierDay = Day(number: Sample.day.number - 14) }, { $0.hasBroughtNews = true },
        { $0.ownSentence = "I'd gladly take my turn." },
        { ($0.roleShort, $0.organisationAs) = ("Nurse", "the trust") },
        { $0.talkingPoint = nil },
    ]

    private static let told = cases.flatMap { facts in
        circumstances.map { tell in
            var facts = facts
            tell(&facts)
            return facts
        }
    }

    private static let bodies = Mutex<[String: [String]]>([:])

    /// Each body once, whoever asks for it.
    static func bodies(_ name: Shipped.Name) throws -> [(facts: Facts, text: String)] {
        let key = name.testDescription
        let known = bodies.withLock { $0[key] }
        let texts =
            try known
            ?? told.map { facts in
                String(LetterParts(try name.compose(facts).body, sender: facts.senderName).text)
            }
        if known == nil { bodies.withLock { $0[key] = texts } }
        return Array(zip(told, texts)).map { (facts: $0, text: $1) }
    }

    /// What no letter may hold, whatever its fields: what can't be known, what is of another century, a pitch.
    static let flaws = [
        "double stop": #"[.?!]\s*[.;]|[?!]\s*,|(?<!U\.S|Inc)\.,|,,"#,
        "double article": #"\b[Tt]he [Tt]he\b|\ban? the\b"#,
        "space before a mark": #" [,.;?!]"#, "about a sentence": #"about (we|our|about|that we|i)\b"#,
        "lower case behind a full stop": #"[a-z]{3}[.?!] [a-z]"#,
        "claims to have met or seen": #"\b([Mm]eet|[Mm]eeting|[Mm]et|[Ss]ee|[Ss]eeing|[Ss]aw|visit)\b"#,
        "superlative":
            #"\b(most|highlight|favourite|(?<!tell me )one thing|above all|[Bb]est(?! wishes| regards))\b"#,
        "synonym of role": #"\b(post|position|vacancy|opening|job|appointment)\b"#,
        "claims to know the work":
            #"clear picture|clearer idea|what the work involves|a week|day to day|responsibilit"#,
        "another century":
            #"\bshall\b|disposal|should you|patience|whilst|find me|turned over|obliged|convey"#,
        "clause that follows no noun": #"about [^.]*, which (has|have|was|is|gave)"#,
        "flattery": #"impress|inspir|amazing|wonderful|honou?r|fascinat"#,
        "pitch": #"my (experience|skills|background)|I (would|could|can) bring|asset|ideal"#,
        "bracket": #"[(\[|]"#, "field": #"[{}]"#,
    ].mapValues { pattern in Result { try NSRegularExpression(pattern: pattern) } }

    @Test(arguments: Shipped.all)
    func noAwkwardFactMakesAFlaw(name: Shipped.Name) throws {
        for (facts, text) in try Self.bodies(name) {
            // What a name or a topic holds is its own.
            let own = [
                facts.organisation, facts.talkingPoint ?? "", try Self.role(facts), facts.ownSentence ?? "",
            ]
            let frame = own.filter { !$0.isEmpty }.reduce(text) {
                $0.replacing($1, with: "Xyz")
            }
            for (flaw, pattern) in Self.flaws {
                let isOfNames = flaw.hasPrefix("double") || flaw == "bracket" || flaw == "field"
                let searched = isOfNames ? text : frame
                let match = try pattern.get().firstMatch(
                    in: searched, range: NSRange(0..<searched.utf16.count))
                let found = match.flatMap { Range($0.range, in: searched) }.map { searched[$0] }
                let isNamesOwn = ["?.", "?,"].contains(found) && facts.organisation == "Which?"
                #expect(found == nil || isNamesOwn, "\(flaw): “\(found ?? "")” in: \(text)")
            }
        }
    }

    private static func role(_ facts: Facts) throws -> String { try Shipped.set().language.role(of: facts) }

    @Test(arguments: Shipped.all)
    func everySentenceBeginsWithACapital(name: Shipped.Name) throws {
        for (_, text) in try Self.bodies(name) {
            // "U.S.", "Inc." and "Which?" end no sentence here.
            let whole = text.replacing("U.S.", with: "US").replacing("Inc.", with: "Inc")
                .replacing("Which?", with: "Which")
            for sentence in Sentences.of(whole, in: .letter) {
                #expect(sentence.first?.isUppercase == true, "\(sentence)")
            }
        }
    }

    @Test(arguments: Shipped.all)
    func noOrganisationBeginsASentence(name: Shipped.Name) throws {
        for part in try name.source().split(separator: "{{organisation}}").dropLast() {
            #expect(part.last == " " && !part.hasSuffix(". ") && !part.hasSuffix("\n "), "\(part.suffix(20))")
        }
    }

    @Test(arguments: Shipped.all)
    func contractionsAreThoseOfTheVoice(name: Shipped.Name) throws {
        let text = try name.source()
        let contractions = text.matches(of: /\b(I|it|that|there|you|we|they)'(m|d|ve|ll|s|re)\b|n't\b/).count
        if name.voice == "formal" {
            #expect(contractions == 0)
        } else {
            let plain = text.firstMatch(of: /\b(I am|I would|I have|I will|do not|is not|cannot|it is)\b/)?.0
            #expect(plain == nil, "\(plain ?? "")")
        }
    }

    /// The words of a panel of nine in one voice, all with one topic: no sentence twice.
    @Test(arguments: Shipped.languages.keys.sorted(), Shipped.voices)
    func aPanelOfNineSharesNoSentence(language: String, voice: String) throws {
        let set = try Shipped.set(language)
        var used: Set<String> = []
        var seen: Set<String> = []
        for member in 1...9 {
            let template = try set.choose(.thankYou, voice: Voice(rawValue: voice), besides: used, draw: 5)
                .required()
            used.insert(template.name)
            let body = template.compose(Sample.facts()).body
            for sentence in Sentences.of(LetterParts(body, sender: "Ada Example").text, in: .letter) {
                #expect(seen.insert(String(sentence)).inserted, "\(member): \(sentence)")
            }
        }
    }

    @Test(arguments: [
        ("We talked about the U.S.. That", "We talked about the U.S. That"), ("And so on...", "And so on..."),
        ("a/../b", "a/../b"), ("Really?. Yes", "Really? Yes"),
        ("for the The Hague team", "for the Hague team"),
        ("bathe The cat", "bathe The cat"), ("One.", "One."), ("", ""),
    ])
    func whatFieldAndTemplateBothBringStandsOnce(text: String, mended: String) {
        #expect(Seams.mended(in: text, articles: ["the", "The"]) == mended)
    }
}
