/// How a page that is complete in itself brings its style.
package enum PrintStyle: Equatable, Sendable {
    /// Within the page: it is a file that may be sent and kept.
    case embedded
    /// From an address beside it: where a browser is told to run no style that stands in a page.
    case linked(String)

    /// What stands in the head of the page.
    package func element(_ css: String) -> String {
        switch self {
        case .embedded: "<style>\n\(css)\n</style>"
        case .linked(let address): "<link rel=\"stylesheet\" href=\"\(address.escapedForHTML)\">"
        }
    }
}
