import CCurl
import Etiquette
import Glibc

/// One easy handle with its one connection. After anything but success it is not used again: libcurl
/// keeps a connection even after a time-out, and would take the late answer to one message for the answer to the next.
final class SMTPConnection {
    private let handle: CurlHandle
    let conversation: Conversation
    private(set) var isBroken = false

    /// Sets everything that does not change from message to message.
    init(_ settings: SMTPSettings, secret: Secret?) throws(CurlProblem) {
        handle = try CurlHandle()
        let needsSTARTTLS = settings.scheme == .smtp && settings.requiresTLS
        conversation = Conversation(
            needsLogin: settings.user != nil, needsSTARTTLS: needsSTARTTLS,
            concealment: Concealment(user: settings.user, secret: secret))
        try setServer(settings)
        try handle.logIn(as: settings.user, settings.authentication, secret)
        try setPatience(settings)
        try listen()
    }

    /// Says QUIT where that still makes sense, and waits for nothing: libcurl would wait minutes for an answer.
    deinit {
        conversation.shutDown(isBroken ? SHUT_RDWR : SHUT_RD)
    }

    /// It can take another message.
    var isUsable: Bool { !isBroken && conversation.isIdle }

    func send(_ envelope: Envelope, _ body: BodySource) throws(CurlProblem) -> Evidence {
        let recipients = try CurlList(envelope.recipient.text)
        try handle.set(CURLOPT_MAIL_FROM, envelope.sender.text)
        try handle.set(CURLOPT_MAIL_RCPT, recipients)
        try handle.set(CURLOPT_UPLOAD, 1)
        return perform(body)
    }

    /// Connects, logs in and says NOOP.
    func greet() throws(CurlProblem) -> Evidence {
        try handle.set(CURLOPT_CUSTOMREQUEST, "NOOP")
        try handle.set(CURLOPT_NOBODY, 1)
        return perform(nil)
    }

    private func perform(_ body: BodySource?) -> Evidence {
        conversation.begin(body)
        let code = handle.perform()
        if code != CURLE_OK {
            isBroken = true
            conversation.shutDown(SHUT_RDWR)
        }
        return conversation.evidence(code: code, detail: handle.errorText)
    }
}

// MARK: - Options

extension SMTPConnection {
    private func setServer(_ settings: SMTPSettings) throws(CurlProblem) {
        try handle.set(CURLOPT_URL, try CurlURL(settings).text)
        try handle.secure(
            scheme: settings.scheme.rawValue, requiresTLS: settings.requiresTLS, caFile: settings.caFile)
    }

    private func setPatience(_ settings: SMTPSettings) throws(CurlProblem) {
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT, settings.connectTimeout)
        try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.replyTimeout)
        // A server that stops reading the body is covered by neither. Not shorter than the time for a reply: libcurl
        // applies it there, too.
        try handle.set(CURLOPT_LOW_SPEED_LIMIT, 1)
        try handle.set(CURLOPT_LOW_SPEED_TIME, settings.replyTimeout)
    }

    /// Every callback finds the conversation behind its pointer.
    private func listen() throws(CurlProblem) {
        let contexts = [
            CURLOPT_READDATA, CURLOPT_HEADERDATA, CURLOPT_XFERINFODATA, CURLOPT_DEBUGDATA,
            CURLOPT_OPENSOCKETDATA, CURLOPT_CLOSESOCKETDATA,
        ]
        for option in contexts { try handle.set(option, borrowing: conversation) }
        try handle.set(CURLOPT_READFUNCTION, function: CurlCallbacks.read)
        try handle.set(CURLOPT_HEADERFUNCTION, function: CurlCallbacks.header)
        try handle.set(CURLOPT_WRITEFUNCTION, function: CurlCallbacks.discard)
        try handle.setProgress(CurlCallbacks.progress)
        try handle.set(CURLOPT_NOPROGRESS, 0)
        try handle.setDebug(CurlCallbacks.debug)
        try handle.set(CURLOPT_VERBOSE, 1)
        try handle.setOpenSocket(CurlCallbacks.openSocket)
        try handle.setCloseSocket(CurlCallbacks.closeSocket)
    }
}
