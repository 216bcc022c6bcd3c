import Etiquette
import Foundation
import Mail

extension Configuration.Incoming {
    private static let schemes: KeyValuePairs = ["imaps": 993, "imap": 143]
    private static let longestFolderName = 200

    init?(_ section: Section) {
        let folders = section.value("folders", .folders, Self.names)
        let interval = section.seconds("interval", 60...86_400)
        let sentFolder = section.value("sent_folder", .text) { Self.isName($0) ? $0 : nil }
        let saveSent = section.word("save_sent", default: SaveSent.auto)
        guard let (location, secret) = Self.way(in: section) else { return nil }
        self.init(
            location: location, secret: secret, folders: folders ?? [], interval: interval ?? 300,
            sentFolder: sentFolder, saveSent: saveSent)
    }

    private static func way(in section: Section) -> (Location, SecretSource?)? {
        let allowed = ConfigurationProblem.Allowed.server(schemes: schemes.map(\.key), files: true)
        guard let text = section.required("url", allowed, { $0 }) else { return nil }
        if let path = text.after("maildir:") {
            return file(path, in: section).map { (.maildir(path: $0), nil) }
        }
        if let path = text.after("mbox:") { return file(path, in: section).map { (.mbox(path: $0), nil) } }
        let url = section.server("url", text, schemes: schemes)
        let login = Login(section)
        let isImplicit = url?.scheme == "imaps"
        let encryption = Encryption(section, server: url, implicit: isImplicit)
        guard let url else { return nil }
        var server = IMAPSettings(
            scheme: isImplicit ? .imaps : .imap, host: url.host, port: url.port, user: login.user)
        server.authentication = login.authentication
        server.requiresTLS = encryption.isRequired
        server.caFile = encryption.caFile
        return (.server(server), login.secret)
    }

    /// A file of this machine wants no login and no encryption: such keys are a misunderstanding.
    private static func file(_ path: Substring, in section: Section) -> String? {
        let keys = ["user", "password_command", "password_file", "auth", "tls", "ca_file"]
        for key in keys where section.has(key) { section.note(.notForFiles, of: key) }
        let resolved = section.resolve(String(path))
        if resolved == nil { section.note(.bad(found: String(path).quotable, .path), of: "url") }
        return resolved
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
