import Etiquette
import Mail

extension Mailbox {
    private static let schemes: KeyValuePairs = ["imaps": 993, "imap": 143]

    init(_ section: Section) throws(ConfigurationProblem) {
        let allowed = ConfigurationProblem.Allowed.server(schemes: Self.schemes.map(\.key), maildir: true)
        let text = try section.required("url", allowed) { $0 }
        if text.hasPrefix("maildir:") {
            location = try Self.maildir(text.dropFirst("maildir:".count), in: section)
        } else {
            location = try Self.server(text, in: section)
        }
        let login = try Login(section)
        user = login.user
        secret = login.secret
        authentication = login.authentication
        sentFolder = try section.value("sent_folder", .text) { text in
            text.count <= 200 && !text.unicodeScalars.contains(where: \.isForbiddenInField) ? text : nil
        }
        saveSent = try section.word("save_sent", default: .auto)
    }

    private static func server(_ text: String, in section: Section) throws(ConfigurationProblem) -> Location {
        let url = try section.server("url", text, schemes: schemes)
        let isImplicit = url.scheme == "imaps"
        let encryption = try Encryption(section, server: url, implicit: isImplicit)
        return .server(
            host: url.host, port: url.port, implicitTLS: isImplicit, requiresTLS: encryption.isRequired,
            caFile: encryption.caFile)
    }

    /// A folder of this machine wants no login and no encryption: such keys are a misunderstanding.
    private static func maildir(
        _ path: Substring, in section: Section
    ) throws(ConfigurationProblem) -> Location {
        let keys = ["user", "password_command", "password_file", "auth", "tls", "ca_file"]
        if let key = keys.first(where: section.has) { throw section.fault(.notForMaildir, of: key) }
        guard let path = section.resolve(String(path)) else {
            throw section.fault(.bad(found: String(path).quotable, .path), of: "url")
        }
        return .maildir(path: path)
    }
}
