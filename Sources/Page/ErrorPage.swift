import Ledger
import Wording

/// Why a request gets no screen, as data.
enum PageProblem: Error, Equatable {
    /// Nothing is at that address, or not any more.
    case notFound
    /// The address is only looked at, or only takes a form.
    case methodNotAllowed
    /// The form lacks what each of its kind has: it did not come from a page.
    case notAForm
}

/// An error as a page: what is wrong, and that nothing was changed.
struct ErrorPage {
    private let title: String
    private let text: Said
    private let status: Int

    init(_ error: any Error) {
        switch error {
        case PageProblem.notFound: self = .notThere
        case LedgerProblem.noSuch: self = ErrorPage(title: "Not found", error, status: 404)
        case PageProblem.methodNotAllowed:
            self = ErrorPage(
                title: "This can't be opened here",
                text: "This address belongs to a button of another page. Nothing was changed.", status: 405)
        case PageProblem.notAForm:
            self = ErrorPage(
                title: "This form is not complete",
                text: "Something is missing in what arrived. Nothing was changed. Go back, and try again.",
                status: 400)
        default: self = ErrorPage(title: "This didn't work", error, status: 500)
        }
    }

    private static let notThere = ErrorPage(
        title: "Not found", text: "Nothing is at this address; perhaps it was deleted.", status: 404)

    private init(title: String, text: String, status: Int) {
        (self.title, self.text, self.status) = (title, Said(text), status)
    }

    private init(title: String, _ error: any Error, status: Int) {
        (self.title, self.status) = (title, status)
        text = Said(Wording.sentence(for: error))
    }

    func response(in visit: Visit?) -> PageResponse {
        let view = FramedView(frame: FrameView(bare: title, visit: visit), page: View(text: text))
        let html = try? PageTemplates.render("error", view)
        return html.map { .html($0, status: status) }
            ?? PageResponse(
                status: status, contentType: "text/plain; charset=utf-8", body: Array(text.plain.utf8))
    }

    private struct View {
        let text: Said
    }
}
