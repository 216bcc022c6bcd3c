/// What stands before a request's body (RFC 9112 3 and 5), as it came: the door decides by nothing else.
struct RequestHead: Sendable {
    let method: String
    /// Path and query, not decoded.
    let target: String
    private let fields: [(name: String, value: String)]

    /// - Parameter fields: in their order, `Host` among them; a name may come several times.
    init(method: String, target: String, fields: [(name: String, value: String)]) {
        self.method = method
        self.target = target
        self.fields = fields.map { (name: $0.name.lowercased(), value: $0.value) }
    }

    /// Every value of a field, in order.
    ///
    /// - Parameter name: in small letters.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The value of a field that came exactly once.
    func only(_ name: String) -> String? {
        let values = all(name)
        return values.count == 1 ? values.first : nil
    }

    /// The values of a cookie (RFC 6265 5.4), in order.
    func cookies(_ name: String) -> [String] {
        all("cookie").flatMap { $0.split(separator: ";") }.compactMap { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].trimmingPrefix(while: { $0 == " " }) == name else {
                return nil
            }
            return String(halves[1])
        }
    }
}
