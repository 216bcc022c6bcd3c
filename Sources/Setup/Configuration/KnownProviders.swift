import Mail

/// What the large providers want, so that `init` can fill it in.
///
/// Facts of November 2026. Fastmail and Zoho were read in their own help pages, the others in public guides; to be
/// checked again, these are the pages of the providers:
/// - Google: "Send email from a printer, scanner, or app" and "Sign in with app passwords"
/// - Microsoft: "POP, IMAP, and SMTP settings for Outlook.com"; passwords ended there in September 2024
/// - Fastmail: "Server names and ports"
/// - Apple: "iCloud Mail server settings for other email client apps"
/// - Yahoo: "IMAP server settings for Yahoo Mail", "Generate and manage third-party app passwords"
/// - Zoho: "SMTP Server Configuration"
package struct KnownProvider: Equatable, Sendable {
    /// What has to be done before a program may log in; ConfigurationWording says how.
    package enum Remedy: String, Sendable, CaseIterable {
        case googleAppPassword
        case microsoftToken
        case fastmailAppPassword
        case appleAppPassword
        case yahooAppPassword
        case zohoAppPassword
    }

    package let smtp: String
    package let imap: String
    package let authentication: SMTPSettings.Authentication
    package let remedy: Remedy

    /// The provider of an address, by its domain; nil for any other, which may well be hosted by one of them.
    package static func of(address: String) -> KnownProvider? {
        guard let at = address.lastIndex(of: "@") else { return nil }
        let domain = address[address.index(after: at)...].lowercased()
        return table.first { $0.domains.contains(domain) }?.provider
    }

    /// The provider that runs a server, whatever the domain of the address; nil for any other.
    package static func of(host: String) -> KnownProvider? {
        let host = host.lowercased()
        return servers.first { host == $0.domain || host.hasSuffix("." + $0.domain) }?.provider
    }

    /// The domains of the servers themselves; Zoho has one for each part of the world.
    private static let servers: [(domain: String, provider: KnownProvider)] = [
        ("gmail.com", google), ("googlemail.com", google), ("outlook.com", microsoft),
        ("office365.com", microsoft),
        ("fastmail.com", fastmail), ("mail.me.com", apple), ("yahoo.com", yahoo), ("zoho.com", zoho),
        ("zoho.eu", zoho), ("zoho.in", zoho), ("zoho.com.au", zoho),
    ]

    /// Each provider with its domains.
    package static let table: [(domains: Set<String>, provider: KnownProvider)] = [
        (["gmail.com", "googlemail.com"], google),
        (["outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "live.co.uk", "msn.com"], microsoft),
        (["fastmail.com", "fastmail.fm"], fastmail),
        (["icloud.com", "me.com", "mac.com"], apple),
        (["yahoo.com", "yahoo.co.uk", "ymail.com", "rocketmail.com"], yahoo),
        (["zoho.com", "zohomail.com"], zoho),
    ]

    private static let google = KnownProvider(
        smtp: "smtp://smtp.gmail.com:587", imap: "imaps://imap.gmail.com:993", authentication: .password,
        remedy: .googleAppPassword)
    private static let microsoft = KnownProvider(
        smtp: "smtp://smtp-mail.outlook.com:587", imap: "imaps://outlook.office365.com:993",
        authentication: .xoauth2, remedy: .microsoftToken)
    private static let fastmail = KnownProvider(
        smtp: "smtps://smtp.fastmail.com:465", imap: "imaps://imap.fastmail.com:993",
        authentication: .password,
        remedy: .fastmailAppPassword)
    private static let apple = KnownProvider(
        smtp: "smtp://smtp.mail.me.com:587", imap: "imaps://imap.mail.me.com:993", authentication: .password,
        remedy: .appleAppPassword)
    private static let yahoo = KnownProvider(
        smtp: "smtps://smtp.mail.yahoo.com:465", imap: "imaps://imap.mail.yahoo.com:993",
        authentication: .password, remedy: .yahooAppPassword)
    private static let zoho = KnownProvider(
        smtp: "smtps://smtp.zoho.com:465", imap: "imaps://imap.zoho.com:993", authentication: .password,
        remedy: .zohoAppPassword)
}
