import Mail

extension Wording {
    /// Why nothing can be sent before the user has changed something, and what.
    ///
    /// - Parameter isWritten: there is a configuration in which the user can look things up by their keys.
    package static func text(
        _ cause: StopCause, _ reply: ServerReply?, server: String, account: String? = nil,
        authentication: SMTPSettings.Authentication = .password, isWritten: Bool = true
    ) -> Sentence {
        let yours = "your account" + (account.map { " \(shown($0))" } ?? "")
        func setting(_ words: String, _ key: String) -> String { self.setting(words, key, isWritten) }
        let user = setting("the user name", "smtp.user")
        return switch cause {
        case .loginRefused where authentication != .password:
            "\(server) refused the token\(said(reply)); most likely it has expired: renew it, so that your command "
                + "prints a fresh one, and check \(user)."
        case .loginRefused:
            "\(server) refused the login\(said(reply)); check \(user) and the password (many providers want an app "
                + "password)."
        case .senderRefused:
            "\(server) refused your address as the sender\(said(reply)); check that \(setting("your address", "me.email")) is one of \(yours), or "
                + "ask your provider to let that account send from it."
        case .loginWanted:
            "\(server) takes mail from \(yours) only after a login\(said(reply)); check \(user) and the password: "
                + "\(.check)."
        case .accountBlocked:
            "\(server) has blocked \(yours), or the network that you are in\(said(reply)); check with your provider what "
                + "is wrong: log in on its website, or ask its support. Then try again."
        case .helloRefused:
            "\(server) does not accept mail from \(yours) through this computer\(said(reply)); check that \(setting("the server", "smtp.url")) is "
                + "your provider's for sending, with port 587 or 465."
        case .refusedAlike:
            "\(server) has refused messages to two people in the same words\(said(reply)); so it is probably \(yours) that "
                + "it refuses, and not the people: check \(setting("your address", "me.email")) and \(user), and ask your provider. What was refused "
                + "before is listed by: \(.showAdvice)."
        case .certificateNotTrusted:
            "the certificate of \(server) is not trusted (unknown authority, other name, or expired), so neither "
                + "your password nor your mail was sent; check \(setting("the server's name", "smtp.url"))"
                + (isWritten ? ", or name your own authority in smtp.ca_file." : ".")
        case .tlsNotOffered:
            "\(server) offers no encryption\(said(reply)), so neither your password nor your mail was sent; check "
                + "\(setting("the port", "smtp.url"))."
        case .authNotOffered:
            "\(server) offers no login that can be used, though you gave one, so nothing was sent; check "
                + "\(setting("the server", "smtp.url and smtp.auth"))."
        case .authoritiesUnreadable: "the file in smtp.ca_file can't be read as certificates; correct it."
        case .settingsUnusable:
            "the server or the user name can't be used; correct \(setting("them", "smtp.url and smtp.user"))."
        case .libraryMissing: Sentence(libraryMissing)
        }
    }

    /// Something that can be set, with where it stands in a file that is there.
    static func setting(_ words: String, _ key: String, _ isWritten: Bool) -> String {
        isWritten ? "\(words) (\(key) in config.yaml)" : words
    }

    /// Why a server took nothing for now.
    package static func text(
        _ fault: TransportFault, _ reply: ServerReply?, server: String, account: String? = nil,
        isWritten: Bool = true
    ) -> String {
        let what =
            switch fault.kind {
            case .answered: "\(server) is taking no mail just now"
            case .limitReached:
                "\(server) is taking no more mail from your account" + (account.map { " \(shown($0))" } ?? "")
                    + " for the moment, because you have reached a limit of your provider"
            case .hostNotFound:
                "\(server) can't be found; are you online, and is \(setting("its name", "smtp.url", isWritten)) right?"
            case .notConnected: "\(server) can't be reached"
            case .timedOut: "\(server) did not answer in time"
            case .connectionLost: "\(server) closed the connection"
            case .tlsFailed: "could not make an encrypted connection to \(server)"
            case .protocolViolated: "\(server) answered with something that is not SMTP"
            case .brokenOff: "the connection to \(server) ended too early"
            case .outOfMemory: "this computer has no memory left to talk to \(server); close other programs"
            case .other: "\(server) could not be reached"
            }
        let detail = fault.detail.isEmpty || reply != nil ? "" : " (\(shown(fault.detail, limit: 200)))"
        return what + said(reply) + detail + "."
    }

    /// Of libcurl, which is not linked but loaded.
    package static let libraryMissing =
        "libcurl, which talks to mail servers, can't be loaded; install the package libcurl4."

    private static func said(_ reply: ServerReply?) -> String {
        reply.map { ": “\($0.code) \(shown($0.text, limit: 200))”" } ?? ""
    }
}
