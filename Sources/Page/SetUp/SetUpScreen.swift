import Wording

/// Where a first visit leads: who writes, and from which account.
struct SetUpScreen: Screen {
    static let address = "/set-up"
    static let path: PathPattern = "/set-up"

    private let visit: Visit

    init(_ visit: Visit) throws { self.visit = visit }

    func view() throws -> PageResponse {
        try visit.page("set-up", title: "Set-up", View(path: visit.application.home.configuration))
    }

    private struct View {
        let path: String
    }
}
