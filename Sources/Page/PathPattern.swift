/// The path of a screen, in which segments that begin with a colon stand for anything: `messages/:message/edit`.
struct PathPattern: ExpressibleByStringLiteral, Sendable {
    private let segments: [Substring]

    init(stringLiteral value: StaticString) { segments = "\(value)".split(separator: "/") }

    /// What stands in the place of the segments with a colon; nil where the path is another.
    func parameters(of path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var parameters: [String: String] = [:]
        for (segment, value) in zip(segments, path) {
            if segment.hasPrefix(":") {
                parameters[String(segment.dropFirst())] = value
            } else if segment != value {
                return nil
            }
        }
        return parameters
    }
}
