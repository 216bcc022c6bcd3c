import Mail

/// A mail provider: its servers, and what it wants before a program may log in. The facts and their sources stand in
/// `Data/providers.txt`.
package struct MailProvider: Equatable, Sendable {
    /// What one logs in with.
    package enum Login: Equatable, Sendable {
        /// The password of the mailbox.
        case ordinary
        /// A password made for one program: what the provider calls it, and the page where it is made.
        case app(name: String, page: String)
        /// No passwords: an OAuth token.
        case token
        /// The administrator of the organisation decides whether a password or only a token is taken.
        case organisation
        /// A program of the provider on this computer, and its page.
        case bridge(page: String)
        /// Mail programs aren't let in.
        case none
    }

    /// As people say it.
    package let name: String
    package let login: Login
    /// `smtp://` or `smtps://`; nil where mail programs aren't let in.
    package let smtp: String?
    /// `imap://` or `imaps://`; nil likewise.
    package let imap: String?
    /// The page that tells how access for mail programs is switched on, where it is off to begin with.
    package let switchOn: String?
    /// One logs in with what stands before the @, and not with the whole address.
    let takesLocalPart: Bool
    let domains: [String]
    let exchangers: [String]

    /// What SMTP and IMAP are told that the secret is.
    package var authentication: SMTPSettings.Authentication {
        login == .token || login == .organisation ? .xoauth2 : .password
    }

    /// The name to log in with.
    package func user(of address: String) -> String {
        guard takesLocalPart, let at = address.lastIndex(of: "@") else { return address }
        return String(address[..<at])
    }

    /// Whether addresses at a domain are its own. "outlook.*" is outlook.com, outlook.de, outlook.co.uk and the like:
    /// one further label, or a short second-level one before it.
    func has(domain: String) -> Bool {
        domains.contains { pattern in
            guard pattern.hasSuffix(".*") else { return pattern == domain }
            guard domain.hasPrefix(pattern.dropLast()) else { return false }
            let ending = domain.dropFirst(pattern.count - 1).split(
                separator: ".", omittingEmptySubsequences: false)
            return ending.count == 1 && ending[0].count >= 2
                || ending.count == 2 && ["co", "com", "net", "org"].contains(ending[0])
                    && ending[1].count == 2
        }
    }

    /// Whether a mail exchanger is one of its.
    func has(exchanger: String) -> Bool {
        exchangers.contains { exchanger == $0 || exchanger.hasSuffix("." + $0) }
    }

    /// The names of its servers; those of this computer belong to nobody.
    var hosts: [String] {
        [smtp, imap].compactMap(\.self).compactMap { url -> String? in
            guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
            let host = url[start...].prefix { $0 != ":" }
            return host.hasPrefix("127.") ? nil : String(host)
        }
    }
}
