import CCurl

/// What the server says until the login is over, as libcurl's header callback tells; libcurl's result alone does not
/// tell a refused password from a server that takes none.
final class IMAPLogin {
    /// More than this is no greeting.
    private static let longest = 256 * 1024

    private let concealment: Concealment
    private var size = 0
    /// Of the last list that came.
    private(set) var capabilities: Set<String> = []
    private var answersBeforeCapabilities = 0
    /// Tagged ones.
    private var answers = 0
    /// The last tagged answer that was not OK.
    private var refusal: IMAPStatus?
    /// It has said BYE, in place of a greeting or later.
    private var goodbye: IMAPStatus?
    /// The server asked for something during the login.
    private var wasChallenged = false

    /// - Parameter concealment: keeps the login out of what is told of it.
    init(_ concealment: Concealment) { self.concealment = concealment }

    /// A line; false breaks off.
    func didReceive(_ line: UnsafeRawBufferPointer) -> Bool {
        size += line.count
        guard size <= Self.longest else { return false }
        let words = line.prefix(8192).split(whereSeparator: { $0 <= 0x20 })
            .map { String(decoding: $0, as: UTF8.self) }
        noteCapabilities(words)
        switch words.first {
        case "+": wasChallenged = true
        case "*":
            if let status = IMAPStatus(line.dropFirst(2), concealment), status.kind == .bye {
                goodbye = status
            }
        case nil: break
        case let tag?:
            answers += 1
            let status = IMAPStatus(line.dropFirst(tag.utf8.count + 1), concealment)
            refusal = status.flatMap { $0.kind == .ok ? nil : $0 }
        }
        return true
    }

    /// `* CAPABILITY …` or `[CAPABILITY …]` behind an OK (RFC 3501 7.1 and 7.2.1).
    private func noteCapabilities(_ words: [String]) {
        guard
            let start = words.prefix(3).firstIndex(where: {
                ["CAPABILITY", "[CAPABILITY"].contains($0.uppercased())
            })
        else { return }
        let rest = words[(start + 1)...].map { $0.uppercased() }
        let end = rest.firstIndex { $0.hasSuffix("]") } ?? rest.endIndex
        let last = end < rest.endIndex ? [String(rest[end].dropLast())] : []
        capabilities = Set(rest[..<end] + last)
        answersBeforeCapabilities = answers
    }

    /// The list came with the answer to the login; what was said before need not be all.
    var knowsCapabilities: Bool { !capabilities.isEmpty && answersBeforeCapabilities >= answers - 1 }

    /// Neither a mechanism of SASL nor a reason against the command LOGIN (RFC 3501 6.2.3).
    var takesPlainLoginAlone: Bool {
        !capabilities.isEmpty && !capabilities.contains { $0.hasPrefix("AUTH=") || $0 == "LOGINDISABLED" }
    }

    /// What went wrong.
    func problem(_ code: CURLcode, detail: String, _ settings: IMAPSettings) -> MailboxProblem {
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION: .certificateNotTrusted(detail: detail)
        case CURLE_SSL_CACERT_BADFILE: .authoritiesUnreadable
        case CURLE_USE_SSL_FAILED: .tlsNotOffered
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .settingsUnusable
        case CURLE_LOGIN_DENIED where refusal != nil || goodbye == nil: loginProblem(settings)
        default: parting(code, detail)
        }
    }

    /// What a server says when it leaves is told rather than that it has left.
    private func parting(_ code: CURLcode, _ detail: String) -> MailboxProblem {
        if let goodbye { return MailboxProblem(goodbye: goodbye) }
        let isNoIMAP = code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_WRITE_ERROR
        return isNoIMAP
            ? .protocolViolated(detail: detail) : .unreachable(TransportFault(code, detail: detail))
    }

    private func loginProblem(_ settings: IMAPSettings) -> MailboxProblem {
        guard let refusal else { return wasChallenged ? refused(settings, "") : .loginNotOffered }
        return refusal.isTemporary ? .notNow(words: refusal.words) : refused(settings, refusal.words)
    }

    private func refused(_ settings: IMAPSettings, _ words: String) -> MailboxProblem {
        settings.authentication == .password ? .loginRefused(words: words) : .tokenRefused(words: words)
    }
}
