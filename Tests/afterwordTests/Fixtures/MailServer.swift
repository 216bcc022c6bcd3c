import Fixtures
import Foundation
import Synchronization

/// An SMTP server on a free port of 127.0.0.1 that keeps what it got; one thread, one connection at a time.
final class MailServer: Sendable {
    /// A message that it took, or was given before the connection broke.
    struct Mail: Equatable {
        let from: String
        let to: String
        /// With dots unstuffed and LF at the ends of lines.
        let text: String

        /// The value of a header, unfolded; nil where there is none.
        func header(_ name: String) -> String? {
            let head = text.split(separator: "\n\n", maxSplits: 1).first ?? ""
            let lines = head.replacing("\n ", with: " ").replacing("\n\t", with: " ").split(separator: "\n")
            return lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// What it says; nil instead of a reply breaks the connection off.
    struct Manners: Sendable {
        var greeting: String? = "220 mail.example.org"
        var login: String? = "235 welcome"
        var offersLogin = false
        var sender: String? = "250 sender is fine"
        /// By the words in an address.
        var recipients: [String: String] = [:]
        var body: String? = "250 queued as 4711"
        /// A word in the addresses whose mails it takes and never answers for.
        var falters = "nobody"
        /// What it does between the end of a mail and its answer.
        var ponder: @Sendable () -> Void = {}
    }

    let port: Int
    private let listener: LoopbackListener
    private let manners: Mutex<Manners>
    private let taken = Mutex<[Mail]>([])
    private let given = Mutex<[String]>([])

    /// Everything taken, in order.
    var mails: [Mail] { taken.withLock { $0 } }
    /// Every line that a client said, bodies excepted.
    var lines: [String] { given.withLock { $0 } }

    init(_ manners: Manners = Manners()) throws {
        self.manners = Mutex(manners)
        listener = try LoopbackListener()
        port = listener.port
        let weakly = WeakServer(server: self, listener: listener)
        Thread.detachNewThread { weakly.serve() }
    }

    deinit {
        // Wakes the thread, which closes it.
        shutdown(listener.socket, Int32(SHUT_RDWR))
    }

    /// Behaves differently from the next command on.
    func behave(_ change: (inout Manners) -> Void) {
        manners.withLock { change(&$0) }
    }

    fileprivate func converse(on stream: Stream) {
        guard stream.say(manners.withLock { $0.greeting }) else { return }
        var (from, to) = ("", "")
        while let line = stream.line() {
            given.withLock { $0.append(line) }
            let manners = manners.withLock { $0 }
            let word = line.prefix(4).uppercased()
            var reply: String? = "250 ok"
            switch word {
            case "EHLO":
                reply =
                    "250-mail.example.org\r\n250-8BITMIME\r\n250 "
                    + (manners.offersLogin ? "AUTH PLAIN" : "SIZE")
            case "AUTH":
                guard stream.say("334 "), let secret = stream.line() else { return }
                given.withLock { $0.append(secret) }
                reply = manners.login
            case "MAIL": (from, reply) = (Self.address(line), manners.sender)
            case "RCPT":
                to = Self.address(line)
                reply = manners.recipients.first { to.contains($0.key) }?.value ?? reply
            case "DATA":
                guard stream.say("354 go on") else { return }
                let text = stream.body()
                taken.withLock { $0.append(Mail(from: from, to: to, text: text)) }
                manners.ponder()
                reply = to.contains(manners.falters) ? nil : manners.body
            case "QUIT": reply = "221 bye"
            default: break
            }
            guard stream.say(reply), word != "QUIT" else { return }
        }
    }

    private static func address(_ line: String) -> String {
        String(line.split(separator: "<", maxSplits: 1).last?.split(separator: ">").first ?? "")
    }
}

/// Serves as long as a test keeps the server.
private struct WeakServer: Sendable {
    nonisolated(unsafe) weak var server: MailServer?
    let listener: LoopbackListener

    func serve() {
        while true {
            let connection = accept(listener.socket, nil, nil)
            guard connection >= 0, let server else { break }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            server.converse(on: Stream(descriptor: connection))
        }
        listener.close()
    }
}

/// A connection, read line by line.
private final class Stream {
    private let descriptor: Int32
    private var unread: [UInt8] = []

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        // Seen by the client even where a process that another test has just started inherited the descriptor.
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    /// False where there is nothing to say any more.
    func say(_ reply: String?) -> Bool {
        guard let reply else { return false }
        let bytes = Array((reply + "\r\n").utf8)
        return bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            == bytes.count
    }

    /// A line without its end; nil once the client has left.
    func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: 10) {
                let line = unread[..<end]
                unread.removeFirst(end + 1)
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            unread += buffer.prefix(count)
        }
    }

    func body() -> String {
        var text = ""
        while let line = line(), line != "." {
            text += (line.hasPrefix(".") ? String(line.dropFirst()) : line) + "\n"
        }
        return text
    }
}
