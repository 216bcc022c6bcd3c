/// The keys that a configuration may have. `Config/afterword.yaml` documents each; a test compares the two.
enum KnownKeys {
    /// In the order of the documented file.
    static let sections: [(name: String, keys: [String])] = [
        ("me", ["name", "email", "time_zone", "postal_address"]),
        (
            "smtp",
            [
                "url", "user", "password_command", "password_file", "auth", "tls", "reply_timeout", "ca_file",
                "connections", "spread", "max_per_hour", "max_per_day",
            ]
        ),
        (
            "imap",
            [
                "url", "user", "password_command", "password_file", "auth", "tls", "ca_file", "folders",
                "interval", "sent_folder", "save_sent",
            ]
        ),
        (
            "etiquette",
            [
                "thank_you_after", "thank_you_within", "decision_after", "decision_within", "feedback_after",
                "feedback_within", "hours", "weekends", "holidays",
            ]
        ),
    ]

    /// What may stand at the left margin.
    static let top = sections.map(\.name) + ["language", "voice", "notify_command"]

    /// The keys of a section; of the whole file where `section` is empty.
    static func keys(of section: String) -> [String] {
        section.isEmpty ? top : sections.first { $0.name == section }?.keys ?? []
    }

    /// What somebody may have meant who wrote `key` in `section`.
    static func suggestion(for key: String, in section: String) -> ConfigurationProblem.Suggestion? {
        let known = keys(of: section)
        if let near = NearestWord.of(key, among: known) { return .spelling(near) }
        if let elsewhere = sections.first(where: { $0.keys.contains(key) }) {
            return .section(elsewhere.name)
        }
        return top.contains(key) ? .section("") : nil
    }

    /// Whether somebody wrote the secret itself under this key.
    static func meansSecret(_ key: String) -> Bool {
        NearestWord.of(key, among: ["password", "passphrase", "secret", "token", "pass", "passwd"]) != nil
    }

    /// Whether a value under this key may be a secret, and so is never shown.
    static func mayHoldSecret(_ key: String) -> Bool {
        let plain = key.lowercased()
        return ["pass", "secret", "token", "pwd"].contains { plain.contains($0) }
    }
}
