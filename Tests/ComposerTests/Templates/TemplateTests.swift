import Testing

@testable import Composer

@Suite struct TemplateTests {
    @Test func fieldsAreFilledInInSubjectAndBody() throws {
        let template = try Sample.template(
            "Subject: About {{role}}\n\nDear {{ salutation }},\n\n{{sender}}\n")
        let draft = template.compose(Sample.facts())
        #expect(draft.subject == "About Data Engineer")
        #expect(draft.body == "Dear Jane Okafor,\n\nAda Example\n")
        #expect(draft.template == "thank-you-test")
        #expect(draft.unresolved.isEmpty)
    }

    @Test(arguments: ["O'Brien & Sons <Leith>", "\"Quoted\" Leith", "Siân's Café", "50% \\ off $1"])
    func textIsWrittenAsItIsAndNotAsHTML(organisation: String) throws {
        let template = try Sample.template("Subject: S\n\nAt {{organisation}}.\n")
        #expect(template.compose(Sample.facts(organisation: organisation)).body == "At \(organisation).\n")
    }

    @Test(arguments: ["{{sender}}", "{{#role}}", "{{> partial}}", "}}"])
    func aValueIsNeverReadAsATemplate(role: String) throws {
        let template = try Sample.template("Subject: S\n\nFor {{role}}, {{sender}}\n")
        let draft = template.compose(Sample.facts(role: role))
        #expect(draft.body == "For \(role), Ada Example\n")
    }

    @Test func aFieldWithoutAValueStaysVisibleAndIsNamed() throws {
        let template = try Sample.template("Subject: {{role}}\n\nDear {{salutation}}, at {{organisation}}\n")
        let draft = template.compose(Sample.facts(role: "", organisation: ""))
        #expect(draft.subject == "{{role}}")
        #expect(draft.body == "Dear Jane Okafor, at {{organisation}}\n")
        #expect(draft.unresolved == ["role", "organisation"])
    }

    @Test func aFieldIsNamedOnceHoweverOftenItStands() throws {
        let template = try Sample.template("Subject: {{role}}\n\n{{role}} {{role}}\n")
        #expect(template.compose(Sample.facts(role: "")).unresolved == ["role"])
    }

    static let withSection =
        "Subject: S\n\nA.\n\n{{#talkingPoint}}\nB {{talkingPoint}}.\n\n{{/talkingPoint}}\nC.\n"

    @Test func aSectionIsLeftOutWithItsField() throws {
        let draft = try Sample.template(Self.withSection).compose(Sample.facts(talkingPoint: nil))
        #expect(draft.body == "A.\n\nC.\n")
        #expect(draft.unresolved.isEmpty)
    }

    @Test func aSectionIsShownWithItsField() throws {
        let draft = try Sample.template(Self.withSection).compose(Sample.facts(talkingPoint: "the rota"))
        #expect(draft.body == "A.\n\nB the rota.\n\nC.\n")
    }

    @Test(arguments: [(String?.none, "without"), ("the rota", "with the rota")])
    func anInvertedSectionIsTheOtherHalf(talkingPoint: String?, expected: String) throws {
        let text =
            "Subject: S\n\n{{#talkingPoint}}with {{talkingPoint}}{{/talkingPoint}}{{^talkingPoint}}without{{/talkingPoint}}\n"
        let draft = try Sample.template(text).compose(Sample.facts(talkingPoint: talkingPoint))
        #expect(draft.body == expected + "\n")
        #expect(draft.unresolved.isEmpty)
    }

    @Test func aFieldWithoutAValueInAShownSectionIsUnresolved() throws {
        let text = "Subject: S\n\nA{{#talkingPoint}} {{organisation}}{{/talkingPoint}}\n"
        let facts = Sample.facts(organisation: "")
        #expect(try Sample.template(text).compose(facts).unresolved == ["organisation"])
        var silent = facts
        silent.talkingPoint = nil
        #expect(try Sample.template(text).compose(silent).unresolved.isEmpty)
    }

    @Test func aFieldNamedInItsOwnInvertedSectionIsUnresolved() throws {
        let text = "Subject: S\n\nA{{^talkingPoint}} {{talkingPoint}}{{/talkingPoint}}\n"
        let draft = try Sample.template(text).compose(Sample.facts(talkingPoint: nil))
        #expect(draft.unresolved == ["talkingPoint"])
        #expect(draft.body == "A {{talkingPoint}}\n")
    }

    @Test func commentsAreNotSent() throws {
        let text = "{{! one }}\n{{! two\n lines }}\nSubject: S\n\n{{! three }}\nA.{{! four }}\n"
        let draft = try Sample.template(text).compose(Sample.facts())
        #expect(draft.subject == "S")
        #expect(draft.body == "A.\n")
    }

    @Test func theSubjectHeaderIsReadInAnyCase() throws {
        #expect(try Sample.template("SUBJECT:  S \n\nA.\n").compose(Sample.facts()).subject == "S")
    }

    @Test func paragraphsAreNotWrapped() throws {
        for name in Shipped.all {
            let body = try name.compose(Sample.facts()).body
            #expect(!body.replacing("\n\n", with: "").dropLast().contains("\n"), "\(name)")
        }
    }
}
