import Etiquette
import Testing

@testable import Composer

@Suite struct LanguageTests {
    @Test(arguments: [
        ("2026-11-20", "Friday 20 November"), ("2026-05-01", "Friday 1 May"),
        ("2024-02-29", "Thursday 29 February"), ("2027-01-31", "Sunday 31 January"),
        ("2026-08-03", "Monday 3 August"), ("1999-12-31", "Friday 31 December"),
    ])
    func britishEnglishNamesWeekdayDayAndMonth(day: String, words: String) throws {
        #expect(try Shipped.set("en-GB").language.text(for: Day(day).required()) == words)
    }

    @Test(arguments: [
        ("2026-11-20", "Friday, November 20"), ("2026-05-01", "Friday, May 1"),
    ])
    func americanEnglishNamesTheMonthFirst(day: String, words: String) throws {
        #expect(try Shipped.set("en-US").language.text(for: Day(day).required()) == words)
    }

    @Test(arguments: Shipped.languages.keys.sorted())
    func everyWeekdayAndMonthHasItsName(language: String) throws {
        let (known, first) = (try Shipped.set(language).language, try Day("2026-01-01").required())
        let words = (0..<365).flatMap { known.text(for: first.adding(days: $0)).split(separator: " ") }
        let names = Set(words.map { $0.filter(\.isLetter) }.filter { !$0.isEmpty })
        #expect(names.count == 7 + 12)
    }

    @Test func whereNothingIsToldADayHasTheFormThatNobodyMisreads() throws {
        #expect(Language(tag: "cy").text(for: try Day("2026-03-04").required()) == "2026-03-04")
    }

    private static let welsh = """
        # Wales
        date: {weekday}, {day} {month} {year}

        weekdays: Dydd Llun, Dydd Mawrth, Dydd Mercher, Dydd Iau, Dydd Gwener, Dydd Sadwrn, Dydd Sul
        months: Ionawr, Chwefror, Mawrth, Ebrill, Mai, Mehefin, Gorffennaf, Awst, Medi, Hydref, Tachwedd, Rhagfyr
        """

    @Test func whatAnEarlierReleaseAskedForIsPassedOver() throws {
        let text = Self.welsh + "\nteam: tîm"
        #expect(try Language(tag: "cy", text: text, file: "language.txt").calendar != nil)
    }

    @Test func namesMayHaveSeveralWords() throws {
        let language = try Language(tag: "cy", text: Self.welsh, file: "language.txt")
        #expect(language.text(for: try Day("2026-11-20").required()) == "Dydd Gwener, 20 Tachwedd 2026")
    }

    @Test(arguments: [
        ("date: {year}年{month}{day}日", "2026年11月20日"), ("date: {day}. {month} {year}", "20. 11月 2026"),
    ])
    func aPatternMayHaveAnyTextAndOrder(date: String, words: String) throws {
        let months = "months: " + (1...12).map { "\($0)月" }.joined(separator: ", ")
        let text = Self.welsh.split(separator: "\n").map { line in
            line.hasPrefix("date") ? date : line.hasPrefix("months") ? months : String(line)
        }.joined(separator: "\n")
        let language = try Language(tag: "ja", text: text, file: "language.txt")
        #expect(language.text(for: try Day("2026-11-20").required()) == words)
    }

    /// The forms of address of a language, by what a person is called.
    @Test(arguments: [
        ("Frau Weber", "Sehr geehrte Frau Weber"), ("Herr Dr. Öztürk", "Sehr geehrter Herr Dr. Öztürk"),
        ("Kim Nguyen", "Guten Tag Kim Nguyen"), ("Liebe Anne", "Liebe Anne"),
        ("Fraukes Team", "Guten Tag Fraukes Team"),
    ])
    func aFormOfAddressIsChosenByWhatWasSaidAndNoGenderIsGuessed(name: String, opening: String) throws {
        #expect(try Shipped.set("de-DE").language.opening(for: name) == opening)
        #expect(try Shipped.set("en-GB").language.opening(for: name) == name)
    }

    @Test func howManyWordsAMessageHasIsAMatterOfItsLanguage() throws {
        let german = try Shipped.set("de-DE").language
        #expect(
            FollowUp.Kind.allCases.map { german.allowedWords($0) } == [35...110, 35...100, 1...95])
        #expect(
            FollowUp.Kind.allCases.map { Language(tag: "cy").allowedWords($0) } == [
                45...120, 45...110, 1...99,
            ])
    }

    /// Every template of German with both ways to greet: nothing to complain of, and nothing found.
    @Test(arguments: [nil, "Frau Dr. Weber"] as [String?], ["den Einarbeitungsplan", "die Rufbereitschaft"])
    func theGermanLettersPass(salutation: String?, topic: String) throws {
        let inspection = try TemplateInspection(
            shipped: TemplateSet.shippedFolder, own: nil, language: "de-DE")
        #expect(inspection.complaints == [])
        #expect(inspection.count == Shipped.files.count)
        for template in try Shipped.set("de-DE").templates() {
            let facts = Sample.facts(
                name: "Dr. Maria Weber", salutation: salutation, role: "Pflegefachkraft (m/w/d)",
                organisation: "Lindenhof GmbH", talkingPoint: topic, sender: "Jonas Brandt",
                isAgencyContact: template.variant == .thankYouAgency)
            let draft = template.compose(facts)
            var reading = Proofreading(
                kind: template.variant.kind, subject: draft.subject, body: draft.body, facts: facts)
            reading.language = try Shipped.language("de-DE")
            #expect(try reading.findings(known: noNames) == [], "\(template.name)")
        }
    }

    @Test(arguments: [
        ("date: {weekday}, {day}", "date: {weekday}, {week}", 2, Language.Fault.date),
        ("{day} {month}", "{month}", 2, .date), ("{year}", "{year} }", 2, .date),
        ("{year}", "{year", 2, .date),
        (", Dydd Sul", "", 4, .names(expected: 7)), ("Medi, ", ", ", 5, .names(expected: 12)),
        ("months:", "moons:", 5, .line), ("# Wales", "Wales", 1, .line),
        ("# Wales", "thank-you: 120-45", 1, .length), ("# Wales", "feedback-request: many", 1, .length),
        ("# Wales", "opening: Annwyl", 1, .opening), ("# Wales", "opening: Mr = Annwyl {name}", 1, .opening),
        ("# Wales", "ordinals: cyntaf", 1, .names(expected: 31)),
        ("# Wales", "months: a", 5, .line), ("date:", "# date:", 1, .missing("date")),
    ])
    func whatCannotBeReadIsSaidWithItsLine(old: String, new: String, line: Int, fault: Language.Fault) throws
    {
        #expect(throws: TemplateProblem.badLanguage(file: "language.txt", line: line, fault)) {
            try Language(tag: "cy", text: Self.welsh.replacing(old, with: new), file: "language.txt")
        }
    }
}
