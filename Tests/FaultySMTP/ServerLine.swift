import Glibc

/// The server's end of one connection; patient for half a minute, so that no test can hang.
package final class ServerLine {
    private static let patience = timeval(tv_sec: 30, tv_usec: 0)

    private var socket: Int32
    private var buffer: [UInt8] = []

    /// Nil where nobody comes within half a minute.
    package convenience init?(acceptedFrom listener: Int32) {
        var state = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, Int32(Self.patience.tv_sec) * 1000) == 1 else { return nil }
        self.init(nextOf: listener)
    }

    /// Waits for as long as the listener lives; nil once it does not.
    package init?(nextOf listener: Int32) {
        socket = accept(listener, nil, nil)
        guard socket >= 0 else { return nil }
        // A program that another test starts meanwhile must not keep the connection open.
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        // What was said is on its way: no waiting for an acknowledgement of the line before.
        var atOnce: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &atOnce, socklen_t(MemoryLayout<Int32>.size))
        var patience = Self.patience
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    }

    /// One line without its line break; nil at the end.
    package func read() -> String? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[..<end]
                buffer.removeSubrange(...end)
                return String(
                    decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            }
            var piece = [UInt8](repeating: 0, count: 65_536)
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            buffer += piece.prefix(count)
        }
    }

    /// False where the client has left, which is no fault of the server's.
    @discardableResult
    package func write(_ text: String) -> Bool {
        write(Array(text.utf8))
    }

    /// The same of bytes that are no text.
    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// The end will be a RST.
    package func resetOnClose() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    }

    /// Twice does no harm.
    package func close() {
        if socket >= 0 { Glibc.close(socket) }
        socket = -1
    }
}
