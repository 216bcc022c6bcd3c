import CCurl

/// Why libcurl does not even begin to talk to a server.
enum CurlProblem: Error {
    /// It can't be loaded on this machine, or can't start.
    case libraryMissing
    /// It has no memory left; another time it may have.
    case outOfMemory
    /// It takes the host, the port, the user name or an address for none.
    case settingsUnusable

    /// What it answers to an option.
    init(_ code: CURLcode) { self = code == CURLE_OUT_OF_MEMORY ? .outOfMemory : .settingsUnusable }

    /// What it answers to a part of a URL.
    init(_ code: CURLUcode) { self = code == CURLUE_OUT_OF_MEMORY ? .outOfMemory : .settingsUnusable }

    /// What becomes of a message.
    var delivery: Delivery {
        cause.map { .stopped($0, nil) } ?? .deferred(scope: .server, nil, .outOfMemory)
    }

    /// What a login without a message shows.
    var loginCheck: LoginCheck { cause.map { .stopped($0, nil) } ?? .deferred(nil, .outOfMemory) }

    /// What the user has to change; nil where it is to be tried again.
    private var cause: StopCause? {
        switch self {
        case .libraryMissing: .libraryMissing
        case .settingsUnusable: .settingsUnusable
        case .outOfMemory: nil
        }
    }

    /// Why a mailbox can't be read.
    var mailboxProblem: MailboxProblem {
        switch self {
        case .libraryMissing: .libraryMissing
        case .settingsUnusable: .settingsUnusable
        case .outOfMemory: .unreachable(.outOfMemory)
        }
    }
}

extension TransportFault {
    fileprivate static let outOfMemory = TransportFault(
        CURLE_OUT_OF_MEMORY, detail: "no memory is left on this computer")
}
