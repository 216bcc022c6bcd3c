import Application

/// Every screen: a request becomes a response, and nothing else happens but what the desk does.
///
/// It is used by one thread at a time.
package struct Pages {
    private let living: RenewedApplication

    /// - Parameter application: its parts are looked at anew with every request; a changed configuration and another ledger
    ///   are noticed.
    package init(application: Application) { living = RenewedApplication(application) }

    /// - Returns: the screen, or what was done with where to go next. It never throws: an error is a page too.
    package func response(to request: PageRequest) -> PageResponse {
        if request.method == .get, let asset = PageAsset.named(request.path) { return asset }
        do {
            let application = try living.current()
            return respond(to: Visit(request: request, application: application))
        } catch {
            return ErrorPage(error).response(in: nil)
        }
    }

    private func respond(to visit: Visit) -> PageResponse {
        do {
            let path = visit.request.path
            for screen in Screens.all {
                guard let parameters = screen.path.parameters(of: path) else { continue }
                let screen = try screen.init(visit.with(parameters))
                return try visit.request.method == .get ? screen.view() : screen.act()
            }
            throw PageProblem.notFound
        } catch Application.Missing.configuration where visit.request.method == .get {
            return .seeOther(SetUpScreen.address)
        } catch {
            return ErrorPage(error).response(in: visit)
        }
    }
}
