/// The server that keeps the user's mail, and how to log in.
public struct IMAPSettings: Equatable, Sendable {
    /// `imap` negotiates STARTTLS, `imaps` begins with TLS.
    public enum Scheme: String, Sendable, CaseIterable {
        case imap, imaps
    }

    /// STARTTLS, or TLS from the first byte.
    public var scheme: Scheme
    /// A name or an address literal without brackets.
    public var host: String
    /// 993 as a rule, 143 for `imap`.
    public var port: Int
    /// Absent only where the server takes connections that are logged in already (PREAUTH).
    public var user: String?
    /// Of no effect without a user.
    public var authentication: SMTPSettings.Authentication = .password
    /// False only for loopback addresses.
    public var requiresTLS = true
    /// A PEM file of certificate authorities, instead of the system's.
    public var caFile: String?
    /// Seconds of silence after which the server is given up.
    public var replyTimeout = 60
    /// Seconds for connection, TLS, greeting and login together.
    public var connectTimeout = 30
    /// Seconds after which a command is given up, however busy the server is.
    public var commandTimeout = 600
    /// With so many new mails or more, a folder is searched over two connections at once.
    public var largeFolder = 20_000

    /// What is not named has the default of the configuration.
    public init(scheme: Scheme, host: String, port: Int, user: String?) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.user = user
    }
}
