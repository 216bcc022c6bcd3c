import Intake
import Wording

extension Pages {
    /// Bytes of a file that a form may bring: as many as `import` takes.
    package static let uploadLimit = Spreadsheet.sizeLimit

    /// What is the same for everybody, such as the style; nil for any other path.
    package static func asset(_ path: [String]) -> PageResponse? { PageAsset.named(path) }
}

/// Why nobody is let in, as data.
package enum DoorRefusal: Equatable, Sendable {
    /// The page was asked for by a name that is not its own: another name may lead here and read along.
    case wrongHost
    /// The browser did not come by `afterword open`, or came half a day ago.
    case noSession
    /// The same, with a form that was filled in.
    case formWithoutSession
    /// What `afterword open` wrote was used, or is older than a minute.
    case tokenSpent
    /// A form of another page.
    case foreignForm
    /// A form of this page with a file, from before the browser came in anew.
    case staleForm
    /// More bytes than so many.
    case tooLarge(limit: Int)
    /// Nothing that a browser sends.
    case malformed
    /// Neither looked at nor filled in.
    case methodNotAllowed
    /// The system gives no thread, or our files can't be found.
    case fault
}

/// What somebody sees who is not let in; nothing of the user's is in it.
package enum DoorPage {
    /// The page that says what to do instead.
    package static func response(_ refusal: DoorRefusal) -> PageResponse {
        let view = View(refusal)
        let text = (try? PageTemplates.render("door", view)) ?? view.title
        return .html(text, status: view.status)
    }

    /// A form of this page from before the browser came in anew, to be sent once more: nothing that was typed is lost.
    ///
    /// - Parameters:
    ///   - target: path and query that it goes to.
    ///   - token: what it has to bring now.
    package static func again(_ form: FormFields, to target: String, token: String) -> PageResponse {
        let fields = form.values.filter { $0.name != FormFields.tokenName } + [(FormFields.tokenName, token)]
        let view = Again(
            what: what(form), hasWhat: !what(form).isEmpty, target: target,
            fields: fields.map { Again.Field(name: $0.name, value: $0.value) })
        return .html((try? PageTemplates.render("again", view)) ?? "", status: 409)
    }

    /// What the button meant, as far as the form tells; empty where it does not.
    private static func what(_ form: FormFields) -> String {
        let subject = form["seen-subject"].map { Wording.shown($0, limit: 120) } ?? ""
        guard let step = form["step"].flatMap(MessageStep.init(rawValue:)), !subject.isEmpty else {
            return ""
        }
        return "\(step.plainLabel): “\(subject)”"
    }

    private struct Again {
        let what: String
        let hasWhat: Bool
        let target: String
        let fields: [Field]

        struct Field {
            let name: String
            let value: String
        }
    }

    /// Leads on to the first page by itself: a browser sends a Strict cookie only where a page of ours has led it.
    package static var hall: PageResponse {
        .html((try? PageTemplates.render("hall", [String: String]())) ?? "")
    }

    private struct View {
        let status: Int
        let title: String
        let text: String
        /// Whether it helps to come in anew.
        let entrance: Bool

        private init(_ status: Int, _ title: String, _ text: String = "", entrance: Bool = false) {
            (self.status, self.title, self.text, self.entrance) = (status, title, text, entrance)
        }

        init(_ refusal: DoorRefusal) {
            switch refusal {
            case .wrongHost:
                self.init(421, "Afterword is not at this address", entrance: true)
            case .noSession:
                self.init(403, "Open Afterword", entrance: true)
            case .formWithoutSession:
                self.init(
                    403, "Open Afterword, then come back here",
                    "Nothing was changed yet, and what you typed is not lost: open Afterword again, come back to this "
                        + "tab, and reload it.", entrance: true)
            case .tokenSpent:
                self.init(
                    403, "This way in is no longer good", "It works once, and for one minute.", entrance: true
                )
            case .foreignForm:
                self.init(
                    403, "This form came from somewhere else",
                    "Nothing was changed. If you did fill in a form of Afterword just now, open it again and repeat it.",
                    entrance: true)
            case .staleForm:
                self.init(
                    403, "This page is too old",
                    "Nothing was changed. You have opened Afterword anew since this page was shown. "
                        + "Go back, reload the page, and choose the file again.")
            case .tooLarge(let limit):
                self.init(
                    413, "That is too much",
                    "Nothing was changed. A form may have \(limit >> 10) KB, together with its file. Go back: what you "
                        + "typed should still be there.")
            case .malformed:
                self.init(400, "This can't be read", "Nothing was changed. It is not what a browser sends.")
            case .methodNotAllowed:
                self.init(405, "This can't be done here", "Nothing was changed.")
            case .fault:
                self.init(
                    500, "This didn't work",
                    "Nothing was changed. Afterword could not begin its work; in a terminal, afterword doctor may tell why."
                )
            }
        }
    }
}
