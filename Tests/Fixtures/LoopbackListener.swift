import Glibc

/// A listening socket on a free port of 127.0.0.1.
package struct LoopbackListener: Sendable {
    /// No port could be had.
    package struct Failed: Error {
        /// The error of the system by its number.
        package let code: Int32
    }

    /// What to accept from.
    package let socket: Int32
    /// Chosen by the system.
    package let port: Int

    /// Listens from now on.
    ///
    /// - Parameter wanted: 0 for one that the system chooses.
    package init(port wanted: Int = 0) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        // A message that the server does not read must not fit into its buffer.
        var room: Int32 = 65_536
        // A port that was given up a moment ago can be had.
        var reuse: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: wanted).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = socket
        let status = withUnsafeMutableBytes(of: &address) { bytes -> Int32 in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return -1 }
            guard bind(listener, address, size) == 0, listen(listener, 64) == 0 else { return -1 }
            return getsockname(listener, address, &size)
        }
        guard status == 0 else { throw Failed(code: errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// Nobody is let in any more.
    package func close() {
        Glibc.close(socket)
    }
}

/// Ports of 127.0.0.1 that nobody listened on a moment ago.
package enum FreePorts {
    /// As many, all different.
    package static func find(_ count: Int) throws -> [Int] {
        let sockets = try (0..<count).map { _ in try LoopbackListener() }
        defer { sockets.forEach { $0.close() } }
        return sockets.map(\.port)
    }
}
