import Etiquette

/// The server that takes the user's mail, and how to log in.
public struct SMTPSettings: Equatable, Sendable {
    /// How the secret is used.
    public enum Authentication: String, Sendable, CaseIterable {
        case password
        /// SASL XOAUTH2; the secret is a bearer token.
        case xoauth2
        /// SASL OAUTHBEARER (RFC 7628); the secret is a bearer token.
        case oauthbearer
    }

    /// `smtp` negotiates STARTTLS, `smtps` begins with TLS.
    public enum Scheme: String, Sendable, CaseIterable {
        case smtp, smtps
    }

    /// STARTTLS, or TLS from the first byte.
    public var scheme: Scheme
    /// A name or an address literal without brackets.
    public var host: String
    /// 587 as a rule, 465 for `smtps` (RFC 8314).
    public var port: Int
    /// Absent where the server wants no login.
    public var user: String?
    /// Of no effect without a user.
    public var authentication: Authentication = .password
    /// False only for loopback addresses.
    public var requiresTLS = true
    /// A PEM file of certificate authorities, instead of the system's.
    public var caFile: String?
    /// Seconds to wait for each reply; the final dot deserves 600 (RFC 5321 4.5.3.2.6).
    public var replyTimeout = 600
    /// Seconds to wait for connection, TLS, greeting and EHLO.
    public var connectTimeout = 30

    /// What is not named has the default of the configuration.
    public init(scheme: Scheme, host: String, port: Int, user: String?) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.user = user
    }
}
