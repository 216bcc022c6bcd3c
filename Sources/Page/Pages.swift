import Application

/// Every screen: a request becomes a response, and nothing else happens but what the desk does.
package struct Pages {
    private let application: Application

    /// - Parameter application: its parts are read with every request; nothing of them is kept.
    package init(application: Application) {
        self.application = application
    }

    /// - Returns: the screen, or what was done with where to go next. It never throws: an error is a page too.
    package func response(to request: PageRequest) -> PageResponse {
        .html("<!doctype html><title>Afterword</title>")
    }
}
