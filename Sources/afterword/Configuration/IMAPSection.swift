import Etiquette
import Foundation
import Mail

extension Configuration.Incoming {
    private static let schemes: KeyValuePairs = ["imaps": 993, "imap": 143]
    private static let longestFolderName = 200

    init(_ section: Section) throws(ConfigurationProblem) {
        let allowed = ConfigurationProblem.Allowed.server(schemes: Self.schemes.map(\.key), files: true)
        let text = try section.required("url", allowed) { $0 }
        if let path = text.after("maildir:") {
            (location, secret) = (.maildir(path: try Self.file(path, in: section)), nil)
        } else if let path = text.after("mbox:") {
            (location, secret) = (.mbox(path: try Self.file(path, in: section)), nil)
        } else {
            var server = try Self.server(text, in: section)
            let login = try Login(section)
            server.user = login.user
            server.authentication = login.authentication
            (location, secret) = (.server(server), login.secret)
        }
        folders = try section.value("folders", .folders, Self.names) ?? []
        interval = try section.seconds("interval", 60...86_400) ?? 300
        sentFolder = try section.value("sent_folder", .text) { Self.isName($0) ? $0 : nil }
        saveSent = try section.word("save_sent", default: .auto)
    }

    private static func server(_ text: String, in section: Section) throws(ConfigurationProblem)
        -> IMAPSettings
    {
        let url = try section.server("url", text, schemes: schemes)
        let isImplicit = url.scheme == "imaps"
        let encryption = try Encryption(section, server: url, implicit: isImplicit)
        var server = IMAPSettings(
            scheme: isImplicit ? .imaps : .imap, host: url.host, port: url.port, user: nil)
        server.requiresTLS = encryption.isRequired
        server.caFile = encryption.caFile
        return server
    }

    /// A file of this machine wants no login and no encryption: such keys are a misunderstanding.
    private static func file(_ path: Substring, in section: Section) throws(ConfigurationProblem) -> String {
        let keys = ["user", "password_command", "password_file", "auth", "tls", "ca_file"]
        if let key = keys.first(where: section.has) { throw section.fault(.notForFiles, of: key) }
        guard let path = section.resolve(String(path)) else {
            throw section.fault(.bad(found: String(path).quotable, .path), of: "url")
        }
        return path
    }

    /// With commas between them; nil where one can be none.
    private static func names(_ text: String) -> [String]? {
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return names.allSatisfy(isName) ? names : nil
    }

    private static func isName(_ text: String) -> Bool {
        (1...longestFolderName).contains(text.count)
            && !text.unicodeScalars.contains(where: \.isForbiddenInField)
    }
}

extension String {
    fileprivate func after(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
