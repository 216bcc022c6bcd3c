import CCurl
import Glibc

/// What is said between libcurl and a server, as its callbacks tell. libcurl's result says little of what
/// happened; this keeps what the judgement needs, and breaks off where going on would be wrong.
final class Conversation {
    private let needsLogin: Bool
    /// The first EHLO is in the clear, and what it offers does not count.
    private let needsSTARTTLS: Bool

    /// The sockets of the one connection (two while IPv6 and IPv4 race).
    private var sockets: Set<Int32> = []
    private var reader = ReplyReader()
    /// What was said last.
    private var phase: Phase = .greeting
    /// QUIT was said: replies from here on say nothing about the message.
    private var isLeaving = false
    private var hasSpoken = false
    private var isEncrypted = false
    private var isAuthOffered = false
    /// The next line is a SASL response, whatever it looks like.
    private var isChallenged = false
    private var isAuthenticated = false
    private var lastReply: ServerReply?
    private var stop: StopCause?
    private var body: BodySource?
    /// The login, and each line in which it was said.
    private var concealment: Concealment

    /// Called about once a second, and more often while something happens; false breaks off.
    var onProgress: (() -> Bool)?

    /// - Parameter concealment: hides the login wherever a server says it back.
    init(
        needsLogin: Bool, needsSTARTTLS: Bool, concealment: Concealment = Concealment(user: nil, secret: nil)
    ) {
        self.concealment = concealment
        self.needsLogin = needsLogin
        self.needsSTARTTLS = needsSTARTTLS
    }

    /// Before each message: what the last one left says nothing about this one.
    func begin(_ body: BodySource?) {
        self.body = body
        phase = sockets.isEmpty ? .greeting : .mail
        lastReply = nil
        stop = nil
        hasSpoken = false
        isLeaving = false
        reader = ReplyReader()
    }

    /// After each message: nothing of it is kept.
    func end() {
        body = nil
        onProgress = nil
    }

    /// What is known now that libcurl has returned.
    func evidence(code: CURLcode, detail: String) -> Evidence {
        Evidence(
            code: code, detail: concealment.applied(to: ShownText.words(detail)), phase: phase,
            reply: lastReply?.phase == phase ? lastReply : nil,
            wasBodyGiven: body?.isGiven == true, stop: stop, isNoReply: reader.isNoReply)
    }
}

// MARK: - What is said

extension Conversation {
    /// libcurl has sent a command line, or a line of a SASL exchange; the latter are secret and not looked into.
    func didSend(_ line: UnsafeRawBufferPointer) {
        hasSpoken = true
        let command = isChallenged ? nil : Phase(startOf: line)
        if let said = Self.secret(in: line, command, isChallenged: isChallenged) { concealment.add(said) }
        guard command != .quit else { return leave() }
        // What was answered to the last command is no answer to this one.
        isChallenged = false
        lastReply = nil
        reader = ReplyReader()
        if command == .ehlo { isAuthOffered = false }
        phase = command ?? phase
    }

    /// The answer to a challenge, or what goes along with AUTH (RFC 4954 section 4).
    private static func secret(
        in line: UnsafeRawBufferPointer, _ command: Phase?, isChallenged: Bool
    ) -> Slice<UnsafeRawBufferPointer>? {
        if isChallenged { return line.prefix { $0 > 0x20 } }
        guard command == .auth else { return nil }
        return line.dropFirst("AUTH ".utf8.count).drop { $0 > 0x20 }.drop { $0 == 0x20 }
            .prefix { $0 > 0x20 }
    }

    /// libcurl says QUIT and would wait for its answer; nobody needs it.
    private func leave() {
        isLeaving = true
        shutDown(SHUT_RD)
    }

    /// A line of the server; false breaks off before anything else is said.
    func didReceive(_ line: UnsafeRawBufferPointer) -> Bool {
        guard !isLeaving else { return true }
        if phase == .ehlo, line.dropFirst(4).starts(with: "AUTH ".utf8) { isAuthOffered = true }
        guard let answer = reader.read(line) else { return reader.isNoReply ? breakOff() : true }
        let reply = ServerReply(
            code: answer.code, enhancedStatus: answer.enhancedStatus,
            text: concealment.applied(to: answer.text), phase: phase)
        lastReply = reply
        return goesOn(after: reply)
    }

    private func goesOn(after reply: ServerReply) -> Bool {
        switch reply.phase {
        case .startTLS where reply.code == 220: isEncrypted = true
        case .auth where reply.code == 334: isChallenged = true
        case .auth where reply.code == 235: isAuthenticated = true
        case .ehlo where reply.isPositive && mustLogInNow && !isAuthOffered:
            // libcurl would go on without a login, and say MAIL.
            stop = .authNotOffered
            return breakOff()
        default: break
        }
        return true
    }

    private var mustLogInNow: Bool { needsLogin && !isAuthenticated && (isEncrypted || !needsSTARTTLS) }

    /// The next piece of the message; nil breaks off.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
        guard let body, !needsLogin || isAuthenticated else {
            stop = .authNotOffered
            _ = breakOff()
            return nil
        }
        guard let count = body.fill(buffer) else {
            _ = breakOff()
            return nil
        }
        if body.isGiven { phase = .body }
        return count
    }

    /// Nothing more leaves, whatever libcurl still has to say.
    private func breakOff() -> Bool {
        shutDown(SHUT_RDWR)
        return false
    }
}

// MARK: - The connection

extension Conversation {
    /// With close-on-exec: a password command must not inherit it.
    func openSocket(_ address: curl_sockaddr) -> Int32 {
        let type = address.socktype | Int32(SOCK_CLOEXEC.rawValue)
        let socket = Glibc.socket(address.family, type, address.protocol)
        guard socket >= 0 else { return socket }
        if sockets.isEmpty { forget() }
        sockets.insert(socket)
        return socket
    }

    func closeSocket(_ socket: Int32) -> Int32 {
        sockets.remove(socket)
        // A connection found dead before anything was said on it: what follows is a new one.
        if !hasSpoken { phase = .greeting }
        return Glibc.close(socket)
    }

    /// A new connection knows nothing of the last one.
    private func forget() {
        phase = .greeting
        isEncrypted = false
        isAuthOffered = false
        isAuthenticated = false
        isChallenged = false
        lastReply = nil
        reader = ReplyReader()
    }

    func shutDown(_ direction: Int) {
        for socket in sockets { _ = Glibc.shutdown(socket, Int32(direction)) }
    }

    /// An idle connection on which nothing has come. Whatever has come is no reply to the next message: an end,
    /// a 421, or a late answer.
    var isIdle: Bool {
        guard let socket = sockets.first, sockets.count == 1 else { return false }
        var state = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, 0) == 0
    }
}
