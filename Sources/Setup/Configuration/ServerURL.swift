import Foundation
import Text

/// A server as the configuration names it: `smtp://mail.example.org:587`. Nothing but scheme, host and port.
package struct ServerURL: Equatable, Sendable {
    /// Why a text is not such a URL.
    package enum Fault: Error, Equatable, Sendable {
        case noScheme(allowed: [String])
        case otherScheme(String, allowed: [String])
        case userInfo
        case pathOrQuery
        case host
        case port
    }

    let scheme: String
    /// Lower case, an IPv6 address without its brackets.
    let host: String
    let port: Int

    /// - Parameter schemes: the schemes that may stand there, each with its usual port.
    package init(_ text: String, schemes: KeyValuePairs<String, Int>) throws(Fault) {
        let allowed = schemes.map(\.key)
        guard let separator = text.range(of: "://") else { throw .noScheme(allowed: allowed) }
        let scheme = text[..<separator.lowerBound].lowercased()
        guard let usual = schemes.first(where: { $0.key == scheme })?.value else {
            throw .otherScheme(scheme.quotable, allowed: allowed)
        }
        var rest = text[separator.upperBound...]
        if rest.last == "/" { rest.removeLast() }
        if rest.contains("@") { throw .userInfo }
        if rest.contains(where: { "/?#\\".contains($0) }) { throw .pathOrQuery }
        let (host, port) = try Self.split(rest)
        guard Self.isHost(host, bracketed: rest.hasPrefix("[")) else { throw .host }
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = try port.map { text throws(Fault) in try Self.number(text) } ?? usual
    }

    /// Host without brackets, and what stands behind the colon.
    private static func split(_ text: Substring) throws(Fault) -> (host: Substring, port: Substring?) {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { throw .host }
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw .host }
            return (text[text.index(after: text.startIndex)..<end], rest.isEmpty ? nil : rest.dropFirst())
        }
        guard let colon = text.firstIndex(of: ":") else { return (text, nil) }
        return (text[..<colon], text[text.index(after: colon)...])
    }

    private static func number(_ text: Substring) throws(Fault) -> Int {
        guard text.utf8.count <= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(text), (1...65_535).contains(port)
        else { throw .port }
        return port
    }

    /// A name of the DNS in ASCII (RFC 1123 2.1), or an address.
    private static func isHost(_ host: Substring, bracketed: Bool) -> Bool {
        if bracketed { return IPAddress(String(host))?.isVersion6 == true }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return host.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count)
                    && label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
                    && label.first != "-" && label.last != "-"
            }
    }

    /// Whether this machine itself is meant: 127.0.0.0/8, ::1 (RFC 1122 3.2.1.3, RFC 4291 2.5.3) or `localhost`
    /// (RFC 6761 6.3), and no name that only looks like it.
    var isLoopback: Bool { host == "localhost" || IPAddress(host)?.isLoopback == true }
}

/// An IP address in its usual writing.
struct IPAddress: Equatable, Sendable {
    /// 4 or 16.
    let bytes: [UInt8]

    init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { $0.map(\.self) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = withUnsafeBytes(of: sixteen) { $0.map(\.self) }
        } else {
            return nil
        }
    }

    var isVersion6: Bool { bytes.count == 16 }

    var isLoopback: Bool {
        isVersion6 ? bytes == Array(repeating: 0, count: 15) + [1] : bytes.first == 127
    }
}
