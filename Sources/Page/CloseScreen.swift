/// Ends a page that is served for this visit alone; what was typed elsewhere and not saved is in its own tab.
struct CloseScreen: Screen {
    static let path: PathPattern = "close"

    init(_ visit: Visit) throws {
        guard visit.request.endsWithVisit else { throw PageProblem.notFound }
    }

    func view() throws -> PageResponse { .seeOther("/") }

    func act() throws -> PageResponse {
        .html(try PageTemplates.render("closed", [String: String]()), isLast: true)
    }
}
