import Desk
import Etiquette
import Wording

/// The form of a new interview as the template `new-interview` shows it.
struct InterviewFormView {
    let problems: ProblemSummary?
    let organisation: FormInput
    let role: FormInput
    let date: FormInput
    let time: FormInput
    let zone: FormInput
    /// Asked of a time that came twice.
    let which: FormChoice?
    /// Whether it was that long ago is asked where it seems to be.
    let asksLongAgo: Bool
    let isLongAgo: Bool
    let medium: FormChoice
    let people: [PersonView]
    let count: Int
    let canAdd: Bool
    let asked: FormChoice
    let contactName: FormInput
    let contactEmail: FormInput
    let contactSpelling: FormChoice?
    let decisionBy: FormInput
    let isViaAgency: Bool
    let isPlanned: Bool
    /// Whether it is still to come is asked where it seems to be.
    let asksPlanned: Bool
    let invitation: String
    /// What may be one and the same; the user is asked before anything is recorded.
    let doubles: [Said]
    let asksApart: Bool

    struct PersonView {
        let legend: String
        let number: Int
        let name: FormInput
        let email: FormInput
        /// Asked where the address is known under another name.
        let spelling: FormChoice?
        let greeting: FormInput
        let topic: FormInput
        let sentence: FormInput
        let canRemove: Bool
    }

    /// - Parameters:
    ///   - names: who is known under another name; nil before anything was looked up.
    ///   - focus: the member of the panel in whose first field the user goes on; nil for none.
    init(
        _ form: InterviewForm, faults: [FieldProblem] = [], doubles: [PossibleDouble] = [],
        names: NamesOnRecord? = nil, focus: Int? = nil
    ) {
        let errors = FieldErrors(faults)
        problems = errors.summary
        func input(
            _ name: String, _ label: String, _ value: String, _ kind: FormInput.Kind = .text,
            hint: String? = nil, isRequired: Bool = false
        ) -> FormInput {
            FormInput(
                name, label, value: value, kind: kind, hint: hint, error: errors[name], isRequired: isRequired
            )
        }
        organisation = input("organisation", "Organisation", form.organisation, isRequired: true)
        role = input("role", "Role", form.role, isRequired: true)
        date = input("date", "It ended on", form.date, .date, isRequired: true)
        time = input("time", "at", form.time, .time, isRequired: true)
        zone = input("zone", "in the time zone", form.zone, isRequired: true)
        medium = FormChoice(
            "medium", "How was it held?",
            options: [("in-person", "in person"), ("video", "video"), ("telephone", "telephone")],
            chosen: form.medium, error: errors["medium"])
        which = ClockShowing.choice("which", chosen: form.showing, errors)
        isLongAgo = form.isLongAgo
        asksLongAgo = form.isLongAgo || faults.contains { $0.problem is LongAgo }
        people = form.people.map { person in
            let field = PersonFields.id("spelling", person.index)
            return PersonView(
                person, of: form.people.count, errors, spelling: names?.choice(field, in: form, errors),
                isFocused: person.index == focus)
        }
        count = form.people.count
        canAdd = count < InterviewForm.limit
        asked = FormChoice(
            "asked", "Whom to ask for the decision, two weeks on",
            options: form.people.map { person in
                ("\(person.index)", person.name.isBlank ? "Person \(person.index + 1)" : person.name)
            } + [("other", "somebody else")],
            chosen: form.asked, error: errors["asked"])
        contactName = input(
            "contact-name", "Somebody else: name", form.contactName,
            hint: "Only if you chose “somebody else”.")
        contactSpelling = names?.choice(NamesOnRecord.contact, in: form, errors)
        contactEmail = input("contact-email", "Somebody else: email", form.contactEmail, .email)
        decisionBy = input(
            "decision-by", "They decide by", form.decisionBy, .date, hint: "Only if they named a day.")
        let isInFuture = faults.contains {
            if case RecordProblem.inFuture = $0.problem { true } else { false }
        }
        (isViaAgency, isPlanned, asksPlanned) = (
            form.isViaAgency, form.isPlanned, form.isPlanned || isInFuture
        )
        invitation = form.invitation
        self.doubles = doubles.map { Said(Sentence(Wording.text($0)) + " \(Wording.ifTheyAreOne($0))") }
        asksApart = !doubles.isEmpty
    }
}

extension InterviewFormView.PersonView {
    init(
        _ person: PersonFields, of count: Int, _ errors: FieldErrors, spelling: FormChoice?, isFocused: Bool
    ) {
        func input(
            _ field: String, _ label: String, _ value: String, _ kind: FormInput.Kind = .text,
            hint: String? = nil
        ) -> FormInput {
            let id = PersonFields.id(field, person.index)
            return FormInput(
                id, label, value: value, kind: kind, hint: hint, error: errors[id],
                isFocused: isFocused && field == "name")
        }
        self.spelling = spelling
        number = person.index
        legend = "Person \(person.index + 1) on the panel"
        name = input("name", "Name", person.name)
        email = input("email", "Email", person.email, .email, hint: "None: they get a card to post.")
        greeting = input(
            "greeting", "Dear …", person.greeting, hint: "How you greet them, if not by the full name.")
        topic = input("topic", "What did you talk about?", person.topic, hint: Wording.finishTheSentence)
        sentence = input(
            "sentence", "Something you would like to say to them?", person.sentence, .area,
            hint: "A sentence of your own; it stands in the note as you write it.")
        canRemove = count > 1
    }
}

/// What is wrong with a form, by the ids of its fields.
struct FieldErrors {
    private let faults: [FieldProblem]

    init(_ faults: [FieldProblem]) { self.faults = faults }

    subscript(_ field: String) -> String? {
        faults.first { $0.field == field }.map { Said(Wording.sentence(for: $0.problem)).plain }
    }

    /// Nil where nothing is wrong.
    var summary: ProblemSummary? {
        ProblemSummary(
            faults.map { ProblemSummary.Item(Said(Wording.sentence(for: $0.problem)), field: $0.field) })
    }
}
