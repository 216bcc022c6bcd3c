import CCurl
import Glibc

/// A connection to an IMAP server, made, encrypted and logged in by libcurl, over which the commands are said here.
///
/// libcurl's own commands are not used: it cannot open a folder but with SELECT, reads a mail without PEEK, one for each
/// round trip, and loses what a custom request answers in literals.
final class IMAPStream {
    private let handle: CurlHandle
    private let login: IMAPLogin
    /// Keeps the login out of whatever the server says.
    let concealment: Concealment
    private let patience: Duration
    private var deadline = ContinuousClock.now
    private(set) var isBroken = false

    /// Nil where the server has not told since the login.
    var capabilities: Set<String>? { login.knowsCapabilities ? login.capabilities : nil }

    init(_ settings: IMAPSettings, secret: Secret?) throws(MailboxProblem) {
        concealment = Concealment(user: settings.user, secret: secret)
        do throws(AttemptFailed) {
            (handle, login) = try Self.connect(settings, secret, concealment, asPlainLogin: false)
        } catch {
            guard settings.authentication == .password, error.problem == .loginNotOffered,
                error.takesPlainLoginAlone
            else { throw error.problem }
            do throws(AttemptFailed) {
                (handle, login) = try Self.connect(settings, secret, concealment, asPlainLogin: true)
            } catch {
                throw error.problem
            }
        }
        patience = .seconds(settings.replyTimeout)
    }

    /// From here on so many seconds are left for what is written and read.
    func begin(seconds: Int) { deadline = ContinuousClock.now + .seconds(seconds) }

    /// All of it, or the connection is broken.
    func write(_ bytes: [UInt8]) throws(MailboxProblem) {
        var sent = 0
        while sent < bytes.count {
            let (code, count) = bytes[sent...].withUnsafeBytes { handle.send($0) }
            switch code {
            case CURLE_OK: sent += count
            case CURLE_AGAIN: try wait(for: POLLOUT)
            default: throw broken(code)
            }
        }
    }

    /// Waits for something, and says how many bytes it is.
    func read(into room: UnsafeMutableRawBufferPointer) throws(MailboxProblem) -> Int {
        while true {
            // What never pauses would never come to wait.
            guard ContinuousClock.now < deadline else { throw broken(CURLE_OPERATION_TIMEDOUT) }
            let (code, count) = handle.receive(room)
            switch code {
            case CURLE_OK where count > 0: return count
            case CURLE_OK: throw broken(CURLE_GOT_NOTHING)
            case CURLE_AGAIN: try wait(for: POLLIN)
            default: throw broken(code)
            }
        }
    }

    /// Says goodbye without waiting for an answer.
    func leave() {
        guard !isBroken else { return }
        isBroken = true
        _ = Array("bye LOGOUT\r\n".utf8).withUnsafeBytes { handle.send($0) }
    }

    /// Nothing more is read: what would come could be taken for an answer to something else.
    func abandon() {
        isBroken = true
        Glibc.shutdown(handle.activeSocket, Int32(SHUT_RDWR))
    }

    private func wait(for events: Int32) throws(MailboxProblem) {
        var state = pollfd(fd: handle.activeSocket, events: Int16(events), revents: 0)
        let left = min(patience, deadline - ContinuousClock.now)
        let count = poll(&state, 1, Int32(max(0, left / .milliseconds(1))))
        if count < 0, errno == EINTR { return }
        guard count > 0 else { throw broken(count < 0 ? CURLE_RECV_ERROR : CURLE_OPERATION_TIMEDOUT) }
    }

    private func broken(_ code: CURLcode) -> MailboxProblem {
        abandon()
        return .unreachable(TransportFault(code, detail: handle.errorText))
    }
}

// MARK: - Connecting

extension IMAPStream {
    private struct AttemptFailed: Error {
        let problem: MailboxProblem
        let takesPlainLoginAlone: Bool
    }

    /// - Parameter asPlainLogin: leaves the choice to libcurl, which says LOGIN where a server has no SASL at all.
    private static func connect(
        _ settings: IMAPSettings, _ secret: Secret?, _ concealment: Concealment, asPlainLogin: Bool
    ) throws(AttemptFailed) -> (CurlHandle, IMAPLogin) {
        let login = IMAPLogin(concealment)
        let handle: CurlHandle
        do throws(CurlProblem) {
            handle = try CurlHandle()
            try prepare(handle, settings, secret, login)
            if asPlainLogin { try handle.set(CURLOPT_LOGIN_OPTIONS, nil) }
        } catch {
            throw AttemptFailed(problem: error.mailboxProblem, takesPlainLoginAlone: false)
        }
        let code = handle.perform()
        guard code == CURLE_OK else {
            let problem = login.problem(code, detail: ShownText.words(handle.errorText), settings)
            throw AttemptFailed(problem: problem, takesPlainLoginAlone: login.takesPlainLoginAlone)
        }
        return (handle, login)
    }

    private static func prepare(
        _ handle: CurlHandle, _ settings: IMAPSettings, _ secret: Secret?, _ login: IMAPLogin
    ) throws(CurlProblem) {
        let url = try CurlURL(
            scheme: settings.scheme.rawValue, host: settings.host, port: settings.port, path: "")
        try handle.set(CURLOPT_URL, url.text)
        try handle.secure(
            scheme: settings.scheme.rawValue, requiresTLS: settings.requiresTLS, caFile: settings.caFile)
        try handle.logIn(as: settings.user, settings.authentication, secret)
        try handle.set(CURLOPT_CONNECT_ONLY, 1)
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT, settings.connectTimeout)
        try handle.set(CURLOPT_TIMEOUT, settings.connectTimeout)
        try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.replyTimeout)
        try handle.set(CURLOPT_HEADERDATA, borrowing: login)
        try handle.set(CURLOPT_HEADERFUNCTION, function: IMAPCallbacks.header)
        try handle.setOpenSocket(IMAPCallbacks.openSocket)
    }
}

/// The C functions that libcurl calls.
private enum IMAPCallbacks {
    static let header: curl_write_callback = { buffer, size, count, context in
        guard let context else { return 0 }
        let login = Unmanaged<IMAPLogin>.fromOpaque(context).takeUnretainedValue()
        // Anything but the number of bytes ends the transfer.
        return login.didReceive(UnsafeRawBufferPointer(start: buffer, count: size * count)) ? size * count : 0
    }

    /// With close-on-exec: a password command must not inherit it.
    static let openSocket: curl_opensocket_callback = { _, _, address in
        guard let address = address?.pointee else { return CURL_SOCKET_BAD }
        return socket(address.family, address.socktype | Int32(SOCK_CLOEXEC.rawValue), address.protocol)
    }
}
