import Etiquette
import Mail

extension Configuration.Outgoing {
    /// What a URL of a server to send by may begin with, each with its usual port.
    package static let schemes: KeyValuePairs<String, Int> = ["smtp": 587, "smtps": 465]

    init?(_ section: Section) {
        let url = section.server("url", schemes: Self.schemes)
        let login = Login(section)
        let encryption = Encryption(section, server: url, implicit: url?.scheme == "smtps")
        let timeout = section.seconds("reply_timeout", 1...3600)
        let connections = section.count("connections", 1...20)
        let spread = section.seconds("spread", 0...3600)
        let (perHour, perDay) = (section.limit("max_per_hour"), section.limit("max_per_day"))
        guard let url else { return nil }
        var server = SMTPSettings(
            scheme: url.scheme == "smtps" ? .smtps : .smtp, host: url.host, port: url.port, user: login.user)
        server.authentication = login.authentication
        server.requiresTLS = encryption.isRequired
        server.caFile = encryption.caFile
        server.replyTimeout = timeout ?? server.replyTimeout
        self.init(
            server: server, secret: login.secret, connections: connections ?? 2, spread: spread ?? 20,
            maxPerHour: perHour, maxPerDay: perDay)
    }
}

extension Section {
    /// A server and nothing more.
    func server(_ key: String, schemes: KeyValuePairs<String, Int>) -> ServerURL? {
        required(key, .server(schemes: schemes.map(\.key), files: false)) { $0 }
            .flatMap { server(key, $0, schemes: schemes) }
    }

    /// The same of a text that was read before.
    func server(_ key: String, _ text: String, schemes: KeyValuePairs<String, Int>) -> ServerURL? {
        do throws(ServerURL.Fault) {
            return try ServerURL(text, schemes: schemes)
        } catch {
            note(.badServer(found: Self.withoutSecrets(text).quotable, error), of: key)
            return nil
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
    func seconds(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        value(key, .seconds(range)) { text in
            guard case .elapsed(let seconds)? = Span(text), range.contains(seconds) else { return nil }
            return seconds
        }
    }

    fileprivate func count(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        value(key, .count(range, orOff: false)) { Self.number($0, range) }
    }

    /// A number of messages; nil for `off`, which is the default.
    fileprivate func limit(_ key: String) -> Int? {
        let range = 1...100_000
        let limit: Int?? = value(key, .count(range, orOff: true)) { text in
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
