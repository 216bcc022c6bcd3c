import Composer
import Desk
import Etiquette
import Wording

/// A message in the user's own words: looked through before it is saved.
struct EditorScreen: Screen {
    static let path: PathPattern = "messages/:message/edit"

    private let visit: Visit
    private let id: Message.ID

    init(_ visit: Visit) throws {
        self.visit = visit
        id = try visit.id("message")
    }

    func view() throws -> PageResponse {
        let message = try visit.desk.editable(id)
        return try page(
            EditorView(
                message, subject: message.subject, body: message.body, seen: .init(message),
                back: visit.query["back"]))
    }

    func act() throws -> PageResponse {
        guard let subject = visit.form["subject"],
            let body = visit.form["body"]?.replacing("\r\n", with: "\n"),
            let seen = visit.form["seen"]
        else { throw PageProblem.notAForm }
        let shown = MessageView.SeenFields(
            value: seen, subject: visit.form["seen-subject"] ?? "", body: visit.form["seen-body"] ?? "")
        let message = try visit.desk.messages([id])[0]
        var view = EditorView(message, subject: subject, body: body, seen: shown, back: visit.form["back"])
        do {
            let step = visit.form["step"] ?? ""
            guard step == "save" else {
                let review = try visit.desk.proofread(id, subject: subject, body: body)
                guard let mended = Self.mended(review, by: step) else {
                    view.take(review)
                    return try page(view)
                }
                view = EditorView(
                    message, subject: mended.subject, body: mended.body, seen: shown, back: visit.form["back"]
                )
                view.take(try visit.desk.proofread(id, subject: mended.subject, body: mended.body))
                return try page(view)
            }
            _ = try visit.desk.edit(id, subject: subject, body: body, seen: Seen(rawValue: seen))
            return .seeOther(visit.back ?? "/messages/\(id.rawValue)")
        } catch DeskProblem.changedMeanwhile(let now) {
            view.take(meanwhile: now)
            return try page(view, status: 409)
        } catch let problem as InputProblem {
            view.refuse(problem)
            return try page(view, status: 422)
        } catch let problem as DeskProblem {
            view.refuse(problem)
            return try page(view, status: 409)
        }
    }

    /// The text with what a button has mended in it; nil for any other button.
    private static func mended(_ review: Review, by step: String) -> (subject: String, body: String)? {
        guard step.hasPrefix("fix:"),
            let finding = review.findings.first(where: { "fix:" + FindingView.key(of: $0) == step }),
            let fix = finding.fix, let place = finding.place
        else { return nil }
        var (subject, body) = (review.message.subject, review.message.body)
        func mend(_ text: inout String) {
            guard let range = MarkedText.range(of: place, in: text) else { return }
            text.replaceSubrange(range, with: fix)
        }
        if place.part == .subject { mend(&subject) } else { mend(&body) }
        return (subject, body)
    }

    private func page(_ view: EditorView, status: Int = 200) throws -> PageResponse {
        let name = Wording.shown(view.recipient, limit: 60)
        return try visit.page("editor", title: "Edit the message to \(name)", status: status, view)
    }
}

/// What stands in the editor.
struct EditorView {
    let recipient: String
    let address: String
    private(set) var subject: FormInput
    let body: FormInput
    private(set) var seen: MessageView.SeenFields
    let back: String
    private(set) var problems: ProblemSummary?
    /// What was found, once it was asked for.
    private(set) var checked: Checked?
    /// The text that somebody else gave it meanwhile.
    private(set) var meanwhile: MessageView.SeenFields?

    struct Checked {
        let subject: MarkedText
        let text: MarkedText
        let findings: [FindingView]
        let isClean: Bool
    }

    init(_ message: Message, subject: String, body: String, seen: MessageView.SeenFields, back: String?) {
        recipient = message.recipient.name
        address = "/messages/\(message.id.rawValue)"
        self.subject = FormInput("subject", "Subject", value: subject, isRequired: true)
        self.body = FormInput("body", "Text", value: body, kind: .letter)
        self.seen = seen
        self.back = back ?? ""
    }

    mutating func take(_ review: Review) {
        let findings = FindingView.all(review.findings, in: review.message)
        checked = Checked(
            subject: MarkedText(review.message.subject, .subject, findings),
            text: MarkedText(review.message.body, .body, findings), findings: findings,
            isClean: findings.isEmpty)
    }

    /// What was typed stays in the form; saved once more, it takes the place of the text of now.
    mutating func take(meanwhile message: Message) {
        problems = ProblemSummary(DeskProblem.changedMeanwhile(message))
        seen = .init(message)
        meanwhile = seen
    }

    mutating func refuse(_ problem: any Error) {
        let isSubject = problem is InputProblem
        problems = ProblemSummary(problem, field: isSubject ? "subject" : nil)
        if isSubject {
            subject = FormInput(
                "subject", "Subject", value: subject.value, error: problems?.items.first?.plain,
                isRequired: true)
        }
    }
}
