import Testing
import Text

@testable import Composer

/// advice.md, "What each message must be", for every shipped thank-you in every language and voice.
@Suite struct ShippedThankYouTests {
    /// Facts from the shortest to the longest that are likely.
    static let cases: [Facts] = [
        Sample.facts(name: "Jo Li", role: "Nurse", organisation: "Acme", talkingPoint: nil, sender: "Al Ek"),
        Sample.facts(
            name: "Jo Li", role: "Nurse", organisation: "Acme", talkingPoint: "the rota", sender: "Al Ek"),
        Sample.facts(talkingPoint: "how the team runs on-call"),
        Sample.facts(
            role: "head of data", organisation: "The National Archives",
            talkingPoint: "your move to event sourcing"),
        long(talkingPoint: nil),
        long(
            talkingPoint:
                "how the team moved the rota to self-service and what the night staff made of it in the"
                + " first winter"),
    ]

    static func long(talkingPoint: String?) -> Facts {
        Sample.facts(
            name: "Dr María José de la Fuente y Ortega",
            role: "Senior Policy and Engagement Officer (Digital Inclusion), Fixed Term",
            organisation: "The Royal Borough of Kensington and Chelsea Council", talkingPoint: talkingPoint,
            sender: "Ada Maria van der Example")
    }

    @Test(arguments: Shipped.thankYous, cases)
    func itHas45To120WordsWithAndWithoutATalkingPoint(name: Shipped.Name, facts: Facts) throws {
        let count = try name.compose(facts).body.wordCount
        #expect((45...120).contains(count), "\(count) words")
    }

    /// letters.md, "What a note is".
    @Test(
        arguments: Shipped.thankYous,
        ["mentoring", "the open-data portal", "how the ward supports new nurses"])
    func itHas57To90WordsWithATopicOfOrdinaryLength(name: Shipped.Name, topic: String) throws {
        let count = try name.compose(Sample.facts(role: "Staff Nurse", talkingPoint: topic)).body.wordCount
        #expect((57...90).contains(count), "\(count) words")
    }

