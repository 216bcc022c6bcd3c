/// The server that takes the user's mail, and how to log in.
package struct SMTPSettings: Equatable, Sendable {
    /// How the secret is used.
    package enum Authentication: String, Sendable, CaseIterable {
        case password
        /// SASL XOAUTH2; the secret is a bearer token.
        case xoauth2
        /// SASL OAUTHBEARER (RFC 7628); the secret is a bearer token.
        case oauthbearer
    }

    /// `smtp` negotiates STARTTLS, `smtps` begins with TLS.
    package enum Scheme: String, Sendable, CaseIterable {
        case smtp, smtps
    }

    /// STARTTLS, or TLS from the first byte.
    package var scheme: Scheme
    /// A name or an address literal without brackets.
    package var host: String
    /// 587 as a rule, 465 for `smtps` (RFC 8314).
    package var port: Int
    /// Absent where the server wants no login.
    package var user: String?
    /// Of no effect without a user.
    package var authentication: Authentication = .password
    /// False only for loopback addresses.
    package var requiresTLS = true
    /// A PEM file of certificate authorities, instead of the system's.
    package var caFile: String?
    /// Seconds to wait for each reply; the final dot deserves 600 (RFC 5321 4.5.3.2.6).
    package var replyTimeout = 600
    /// Seconds to wait for connection, TLS, greeting and EHLO.
    package var connectTimeout = 30

    /// Host and port, as sentences and the ledger name it.
    package var place: String { "\(host):\(port)" }

    /// What is not named has the default of the configuration.
    package init(scheme: Scheme, host: String, port: Int, user: String?) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.user = user
    }
}
