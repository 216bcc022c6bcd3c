import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("Names and addresses in columns of their own belong to one person, or are asked about")
struct SheetCompanionTests {
    @Test("a last name stands in its own column, for one person or for each")
    func lastNames() throws {
        func names(_ given: String, _ family: String) throws -> [String?] {
            try RowSample().without("Interviewer").with("Interviewer last name", family)
                .with("Interviewer first name", given).only().people.map(\.name)
        }
        #expect(try names("Jane", "Okafor") == ["Jane Okafor"])
        #expect(try names("Jane; Tom", "Okafor; Ó Briain") == ["Jane Okafor", "Tom Ó Briain"])
        let sample = RowSample().without("Interviewer").with("Interviewer first name", "Jane; Tom")
            .with("Interviewer last name", "Okafor")
        #expect(try sample.fault() == .otherNumberOfLastNames)
    }

    @Test("an address in a column that nobody recognises is asked about where somebody lacks one")
    func strayAddress() throws {
        let nameless = RowSample().with("Interviewer", "Jane Okafor")
        let stray = nameless.with("HM mail", "jane@example.org")
        #expect(try stray.reading().questions == [.addresses(column: "HM mail", rows: 1, first: 2)])
        var answers = SheetAnswers()
        answers.meanings["HM mail"] = .interviewerEmail(nil)
        #expect(try stray.only(answers).people.map { $0.address?.text } == ["jane@example.org"])
        answers.meanings["HM mail"] = .ignored
        #expect(try stray.only(answers).people.map { $0.address?.text } == [nil])
        #expect(try nameless.with("Notes", "wrote to jane@example.org").reading().questions.isEmpty)
        #expect(try RowSample().with("Phone book", "tom@example.org").reading().questions.isEmpty)
    }

    @Test("addresses of a contact whom nobody names are the panel's where they fit it, one by one")
    func panelUnderContact() throws {
        let sample = RowSample().with("Interviewer", "Jane Okafor; Tom Ó Briain")
        let fitting = try sample.with("Contact Email", "jane.okafor@example.org, tom.obriain@example.org")
            .only()
        #expect(
            fitting.people.map { $0.address?.text } == ["jane.okafor@example.org", "tom.obriain@example.org"])
        #expect(fitting.contact == nil)
        let other = try sample.with("Contact Email", "jobs@example.org").only()
        #expect(other.people.map { $0.address?.text } == [nil, nil])
        #expect(other.contact?.address?.text == "jobs@example.org")
    }
}
