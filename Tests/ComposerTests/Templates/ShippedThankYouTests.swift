import Testing

@testable import Composer

/// advice.md, "What each message must be", for every shipped thank-you.
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

    private func body(_ name: String, _ facts: Facts) throws -> String {
        try Shipped.set()[name].required().compose(facts).body
    }

    @Test(arguments: Shipped.thankYous, cases)
    func itHas60To150WordsWithAndWithoutATalkingPoint(name: String, facts: Facts) throws {
        let count = try body(name, facts).wordCount
        #expect((60...150).contains(count), "\(name): \(count) words")
    }

    @Test(arguments: Shipped.thankYous, cases)
    func itNamesRoleOrganisationAndTalkingPoint(name: String, facts: Facts) throws {
        let draft = try Shipped.set()[name].required().compose(facts)
        #expect(draft.unresolved.isEmpty)
        #expect(draft.subject == "Thank you – \(facts.role) interview")
        #expect(draft.body.contains(facts.role))
        #expect(draft.body.contains(facts.organisation))
        if let point = facts.talkingPoint { #expect(draft.body.contains(point)) }
    }

    @Test(arguments: Shipped.thankYous, cases)
    func itBeginsWithTheGreetingAndEndsWithTheFullName(name: String, facts: Facts) throws {
        let body = try body(name, facts)
        #expect(body.hasPrefix("Dear \(facts.recipient.name),\n\n"))
        #expect(body.hasSuffix(",\n\n\(facts.senderName)\n"))
        #expect(!body.contains("{") && !body.contains("\n\n\n"))
    }

    @Test(arguments: Shipped.thankYous)
    func itThanksForTheirTimeAndReaffirmsInterest(name: String) throws {
        let text = try body(name, Sample.facts(talkingPoint: nil)).lowercased()
        #expect(["thank", "grateful", "appreciated"].contains { text.contains($0) })
        #expect(text.contains("time") || text.contains("part of your day"))
        let interest = [
            "interest", "like to", "keen", "enjoy", "happy to work", "want it", "want the", "good place",
            "mean a great deal",
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
    func itHasNothingThatAThankYouMustNotHave(name: String) throws {
        let text = try body(name, Sample.facts(talkingPoint: "the rota")).lowercased()
        let found = Self.unwanted.filter { text.contains($0) }
        #expect(found.isEmpty, "\(name): \(found)")
    }

    @Test func noTwoTemplatesShareASentence() throws {
        var seen: [String: String] = [:]
        for name in Shipped.thankYous {
            let letter = Letter(try body(name, Sample.facts()), sender: "Ada Example")
            for sentence in Sentences.split(letter.text) {
                #expect(seen.updateValue(name, forKey: String(sentence)) == nil, "\(name): \(sentence)")
            }
        }
        #expect(seen.count > 60)
    }

    @Test func noTwoTemplatesOpenOrCloseAlike() throws {
        let paragraphs = try Shipped.thankYous.map { name in
            try body(name, Sample.facts()).split(separator: "\n").map(String.init)
        }
        for (index, what) in [(1, "opening"), (-2, "closing")] {
            let lines = paragraphs.map { index < 0 ? $0[$0.count + index] : $0[index] }
            #expect(Set(lines).count == lines.count, "\(what): \(lines)")
        }
        let beginnings = paragraphs.map { $0[1].split(separator: " ").prefix(6).joined(separator: " ") }
        #expect(Set(beginnings).count == beginnings.count, "\(beginnings)")
    }

    @Test func noTwoNotesAreTakenForTheSameWords() throws {
        let notes = try Shipped.thankYous.map {
            PanelNote(body: try body($0, Sample.facts()), facts: Sample.facts())
        }
        for (index, note) in notes.enumerated() {
            #expect(!notes[(index + 1)...].contains { note.hasWords(of: $0) }, "\(Shipped.thankYous[index])")
        }
    }

    @Test(arguments: Shipped.thankYous)
    func theFieldsStandWhereEveryValueReadsWell(name: String) throws {
        let source = try Shipped.source(name)
        for article in ["a", "an"] {
            #expect(!source.contains(" \(article) {{"), "an article before a field")
        }
        #expect(!source.contains("}}'s") && !source.contains("}}’s"), "a field with a possessive")
        // "Acme Inc." and "Which?" bring their own marks.
        for mark in [".", "?", ":"] { #expect(!source.contains("{{organisation}}" + mark)) }
        // As a subject, a plural talking point would need another verb than "how the team runs on-call".
        let shown = source.split(separator: "{{talkingPoint}}").dropLast()
        #expect(
            shown.count == 1
                && shown.allSatisfy {
                    $0.hasSuffix(" about ") || $0.hasSuffix(" of ") || $0.hasSuffix(" discuss ")
                        || $0.hasSuffix(" to ")
                })
    }

    @Test(arguments: Shipped.thankYous, cases)
    func proofreadingFindsNothingButAMissingTalkingPoint(name: String, facts: Facts) throws {
        var facts = facts
        facts.isAgencyContact = name.contains("agency")
        let draft = try Shipped.set()[name].required().compose(facts)
        var proofreading = Proofreading(
            kind: .thankYou, subject: draft.subject, body: draft.body, facts: facts)
        proofreading.language = try Shipped.language()
        let expected: [Finding.What] =
            facts.talkingPoint == nil && !facts.isAgencyContact ? [.noTalkingPoint] : []
        let found = try proofreading.findings(known: noNames)
        #expect(found.map(\.what) == expected, "\(found)")
    }
}
