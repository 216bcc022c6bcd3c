import Mail

/// Who logs in to a server, and how: the keys that `smtp` and `imap` share.
struct Login: Equatable {
    let user: String?
    let secret: SecretSource?
    let authentication: SMTPSettings.Authentication

    /// A user has a secret and a secret has a user; neither is fine too (for a server that wants no login).
    init(_ section: Section) {
        user = section.value("user", .text) { text in
            text.unicodeScalars.contains(where: \.isForbiddenInField) || text.count > 320 ? nil : text
        }
        secret = Self.secret(in: section)
        authentication = section.word("auth", default: .password)
        let secrets = ["password_command", "password_file"].filter(section.has)
        if let key = secrets.first, secrets.count == 1, !section.has("user") {
            section.note(.secretWithoutUser, of: key)
        }
        if secrets.isEmpty, section.has("user"), !section.holdsPassword {
            section.note(.userWithoutSecret, of: "user")
        }
    }

    private static func secret(in section: Section) -> SecretSource? {
        let command = section.value("password_command", .command) { text in
            text.unicodeScalars.contains { $0.value == 0 } ? nil : text
        }
        let file = section.path("password_file")
        switch (command, file) {
        case (nil, nil): return nil
        case (let command?, nil): return .command(command)
        case (nil, let file?): return .file(file)
        case (.some, .some):
            section.note(.twoSecrets, of: "password_file")
            return nil
        }
    }
}
