import Desk
import Etiquette
import Wording

/// Name, address and greeting of a person, as a form.
struct PersonEditScreen: Screen {
    static let path: PathPattern = "people/:person/edit"

    private let visit: Visit
    private let person: Person

    init(_ visit: Visit) throws {
        self.visit = visit
        let id: Person.ID = try visit.id("person")
        person = try visit.desk.nameStanding(of: String(id.rawValue)).person
    }

    func view() throws -> PageResponse {
        try form(
            name: person.name, address: person.address?.text ?? "", greeting: person.salutation ?? "",
            FieldProblems())
    }

    func act() throws -> PageResponse {
        let fields = visit.form
        guard let name = fields["name"], let address = fields["address"], let greeting = fields["greeting"]
        else { throw PageProblem.notAForm }
        guard let seen = fields["seen"].map(Seen.init(rawValue:)) else { throw PageProblem.notAForm }
        var problems = FieldProblems()
        guard seen == Seen(person) else {
            problems.add(DeskProblem.recordChangedMeanwhile, at: nil)
            return try form(name: name, address: address, greeting: greeting, problems, isStale: true)
        }
        let changes = PersonChanges(
            name: problems.take("name") { try Field.name.admit(name) }.flatMap {
                $0 == person.name ? nil : $0
            },
            address: newAddress(address, &problems),
            salutation: greeting == person.salutation ?? "" ? nil : greeting)
        let number = String(person.id.rawValue)
        if problems.isEmpty, changes == PersonChanges(name: nil, address: nil, salutation: nil) {
            return .seeOther("/people/\(number)")
        }
        if problems.isEmpty,
            problems.take(nil, { try visit.desk.edit(number, changes, seen: seen, at: visit.now) }) != nil
        {
            return .seeOther("/people/\(number)")
        }
        return try form(name: name, address: address, greeting: greeting, problems)
    }

    /// Nil where it stays as it is.
    private func newAddress(_ text: String, _ problems: inout FieldProblems) -> EmailAddress? {
        let text = text.trimmingBlanks()
        guard text != person.address?.text ?? "" else { return nil }
        guard !text.isEmpty else {
            problems.add(CorrectionProblem.cannotBeEmptied, at: "address")
            return nil
        }
        return problems.take("address") { try EmailAddress(String(text)) }
    }

    private func form(
        name: String, address: String, greeting: String, _ problems: FieldProblems, isStale: Bool = false
    ) throws -> PageResponse {
        try visit.page(
            "person-edit", title: "Change \(Wording.shown(person.name))",
            status: isStale ? 409 : problems.isEmpty ? 200 : 422,
            View(
                problems: problems.errors.summary, stale: isStale ? Wording.typedStaysBelow : nil,
                seen: Seen(person).rawValue, path: "/people/\(person.id.rawValue)",
                inputs: [
                    FormInput(
                        "name", "Name", value: name, hint: "As the person writes it.",
                        error: problems.errors["name"],
                        isRequired: true),
                    FormInput(
                        "address", "Email", value: address, kind: .email, error: problems.errors["address"]),
                    FormInput(
                        "greeting", "Dear …", value: greeting,
                        hint: "What stands after “Dear”. Empty: the full name.",
                        error: problems.errors["greeting"]),
                ]))
    }

    private struct View {
        let problems: ProblemSummary?
        /// What to do where the record is another one by now.
        let stale: String?
        let seen: String
        let path: String
        let inputs: [FormInput]
    }
}
