import Testing
import Text

@testable import Composer

@Suite struct PlaceholdersTests {
    @Test(arguments: TemplateField.allCases)
    func aFieldInBracesIsUnresolved(field: TemplateField) {
        #expect(
            Placeholders.findings(in: "Dear {{\(field.rawValue)}},") == [.unresolvedField(field.rawValue)])
        #expect(
            Placeholders.findings(in: "Dear {{ \(field.rawValue) }},") == [.unresolvedField(field.rawValue)])
    }

    @Test(arguments: [
        "{{nonsense}}", "{{", "}}", "{name}", "[name]", "[Name]", "[your name]", "[COMPANY]",
        "[insert topic]",
        "[job title]", "<name>", "<Company Name>", "<<name>>", "«name»", "XXX", "xxxx", "[XXX]", "____",
        "[date]",
        "{{firstName}}", "[Hiring Manager]", "[talking point]", "<insert something that they said here>",
    ])
    func whatWasMeantToBeReplacedIsFound(placeholder: String) {
        let found = Placeholders.findings(in: "Dear \(placeholder), thank you.")
        #expect(found.count == 1)
        #expect(found.first?.code == .unresolvedField)
    }

    @Test(arguments: [
        "Dear Jane,", "a [sic] note", "see [1]", "<jane@example.org>", "<https://example.org>", "{a, b}",
        "3 < 4 > 2",
        "Exxon and Foxx", "Maxxx", "XXXLutz", "XX and xx", "f(x) = [x]", "snake_case and __init__",
        "R&D [Leeds]",
        "50 £ « sic »", "the role, name and date", "the interview [with the panel]", "",
    ])
    func ordinaryTextIsLeftAlone(text: String) {
        #expect(Placeholders.findings(in: text).isEmpty)
    }

    @Test func everyOneIsNamedOnceInTheirOrder() {
        let found = Placeholders.findings(in: "{{role}} [name] XXX {{role}} [name]")
        #expect(found == [.unresolvedField("role"), .placeholder("[name]"), .placeholder("XXX")])
    }

    @Test func bracesThatAreNotClosedOnTheLineStandAlone() {
        #expect(Placeholders.findings(in: "{{role\n}}") == [.placeholder("{{"), .placeholder("}}")])
    }

    @Test func aQuotedPlaceholderIsShort() {
        let long = "{{" + String(repeating: "a", count: 500) + "}}"
        #expect(Placeholders.findings(in: long) == [.placeholder(String(long.prefix(60)))])
    }
}
