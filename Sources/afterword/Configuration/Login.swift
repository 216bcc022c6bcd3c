import Mail

/// Who logs in to a server, and how: the keys that `smtp` and `imap` share.
struct Login: Equatable {
    let user: String?
    let secret: SecretSource?
    let authentication: SMTPSettings.Authentication

    /// A user has a secret and a secret has a user; neither is fine too (for a server that wants no login).
    init(_ section: Section) throws(ConfigurationProblem) {
        user = try section.value("user", .text) { text in
            text.unicodeScalars.contains(where: \.isForbiddenInField) || text.count > 320 ? nil : text
        }
        secret = try Self.secret(in: section)
        authentication = try section.word("auth", default: .password)
        switch (user, secret) {
        case (nil, .command): throw section.fault(.secretWithoutUser, of: "password_command")
        case (nil, .file): throw section.fault(.secretWithoutUser, of: "password_file")
        case (.some, nil): throw section.fault(.userWithoutSecret, of: "user")
        default: break
        }
    }

    private static func secret(in section: Section) throws(ConfigurationProblem) -> SecretSource? {
        let command = try section.value("password_command", .command) { text in
            text.unicodeScalars.contains { $0.value == 0 } ? nil : text
        }
        let file = try section.path("password_file")
        switch (command, file) {
        case (nil, nil): return nil
        case (let command?, nil): return .command(command)
        case (nil, let file?): return .file(file)
        case (.some, .some): throw section.fault(.twoSecrets, of: "password_file")
        }
    }
}
