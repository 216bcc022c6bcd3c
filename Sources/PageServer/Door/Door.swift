import Foundation
import Page

/// Who may come in, by a request's head and the sessions there are. It changes nothing.
struct Door: Sendable {
    /// Where the server listens.
    let port: Int
    /// No other ledger's page has this name for its cookie: cookies are common to all ports of a host (RFC 6265 8.5).
    let cookieName: String

    /// The address that a browser is sent to. A cookie of 127.0.0.1 would reach every other server on that address.
    static let host = "afterword.localhost"
    /// Where a browser brings the token of `afterword open`.
    static let entrance = "enter"
    /// Where it is sent then.
    static let hall = "entered"

    /// What becomes of a request.
    enum Decision {
        case refused(DoorRefusal)
        /// It brings a token that is still to be looked at.
        case entering(token: String)
        /// It has just brought one, and its cookie is set.
        case entered
        /// It looks at what is the same for everybody, such as the style.
        case asset(PageResponse)
        case admitted(Session, RequestTarget)
    }

    func decide(_ head: RequestHead, sessions: Sessions, at now: Date) -> Decision {
        guard let host = head.only("host"), hosts.contains(host.lowercased()) else {
            return .refused(.wrongHost)
        }
        guard ["GET", "HEAD", "POST"].contains(head.method) else { return .refused(.methodNotAllowed) }
        guard let target = RequestTarget(head.target) else { return .refused(.malformed) }
        if head.method != "POST" {
            if target.path == [Self.entrance] { return .entering(token: target.query["token"] ?? "") }
            if target.path == [Self.hall] { return .entered }
            if let asset = Pages.asset(target.path) { return .asset(asset) }
        }
        guard head.method != "POST" || isOwnForm(head) else { return .refused(.foreignForm) }
        guard let session = session(of: head, in: sessions, at: now) else {
            return .refused(head.method == "POST" ? .formWithoutSession : .noSession)
        }
        return .admitted(session, target)
    }

    /// The field of an answer that gives a browser its session (RFC 6265 4.1).
    func cookie(for session: Session) -> String {
        "\(cookieName)=\(session.id.text); Path=/; HttpOnly; SameSite=Strict"
    }

    private var hosts: [String] { ["127.0.0.1", "localhost", "[::1]", Self.host].map { "\($0):\(port)" } }

    private func session(of head: RequestHead, in sessions: Sessions, at now: Date) -> Session? {
        let ids = head.cookies(cookieName)
        guard ids.count == 1 else { return nil }
        return sessions.session(ids[0], at: now)
    }

    /// Whether a form was sent from a page of ours. Another port of 127.0.0.1 is the same site to a browser, and gets the
    /// cookie: only the origin tells (Fetch Metadata, W3C, 2.3; RFC 6454).
    private func isOwnForm(_ head: RequestHead) -> Bool {
        let sites = head.all("sec-fetch-site")
        if !sites.isEmpty { return sites == ["same-origin"] || sites == ["none"] }
        guard let origin = head.only("origin"), let host = head.only("host") else { return false }
        return origin.lowercased() == "http://" + host.lowercased()
    }
}
