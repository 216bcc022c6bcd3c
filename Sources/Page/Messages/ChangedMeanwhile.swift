import Desk
import Etiquette
import Wording

/// What is shown in the place of a step that was about another text: that text and the one of now, side by side.
struct ChangedMeanwhile {
    let now: Message
    let form: FormFields

    init(now: Message, _ form: FormFields) { (self.now, self.form) = (now, form) }

    func response(in visit: Visit) throws -> PageResponse {
        let view = View(
            sentence: Said(Wording.sentence(for: DeskProblem.changedMeanwhile(now))),
            address: "/messages/\(now.id.rawValue)",
            before: Text(form["seen-subject"] ?? "", form["seen-body"] ?? ""),
            after: Text(now.subject, now.body))
        return try visit.page("changed", title: "The message was changed meanwhile", status: 409, view)
    }

    private struct View {
        let sentence: Said
        let address: String
        let before: Text
        let after: Text
    }

    private struct Text {
        let subject: MarkedText
        let body: MarkedText

        init(_ subject: String, _ body: String) {
            self.subject = MarkedText(subject, .subject, [])
            self.body = MarkedText(body.replacing("\r\n", with: "\n"), .body, [])
        }
    }
}
