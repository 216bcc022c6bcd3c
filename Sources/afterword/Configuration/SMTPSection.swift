import Etiquette
import Mail

extension Configuration.Outgoing {
    /// What a URL of a server to send by may begin with, each with its usual port.
    static let schemes: KeyValuePairs<String, Int> = ["smtp": 587, "smtps": 465]

    init(_ section: Section) throws(ConfigurationProblem) {
        let url = try section.server("url", schemes: Self.schemes)
        let login = try Login(section)
        let encryption = try Encryption(section, server: url, implicit: url.scheme == "smtps")
        var server = SMTPSettings(
            scheme: url.scheme == "smtps" ? .smtps : .smtp, host: url.host, port: url.port, user: login.user)
        server.authentication = login.authentication
        server.requiresTLS = encryption.isRequired
        server.caFile = encryption.caFile
        server.replyTimeout = try section.seconds("reply_timeout", 1...3600) ?? server.replyTimeout
        self.server = server
        secret = login.secret
        connections = try section.count("connections", 1...20) ?? 2
        spread = try section.seconds("spread", 0...3600) ?? 20
        maxPerHour = try section.limit("max_per_hour")
        maxPerDay = try section.limit("max_per_day")
    }
}

extension Section {
    /// A server and nothing more.
    func server(
        _ key: String, schemes: KeyValuePairs<String, Int>
    ) throws(ConfigurationProblem) -> ServerURL {
        let text = try required(key, .server(schemes: schemes.map(\.key), files: false)) { $0 }
        return try server(key, text, schemes: schemes)
    }

    /// The same of a text that was read before.
    func server(
        _ key: String, _ text: String, schemes: KeyValuePairs<String, Int>
    ) throws(ConfigurationProblem) -> ServerURL {
        do throws(ServerURL.Fault) {
            return try ServerURL(text, schemes: schemes)
        } catch {
            throw fault(.badServer(found: Self.withoutSecrets(text).quotable, error), of: key)
        }
    }

    /// A password may stand before the `@` of a URL, even of one that is no URL, and in its query.
    private static func withoutSecrets(_ text: String) -> String {
        let start = text.range(of: "://").map(\.upperBound) ?? text.startIndex
        let at = text[start...].lastIndex(of: "@")
        let server = text[(at ?? start)...]
        let end = server.firstIndex { "/?#\\".contains($0) }
        let shown = end.map { server[...$0] + "…" } ?? server
        return text[..<start] + (at == nil ? "" : "…") + shown
    }

    /// A span in seconds.
    func seconds(
        _ key: String, _ range: ClosedRange<Int>
    ) throws(ConfigurationProblem) -> Int? {
        try value(key, .seconds(range)) { text in
            guard case .elapsed(let seconds)? = Span(text), range.contains(seconds) else { return nil }
            return seconds
        }
    }

    fileprivate func count(
        _ key: String, _ range: ClosedRange<Int>
    ) throws(ConfigurationProblem) -> Int? {
        try value(key, .count(range, orOff: false)) { Self.number($0, range) }
    }

    /// A number of messages; nil for `off`, which is the default.
    fileprivate func limit(_ key: String) throws(ConfigurationProblem) -> Int? {
        let range = 1...100_000
        let limit: Int?? = try value(key, .count(range, orOff: true)) { text in
            text == "off" ? .some(nil) : Self.number(text, range).map { .some($0) }
        }
        return limit ?? nil
    }

    /// Digits alone: no sign, no `1_000`, no `0x10`.
    private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text),
            range.contains(number)
        else { return nil }
        return number
    }
}
