import Application
import Desk
import Etiquette
import Ledger
import Wording

/// Has a person forgotten: what goes and what stays, and a field in which the name is typed, so that it is no slip.
struct ForgetScreen: Screen {
    static let path: PathPattern = "people/:person/forget"

    private let visit: Visit
    private let person: Person

    init(_ visit: Visit) throws {
        self.visit = visit
        let id: Person.ID = try visit.id("person")
        person = try visit.desk.nameStanding(of: String(id.rawValue)).person
    }

    private var number: String { String(person.id.rawValue) }

    func view() throws -> PageResponse { try plan(typed: "", FieldProblems()) }

    func act() throws -> PageResponse {
        guard let typed = visit.form["name"] else { throw PageProblem.notAForm }
        var problems = FieldProblems()
        guard Application.confirms(typed, person) else {
            problems.add(NotConfirmed(typed: typed, name: person.name), at: "name")
            return try plan(typed: typed, problems)
        }
        guard let done = problems.take(nil, { try visit.desk.forget(number, at: visit.now) }) else {
            return try plan(typed: typed, problems)
        }
        visit.application.followCalendar()
        try visit.application.clearOpenedFiles()
        do {
            try visit.application.ledger.finishForgetting()
        } catch {
            return try page(done, notCleared: Said(Wording.notCleared(Wording.sentence(for: error))))
        }
        return .seeOther("/people/\(number)")
    }

    /// What would go; of somebody to whom something is on its way, why they can't be forgotten now.
    private func plan(typed: String, _ problems: FieldProblems) throws -> PageResponse {
        var problems = problems
        let plan = problems.take(nil) { try visit.desk.wouldForget(number, at: visit.now) }
        let words = try plan.map(words(of:))
        return try visit.page(
            "forget", title: "Have \(Wording.shown(person.name)) forgotten",
            status: problems.isEmpty ? 200 : 422,
            View(
                problems: problems.errors.summary, path: "/people/\(number)", notCleared: nil,
                lists: words.map(Self.lists) ?? [],
                name: plan == nil
                    ? nil
                    : FormInput(
                        "name", "Type the full name to delete all this", value: typed,
                        error: problems.errors["name"], isRequired: true)))
    }

    private func page(_ done: Forgotten, notCleared: Said) throws -> PageResponse {
        try visit.page(
            "forget", title: "Forgotten",
            View(
                problems: nil, path: "/people/\(number)", notCleared: notCleared,
                lists: Self.lists(try words(of: done)), name: nil))
    }

    private func words(of plan: Forgotten) throws -> ForgettingWording {
        ForgettingWording(
            plan: plan,
            letters: try visit.desk.messages(plan.lettersSent + plan.lettersWaiting + plan.cancelled),
            otherFiles: visit.application.databasesSetAside)
    }

    private static func lists(_ words: ForgettingWording) -> [List] {
        words.parts.map { List(heading: $0.heading, lines: $0.lines.map { Said($0) }) }
    }

    private struct View {
        let problems: ProblemSummary?
        let path: String
        let notCleared: Said?
        let lists: [List]
        /// Nil where there is nothing to type it for.
        let name: FormInput?
    }

    private struct List {
        let heading: String
        let lines: [Said]
    }
}
