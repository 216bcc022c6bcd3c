import Page

/// The path and the query of a request, decoded strictly (RFC 3986 2.1 and 3).
struct RequestTarget: Sendable {
    /// The segments of the path; empty for the first page.
    let path: [String]
    let query: FormFields

    /// Nil where it is not a path that begins with "/", or not UTF-8 when decoded, or climbs about in folders.
    init?(_ text: String) {
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, first.hasPrefix("/"), !text.contains("#") else { return nil }
        let segments = first.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        // A slash at the end is no segment.
        let named = segments.last == "" ? segments.dropLast() : segments[...]
        var path: [String] = []
        for segment in named {
            guard let decoded = PercentCoding.decode(segment.utf8), !["", ".", ".."].contains(decoded) else {
                return nil
            }
            path.append(decoded)
        }
        guard let query = URLEncodedForm.fields(halves.count == 2 ? Array(halves[1].utf8) : []) else {
            return nil
        }
        (self.path, self.query) = (path, FormFields(query))
    }
}
