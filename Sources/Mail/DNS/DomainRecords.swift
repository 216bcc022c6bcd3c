import CResolv

/// What the name servers say of a domain: who takes its mail (MX, RFC 5321 5.1), and where its mail programs are to log
/// in (SRV, RFC 6186 and RFC 8314 5.1).
package struct DomainRecords: Sendable {
    /// One place of a service, as an SRV record has it (RFC 2782).
    package struct Place: Equatable, Sendable {
        package let host: String
        package let port: Int
    }

    /// The service names of RFC 6186 and RFC 8314, TLS first where both are offered.
    package enum Service: String, Sendable {
        case submissions = "_submissions._tcp"
        case submission = "_submission._tcp"
        case imaps = "_imaps._tcp"
        case imap = "_imap._tcp"
    }

    /// How long one question may take, in whole seconds.
    private let seconds: Int32
    /// Another name server than the system's, for tests: an IPv4 address and a port.
    private let server: (address: String, port: Int32)?

    package init(seconds: Int = 2, server: (address: String, port: Int)? = nil) {
        self.seconds = Int32(clamping: max(1, seconds))
        self.server = server.map { ($0.address, Int32(clamping: $0.port)) }
    }

    /// The hosts that take the mail of a domain, the preferred first, lower-cased and without the final dot; empty where
    /// there are none or nobody answers.
    package func exchangers(of domain: String) -> [String] {
        records(domain, isService: false).compactMap { fields -> (Int, String)? in
            guard fields.count == 2, let preference = Int(fields[0]) else { return nil }
            return (preference, Self.host(fields[1]))
        }
        .sorted { $0.0 < $1.0 }.map(\.1).filter { !$0.isEmpty }
    }

    /// The place of a service, of the best priority and the greatest weight; nil where the domain offers none, which it
    /// may say by the target "." (RFC 2782).
    package func place(of service: Service, at domain: String) -> Place? {
        records("\(service.rawValue).\(domain)", isService: true).compactMap { fields -> (Int, Int, Place)? in
            guard fields.count == 4, let priority = Int(fields[0]), let weight = Int(fields[1]),
                let port = Int(fields[2]), port > 0
            else { return nil }
            return (priority, -weight, Place(host: Self.host(fields[3]), port: port))
        }
        .filter { !$0.2.host.isEmpty }
        .min { ($0.0, $0.1) < ($1.0, $1.1) }?.2
    }

    private static func host(_ name: Substring) -> String {
        let host = name.lowercased()
        return host.hasSuffix(".") ? String(host.dropLast()) : host
    }

    /// The fields of each record. A name that is no domain name is not asked for.
    private func records(_ name: String, isService: Bool) -> [[Substring]] {
        guard name.utf8.count < 254, name.utf8.allSatisfy({ Self.allowed.contains($0) }) else { return [] }
        let size = 16_384
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer -> String in
            guard let start = buffer.baseAddress,
                afterword_dns_records(
                    name, isService ? 1 : 0, seconds, server?.address, server?.port ?? 0, start, size) > 0
            else { return "" }
            return String(cString: start)
        }
        return text.split(separator: "\n").map { $0.split(separator: " ") }
    }

    /// Letters, digits, "-", "." and the "_" of service names.
    private static let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._".utf8)
}
