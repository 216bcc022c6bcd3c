import Etiquette

/// What goes back to a browser; the server adds the headers that every answer has.
package struct PageResponse: Equatable, Sendable {
    /// The status of RFC 9110 15.
    package let status: Int
    package let contentType: String
    package let body: [UInt8]
    /// Where the browser goes next: only with 303.
    package let location: String?
    /// The name under which a browser saves it, instead of showing it.
    package let fileName: String?
    /// Nothing is asked after it: whoever serves may end.
    package let isLast: Bool

    package init(
        status: Int = 200, contentType: String, body: [UInt8], location: String? = nil,
        fileName: String? = nil, isLast: Bool = false
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.location = location
        self.fileName = fileName
        self.isLast = isLast
    }

    package static func html(_ text: String, status: Int = 200, isLast: Bool = false) -> PageResponse {
        PageResponse(
            status: status, contentType: "text/html; charset=utf-8", body: Array(text.utf8), isLast: isLast)
    }

    /// A table for a spreadsheet, saved under a name with the day on which it was asked for.
    package static func csv(_ text: String, named name: String, on day: Day) -> PageResponse {
        PageResponse(
            contentType: "text/csv; charset=utf-8", body: Array(text.utf8), fileName: "\(name)-\(day).csv")
    }

    /// After something was done: the browser fetches another page, so that "reload" does nothing twice (RFC 9110
    /// 15.4.4).
    ///
    /// - Parameter path: within the page, beginning with "/".
    package static func seeOther(_ path: String) -> PageResponse {
        PageResponse(status: 303, contentType: "text/plain; charset=utf-8", body: [], location: path)
    }
}
