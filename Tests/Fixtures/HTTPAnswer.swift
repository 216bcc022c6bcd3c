import Glibc

/// What a server of 127.0.0.1 answers to a request, byte for byte.
package struct HTTPAnswer: Sendable {
    /// As it came; empty where the server only closed.
    package let text: String

    /// Connects, sends a request with a proper Host and asks for the connection to be closed, and reads to the end.
    ///
    /// - Parameters:
    ///   - line: the first one.
    ///   - fields: further ones. A Host among them takes the place of the proper one.
    package init(to port: Int, _ line: String, _ fields: [String] = [], body: String = "") throws {
        var lines = [line] + fields
        if !fields.contains(where: { $0.lowercased().hasPrefix("host:") }) {
            lines.append("Host: afterword.localhost:\(port)")
        }
        if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
        let connection = try LoopbackConnection(to: port)
        connection.send(lines.joined(separator: "\r\n") + "\r\nConnection: close\r\n\r\n" + body)
        text = connection.rest()
    }

    /// 0 where there is no answer.
    package var status: Int { Int(text.dropFirst(9).prefix(3)) ?? 0 }

    /// The value of a field; nil where it is missing.
    package func field(_ name: String) -> String? {
        let head = text.split(separator: "\r\n\r\n", maxSplits: 1).first ?? ""
        for line in head.split(separator: "\r\n").dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            if halves.count == 2, halves[0].lowercased() == name { return String(halves[1].dropFirst()) }
        }
        return nil
    }

    /// What stands below the head.
    package var body: Substring {
        let halves = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        return halves.count == 2 ? halves[1] : ""
    }
}

/// A connection to a port of 127.0.0.1. Nothing waits longer than ten seconds.
package final class LoopbackConnection: Sendable {
    private let socket: Int32

    package init(to port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let own = socket
        let status = withUnsafeBytes(of: &address) { bytes -> Int32 in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return -1 }
            return connect(own, address, socklen_t(bytes.count))
        }
        guard status == 0 else { throw LoopbackListener.Failed(code: errno) }
    }

    deinit { close(socket) }

    package func send(_ text: String) { send(Array(text.utf8)) }

    /// Stops where the other end has closed.
    package func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Nothing more is sent; what comes can still be read.
    package func finish() { shutdown(socket, Int32(SHUT_WR)) }

    /// What comes next, some bytes of it; empty at the end.
    package func piece() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        return Array(buffer.prefix(max(0, count)))
    }

    /// Everything that comes until the other end closes.
    package func rest() -> String {
        var bytes: [UInt8] = []
        while case let piece = piece(), !piece.isEmpty { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }
}
