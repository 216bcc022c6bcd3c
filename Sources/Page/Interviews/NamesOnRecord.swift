import Desk
import Etiquette
import Wording

/// Who is known at an address of a form under another name than the one that was typed: which is right is asked once, before
/// anything is recorded (rule `names-right`).
struct NamesOnRecord {
    /// By the id of the field in which it is asked.
    private let known: [String: Person]

    static let contact = "contact-spelling"

    init(_ form: InterviewForm, at desk: Desk) throws {
        let typed = form.typedNames.compactMap { line in
            (try? EmailAddress(line.email.trimmed)).map { (line.field, line.name.trimmed, $0) }
        }
        let people = try desk.people(at: typed.map(\.2))
        known = typed.reduce(into: [:]) { known, line in
            guard let person = people[line.2.key], !line.1.isEmpty, person.name != line.1 else { return }
            known[line.0] = person
        }
    }

    /// What the user has not said yet.
    func open(in form: InterviewForm) -> [FieldProblem] {
        known.filter { form.spelling($0.key) == nil }.sorted { $0.key < $1.key }
            .map { FieldProblem($0.key, KnownAsOther($0.value)) }
    }

    /// Which names are corrected: those of people who are known, with the one that is right.
    func corrections(in form: InterviewForm) -> [(person: Person, name: String)] {
        form.typedNames.compactMap { line in
            guard let person = known[line.field], form.spelling(line.field) == .typed else { return nil }
            return (person, line.name.trimmed)
        }
    }

    /// The same form with the names on record where these are right.
    func keeping(in form: InterviewForm) -> InterviewForm {
        var form = form
        for (field, person) in known where form.spelling(field) == .known { form.rename(field, person.name) }
        return form
    }

    /// The question for a field; nil where nothing is asked there.
    func choice(_ field: String, in form: InterviewForm, _ errors: FieldErrors) -> FormChoice? {
        guard let person = known[field], let address = person.address,
            let typed = form.typedNames.first(where: { $0.field == field })
        else { return nil }
        return FormChoice(
            field, Wording.whichName(address.text),
            options: [
                (NameSpelling.typed.rawValue, Wording.nameIsTyped(typed.name.trimmed)),
                (NameSpelling.known.rawValue, Wording.nameIsKnown(person.name)),
            ], chosen: form.spelling(field)?.rawValue, error: errors[field])
    }
}

extension InterviewForm {
    /// Everybody who is named with an address, with the field in which it would be asked how they are called.
    var typedNames: [(field: String, name: String, email: String)] {
        let others =
            asked == "other" || isViaAgency ? [(NamesOnRecord.contact, contactName, contactEmail)] : []
        return people.map { (PersonFields.id("spelling", $0.index), $0.name, $0.email) } + others
    }

    func spelling(_ field: String) -> NameSpelling? {
        field == NamesOnRecord.contact
            ? contactSpelling : people.first { PersonFields.id("spelling", $0.index) == field }?.spelling
    }

    fileprivate mutating func rename(_ field: String, _ name: String) {
        if field == NamesOnRecord.contact { contactName = name }
        for index in people.indices where PersonFields.id("spelling", people[index].index) == field {
            people[index].name = name
        }
    }
}
