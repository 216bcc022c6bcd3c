/// The server that keeps the user's mail, and how to log in.
package struct IMAPSettings: Equatable, Sendable {
    /// `imap` negotiates STARTTLS, `imaps` begins with TLS.
    package enum Scheme: String, Sendable, CaseIterable {
        case imap, imaps
    }

    /// STARTTLS, or TLS from the first byte.
    package var scheme: Scheme
    /// A name or an address literal without brackets.
    package var host: String
    /// 993 as a rule, 143 for `imap`.
    package var port: Int
    /// Absent only where the server takes connections that are logged in already (PREAUTH).
    package var user: String?
    /// Of no effect without a user.
    package var authentication: SMTPSettings.Authentication = .password
    /// False only for loopback addresses.
    package var requiresTLS = true
    /// A PEM file of certificate authorities, instead of the system's.
    package var caFile: String?
    /// Seconds of silence after which the server is given up.
    package var replyTimeout = 60
    /// Seconds for connection, TLS, greeting and login together.
    package var connectTimeout = 30
    /// Seconds after which a command is given up, however busy the server is.
    package var commandTimeout = 600
    /// With so many new mails or more, a folder is searched over two connections at once.
    package var largeFolder = 20_000

    /// What is not named has the default of the configuration.
    package init(scheme: Scheme, host: String, port: Int, user: String?) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.user = user
    }
}