    @Test(arguments: Shipped.thankYous, cases)
    func itNamesRoleOrganisationAndTalkingPoint(name: Shipped.Name, facts: Facts) throws {
        let draft = try name.compose(facts)
        let role = try Shipped.set(name.language).language.role(of: facts)
        #expect(draft.unresolved.isEmpty)
        // Pay, grade and terms of an advertisement stand nowhere.
        #expect(draft.subject == "Thank you – \(role) interview")
        #expect(draft.body.contains(role))
        // "the The National Archives team" keeps the article of the sentence.
        #expect(draft.body.lowercased().contains(facts.organisation.lowercased()))
        if let point = facts.talkingPoint { #expect(draft.body.contains(point)) }
    }

    @Test(arguments: Shipped.thankYous, cases)
    func itBeginsWithTheGreetingAndEndsWithTheFullName(name: Shipped.Name, facts: Facts) throws {
        let body = try name.compose(facts).body
        let called = try Shipped.set(name.language).language.called(facts.recipient)
        #expect(body.hasPrefix("Dear \(called),\n\n"))
        #expect(body.hasSuffix(",\n\n\(facts.senderName)\n"))
        #expect(!body.contains("{") && !body.contains("\n\n\n"))
    }

    @Test(arguments: Shipped.thankYous)
    func itThanksForTheirTimeAndReaffirmsInterest(name: Shipped.Name) throws {
        let text = try name.compose(Sample.facts(talkingPoint: nil)).body.lowercased()
        #expect(["thank", "grateful", "appreciated"].contains { text.contains($0) })
        #expect(text.contains("time") || text.contains("part of your day"))
        let interest = [
            "interest", "like to", "like the", "keen", "eager", "enjoy", "glad to", "happy", "pleased to",
            "love to",
            "want to", "wish to", "hope", "hoping", "pleasure", "like very much", "suit me",
            "opportunity to join",
        ]
        #expect(interest.contains { text.contains($0) })
    }

    static let unwanted = [
        // A question about the result, and other questions.
        "?", "hear back", "next steps", "outcome", "decided yet", "any news",
        // Flattery.
        "impressive", "impressed", "amazing", "inspir", "honour", "brilliant", "outstanding", "world-class",
        "!",
        "fantastic", "wonderful", "incredible", "prestigious", "delighted",
        // The CV again, and a second pitch.
        "my experience", "my skills", "qualification", "track record", "expertise", "ideal candidate",
        "perfect fit", "strong fit", "my background", "years of", "i believe i", "i would bring", "asset",
        // What the facts do not know.
        "yesterday", "today", "this morning", "this afternoon", "last week", "on monday", "on tuesday",
        "laugh",
        "office", "coffee", "zoom", "teams call", "video", "tour", " he ", " she ", " his ", " her ", " sir",
        "madam", "mr ", "mrs ", "an hour", "when i applied",
        // What wears people out.
        "just checking in", "touch base", "reach out", "reaching out", "circle back", "passionate",
        "hesitate",
        "excited", "thrilled", "a.s.a.p", "phone", "call me", "linkedin",
    ]

    @Test(arguments: Shipped.thankYous)
    func itHasNothingThatAThankYouMustNotHave(name: Shipped.Name) throws {
        let text = try name.compose(Sample.facts(talkingPoint: "the rota")).body.lowercased()
        let found = Self.unwanted.filter { text.contains($0) }
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: Shipped.languages.keys.sorted())
    func noTwoTemplatesOfALanguageShareASentence(language: String) throws {
        var seen: [String: String] = [:]
        for name in Shipped.all where name.language == language {
            let letter = LetterParts(try name.compose(Sample.facts()).body, sender: "Ada Example")
            for sentence in Sentences.of(letter.text, in: .letter) {
                let twin = seen.updateValue(name.name, forKey: String(sentence))
                #expect(twin == nil, "\(name.name): \(sentence)")
            }
        }
        #expect(seen.count > 200)
    }

    @Test(arguments: Shipped.languages.keys.sorted())
    func noTwoTemplatesOfALanguageOpenAlikeInAnyVoice(language: String) throws {
        let openings = try Shipped.all.filter { $0.language == language }.map { name in
            let letter = LetterParts(try name.compose(Sample.facts()).body, sender: "Ada Example")
            return try Sentences.of(letter.text, in: .letter).first.required()
        }
        #expect(openings.count == Shipped.names.count)
        #expect(Set(openings).count == openings.count, "\(openings.sorted())")
    }

    static let closings = [
        "en-GB": ["warm": "Best wishes,", "plain": "Kind regards,", "formal": "Yours sincerely,"],
        "en-US": ["warm": "Warm regards,", "plain": "Best regards,", "formal": "Sincerely,"],
    ]

    /// letters.md: a person keeps their frame and their sign-off, and changes the content.
    @Test(arguments: Shipped.all)
    func aVoiceHasOneClosing(name: Shipped.Name) throws {
        let closing = try (Self.closings[name.language]?[name.voice]).required()
        #expect(try name.compose(Sample.facts()).body.hasSuffix("\n\n\(closing)\n\nAda Example\n"))
    }

    @Test(arguments: Shipped.languages.keys.sorted())
    func noTwoNotesAreTakenForTheSameWords(language: String) throws {
        let names = Shipped.thankYous.filter { $0.language == language }
        let notes = try names.map {
            PanelNote(body: try $0.compose(Sample.facts()).body, facts: Sample.facts())
        }
        for (index, note) in notes.enumerated() {
            #expect(!notes[(index + 1)...].contains { note.hasWords(of: $0) }, "\(names[index])")
        }
    }

    @Test(arguments: Shipped.thankYous)
    func theFieldsStandWhereEveryValueReadsWell(name: Shipped.Name) throws {
        let source = try name.source()
        for article in ["a", "an"] {
            #expect(!source.contains(" \(article) {{"), "an article before a field")
        }
        #expect(!source.contains("}}'s") && !source.contains("}}’s"), "a field with a possessive")
        // As a subject, a plural talking point would need another verb than "how the team runs on-call".
        let shown = source.split(separator: "{{talkingPoint}}").dropLast()
        #expect(
            shown.count == 1
                && shown.allSatisfy { $0.hasSuffix(" about ") })
    }

    static let otherSpelling = [
        "en-GB": ["ized ", "izing", "favor ", "behavior", "color ", "honor ", "calendar", " mail"],
        "en-US": [
            "ised ", "ising ", "favour", "behaviour", "colour", "honour", "diary", " shall ", "whilst",
            "vacancy", "{{role}} post", " post ", "should like", "Yours sincerely",
        ],
    ]

    @Test(arguments: Shipped.all)
    func itIsSpeltAsItsLanguageIs(name: Shipped.Name) throws {
        let source = try name.source()
        #expect(Self.otherSpelling[name.language]?.filter { source.contains($0) } == [])
    }

    @Test(arguments: Shipped.thankYous, cases)
    func proofreadingFindsNothingButAMissingTalkingPoint(name: Shipped.Name, facts: Facts) throws {
        var facts = facts
        facts.isAgencyContact = name.isToAgency
        let draft = try name.compose(facts)
        var proofreading = Proofreading(
            kind: .thankYou, subject: draft.subject, body: draft.body, facts: facts)
        proofreading.language = try Shipped.language(name.language)
        let expected: [Finding.What] =
            facts.talkingPoint == nil && !facts.isAgencyContact ? [.noTalkingPoint] : []
        let found = try proofreading.findings(known: noNames)
        #expect(found.map(\.what) == expected, "\(found)")
    }
}
