/// A command that libcurl says, told by how it begins. Nothing behind the verb is looked at.
enum Command: String, CaseIterable {
    case ehlo = "EHLO "
    case helo = "HELO "
    case startTLS = "STARTTLS"
    case auth = "AUTH "
    case mail = "MAIL FROM:"
    case rcpt = "RCPT TO:"
    case data = "DATA"
    case noop = "NOOP"
    case quit = "QUIT"

    init?(startOf line: some Collection<UInt8>) {
        guard let command = Self.beginnings.first(where: { line.starts(with: $0.bytes) })?.command else {
            return nil
        }
        self = command
    }

    /// To compare with bytes takes a fraction of what it takes to compare with the octets of a text.
    private static let beginnings = allCases.map { (command: $0, bytes: Array($0.rawValue.utf8)) }

    var phase: Phase {
        switch self {
        case .ehlo, .helo: .ehlo
        case .startTLS: .startTLS
        case .auth: .auth
        case .mail: .mail
        case .rcpt: .rcpt
        case .data: .data
        case .noop: .noop
        case .quit: .quit
        }
    }
}
